package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer;
import tenfold.component.AppServer.FailedCall;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AppServer.ProcessModel;
import tenfold.component.AppServer.SessionKeeping;
import tenfold.component.ComponentSpec;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.ServerMemory.WhenFull;
import tenfold.component.StatementCosts;
import tenfold.port.Request;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScheduledFault;
import tenfold.theory.ReferenceValues;
import tenfold.topology.Topology;

/// What a server process goes through: crashes, restarts, full memory, failed calls; and what becomes of sessions. A
/// page costs 10 ms of one core, a restart takes 1 s.
class ServerLifeTest {
  private static final String PAGE = "/api/family/1";

  /// A crash at 5 ms: what is under way is reset, who comes before the restart is refused, afterwards all is well; a
  /// renamed family is still renamed.
  @Test
  void aCrashResetsWhatIsUnderWayAndKeepsTheRows() {
    var coop = new TestBed(oneServer(threads(2)));
    coop.rename("Server", 1, "Lovelace");
    double start = coop.nowMs();
    for (double ms : new double[] {0, 0, 0, 500, 1_010}) {
      coop.sendAt(start + ms, "Server", Request.get(PAGE));
    }
    coop.simulation().schedule(5_000_000, () -> coop.suffer("Server", 0, Fault.CRASH));
    coop.advance(5_000);
    assertEquals(List.of("ConnectionReset@5.0", "ConnectionReset@5.0", "ConnectionReset@5.0", "ConnectionRefused@500.0",
        "200@1020.0"), timeline(coop, start));
    assertTrue(coop.answers().getLast().body().contains("Lovelace"));
  }

  /// The thread pool, the pool of connections and the database's connections are all free again after a crash in the
  /// middle of 50 queries that wait for one connection.
  @Test
  void aCrashLeavesNothingTaken() {
    var slow = new StatementCosts(0, 5, 0, 0, 0, 64);
    var server = with(threads(100), "pool.limit", 1);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", Parts.primary(1, slow, 0, 0))),
        "Server > Primary"));
    for (int i = 0; i < 50; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.simulation().schedule(700_000_000, () -> coop.suffer("Server", 0, Fault.CRASH));
    coop.advance(20_000);
    long reset = coop.answers().stream().filter(answer -> answer.failure().equals("ConnectionReset")).count();
    assertTrue(reset > 0 && reset < 50, "reset: " + reset);
    assertEquals(15, coop.get("Server", PAGE).tookMs(), 1e-6);
  }

  /// A hanging process accepts and never answers; a restart gets everything out of it.
  @Test
  void aHangingServerAnswersNobodyUntilItIsRestarted() {
    var coop = new TestBed(oneServer(threads(2)));
    coop.suffer("Server", 1, Fault.HANG);
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(100_000);
    assertEquals(List.of(), coop.answers());
    coop.suffer("Server", 1, Fault.RESTART);
    coop.advance(2_000);
    assertEquals(List.of("ConnectionReset@100000.0"), timeline(coop, 0));
    assertEquals(200, coop.get("Server", PAGE).status());
  }

  /// 512 MB, 500 at rest, 5 a request: two fit, the third is too much and the process is killed.
  @Test
  void aServerOutOfMemoryIsKilled() {
    var small = with(with(with(threads(10), "memory.totalMb", 512.0), "memory.perRequestMb", 5.0), "cores", 4);
    var coop = new TestBed(oneServer(small));
    for (double ms : new double[] {0, 0, 5, 2_000}) {
      coop.sendAt(ms, "Server", Request.get(PAGE));
    }
    coop.advance(5_000);
    assertEquals(List.of("ConnectionReset", "ConnectionReset", "ConnectionReset", ""), failures(coop));
  }

  @Test
  void aServerThatRejectsWhatDoesNotFitLives() {
    var small = with(with(with(threads(10), "memory.totalMb", 512.0), "memory.perRequestMb", 5.0),
        "memory.whenFull", WhenFull.REJECT);
    var coop = new TestBed(oneServer(small));
    for (int i = 0; i < 3; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(5_000);
    assertEquals(List.of(503, 200, 200), statuses(coop));
  }

  /// 500 MB at rest and 50 for the request are 90 % of 611 MB: everything takes 1 + (0.1/0.2)² = 1.25 times as long.
  @Test
  void aServerShortOfMemoryIsSlow() {
    var tight = with(with(threads(1), "memory.totalMb", 550 / 0.9), "memory.perRequestMb", 50.0);
    assertEquals(12.5, new TestBed(oneServer(tight)).get("Server", PAGE).tookMs(), 1e-3);
  }

  @Test
  void aServerThatShedsLoadAnswers503AtOnce() {
    var coop = new TestBed(oneServer(with(threads(1), "maxInFlight", 2)));
    for (int i = 0; i < 4; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(List.of("503@0.0", "503@0.0", "200@10.0", "200@20.0"), timeline(coop, 0));
  }

  /// Two loops; four requests stay with one of them in turn.
  @Test
  void aClusterHasALoopForEachCore() {
    var cluster = with(with(threads(1), "processModel", ProcessModel.CLUSTER), "cores", 2);
    var coop = new TestBed(oneServer(cluster));
    for (int i = 0; i < 4; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(List.of("200@10.0", "200@10.0", "200@20.0", "200@20.0"), timeline(coop, 0));
  }

  /// Twice as many pages as cores share all of them: they are done together after 2 · c · 10 ms over the capacity that
  /// the universal scalability law leaves of c cores, and Amdahl's law, where κ = 0.
  @ParameterizedTest
  @CsvSource({
    "USL, relative_capacity, 8, 0.02, 0.0002, c=8;sigma=0.02;kappa=0.0002",
    "USL, relative_capacity, 64, 0.02, 0.0002, c=64;sigma=0.02;kappa=0.0002",
    "USL, relative_capacity, 32, 0.05, 0.001, c=32;sigma=0.05;kappa=0.001",
    "Amdahl, speedup, 64, 0.05, 0, c=64;serial=0.05"})
  void manyCoresDoWhatTheScalabilityLawLeaves(
      String law, String metric, int cores, double sigma, double kappa, String parameters) {
    var server = with(with(with(threads(200), "cores", cores), "contention.sigma", sigma), "contention.kappa", kappa);
    var coop = new TestBed(oneServer(server));
    for (int page = 0; page < 2 * cores; page++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(1_000);
    double expectedMs = 2 * cores * 10 / ReferenceValues.value(law, parameters, metric);
    assertEquals(2 * cores, coop.answers().size());
    coop.answers().forEach(answer -> assertEquals(expectedMs, answer.tookMs(), 1e-5));
  }

  /// σ = 0.5: two cores get 2/1.5 done together, so two pages of 10 ms take 15.
  @Test
  void coresThatContendLoseWork() {
    var coop = new TestBed(oneServer(with(with(threads(2), "cores", 2), "contention.sigma", 0.5)));
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(1_000);
    assertEquals(List.of("200@15.0", "200@15.0"), timeline(coop, 0));
  }

  /// There is no database: the call fails, and what the client sees is the framework's choice.
  @Test
  void aFailedCallIsAnErrorASilenceOrTheEnd() {
    for (var choice : FailedCall.values()) {
      var coop = new TestBed(Parts.topology(
          List.of(Parts.silentFamilies(), node("Server", with(threads(2), "failedCall", choice)))));
      coop.sendAt(0, "Server", Request.get(PAGE));
      coop.advance(10_000);
      assertEquals(switch (choice) {
        case ERROR_500 -> List.of("500@10.0");
        case HANG -> List.of();
        case CRASH -> List.of("ConnectionReset@10.0");
      }, timeline(coop, 0));
    }
  }

  /// A server of another size is a machine that boots for two minutes; one with other software restarts.
  @Test
  void resizingTakesABoot() {
    var coop = new TestBed(oneServer(threads(1)));
    coop.edit(oneServer(with(threads(1), "cores", 8)));
    assertEquals("ConnectionRefused", coop.get("Server", PAGE).failure());
    coop.advance(100_001);
    assertEquals(200, coop.get("Server", PAGE).status());
    coop.edit(oneServer(with(with(threads(1), "cores", 8), "processModel", ProcessModel.EVENT_LOOP)));
    assertFalse(coop.place("Server").instances().getFirst().meter().isUp());
    coop.advance(1_001);
    assertEquals(200, coop.get("Server", PAGE).status());
  }

  /// A page of 60 s is under way when the server is taken out; after 30 s it is cut off.
  @Test
  void drainingEnds() {
    var topology = oneServer(Parts.server(10, 10, Overflow.REFUSE, 60_000, Parts.READY));
    var coop = new TestBed(topology);
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(1_000);
    coop.edit(topology.minus("Server"));
    coop.advance(100_000);
    assertEquals(List.of("ConnectionReset@31000.0"), timeline(coop, 0));
  }

  @Test
  void aCrashLosesTheSessionsInMemory() {
    var coop = new TestBed(oneServer(threads(2)));
    var session = coop.ask("Server", login()).session().orElseThrow();
    assertEquals(200, coop.ask("Server", Request.get(PAGE).withSession(session)).status());
    coop.suffer("Server", 0, Fault.CRASH);
    coop.advance(2_000);
    assertEquals(401, coop.ask("Server", Request.get(PAGE).withSession(session)).status());
  }

  /// A signed cookie is known to every server and survives every crash; one that was tampered with is not known.
  @Test
  void aSignedCookieIsKnownEverywhere() {
    var server = with(threads(2), "sessions", SessionKeeping.SIGNED_COOKIE);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(Algorithm.ROUND_ROBIN)),
            node("Server", server.withInstances(3)), node("Primary", Parts.freePrimary())),
        "Balancer > Server", "Server > Primary"));
    var session = coop.ask("Balancer", login()).session().orElseThrow();
    coop.suffer("Server", 0, Fault.CRASH);
    coop.advance(2_000);
    for (int i = 0; i < 3; i++) {
      assertEquals(200, coop.ask("Balancer", Request.get(PAGE).withSession(session)).status());
    }
    var forged = session.replace("user_1", "user_2");
    assertEquals(401, coop.ask("Balancer", Request.get(PAGE).withSession(forged)).status());
  }

  /// A crash of one in the running growth crisis loses no request: each ends as one of the outcomes.
  @Test
  void crashesAndRestartsLoseNoRequest() {
    var scenario = Gallery.scenario("sample-scaled");
    var script = List.of(
        new ScheduledFault(5, "Servers", 3, Fault.CRASH),
        new ScheduledFault(9, "Servers", 0, Fault.CRASH),
        new ScheduledFault(25, "Servers", 1, Fault.HANG),
        new ScheduledFault(40, "Servers", 1, Fault.RESTART));
    var run = new Replication(scenario.with(script), 2);
    run.advance(50_000_000_000L, () -> false);
    assertTrue(run.outcomes().underWay() <= scenario.topology().familyCount());
    run.edit(scenario.topology().minus("Families"));
    run.advance(70_000_000_000L, () -> false);
    assertEquals(0, run.outcomes().underWay());
  }

  @Test
  void aFaultOfANodeThatIsNotThereIsAProblem() {
    var scenario = Gallery.scenario("growth-crisis").with(List.of(new ScheduledFault(7.5, "Nobody", 0, Fault.CRASH)));
    assertEquals("the crash at 7.5 s is meant for \"Nobody\", which is not there. Name a node of this design.",
        scenario.problems().getFirst().toString());
  }

  /// One core, 10 ms a page, a restart of 1 s.
  private static AppServer threads(int threads) {
    return with(Parts.server(threads, 100, Overflow.REFUSE, 10, Parts.READY), "lifecycle.restartMs", 1_000.0);
  }

  private static Request login() {
    return Request.with("POST", "/login", Map.of("user_id", "user_1"));
  }

  private static List<String> timeline(TestBed coop, double startMs) {
    return coop.answers().stream().filter(answer -> answer.sentMs() >= startMs)
        .map(answer -> (answer.failure().isEmpty() ? answer.status() : answer.failure())
            + "@" + Math.round((answer.answeredMs() - startMs) * 100) / 100.0)
        .toList();
  }

  private static List<String> failures(TestBed coop) {
    return coop.answers().stream().map(TestBed.Answer::failure).toList();
  }

  private static List<Integer> statuses(TestBed coop) {
    return coop.answers().stream().map(TestBed.Answer::status).toList();
  }

  private static Topology oneServer(ComponentSpec server) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", Parts.freePrimary())),
        "Server > Primary");
  }
}
