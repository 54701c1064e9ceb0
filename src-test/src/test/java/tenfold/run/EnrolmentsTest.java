package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tenfold.component.Families;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.component.MessageQueue;
import tenfold.component.OutsideServices;
import tenfold.component.Truth.Account;
import tenfold.component.Truth.Wrong;
import tenfold.component.Workers;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// What follows from enrolments in whole runs with families, in which this and that goes wrong: nothing that was
/// committed is forgotten, unless somebody crashes between commit and queue, and not even then with an outbox.
final class EnrolmentsTest {
  private static final int SEEDS = 1_000;

  /// Workers crash and hang.
  @Test
  void nothingIsLostWithoutACrashOfTheServer() {
    var coop = coop(false, false);
    long doubled = 0;
    for (long seed = 1; seed <= 20; seed++) {
      var faults = crashes(seed, "Workers", 4);
      faults.add(new ScheduledFault(5, "Workers", 1, Fault.HANG));
      var wrong = run(coop, faults, seed);
      assertEquals(0, wrong.count(Wrong.JOB_LOST), "seed " + seed);
      doubled += wrong.count(Wrong.JOB_DOUBLED);
    }
    assertTrue(doubled > 20, doubled + " jobs were done twice because workers crashed");
  }

  /// Servers crash four times in 10 s. Without an outbox some enrolments have no e-mail, no calendar, no coordinator.
  @Test
  void crashesOfTheServerLoseJobsWithoutAnOutbox() {
    long lost = LongStream.rangeClosed(1, 50)
        .map(seed -> run(coop(false, false), crashes(seed, "Servers", 4), seed).count(Wrong.JOB_LOST)).sum();
    assertTrue(lost > 20, lost + " jobs lost in 50 runs");
  }

  /// The same with an outbox: none is lost in any of 1,000 runs.
  @Test
  void noCrashLosesAJobThatIsInTheOutbox() {
    long jobs = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      var replication = new Replication(scenario(coop(true, false), crashes(seed, "Servers", 4)), seed);
      var result = replication.run();
      assertEquals(0, result.wrong().count(Wrong.JOB_LOST), "seed " + seed);
      assertEquals(0, replication.openJobs(), "seed " + seed);
      jobs += result.good();
    }
    assertTrue(jobs > 10_000, jobs + " enrolments");
  }

  /// With keys too, nothing is done twice, whoever crashes.
  @Test
  void withOutboxAndKeysEverythingIsDoneExactlyOnce() {
    for (long seed = 1; seed <= 50; seed++) {
      var faults = crashes(seed, "Servers", 4);
      faults.addAll(crashes(seed + 1_000, "Workers", 4));
      assertEquals(0, run(coop(true, true), faults, seed).total(), "seed " + seed);
    }
  }

  private static Account run(Topology topology, List<ScheduledFault> faults, long seed) {
    return new Replication(scenario(topology, faults), seed).run().wrong();
  }

  private static Scenario scenario(Topology topology, List<ScheduledFault> faults) {
    return new Scenario("", "", topology, 0, 12, 1).with(faults);
  }

  /// One or both, or one of the first two, crash at any moment of the first 10 s.
  private static List<ScheduledFault> crashes(long seed, String node, int count) {
    var random = new SplittableRandom(seed);
    var faults = new ArrayList<ScheduledFault>();
    for (int i = 0; i < count; i++) {
      faults.add(new ScheduledFault(10 * random.nextDouble(), node, random.nextInt(3), Fault.CRASH));
    }
    return faults;
  }

  /// Five enrolments a second; a slow queue takes 50 ms for each job. With keys, who fails tries again.
  private static Topology coop(boolean outbox, boolean keys) {
    var families = with(new Families(Families.Model.OPEN_POISSON, 100, 0, 5, 10_000, Families.Keys.OWN, 1,
        Families.Session.NONE, new Families.Mix(0, 0, 0, 100, 0, 0)), "retrying.retries", keys ? 3 : 0);
    var server = with(with(with(with(Parts.freeServer(), "count", 2), "handlers.outbox", outbox),
        "handlers.idempotencyKeys", keys), "lifecycle.restartMs", 1_000.0);
    return new Topology(List.of(node("Families", with(families, "retrying.posts", keys)),
        node("Balancer", Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN)),
        node("Servers", server), node("Primary", Parts.primary(151, Parts.FREE, 0, 2)),
        node("Queue", with(with(with(new MessageQueue(), "duplicateShare", 0.0), "visibilityMs", 2_000.0),
            "enqueueMs", 50.0)),
        node("Workers", new Workers(8, 1, 0, 1_000, 0)),
        node("Outside", new OutsideServices(500, 300, 200, 300, 0, 0, 0))),
        List.of(new Link("Families", "Balancer", 0, 0), new Link("Balancer", "Servers", 0, 0),
            new Link("Servers", "Primary", 0.5, 0), new Link("Servers", "Queue", 0.5, 0),
            new Link("Workers", "Queue", 0.5, 0), new Link("Workers", "Outside", 0.5, 0)));
  }
}
