package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Cores that all jobs share: each example is worked by hand above it. Times are in nanoseconds.
class ProcessorSharingTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  @Test
  void aJobAloneTakesItsDemand() {
    var core = new ProcessorSharing(simulation, 1);
    arriveAt(5, core, 100, "a");
    simulation.run(1_000);
    timeline.mustBe("a@105");
  }

  /// Two jobs of 100 on one core run at half speed each: both are done at 200.
  @Test
  void twoEqualJobsOnOneCoreTakeTwiceAsLong() {
    var core = new ProcessorSharing(simulation, 1);
    arriveAt(0, core, 100, "a");
    arriveAt(0, core, 100, "b");
    simulation.run(1_000);
    timeline.mustBe("a@200", "b@200");
  }

  /// a has 100 to do, b 40 from time 20 on. Until 20 a does 20. Then both run at ½: b is done after 80, at 100,
  /// when a has done 20 + 40 = 60. The last 40 a does alone, until 140.
  @Test
  void aShortJobOvertakesALongOne() {
    var core = new ProcessorSharing(simulation, 1);
    arriveAt(0, core, 100, "a");
    arriveAt(20, core, 40, "b");
    simulation.run(1_000);
    timeline.mustBe("b@100", "a@140");
  }

  /// Three jobs of 60 on two cores run at ⅔: all are done at 90.
  @Test
  void threeJobsOnTwoCoresRunAtTwoThirds() {
    var cores = new ProcessorSharing(simulation, 2);
    arriveAt(0, cores, 60, "a");
    arriveAt(0, cores, 60, "b");
    arriveAt(0, cores, 60, "c");
    simulation.run(1_000);
    timeline.mustBe("a@90", "b@90", "c@90");
  }

  @Test
  void jobsUpToTheNumberOfCoresDoNotSlowEachOther() {
    var cores = new ProcessorSharing(simulation, 4);
    arriveAt(0, cores, 10, "a");
    arriveAt(0, cores, 20, "b");
    arriveAt(0, cores, 30, "c");
    arriveAt(0, cores, 40, "d");
    simulation.run(1_000);
    timeline.mustBe("a@10", "b@20", "c@30", "d@40");
  }

  /// Two jobs of 100 on one core; at 100 each has done 50. A second core then lets both run at full speed, so both
  /// are done at 150.
  @Test
  void aSecondCoreMidWaySpeedsUpThosePresent() {
    var cores = new ProcessorSharing(simulation, 1);
    arriveAt(0, cores, 100, "a");
    arriveAt(0, cores, 100, "b");
    simulation.schedule(100, () -> cores.cores(2));
    simulation.run(1_000);
    timeline.mustBe("a@150", "b@150");
  }

  /// Two jobs of 100 on two cores; at 40 one core goes: 60 are left for each at half speed, until 160.
  @Test
  void aCoreThatGoesMidWaySlowsDownThosePresent() {
    var cores = new ProcessorSharing(simulation, 2);
    arriveAt(0, cores, 100, "a");
    arriveAt(0, cores, 100, "b");
    simulation.schedule(40, () -> cores.cores(1));
    simulation.run(1_000);
    timeline.mustBe("a@160", "b@160");
  }

  /// Two jobs of 100; at 40, when both have done 20, b is interrupted: a does its last 80 alone, until 120.
  @Test
  void anInterruptedJobLeavesItsShareToTheOthers() {
    var core = new ProcessorSharing(simulation, 1);
    arriveAt(0, core, 100, "a");
    var victim = simulation.start("b", () -> core.execute(100));
    simulation.schedule(40, () -> victim.interrupt(new IllegalStateException("crash")));
    simulation.run(1_000);
    timeline.mustBe("a@120");
    assertEquals(0, core.busyGauge().level());
  }

  @Test
  void aCallbackJobSharesWithProcesses() {
    var core = new ProcessorSharing(simulation, 1);
    core.execute(100, timeline.marking("callback"));
    arriveAt(0, core, 50, "process");
    simulation.run(1_000);
    timeline.mustBe("process@100", "callback@150");
  }

  @Test
  void aJobWithoutDemandIsDoneAtOnce() {
    var core = new ProcessorSharing(simulation, 1);
    arriveAt(0, core, 100, "long");
    arriveAt(10, core, 0, "nothing");
    simulation.run(1_000);
    timeline.mustBe("nothing@10", "long@100");
  }

  /// Two jobs until 100, one until 150: the core is busy 150 of 200, and one job is beyond it for 100 of 200.
  @Test
  void gaugesSeeBusyCoresAndJobsBeyondThem() {
    var core = new ProcessorSharing(simulation, 1);
    var busy = core.busyGauge().average();
    var beyond = core.queueGauge().average();
    arriveAt(0, core, 100, "a");
    arriveAt(0, core, 50, "b");
    simulation.run(200);
    assertEquals(0.75, busy.mean(), 1e-12);
    assertEquals(0.5, beyond.mean(), 1e-12);
  }

  /// Work is conserved: a single core that is never idle is done with all jobs after the sum of their demands,
  /// however they share it. Each of the n departures is rounded up by less than 1 ns.
  @Test
  void workIsConservedOverAThousandJobs() {
    var core = new ProcessorSharing(simulation, 1);
    var random = simulation.random("demand");
    long total = 0;
    for (int job = 0; job < 1_000; job++) {
      long demand = random.nextLong(1, 1_000_000);
      total += demand;
      core.execute(demand, timeline.marking("done"));
    }
    simulation.run(10_000_000_000L);
    var last = timeline.marks().getLast();
    long end = Long.parseLong(last.substring(last.indexOf('@') + 1));
    assertEquals(1_000, timeline.size());
    assertTrue(end >= total - 1 && end <= total + 1_000, end + " after " + total);
  }

  @Test
  void noCoresAndNegativeDemandAreRefused() {
    assertEquals("cores must be at least 1, not 0",
        assertThrows(IllegalArgumentException.class, () -> new ProcessorSharing(simulation, 0)).getMessage());
    assertEquals("demandNanos must be at least 0, not -1",
        assertThrows(IllegalArgumentException.class, () -> new ProcessorSharing(simulation, 1).execute(-1, () -> {}))
            .getMessage());
  }

  private void arriveAt(long time, ProcessorSharing cores, long demandNanos, String name) {
    simulation.schedule(time, () -> simulation.start(name, () -> {
      cores.execute(demandNanos);
      timeline.mark(name);
    }));
  }
}
