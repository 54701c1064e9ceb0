package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// First come, first served at c servers; the departures are Lindley's and Kiefer and Wolfowitz's by hand.
class StationTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  /// Lindley: departure = max(arrival, previous departure) + demand: 10, 10 + 5, 30 + 5.
  @Test
  void oneUnitFollowsLindley() {
    var station = new Station(simulation, 1);
    arriveAt(0, station, 10, "a");
    arriveAt(2, station, 5, "b");
    arriveAt(30, station, 5, "c");
    simulation.run(100);
    timeline.mustBe("a@10", "b@15", "c@35");
  }

  /// Units are free at 10 and 4; c begins at 4 and leaves at 6, d begins at 6 and leaves at 13.
  @Test
  void twoUnitsTakeTheEarliestFreeOne() {
    var station = new Station(simulation, 2);
    arriveAt(0, station, 10, "a");
    arriveAt(0, station, 4, "b");
    arriveAt(1, station, 2, "c");
    arriveAt(1, station, 7, "d");
    simulation.run(100);
    timeline.mustBe("b@4", "c@6", "a@10", "d@13");
  }

  @Test
  void aCallbackComesWhenTheProcessWouldHaveGoneOn() {
    var station = new Station(simulation, 1);
    arriveAt(0, station, 10, "process");
    simulation.schedule(1, () -> station.execute(5, timeline.marking("callback")));
    simulation.run(100);
    timeline.mustBe("process@10", "callback@15");
  }

  /// Busy during [0,15) and [30,35) of 40 time units; b waits from 2 to 10.
  @Test
  void gaugesSeeWhoIsServedAndWhoWaits() {
    var station = new Station(simulation, 1);
    var busy = station.busyGauge().average();
    var waiting = station.queueGauge().average();
    arriveAt(0, station, 10, "a");
    arriveAt(2, station, 5, "b");
    arriveAt(30, station, 5, "c");
    simulation.run(40);
    assertEquals(20.0 / 40, busy.mean(), 1e-12);
    assertEquals(8.0 / 40, waiting.mean(), 1e-12);
  }

  /// A station of c units and a resource of c units held for the same time are the same queue.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aStationIsAResourceHeldForTheDemand(int units) {
    var station = new Station(simulation, units);
    var resource = new Resource(simulation, units);
    var held = new Timeline(simulation);
    var random = simulation.random("work");
    for (int job = 0; job < 200; job++) {
      long arrival = random.nextLong(2_000);
      long demand = random.nextLong(1, 60);
      arriveAt(arrival, station, demand, "job " + job);
      holdAt(arrival, resource, demand, held.marking("job " + job));
    }
    simulation.run(100_000);
    assertEquals(200, timeline.size());
    assertEquals(held.marks().stream().sorted().toList(), timeline.marks().stream().sorted().toList());
  }

  @Test
  void noUnitsAreRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Station(simulation, 0));
    assertEquals("units must be at least 1, not 0", refused.getMessage());
  }

  private void holdAt(long time, Resource resource, long nanos, Runnable done) {
    simulation.schedule(time, () -> simulation.start("holder", () -> {
      try (var _ = resource.acquire()) {
        simulation.hold(nanos);
      }
      done.run();
    }));
  }

  private void arriveAt(long time, Station station, long demandNanos, String name) {
    simulation.schedule(time, () -> simulation.start(name, () -> {
      station.execute(demandNanos);
      timeline.mark(name);
    }));
  }
}
