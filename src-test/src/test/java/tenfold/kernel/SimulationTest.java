package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The clock, the calendar, cancelling, pausing: small timelines, compared whole.
class SimulationTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  @Test
  void eventsHappenInTheOrderOfTheirTimes() {
    simulation.schedule(30, timeline.marking("c"));
    simulation.schedule(10, timeline.marking("a"));
    simulation.schedule(20, timeline.marking("b"));
    simulation.run(100);
    timeline.mustBe("a@10", "b@20", "c@30");
  }

  @Test
  void eventsAtOneInstantHappenInTheOrderOfScheduling() {
    for (var name : List.of("a", "b", "c", "d", "e", "f", "g")) {
      simulation.schedule(10, timeline.marking(name));
    }
    simulation.run(10);
    timeline.mustBe("a@10", "b@10", "c@10", "d@10", "e@10", "f@10", "g@10");
  }

  /// At 10 two events are due; the first schedules one without delay, which is the last of the instant.
  @Test
  void anEventWithoutDelayComesAfterWhatIsDueAtThatInstant() {
    simulation.schedule(10, () -> {
      timeline.mark("first");
      simulation.schedule(0, timeline.marking("immediate"));
      simulation.schedule(0, timeline.marking("immediate too"));
    });
    simulation.schedule(10, timeline.marking("second"));
    simulation.schedule(11, timeline.marking("later"));
    simulation.run(100);
    timeline.mustBe("first@10", "second@10", "immediate@10", "immediate too@10", "later@11");
  }

  /// A kept event that is scheduled anew happens once, at its newest time, after what was scheduled before it.
  @Test
  void anEventScheduledAnewHappensOnceAtItsNewestTime() {
    var kept = new Event(simulation, timeline.marking("kept"));
    kept = simulation.reschedule(kept, 10);
    simulation.schedule(30, timeline.marking("other"));
    kept = simulation.reschedule(kept, 50);
    kept = simulation.reschedule(kept, 30);
    simulation.run(100);
    timeline.mustBe("other@30", "kept@30");
    simulation.reschedule(kept, 5);
    simulation.run(200);
    timeline.mustBe("other@30", "kept@30", "kept@105");
  }

  /// One that is due now and moved on, or cancelled and scheduled again within the instant, does not come twice.
  @Test
  void anEventDueNowThatIsScheduledAnewDoesNotComeTwice() {
    simulation.schedule(10, () -> {
      var moved = simulation.reschedule(new Event(simulation, timeline.marking("moved")), 0);
      moved = simulation.reschedule(moved, 20);
      assertTrue(moved.isPending());
      var again = simulation.reschedule(new Event(simulation, timeline.marking("again")), 0);
      again.cancel();
      assertFalse(again.isPending());
      simulation.reschedule(again, 7);
    });
    simulation.run(100);
    timeline.mustBe("again@17", "moved@30");
  }

  @Test
  void aThousandRandomTimesComeInOrder() {
    var random = simulation.random("times");
    var seen = new ArrayList<Long>();
    for (int i = 0; i < 1_000; i++) {
      simulation.schedule(random.nextLong(1, 500), () -> seen.add(simulation.nowNanos()));
    }
    simulation.run(1_000);
    assertEquals(seen.stream().sorted().toList(), seen);
    assertEquals(1_000, seen.size());
  }

  @Test
  void aCancelledEventDoesNotHappen() {
    var doomed = simulation.schedule(10, timeline.marking("doomed"));
    var doomedAtOnce = simulation.schedule(0, timeline.marking("doomed at once"));
    var kept = simulation.schedule(20, timeline.marking("kept"));
    assertTrue(doomed.isPending());
    doomed.cancel();
    doomedAtOnce.cancel();
    assertFalse(doomed.isPending());
    simulation.run(100);
    assertFalse(kept.isPending());
    kept.cancel();
    timeline.mustBe("kept@20");
  }

  /// Of 500 events every third is cancelled, in a random order: the heap must keep all others, in order.
  @Test
  void cancellingManyEventsLeavesTheOthersInOrder() {
    var random = simulation.random("which");
    var seen = new ArrayList<Long>();
    var events = new ArrayList<Event>();
    for (int i = 0; i < 500; i++) {
      events.add(simulation.schedule(random.nextLong(1, 1_000), () -> seen.add(simulation.nowNanos())));
    }
    var doomed = new ArrayList<Event>();
    for (int i = 0; i < events.size(); i += 3) {
      doomed.add(events.get(i));
    }
    while (!doomed.isEmpty()) {
      doomed.remove(random.nextInt(doomed.size())).cancel();
    }
    assertEquals(500 - 167, simulation.pendingEvents());
    simulation.run(1_000);
    assertEquals(500 - 167, seen.size());
    assertEquals(seen.stream().sorted().toList(), seen);
  }

  @Test
  void aRunIncludesItsLastInstantAndLeavesTheClockThere() {
    simulation.schedule(10, timeline.marking("inside"));
    simulation.schedule(11, timeline.marking("outside"));
    simulation.run(10);
    timeline.mustBe("inside@10");
    assertEquals(10, simulation.nowNanos());
    simulation.run(15);
    timeline.mustBe("inside@10", "outside@11");
    assertEquals(15, simulation.nowNanos());
  }

  @Test
  void theClockDoesNotRunBackwards() {
    simulation.run(10);
    var refused = assertThrows(IllegalArgumentException.class, () -> simulation.run(9));
    assertEquals("untilNanos must be at least now, 10, not 9", refused.getMessage());
  }

  @Test
  void aNegativeDelayIsRefusedWithItsValue() {
    var refused = assertThrows(IllegalArgumentException.class, () -> simulation.schedule(-1, () -> {}));
    assertEquals("delayNanos must be at least 0, not -1", refused.getMessage());
  }

  @Test
  void aRunThatIsPausedStopsBetweenTwoEventsAndGoesOnThere() {
    simulation.start("walker", () -> {
      for (int step = 0; step < 1_000; step++) {
        timeline.mark("step");
        simulation.hold(1);
      }
    });
    simulation.start("other walker", () -> {
      for (int step = 0; step < 1_000; step++) {
        simulation.hold(1);
      }
    });
    assertFalse(simulation.run(2_000, () -> true));
    long pausedAt = simulation.nowNanos();
    assertTrue(pausedAt > 0 && pausedAt < 1_000, "paused at " + pausedAt);
    assertTrue(simulation.run(2_000, () -> false));
    assertEquals(1_000, timeline.size());
    assertEquals(2_000, simulation.nowNanos());
  }

  @Test
  void theDigestDependsOnWhatIsRecordedAndOnItsOrder() {
    assertEquals(digest(1, 2, 3), digest(1, 2, 3));
    assertFalse(digest(1, 2, 3) == digest(1, 3, 2));
    assertFalse(digest(1, 2, 3) == digest(1, 2));
  }

  private static long digest(long... values) {
    var recorded = new Simulation(1);
    for (long value : values) {
      recorded.record(value);
    }
    return recorded.digest();
  }
}
