package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Families;
import tenfold.component.Families.Model;
import tenfold.component.Growth.Course;
import tenfold.component.TracePoint;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.TraceFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Topology;

/// Families who come at recorded rates, and families who become more.
class WorkloadOverTimeTest {
  private static final List<TracePoint> TRACE = List.of(new TracePoint(10, 50), new TracePoint(20, 400),
      new TracePoint(20.5, 0), new TracePoint(30, 100));

  /// In each piece the arrivals are Poisson: their number is compared with rate × time at four standard deviations, a
  /// false alarm in 16,000 seeds for each of the five; where the rate is 0 there are none.
  @Test
  void arrivalsFollowTheRecordedRatePieceByPiece() {
    var bed = new TestBed(system(with(open(), "trace", TRACE)));
    double[] ends = {10, 20, 20.5, 30, 60, 160};
    double[] expected = {0, 500, 200, 0, 3_000, 10_000};
    long before = 0;
    for (int i = 0; i < ends.length; i++) {
      bed.advance(1_000 * ends[i] - bed.nowMs());
      long arrived = bed.outcomes().total() - before;
      assertEquals(expected[i], arrived, 4 * Math.sqrt(expected[i]), "until " + ends[i] + " s");
      before = bed.outcomes().total();
    }
  }

  /// The variance of a Poisson number is its mean: over 400 pieces of 100 expected the quotient of both has a standard
  /// deviation of √(2/399) = 0.07; a false alarm in 16,000 seeds.
  @Test
  void thinnedArrivalsAreStillPoisson() {
    var rush = with(with(open(), "traffic.rushFactor", 8.0), "traffic.rushAtSeconds", 1e4);
    var bed = new TestBed(system(with(rush, "trace", List.of(new TracePoint(0, 100)))));
    double squares = 0;
    long before = 0;
    for (int second = 0; second < 400; second++) {
      bed.advance(1_000);
      long arrived = bed.outcomes().total() - before;
      squares += (arrived - 100.0) * (arrived - 100.0);
      before = bed.outcomes().total();
    }
    assertEquals(1, squares / 400 / 100, 4 * 0.07);
  }

  /// A rush multiplies what was recorded.
  @Test
  void aRushComesOnTopOfTheRecording() {
    var families = with(with(with(with(open(), "trace", List.of(new TracePoint(0, 100))), "traffic.rushFactor", 3.0),
        "traffic.rushAtSeconds", 10.0), "traffic.rushRampSeconds", 0.0);
    var bed = new TestBed(system(families));
    bed.advance(10_000);
    long before = bed.outcomes().total();
    bed.advance(20_000);
    assertEquals(6_000, bed.outcomes().total() - before, 4 * Math.sqrt(6_000));
  }

  /// Nobody is ever answered and nobody thinks, so those under way are those who have joined. Halfway between 10 and
  /// 1,000 there are 505 on a straight line and 100 by the same factor; joining is exact to the second here.
  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0, 10", "LINEAR, 29.9, 10", "LINEAR, 31, 26", "LINEAR, 60, 505", "LINEAR, 90, 1000", "LINEAR, 99, 1000",
    "EXPONENTIAL, 29.9, 10", "EXPONENTIAL, 60, 100", "EXPONENTIAL, 75, 316", "EXPONENTIAL, 90, 1000"})
  void aClosedPopulationGrowsAsItShould(Course course, double seconds, long joined) {
    var bed = new TestBed(waiting(course, 10, 1_000));
    bed.advance(1_000 * seconds + 15);
    assertEquals(joined, bed.outcomes().underWay());
  }

  /// The slider moves while they grow: what has joined by then of the new number is there at once.
  @Test
  void theSliderGoesOnWithTheGrowth() {
    var bed = new TestBed(waiting(Course.LINEAR, 10, 1_000));
    bed.advance(60_015);
    bed.edit(waiting(Course.LINEAR, 10, 2_000));
    bed.advance(15);
    assertEquals(1_005, bed.outcomes().underWay());
    bed.advance(60_000);
    assertEquals(2_000, bed.outcomes().underWay());
  }

  /// Two in a proportion of 2 : 1 keep it while they grow and when the slider moves.
  @Test
  void regionsGrowInProportion() {
    var families = new Families[] {growing(Course.EXPONENTIAL, 20, 2_000), growing(Course.EXPONENTIAL, 10, 1_000)};
    var drawn = Parts.topology(List.of(node("West", families[0]), node("East", families[1]), node("Server", never())),
        "West > Server", "East > Server");
    for (int count : new int[] {3_000, 30_000}) {
      var topology = drawn.withFamilies(count);
      assertEquals(count, topology.familyCount());
      var both = new TestBed(topology);
      var west = new TestBed(topology.minus("East"));
      both.advance(60_015);
      west.advance(60_015);
      assertEquals(2 / 3.0, (double) west.outcomes().underWay() / both.outcomes().underWay(), 0.02);
    }
  }

  /// In the open model those who have joined decide the rate: from 10 to 100 of 100 families in 100 s on a straight
  /// line are 55 % on the average.
  @Test
  void anOpenRateGrowsWithTheFamilies() {
    var families = with(with(with(with(with(open(), "population", 100), "arrivalRatePerSecond", 200.0), "growth.course",
        Course.LINEAR), "growth.overSeconds", 100.0), "growth.from", 10);
    var bed = new TestBed(system(families));
    bed.advance(100_000);
    assertEquals(0.55 * 20_000, bed.outcomes().total(), 4 * Math.sqrt(11_000) + 100);
    bed.advance(100_000);
    assertEquals(0.55 * 20_000 + 20_000, bed.outcomes().total(), 4 * Math.sqrt(31_000) + 100);
  }

  /// Regions share what was recorded by their numbers.
  @Test
  void severalFamiliesShareARecordedTrace() {
    var drawn = Parts.topology(List.of(node("West", with(open(), "population", 300)), node("East", with(open(),
        "population", 100)), node("Server", Parts.freeServer()), node("Primary", Parts.freePrimary())),
        "West > Server", "East > Server", "Server > Primary");
    var replaying = TraceFile.replaying(drawn, List.of(new TracePoint(0, 100)));
    var bed = new TestBed(replaying);
    bed.advance(100_000);
    assertEquals(7_500, bed.served("West"), 4 * Math.sqrt(7_500));
    assertEquals(2_500, bed.served("East"), 4 * Math.sqrt(2_500));
  }

  /// The same trace from a file gives the same run; another trace another one.
  @Test
  void aTraceIsPartOfWhatMakesRunsEqual() throws UnreadableScenario {
    var scenario = scenario(TRACE);
    var read = ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(scenario)), "test").scenario();
    assertEquals(scenario, read);
    assertEquals(new Replication(scenario, 3).run().digest(), new Replication(read, 3).run().digest());
    assertNotEquals(new Replication(scenario, 3).run().digest(),
        new Replication(scenario(List.of(new TracePoint(10, 50), new TracePoint(20, 401))), 3).run().digest());
  }

  /// A trace of many points costs no more than its arrivals.
  @Test
  void aLongTraceIsReplayed() {
    var points = java.util.stream.IntStream.range(0, 10_000)
        .mapToObj(second -> new TracePoint(second / 10.0, second % 2 == 0 ? 20 : 0)).toList();
    var bed = new TestBed(system(with(open(), "trace", points)));
    bed.advance(1_000_000);
    assertEquals(10_000, bed.outcomes().total(), 4 * Math.sqrt(10_000));
    assertTrue(bed.outcomes().underWay() == 0);
  }

  private static Scenario scenario(List<TracePoint> trace) {
    return new Scenario("Trace", "", system(with(open(), "trace", trace)), 0, 40, 1);
  }

  private static Families open() {
    return with(new Families(), "model", Model.OPEN_POISSON);
  }

  private static Topology system(Families families) {
    return Parts.topology(List.of(node("Families", families), node("Server", Parts.freeServer()),
        node("Primary", Parts.freePrimary())), "Families > Server", "Server > Primary");
  }

  /// Families who wait for ever for their first answer, and grow between 30 s and 90 s.
  private static Topology waiting(Course course, int from, int whole) {
    return Parts.topology(List.of(node("Families", growing(course, from, whole)), node("Server", never())),
        "Families > Server");
  }

  private static Families growing(Course course, int from, int whole) {
    return with(with(with(with(with(with(with(new Families(), "population", whole), "thinkTimeMs", 0.0), "timeoutMs",
        300_000.0), "growth.course", course), "growth.from", from), "growth.startSeconds", 30.0),
        "growth.overSeconds", 60.0);
  }

  private static tenfold.component.AppServer never() {
    return Parts.server(1, 65_535, Overflow.REFUSE, 60_000, Parts.READY);
  }
}
