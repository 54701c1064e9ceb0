package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.AutoScaler.Scaling;
import tenfold.component.Law;
import tenfold.component.ScalingPoint;
import tenfold.component.TracePoint;
import tenfold.coop.Route;
import tenfold.run.Experiment.Summary;

/// Calibration (j), and each shipped scenario of a scaler that makes things worse, with its cure.
class ScalingModesTest {
  private static final List<RouteCpu> TWENTY_TIMES = List.of(
      new RouteCpu(Route.GET_FAMILY, 15, 30, Law.CONSTANT));

  /// The shipped scenario with a twentieth of the requests, each of twenty times the work, and lines of a twentieth:
  /// every share and every time in line is the same. Of a minute's 33,000 requests of constant work the nine servers'
  /// load of 68.75 % has a standard deviation of 0.38 %, so an eleventh server is a false alarm in 2,000 seeds, and
  /// each other boundary is farther away.
  @Test
  void twoServersBecomeTenAndThenThree() {
    var points = points(twentieth().run(1));
    assertEquals(2, points.getFirst().inService());
    assertEquals(10, peak(points));
    assertEquals(3, points.getLast().inService());
    assertEquals(6, badMinutes(points), 0.05 * 6);
  }

  @ParameterizedTest
  @CsvSource({"11000, 9", "12000, 10"})
  void targetTrackingMakesNineOrTenAndThenTwo(double peakRate, int peak) {
    var points = points(twentieth().with("Auto-scaler", "scaling", Scaling.TARGET_TRACKING)
        .with("Families", "trace", trace(peakRate / 20)).run(1));
    assertEquals(peak, peak(points));
    assertEquals(2, points.getLast().inService());
    assertEquals(8, badMinutes(points), 0.05 * 8);
  }

  /// The boundaries of the shipped scenario: the first full minute ends at 660 s, so the third server is launched then
  /// and in service at 720 s, when the next decision is made on two.
  @Test
  void theShippedScenariosBoundariesAreAsItSays() {
    var points = points(twentieth().lasting(0, 840).run(1));
    assertEquals(List.of("2/2", "3/2", "4/3", "5/4"), points.stream().filter(point -> point.seconds() >= 600)
        .limit(4).map(point -> point.desired() + "/" + point.inService()).toList());
    assertEquals(600, points.get(9).seconds());
  }

  /// 23 million requests: two to four minutes. `mvn verify -Plong`.
  @Test
  @EnabledIfSystemProperty(named = "tenfold.long", matches = "true")
  void theShippedScenarioItselfMakesTenAndThree() {
    var points = points(shipped("autoscaling").run(1));
    assertEquals(10, peak(points));
    assertEquals(3, points.getLast().inService());
    assertEquals(6, badMinutes(points), 0.05 * 6);
  }

  /// The rush begins at 300 s and asks for 3.4 servers, of which two are there. The first new one is ordered at 360 s
  /// and serves at 480 s; the rush ends at 490 s.
  @Test
  void aFlashCrowdIsOverWhenTheServersHaveBooted() {
    var rush = shipped("flash-crowd").lasting(310, 170);
    var slow = rush.run(1);
    assertEquals(2 * 177.8 / 600, slow.goodputPerSecond().mean() / 600, 0.02, "what two servers do");
    assertTrue(rush.with("Auto-scaler", "min", 5).run(1).errorShare() < 0.001);
  }

  /// Two servers are 74.5 % busy and three 49.7 %: up and down, once in four minutes. A cooldown makes it slower.
  @Test
  void thresholdsThatStandTooCloseFlap() {
    var scenario = shipped("flapping").lasting(60, 1_740);
    long flaps = changes(scenario.run(1));
    assertTrue(flaps > 22, "changes in half an hour: " + flaps);
    long slower = changes(scenario.with("Auto-scaler", "cooldownInSeconds", 300.0).run(1));
    assertTrue(slower > 4 && slower < flaps / 2, "changes in half an hour: " + slower);
    assertTrue(changes(scenario.with("Auto-scaler", "thresholds.downCpuPercent", 30.0).run(1)) <= 2);
  }

  /// 250 requests a second are 70 % of two servers, and more than one does. At a line of 711 requests an answer takes
  /// 4.0 s, eight times the target, so the scaler launches eight for one.
  @Test
  void aMetricThatIsNotProportionalSwingsFromOneToNine() {
    var scenario = shipped("wrong-metric").lasting(60, 1_140);
    var points = points(scenario.run(1));
    assertEquals(1, points.stream().mapToInt(ScalingPoint::inService).min().orElseThrow());
    assertEquals(9, peak(points));
    assertTrue(badMinutes(points) >= 3);
    var cured = points(scenario.with("Auto-scaler", "targets.cpuPercent", 70.0).run(1));
    assertEquals(0, badMinutes(cured));
    assertTrue(peak(cured) <= 3);
  }

  /// With n statements under way the database does 333 / (1 + n (n − 1) / 100,000) a second: with 200 still 239, with
  /// 1,000 only 30, with 5,000 one. The rush is over at 300 s.
  @Test
  void moreServersMakeAFullDatabaseWorse() {
    var scenario = shipped("scaling-makes-it-worse").lasting(600, 100);
    var worse = scenario.run(1);
    assertTrue(worse.goodputPerSecond().mean() < 20, "goodput " + worse.goodputPerSecond().mean());
    assertEquals(50, peak(points(shipped("scaling-makes-it-worse").run(1))), 5);
    assertEquals(200, scenario.with("Auto-scaler", "max", 2).run(1).goodputPerSecond().mean(), 8);
    assertEquals(200, scenario.with("Servers", "pool.limit", 10).run(1).goodputPerSecond().mean(), 8);
  }

  /// Hung at 60 s: the checks at 300 s and 330 s count, or with less grace those at 150 s and 180 s. Until then a third
  /// of the requests is lost. Without any, a server that boots is replaced after its second check, again and again.
  @Test
  void graceIsForThoseWhoBoot() {
    var scenario = shipped("grace").lasting(190, 110);
    assertEquals(1 / 3.0, 1 - goodShare(scenario), 0.05);
    assertEquals(0, 1 - goodShare(scenario.with("Auto-scaler", "replacement.graceSeconds", 130.0)), 0.05);
    assertEquals(3, points(shipped("grace").run(1)).getLast().inService());
    var without = points(shipped("grace").with("Auto-scaler", "replacement.graceSeconds", 0.0).run(1));
    assertEquals(2, without.getLast().inService());
  }

  /// Two servers do 355 of 400 requests a second; replaced together, they are away for two minutes of six.
  @Test
  void serversThatAreBusyAreTakenForIll() {
    var scenario = shipped("busy-not-ill").lasting(300, 720);
    double replaced = scenario.run(1).goodputPerSecond().mean();
    double kept = scenario.with("Auto-scaler", "replacement.enabled", false).run(1).goodputPerSecond().mean();
    assertEquals(355.6, kept, 4);
    assertEquals(2 / 3.0, replaced / kept, 0.06);
  }

  /// The shipped scenario at a twentieth.
  private static Altered twentieth() {
    return shipped("autoscaling")
        .with("Families", "trace", trace(550))
        .with("Servers", "cpu", TWENTY_TIMES)
        .with("Servers", "threads", 10)
        .with("Servers", "backlog", 70);
  }

  private static List<TracePoint> trace(double peakRate) {
    return List.of(new TracePoint(0, 89), new TracePoint(600, peakRate), new TracePoint(2_400, 89));
  }

  private static List<ScalingPoint> points(Summary run) {
    return run.nodes().stream().flatMap(node -> node.scaling().stream()).toList();
  }

  private static int peak(List<ScalingPoint> points) {
    return points.stream().mapToInt(ScalingPoint::inService).max().orElseThrow();
  }

  private static long badMinutes(List<ScalingPoint> points) {
    return points.stream().filter(point -> point.responseMs() > 500).count();
  }

  private static double goodShare(Altered scenario) {
    return scenario.run(1).goodputPerSecond().mean() / 330;
  }

  private static long changes(Summary run) {
    var points = points(run);
    return java.util.stream.IntStream.range(1, points.size())
        .filter(i -> points.get(i).desired() != points.get(i - 1).desired()).count();
  }
}
