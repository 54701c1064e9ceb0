package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.Truth.Wrong;
import tenfold.component.guarding.CallGuards;
import tenfold.coop.Variants.Stampede;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;

/// The sketches after known systems: each serves its own load, and what it is about is what makes it do so.
class SketchesTest {
  /// For 120 of 220 s a third of the servers is away. In one zone everything is away for that time: 55 % of the pages
  /// fail, and their files are not asked for.
  @Test
  void aZoneThatGoesIsNotMissed() {
    var spread = shipped("like-netflix").run(1);
    mustServe(spread);
    var crowded = shipped("like-netflix").in("Servers", "b").in("Cache", "b").in("Replicas", "b").run(1);
    assertTrue(crowded.errorShare() + crowded.timeoutShare() > 0.05, "errors " + crowded.errorShare());
    assertTrue(crowded.goodputPerSecond().mean() < 0.6 * spread.goodputPerSecond().mean());
  }

  /// The hottest page is asked for 6 / π² of 1,000 times a second. A fetch reads 31 pages of a disk that reads one at
  /// a time: 31 ms in which 19 more come.
  @Test
  void aLeaseHoldsTheHerdBack() {
    var leased = shipped("like-facebook").run(1);
    mustServe(leased);
    assertTrue(busiestShard(leased) < 0.2, "busy " + busiestShard(leased));
    assertTrue(leased.p99Ms() < 100, "p99 " + leased.p99Ms());
    var herd = shipped("like-facebook").with("Web servers", "handlers.stampede", Stampede.NONE).run(1);
    assertTrue(busiestShard(herd) > 0.9, "busy " + busiestShard(herd));
    assertTrue(herd.p99Ms() > 1_000, "p99 " + herd.p99Ms());
  }

  /// At the height of the rush, from 900 to 1,500 s, 180 pages a second take 22.5 ms each, 4.1 cores, and so 4.1
  /// servers of two cores that are to be half busy: five.
  @Test
  void theGroupFollowsTheRushUpAndDown() {
    var run = shipped("like-aws").run(1);
    mustServe(run);
    var inService = run.nodes().stream().flatMap(node -> node.scaling().stream()).toList();
    assertEquals(2, inService.getFirst().inService());
    int most = inService.stream().mapToInt(point -> point.inService()).max().orElseThrow();
    assertTrue(most >= 4 && most <= 6, "most servers " + most);
    assertEquals(2, inService.getLast().inService());
  }

  /// The script asks for 200 a second for a second and is on its way there and back for two more, 420 in all. Of those
  /// 50 pass in each second, and a burst of 50: 220 ± 4·21 are refused, and a little more or less at the ends. A tenth
  /// of 20 payments a second for 220 s is too slow: 440 ± 4·21.
  @Test
  void theLimitTurnsOneAwayAndTheKeyChargesOnce() {
    var sound = shipped("like-stripe");
    var run = sound.run(1);
    mustServe(run);
    assertEquals(0, run.wrong().count(Wrong.CHARGED_TWICE));
    long refused = run.links().stream().mapToLong(link -> link.guards().refused()).sum();
    assertEquals(220, refused, 100);
    assertEquals((double) refused / run.requests(), run.errorShare(), 1e-3, "nobody else is turned away");
    var open = sound.guarded("A script", "Balancer", CallGuards.NONE).run(1);
    assertEquals(0, open.links().stream().mapToLong(link -> link.guards().refused()).sum());
    var keyless = sound.with("API servers", "handlers.idempotencyKeys", false).run(1);
    assertEquals(440, keyless.wrong().count(Wrong.CHARGED_TWICE), 84);
  }

  private static void mustServe(Summary run) {
    double bad = run.errorShare() + run.timeoutShare();
    assertTrue(bad < 0.01, "share of bad answers " + bad);
  }

  private static double busiestShard(Summary run) {
    return run.nodes().stream().filter(node -> node.name().startsWith("Shard")).mapToDouble(NodeResult::utilisation)
        .max().orElseThrow();
  }
}
