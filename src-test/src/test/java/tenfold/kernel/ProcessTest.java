package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Straight-line code in simulated time: holding, being interrupted, failing, ending.
class ProcessTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  @Test
  void holdLetsTimePassForTheProcessAlone() {
    simulation.start("slow", () -> {
      timeline.mark("slow begins");
      simulation.hold(30);
      timeline.mark("slow ends");
    });
    simulation.start("fast", () -> {
      timeline.mark("fast begins");
      simulation.hold(10);
      timeline.mark("fast goes on");
      simulation.hold(10);
      timeline.mark("fast ends");
    });
    simulation.run(100);
    timeline.mustBe("slow begins@0", "fast begins@0", "fast goes on@10", "fast ends@20", "slow ends@30");
  }

  /// Three processes wake at 10; whoever went to sleep first wakes first, however it chose its time.
  @Test
  void processesThatWakeAtOneInstantWakeInTheOrderOfTheirHolds() {
    simulation.start("a", () -> holdThenMark(10, "a"));
    simulation.start("b", () -> {
      simulation.hold(4);
      holdThenMark(6, "b");
    });
    simulation.start("c", () -> holdThenMark(10, "c"));
    simulation.run(100);
    timeline.mustBe("a@10", "c@10", "b@10");
  }

  @Test
  void aHoldOfZeroLetsOthersThatAreDueGoFirst() {
    simulation.start("polite", () -> {
      timeline.mark("polite");
      simulation.hold(0);
      timeline.mark("polite again");
    });
    simulation.start("other", timeline.marking("other"));
    simulation.run(0);
    timeline.mustBe("polite@0", "other@0", "polite again@0");
  }

  @Test
  void aStartedProcessGetsItsTurnAfterWhatIsDueNow() {
    simulation.start("parent", () -> {
      simulation.start("child", timeline.marking("child"));
      timeline.mark("parent");
    });
    simulation.start("sibling", timeline.marking("sibling"));
    simulation.run(0);
    timeline.mustBe("parent@0", "sibling@0", "child@0");
  }

  @Test
  void holdOutsideAProcessSaysWhatToDoInstead() {
    var refused = assertThrows(IllegalStateException.class, () -> simulation.hold(1));
    assertEquals("hold suspends, so it must be called inside a process; start one with Simulation.start, "
        + "or use the variant that takes a callback", refused.getMessage());
  }

  @Test
  void holdInAPlainEventIsOutsideAProcessToo() {
    simulation.start("sleeper", () -> simulation.hold(10));
    simulation.schedule(5, () -> assertThrows(IllegalStateException.class, () -> simulation.hold(1)));
    simulation.schedule(5, timeline.marking("checked"));
    simulation.run(100);
    timeline.mustBe("checked@5");
  }

  @Test
  void anExceptionInAProcessEndsTheRunNamingProcessAndTime() {
    var cause = new IllegalStateException("out of crayons");
    simulation.start("teacher", () -> simulation.hold(5));
    simulation.start("pupil", () -> {
      simulation.hold(1_500_000_000L);
      throw cause;
    });
    simulation.schedule(2_000_000_000L, timeline.marking("never"));
    var failure = assertThrows(ProcessFailure.class, () -> simulation.run(10_000_000_000L));
    assertEquals("process pupil-2 failed at simulated time 1.5 s: java.lang.IllegalStateException: out of crayons",
        failure.getMessage());
    assertEquals("pupil-2", failure.processName());
    assertEquals(1_500_000_000L, failure.timeNanos());
    assertSame(cause, failure.getCause());
    timeline.mustBe();
  }

  @Test
  void anErrorIsNotSwallowedEither() {
    simulation.start("deep", () -> {
      throw new AssertionError("broken invariant");
    });
    assertThrows(ProcessFailure.class, () -> simulation.run(1));
  }

  @Test
  void aNegativeHoldEndsTheRunWithItsValue() {
    simulation.start("backwards", () -> simulation.hold(-3));
    var failure = assertThrows(ProcessFailure.class, () -> simulation.run(1));
    assertEquals("delayNanos must be at least 0, not -3", failure.getCause().getMessage());
  }

  @Test
  void anInterruptedProcessRunsItsFinallyBlocksFromTheInsideOut() {
    var stop = new Crash();
    var process = simulation.start("victim", () -> {
      try {
        try {
          simulation.hold(100);
          timeline.mark("never");
        } finally {
          timeline.mark("inner");
        }
      } finally {
        timeline.mark("outer");
      }
    });
    process.end();
    simulation.start("watcher", () -> {
      process.end().await();
      timeline.mark("ended");
    });
    simulation.schedule(40, () -> process.interrupt(stop));
    simulation.run(1_000);
    timeline.mustBe("inner@40", "outer@40", "ended@40");
  }

  @Test
  void anInterruptedProcessFreesItsLeaseAtOnce() {
    var crayons = new Resource(simulation, 1);
    var owner = simulation.start("owner", () -> {
      try (var _ = crayons.acquire()) {
        simulation.hold(1_000);
      }
    });
    simulation.start("next", () -> {
      try (var _ = crayons.acquire()) {
        timeline.mark("next has it");
      }
    });
    simulation.schedule(10, () -> owner.interrupt(new Crash()));
    simulation.run(2_000);
    timeline.mustBe("next has it@10");
    assertEquals(0, crayons.busy());
  }

  @Test
  void anInterruptedWaiterLeavesItsPlaceInTheQueue() {
    var crayons = new Resource(simulation, 1);
    simulation.start("owner", () -> useFor(crayons, 50, "owner"));
    var second = simulation.start("second", () -> useFor(crayons, 50, "second"));
    simulation.start("third", () -> useFor(crayons, 50, "third"));
    simulation.schedule(10, () -> {
      assertEquals(2, crayons.queueLength());
      second.interrupt(new Crash());
    });
    simulation.run(1_000);
    timeline.mustBe("owner done@50", "third done@100");
    assertEquals(0, crayons.busy());
    assertEquals(0, crayons.queueLength());
  }

  /// At 50 the owner gives the unit back, which is granted to the second; at the same instant, before the second
  /// has its turn, it is interrupted. The unit must go on to the third.
  @Test
  void aUnitGrantedToAnInterruptedWaiterGoesToTheNext() {
    var crayons = new Resource(simulation, 1);
    var waiting = new Process[1];
    simulation.start("owner", () -> {
      useFor(crayons, 50, "owner");
      waiting[0].interrupt(new Crash());
    });
    waiting[0] = simulation.start("second", () -> useFor(crayons, 50, "second"));
    simulation.start("third", () -> useFor(crayons, 50, "third"));
    simulation.run(1_000);
    timeline.mustBe("owner done@50", "third done@100");
    assertEquals(0, crayons.busy());
  }

  @Test
  void aProcessInterruptedBeforeItsFirstTurnNeverRuns() {
    var process = simulation.start("unborn", timeline.marking("never"));
    process.interrupt(new Crash());
    simulation.run(10);
    timeline.mustBe();
    assertTrue(process.end().isSettled());
  }

  /// A process may outlive an interruption that somebody on its stack catches; it is thrown once.
  @Test
  void anInterruptionThatIsCaughtIsOver() {
    var process = simulation.start("survivor", () -> {
      try {
        simulation.hold(100);
      } catch (Crash crash) {
        timeline.mark("caught");
      }
      simulation.hold(30);
      timeline.mark("went on");
    });
    simulation.schedule(10, () -> process.interrupt(new Crash()));
    simulation.run(1_000);
    timeline.mustBe("caught@10", "went on@40");
  }

  @Test
  void interruptingAProcessThatHasEndedDoesNothing() {
    var process = simulation.start("short", timeline.marking("done"));
    simulation.schedule(5, () -> process.interrupt(new Crash()));
    simulation.run(10);
    timeline.mustBe("done@0");
  }

  @Test
  void theContextTravelsWithTheProcess() {
    simulation.start("request", () -> {
      simulation.hold(10);
      timeline.mark("works for " + simulation.context());
    }).context("family 42");
    simulation.start("other", () -> simulation.hold(10));
    simulation.run(10);
    timeline.mustBe("works for family 42@10");
  }

  /// The same two holding processes, once in one run and once in slices of every length: holds that reach over the
  /// end of a slice must not be shortened, lost or reordered.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 10, 33, 100, 1_000})
  void holdsAcrossRunSlicesEqualOneRun(long sliceNanos) {
    assertEquals(walk(1_000), walk(sliceNanos));
  }

  private static List<String> walk(long sliceNanos) {
    var simulation = new Simulation(7);
    var timeline = new Timeline(simulation);
    var random = simulation.random("steps");
    var door = new Resource(simulation, 1);
    for (var name : List.of("a", "b", "c")) {
      simulation.start(name, () -> {
        for (int step = 0; step < 20; step++) {
          simulation.hold(random.nextInt(40));
          try (var _ = door.acquire()) {
            timeline.mark(name + " in");
            simulation.hold(random.nextInt(3));
          }
          timeline.mark(name + " out");
        }
      });
    }
    for (long end = 0; end < 1_000; end += sliceNanos) {
      simulation.run(end);
    }
    simulation.run(1_000);
    return timeline.marks();
  }

  private void holdThenMark(long nanos, String name) {
    simulation.hold(nanos);
    timeline.mark(name);
  }

  private void useFor(Resource resource, long nanos, String name) {
    try (var _ = resource.acquire()) {
      simulation.hold(nanos);
    }
    timeline.mark(name + " done");
  }

  /// What a crash throws into the processes inside.
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
