package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.ActiveChecks;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AutoScaler;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.ScalingGroup;
import tenfold.component.ScalingPoint;
import tenfold.port.Request;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Topology;

/// An auto-scaler at work on a small system: servers of one core whose page costs 100 ms, a boot of 30 s, a drain of
/// 10 s, periods of 60 s.
class AutoScalerTest {
  private static final AutoScaler SCALER = with(with(with(with(with(new AutoScaler(), "replacement.enabled", false),
      "warmUpSeconds", 0.0), "cooldownInSeconds", 0.0), "min", 1), "thresholds.downResponseMs", 200.0);

  private final TestBed bed = new TestBed(system(1, SCALER));

  /// 480 pages in a minute are 80 % of one core: the launch is at 60 s, service begins at 90 s.
  @Test
  void aLaunchedServerBootsAndThenComesIntoService() {
    busy(0, 480);
    bed.advance(60_000);
    assertEquals(List.of("Server#1"), offered());
    assertEquals(2, bed.place("Server").instances().size());
    bed.advance(29_999);
    assertEquals(List.of("Server#1"), offered());
    bed.advance(1);
    assertEquals(List.of("Server#1", "Server#2"), offered());
  }

  /// The point says what was measured and what was decided; the server that boots counts for nothing.
  @Test
  void thePointsSayWhatWasMeasuredAndDecided() {
    busy(0, 480);
    busy(60, 480);
    bed.advance(120_000);
    var points = points();
    assertEquals(2, points.size());
    assertPoint(points.get(0), 60, 2, 1, 1, 0.8);
    assertPoint(points.get(1), 120, 2, 2, 0, 48 / 90.0);
  }

  /// With a boot of exactly one period the new server is in service at the next end of a period, and measured from
  /// there on: it has no part in what is known then.
  @Test
  void aServerThatComesAtTheEndOfAPeriodIsMeasuredFromThenOn() {
    var run = new TestBed(system(1, SCALER, "lifecycle.bootMs", 60_000.0));
    for (int minute = 0; minute < 3; minute++) {
      send(run, 60 * minute, 540);
    }
    run.advance(180_000);
    var points = points(run);
    assertPoint(points.get(0), 60, 2, 1, 1, 0.9);
    assertPoint(points.get(1), 120, 3, 2, 1, 0.9);
    assertPoint(points.get(2), 180, 3, 3, 0, 0.45);
  }

  /// Figures that come 20 s late decide 20 s later, and of the same minute.
  @Test
  void lateFiguresDecideLate() {
    var run = new TestBed(system(1, with(SCALER, "metricsDelaySeconds", 20.0)));
    send(run, 0, 480);
    run.advance(79_999);
    assertEquals(1, run.place("Server").instances().size());
    run.advance(1);
    assertEquals(2, run.place("Server").instances().size());
    assertEquals(0.8, points(run).getFirst().utilisation(), 0.001);
  }

  /// A server counts once its warm-up was over when the period began: in service at 90 s, warm at 150 s, so from the
  /// period that begins at 180 s on.
  @Test
  void aServerThatWarmsUpDoesNotCount() {
    var run = new TestBed(system(1, with(SCALER, "warmUpSeconds", 60.0)));
    for (int minute = 0; minute < 4; minute++) {
      send(run, 60 * minute, 480);
    }
    run.advance(240_000);
    var points = points(run);
    assertEquals((480 - 15 * 8) / 600.0, points.get(1).utilisation(), 0.001, "the first server alone");
    assertEquals(0.4, points.get(2).utilisation(), 0.001, "the first server alone");
    assertEquals(0.4, points.get(3).utilisation(), 0.001, "both");
  }

  /// Idle from the beginning: three servers become two at 60 s, one at 120 s, and drain for 10 s more, paid for.
  @Test
  void idleServersAreTakenAwayDrainAndAreThenNotPaidForAnyMore() {
    var run = new TestBed(system(3, SCALER));
    run.advance(60_000);
    assertEquals(List.of("Server#1", "Server#2"), offered(run));
    assertEquals(3, run.place("Server").paidFor());
    run.advance(10_000);
    assertEquals(2, run.place("Server").paidFor());
    run.advance(600_000);
    assertEquals(List.of("Server#1"), offered(run));
  }

  @Test
  void theOldestGoFirstWhenSoSet() {
    var run = new TestBed(system(3, with(SCALER, "termination", ScalingGroup.Termination.OLDEST)));
    run.advance(60_000);
    assertEquals(List.of("Server#2", "Server#3"), offered(run));
  }

  @Test
  void whatATakenAwayServerHasIsFinished() {
    var run = new TestBed(system(2, SCALER));
    run.sendAt(59_000, "Server", Request.get("/api/family/1"));
    run.advance(59_050);
    run.sendAt(59_950, "Balancer", Request.get("/api/family/2"));
    run.sendAt(59_960, "Balancer", Request.get("/api/family/2"));
    run.advance(2_000);
    assertEquals(List.of("Server#1"), offered(run));
    assertTrue(run.answers().stream().allMatch(answer -> answer.status() == 200), run.answers().toString());
    assertEquals(3, run.answers().size());
  }

  /// Fewer are wanted, and nobody goes until the protection is lifted.
  @Test
  void protectionKeepsServersThatAreNotWanted() {
    var isProtected = with(SCALER, "scaleInProtection", true);
    var run = new TestBed(system(3, isProtected));
    run.advance(180_000);
    assertEquals(1, run.place("Server").wanted());
    assertEquals(3, offered(run).size());
    run.edit(system(3, SCALER));
    run.advance(60_000);
    assertEquals(1, offered(run).size());
  }

  /// An edit of the number brings the stack to it at once, without a boot, and the scaler goes on from there; an edit
  /// of anything else leaves the number to the scaler.
  @Test
  void anEditOfTheNumberIsObeyedAtOnceAndThenScaledOn() {
    busy(0, 480);
    bed.advance(90_000);
    assertEquals(2, offered().size());
    bed.edit(system(1, SCALER, "threads", 100));
    assertEquals(2, offered().size(), "another parameter");
    bed.edit(system(4, SCALER, "threads", 100));
    assertEquals(4, offered().size(), "another number");
    bed.advance(30_000);
    assertEquals(3, offered().size(), "goes on from there");
  }

  @Test
  void aRestartedStackKeepsItsHeight() {
    busy(0, 480);
    bed.advance(90_000);
    bed.edit(system(1, SCALER, "cores", 2));
    assertEquals(2, bed.place("Server").instances().size());
  }

  /// Without a scaler the stack is what is drawn.
  @Test
  void whenTheScalerGoesTheStackReturnsToItsNumber() {
    busy(0, 480);
    bed.advance(90_000);
    assertEquals(2, offered().size());
    bed.edit(system(1, SCALER).minus("Scaler"));
    assertEquals(1, offered().size());
    bed.advance(600_000);
    assertEquals(1, offered().size());
  }

  /// Hung at 0 s; checks at 30 s and 60 s fail after 5 s each: replaced at 65 s, in service at 95 s.
  @Test
  void aHungServerIsReplaced() {
    var run = new TestBed(system(2, replacing(0.0, ActiveChecks.Type.HTTP)));
    run.assembly().suffer(new ScheduledFault(0, "Server", 1, Fault.HANG));
    run.advance(64_999);
    assertEquals(List.of("Server#1", "Server#2"), offered(run));
    run.advance(1);
    assertEquals(List.of("Server#2"), offered(run));
    run.advance(30_000);
    assertEquals(List.of("Server#2", "Server#3"), offered(run));
  }

  @Test
  void aHungServerPassesACheckThatOnlyConnects() {
    var run = new TestBed(system(2, replacing(0.0, ActiveChecks.Type.TCP)));
    run.assembly().suffer(new ScheduledFault(0, "Server", 1, Fault.HANG));
    run.advance(300_000);
    assertEquals(List.of("Server#1", "Server#2"), offered(run));
  }

  /// A boot of 90 s and checks every 30 s: without grace nobody ever boots to the end; with 100 s they do.
  @Test
  void withoutGraceServersAreReplacedBeforeTheyHaveBooted() {
    assertEquals(List.of("Server#2"), afterAHang(0));
    assertEquals(2, afterAHang(100).size());
  }

  /// Two servers, five minutes: 2 · 300 paid for; a third from 60 s on, boot included.
  @Test
  void aServerIsPaidForFromItsLaunch() {
    busy(0, 480);
    busy(60, 480);
    bed.advance(120_000);
    assertEquals((60 + 2 * 60) / 120.0, bed.place("Server").result().meanPaidFor(), 1e-9);
  }

  private List<String> afterAHang(double grace) {
    var run = new TestBed(system(2, replacing(grace, ActiveChecks.Type.HTTP), "lifecycle.bootMs", 90_000.0));
    run.assembly().suffer(new ScheduledFault(0, "Server", 1, Fault.HANG));
    run.advance(600_000);
    return offered(run);
  }

  private static AutoScaler replacing(double grace, ActiveChecks.Type type) {
    return with(with(with(with(SCALER, "replacement.enabled", true), "replacement.graceSeconds", grace),
        "replacement.type", type), "min", 2);
  }

  private void busy(int fromSecond, int pages) {
    send(bed, fromSecond, pages);
  }

  /// So many pages, evenly over the first 55 s of a minute.
  private static void send(TestBed run, int fromSecond, int pages) {
    for (int i = 0; i < pages; i++) {
      run.sendAt(fromSecond * 1_000 + i * 60_000.0 / pages, "Balancer", Request.get("/api/family/1"));
    }
  }

  private List<ScalingPoint> points() {
    return points(bed);
  }

  private static List<ScalingPoint> points(TestBed run) {
    return run.place("Scaler").result().scaling();
  }

  private static void assertPoint(ScalingPoint point, double seconds, int desired, int inService, int starting,
      double utilisation) {
    assertEquals(seconds, point.seconds());
    assertEquals(desired, point.desired());
    assertEquals(inService, point.inService());
    assertEquals(starting, point.starting());
    assertEquals(utilisation, point.utilisation(), 0.005);
  }

  private List<String> offered() {
    return offered(bed);
  }

  /// The servers that take calls.
  private static List<String> offered(TestBed run) {
    return run.place("Server").instances().stream().filter(instance -> !instance.isBooting()).map(Instance::name)
        .toList();
  }

  private static Topology system(int count, AutoScaler scaler, Object... change) {
    AppServer server = with(with(with(Parts.server(200, 511, Overflow.REFUSE, 100, Parts.READY), "count", count),
        "lifecycle.bootMs", 30_000.0), "lifecycle.drainMs", 10_000.0);
    if (change.length > 0) {
      server = with(server, (String) change[0], change[1]);
    }
    return Parts.topology(List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(Algorithm.ROUND_ROBIN)),
        node("Server", server), node("Primary", Parts.freePrimary()), node("Scaler", scaler)),
        "Families > Balancer", "Balancer > Server", "Server > Primary", "Scaler > Server");
  }
}
