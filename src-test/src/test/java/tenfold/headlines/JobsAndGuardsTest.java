package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.Backoff;
import tenfold.component.Retrying;
import tenfold.component.Truth.Wrong;
import tenfold.component.guarding.Breaking;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Limiting;
import tenfold.coop.Variants.Conduct;
import tenfold.resilience.BreakerPlan;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;

/// Each shipped scenario of jobs and of guards shows what it says, in its size, and its cure is a change of a
/// parameter. Tolerances of random figures are four standard deviations or more: a false alarm in 16,000 seeds.
class JobsAndGuardsTest {
  private static final Retrying ONCE = new Retrying();

  /// Five workers are exactly busy, so the line only grows; with six it has 15 jobs a second × 0.196 s and what comes
  /// of their coming in threes.
  @Test
  void fiveWorkersAreOneTooFew() {
    var scenario = shipped("backlog");
    assertTrue(node(scenario.run(3), "Queue").meanQueueLength() > 20);
    assertTrue(node(scenario.with("Workers", "count", 6).run(3), "Queue").meanQueueLength() < 6);
  }

  /// 29 crashes; one of two servers has 2.5 enrolments a second, each for 150 ms between commit and the last job: at
  /// every crash 0.375 are there on the average, and each loses three, two or one of its jobs: 22, over five runs ±
  /// 4·3.2.
  @Test
  void crashesForgetJobsUnlessThereIsAnOutbox() {
    var scenario = shipped("lost-jobs");
    assertEquals(22, scenario.run(5).wrong().count(Wrong.JOB_LOST) / 5.0, 13);
    assertEquals(0, scenario.with("Servers", "handlers.outbox", true).run(1).wrong().count(Wrong.JOB_LOST));
  }

  /// Each e-mail is given out again every 30 s until five have been tried; nobody knows that the first one was sent.
  @Test
  void aVisibilityTimeOutThatIsTooShortDoublesTheWork() {
    var scenario = shipped("done-twice");
    assertEquals(4 * 240, scenario.run(1).wrong().count(Wrong.JOB_DOUBLED), 480);
    assertEquals(0, scenario.with("Queue", "visibilityMs", 60_000.0).run(1).wrong().total());
  }

  /// A twentieth of 60 jobs a second for 220 s: 660 ± 4·25. With five tries it is 0.05⁵ of them.
  @Test
  void oneTryIsNotEnough() {
    var scenario = shipped("given-up");
    assertEquals(660, scenario.run(1).wrong().count(Wrong.JOB_GIVEN_UP), 100);
    assertEquals(0, scenario.with("Queue", "maxReceives", 5).run(1).wrong().count(Wrong.JOB_GIVEN_UP));
  }

  /// From half a minute after the outage on, payments are made by workers, 20 a second × 0.3 s of 20, or by servers.
  @Test
  void aBreakerThatNeverClosesQueuesPaymentsForGood() {
    var scenario = shipped("open-for-ever").lasting(150, 90);
    var text = scenario.run(1);
    assertEquals(0.3, node(text, "Workers").utilisation(), 0.05);
    assertTrue(text.p95Ms() < 30, "a payment that is queued is told at once");
    var complete = scenario.with("Servers", "handlers.paymentBreaker.kind", BreakerPlan.Kind.COMPLETE).run(1);
    assertEquals(0, node(complete, "Workers").utilisation(), 0.01);
    assertTrue(complete.p95Ms() > 300, "a payment that is made takes its time");
  }

  /// A tenth of 20 payments a second for 220 s: 440 ± 4·21.
  @Test
  void aPaymentThatWasTooSlowIsMadeTwice() {
    var scenario = shipped("charged-twice");
    assertEquals(440, scenario.run(1).wrong().count(Wrong.CHARGED_TWICE), 84);
    assertEquals(0, scenario.with("Servers", "handlers.idempotencyKeys", true).run(1).wrong().total());
  }

  /// Ten payments a second hold 400 threads after 40 s. A time-out of a second with a breaker, or of three with a
  /// bulkhead of twenty places, leaves the others theirs. (Without a time-out the balancer's own ends, after 60 s, take
  /// both servers out for a while.)
  @Test
  void oneServiceThatHangsTakesEverythingWithIt() {
    var scenario = shipped("cascade").lasting(110, 60);
    assertTrue(scenario.run(1).goodputPerSecond().mean() < 10);
    var breaker = new CallGuards(1_000, 0, false, ONCE, new Breaking(BreakerPlan.Kind.COMPLETE), new Limiting());
    assertTrue(scenario.guarded("Servers", "Outside", breaker).run(1).goodputPerSecond().mean() > 190);
    var bulkhead = new CallGuards(3_000, 0, false, ONCE, new Breaking(), new Limiting(0, 1, 20, 0));
    assertTrue(scenario.guarded("Servers", "Outside", bulkhead).run(1).goodputPerSecond().mean() > 190);
  }

  /// Whoever has waited for 40 ms asks once more, and another server answers.
  @Test
  void aHedgeHidesTheSlowServer() {
    var scenario = shipped("slow-one");
    assertTrue(scenario.run(1).p95Ms() > 150);
    var hedge = new CallGuards(0, 40, false, ONCE, new Breaking(), new Limiting());
    var hedged = scenario.guarded("Families", "Balancer", hedge).run(1);
    assertTrue(hedged.p95Ms() < 75, hedged.p95Ms() + " ms");
    long hedges = hedged.links().getFirst().guards().hedges();
    assertEquals(0.1, (double) hedges / hedged.requests(), 0.03, "only a tenth is asked twice");
  }

  /// An eighth of the requests while it lasts; asked again, they come to another server.
  @Test
  void aBadVersionIsHiddenByAskingAgain() {
    var scenario = shipped("bad-deploy").lasting(60, 120);
    assertEquals(0.125, scenario.run(1).errorShare(), 0.013);
    var again = new CallGuards(0, 0, false, new Retrying(3, Backoff.NONE, 0, 1, 0, false), new Breaking(),
        new Limiting());
    assertEquals(0, scenario.guarded("Families", "Balancer", again).run(1).errorShare(), 0.001);
  }

  @Test
  void aZoneTakesEverythingWithItThatHasNoPlaceElsewhere() {
    var scenario = shipped("one-zone").lasting(62, 116);
    assertTrue(scenario.run(1).errorShare() > 0.95);
    assertTrue(scenario.in("Servers", "a, b").run(1).errorShare() < 0.01);
  }

  /// Four renamings a second on each side, for a minute, of 200 families: 240 in the west, of which each is merged. Of
  /// the west's a·t = 1.2 changes of a family those before the east's last one are thrown away, and the first one after
  /// it throws that one away: a − (1 − e⁻ᵃ) + (1 − e⁻ᵃ) − (1 − e⁻²ᵃ)/2 = 0.745 for each family.
  @Test
  void whoServesDuringAPartitionMergesAfterIt() {
    var scenario = shipped("two-sites").lasting(50, 100);
    var available = scenario.run(1).wrong();
    assertEquals(240, available.merged(), 62);
    assertEquals(149, available.count(Wrong.MERGED_AWAY), 56);
    var summary = refusing(scenario).run(1);
    assertEquals(0, summary.wrong().merged() + summary.wrong().count(Wrong.MERGED_AWAY));
    assertEquals(0, summary.wrong().count(Wrong.STALE_READ));
    assertEquals(0.5 * 0.6, summary.errorShare(), 0.03);
  }

  private static Altered refusing(Altered scenario) {
    for (var site : List.of("East", "West")) {
      scenario = scenario.with(site, "handlers.readWhenParted", Conduct.REFUSE)
          .with(site, "handlers.renameWhenParted", Conduct.REFUSE);
    }
    return scenario;
  }

  private static NodeResult node(Summary summary, String name) {
    return summary.nodes().stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
  }
}
