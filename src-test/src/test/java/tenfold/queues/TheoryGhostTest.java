package tenfold.queues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.Fault;
import tenfold.component.Law;
import tenfold.experiment.Assumption;
import tenfold.experiment.TheoryGhost;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// What theory says of drawn systems from a light run, against the simulation and against the formulas, and which
/// assumption fails where.
class TheoryGhostTest {
  /// M/M/4//N from the run with 20 families: the demand of 21.333 ms is measured to 1 %, the growth curve to 3 %.
  @Test
  void aLightRunGivesTheGrowthCurveOfAClosedQueue() {
    var drawn = Drawn.closed(20, 362, 64.0 / 3, 4, 10_000, Law.EXPONENTIAL, 20).lasting(20, 400);
    var measured = measured(drawn, 20, 60, 100, 150);
    var ghost = TheoryGhost.of(drawn, measured);
    assertEquals("Server", ghost.bottleneck().name());
    assertEquals(0.064 / 3, ghost.bottleneck().demandSeconds(), 0.0003);
    assertEquals(0.020, ghost.delaySeconds(), 0.0006);
    assertEquals(4, ghost.bottleneck().servers());
    assertEquals(1, ghost.centres().size());
    for (int i = 0; i < measured.size(); i++) {
      var point = ghost.points().get(i);
      assertEquals(Optional.empty(), point.failing());
      double simulated = measured.get(i).meanMs().mean();
      assertEquals(simulated, point.networkMs(), 0.03 * simulated);
      assertEquals(point.networkMs(), point.bottleneckMs(), 1e-6 * simulated);
      assertTrue(point.leastMs() <= 1.01 * simulated, point + " but " + simulated);
    }
  }

  /// Two stations: the network of both is nearer than the bottleneck alone, whose other station is taken for a delay.
  @Test
  void theWholeNetworkIsNearerThanItsBottleneck() {
    var drawn = Drawn.withDatabaseOf(25, Drawn.closed(5, 1_000, 30, 1, 10_000, Law.EXPONENTIAL, 0)).lasting(50, 1_000);
    var measured = measured(drawn, 5, 40);
    var ghost = TheoryGhost.of(drawn, measured);
    assertEquals(List.of("Server", "Primary"), ghost.centres().stream().map(centre -> centre.name()).toList());
    double simulated = measured.get(1).meanMs().mean();
    assertEquals(simulated, ghost.points().get(1).networkMs(), 0.04 * simulated);
    assertTrue(ghost.points().get(1).bottleneckMs() < 0.95 * simulated);
    for (int i = 0; i < measured.size(); i++) {
      var point = ghost.points().get(i);
      var bounds = point.balanced().orElseThrow();
      assertTrue(bounds.leastMs() <= point.networkMs() * (1 + 1e-9));
      assertTrue(bounds.mostMs() >= point.networkMs() * (1 - 1e-9));
      double mean = measured.get(i).meanMs().mean();
      assertTrue(bounds.leastMs() <= 1.03 * mean && bounds.mostMs() >= 0.97 * mean, bounds + " but " + mean);
      assertTrue(bounds.leastMs() >= point.leastMs() * (1 - 1e-9), "narrower than the operational bound");
    }
  }

  /// Balanced job bounds know single servers only.
  @Test
  void severalServersHaveNoBalancedBounds() {
    var drawn = Drawn.closed(20, 362, 64.0 / 3, 4, 10_000, Law.EXPONENTIAL, 20).lasting(20, 100);
    assertEquals(Optional.empty(), TheoryGhost.of(drawn, measured(drawn, 20)).points().getFirst().balanced());
  }

  /// A stack behind one entry is a centre of several copies.
  @Test
  void aStackIsSeveralCopies() {
    var drawn = Gallery.scenario("sample-scaled").lasting(20, 20);
    var ghost = TheoryGhost.of(drawn, measured(drawn, 1_000));
    assertTrue(ghost.centres().stream().anyMatch(centre -> centre.copies() == 10), ghost.centres().toString());
  }

  /// Open arrivals are M/M/4: 150 a second, 20 ms each.
  @Test
  void openArrivalsAreMMc() {
    var drawn = Drawn.open(100, 20, 4).lasting(20, 400);
    var ghost = TheoryGhost.of(drawn, measured(drawn, 100));
    assertTrue(ghost.isOpen());
    double simulated = measured(drawn, 100).getFirst().meanMs().mean();
    assertEquals(simulated, ghost.points().getFirst().networkMs(), 0.03 * simulated);
  }

  /// The growth crisis: no value once families give up after 10 s.
  @Test
  void beyondWhatFamiliesWaitForThereIsNoValue() {
    var crisis = Gallery.scenario("growth-crisis").lasting(20, 20);
    var ghost = TheoryGhost.of(crisis, measured(crisis, 10, 500, 3_000));
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(Assumption.PATIENT)),
        ghost.points().stream().map(TheoryGhost.Point::failing).toList());
    assertEquals(2_333, ghost.points().get(1).networkMs(), 140);
    assertTrue(Double.isNaN(ghost.points().get(2).leastMs()));
    assertEquals(3_000, ghost.firstFailure().orElseThrow().families());
    assertEquals(71, ghost.saturationFamilies(), 3);
  }

  /// The directory reads one row for each family: with more of them a request is more work (calibration A2).
  @Test
  void aRequestThatBecomesMoreWorkIsNoticed() {
    var directory = Gallery.scenario("n-plus-one").lasting(20, 5_000);
    var ghost = TheoryGhost.of(directory, measured(directory, 100, 300));
    assertEquals(Optional.of(Assumption.SAME_WORK), ghost.points().getLast().failing());
  }

  @ParameterizedTest
  @CsvSource({"flapping, fixedServers", "growth-ramp, steady", "cache-crash, sound", "two-sites, oneKind"})
  void whatTheDesignBreaksIsSaid(String scenario, String assumption) {
    var drawn = Gallery.scenario(scenario).lasting(1, 5);
    var families = drawn.topology().familyCount();
    var ghost = TheoryGhost.of(drawn, measured(drawn, Math.min(families, 200)));
    assertEquals(assumption, ghost.points().getFirst().failing().orElseThrow().toString(), ghost.toString());
  }

  @Test
  void aFaultToComeIsSaid() {
    var drawn = Drawn.open(100, 20, 4).lasting(5, 20);
    var faulty = drawn.with(List.of(new ScheduledFault(1, "Server", 0, Fault.CRASH)));
    assertEquals(Optional.of(Assumption.SOUND),
        TheoryGhost.of(faulty, measured(drawn, 100)).points().getFirst().failing());
  }

  @Test
  void withoutALightRunNothingIsSaid() {
    var crisis = Gallery.scenario("growth-crisis").lasting(5, 10);
    var ghost = TheoryGhost.of(crisis, measured(crisis, 3_000));
    assertEquals(Optional.of(Assumption.MEASURED), ghost.points().getFirst().failing());
    assertTrue(ghost.centres().isEmpty());
  }

  private static List<Summary> measured(Scenario scenario, int... families) {
    return IntStream.of(families).mapToObj(count -> new Experiment(
        scenario.with(scenario.topology().withFamilies(count)), 2, scenario.seed()).run()).toList();
  }
}
