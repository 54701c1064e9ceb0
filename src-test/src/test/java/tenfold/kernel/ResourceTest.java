package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// Units that are held for a while: who comes first is served first.
class ResourceTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  /// One unit, three users of 10 each who come at 0, 1 and 2: they have it during [0,10), [10,20), [20,30).
  @Test
  void oneUnitIsUsedInTheOrderOfArrival() {
    var unit = new Resource(simulation, 1);
    arriveAt(2, unit, 10, "c");
    arriveAt(0, unit, 10, "a");
    arriveAt(1, unit, 10, "b");
    simulation.run(100);
    timeline.mustBe("a begins@0", "a ends@10", "b begins@10", "b ends@20", "c begins@20", "c ends@30");
  }

  /// Two units: c (coming third) gets the unit of b, which is free first.
  @Test
  void twoUnitsServeTwoAtOnce() {
    var units = new Resource(simulation, 2);
    arriveAt(0, units, 10, "a");
    arriveAt(1, units, 3, "b");
    arriveAt(2, units, 5, "c");
    simulation.run(100);
    timeline.mustBe("a begins@0", "b begins@1", "b ends@4", "c begins@4", "c ends@9", "a ends@10");
  }

  /// A latecomer cannot take the unit that was just granted to a waiter who has not had its turn yet.
  @Test
  void nobodyOvertakesAWaiter() {
    var unit = new Resource(simulation, 1);
    arriveAt(0, unit, 10, "a");
    arriveAt(5, unit, 10, "b");
    arriveAt(10, unit, 10, "late");
    simulation.run(100);
    timeline.mustBe("a begins@0", "a ends@10", "b begins@10", "b ends@20", "late begins@20", "late ends@30");
  }

  @Test
  void moreCapacityLetsWaitersInAtOnce() {
    var unit = new Resource(simulation, 1);
    arriveAt(0, unit, 10, "a");
    arriveAt(0, unit, 10, "b");
    arriveAt(0, unit, 10, "c");
    simulation.schedule(4, () -> unit.capacity(3));
    simulation.run(100);
    timeline.mustBe("a begins@0", "b begins@4", "c begins@4", "a ends@10", "b ends@14", "c ends@14");
  }

  /// From two units to one at 1: both present go on, and the third waits until both have left.
  @Test
  void lessCapacityLetsThosePresentFinish() {
    var units = new Resource(simulation, 2);
    arriveAt(0, units, 10, "a");
    arriveAt(0, units, 20, "b");
    arriveAt(2, units, 5, "c");
    simulation.schedule(1, () -> units.capacity(1));
    simulation.run(100);
    timeline.mustBe("a begins@0", "b begins@0", "a ends@10", "b ends@20", "c begins@20", "c ends@25");
  }

  @Test
  void closingALeaseTwiceGivesBackOneUnit() {
    var units = new Resource(simulation, 2);
    simulation.start("hasty", () -> {
      var mine = units.acquire();
      var other = units.acquire();
      mine.close();
      mine.close();
      assertEquals(1, units.busy());
      other.close();
      assertEquals(0, units.busy());
      timeline.mark("done");
    });
    simulation.run(1);
    timeline.mustBe("done@0");
  }

  @Test
  void aFreeUnitNeedsNoProcess() {
    var unit = new Resource(simulation, 1);
    unit.acquire();
    assertEquals(1, unit.busy());
    var refused = assertThrows(IllegalStateException.class, unit::acquire);
    assertEquals("acquire suspends", refused.getMessage().substring(0, 16));
  }

  @Test
  void capacityBelowOneIsRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Resource(simulation, 0));
    assertEquals("capacity must be at least 1, not 0", refused.getMessage());
  }

  /// Busy: 1 during [0,30) of 40, so 0.75 on average. Waiting: b 9 and c 18 time units, so 27/40 on average.
  @Test
  void gaugesAverageOverTime() {
    var unit = new Resource(simulation, 1);
    var busy = unit.busyGauge().average();
    var waiting = unit.queueGauge().average();
    arriveAt(0, unit, 10, "a");
    arriveAt(1, unit, 10, "b");
    arriveAt(2, unit, 10, "c");
    simulation.run(40);
    assertEquals(0.75, busy.mean(), 1e-12);
    assertEquals(27.0 / 40, waiting.mean(), 1e-12);
    assertEquals(1, new Gauge(simulation).average().mean() + 1, 1e-12);
  }

  private void arriveAt(long time, Resource resource, long useNanos, String name) {
    simulation.schedule(time, () -> simulation.start(name, () -> {
      try (var _ = resource.acquire()) {
        timeline.mark(name + " begins");
        simulation.hold(useNanos);
        timeline.mark(name + " ends");
      }
    }));
  }
}
