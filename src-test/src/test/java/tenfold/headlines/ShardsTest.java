package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.Families.Keys;
import tenfold.component.RedisCache;
import tenfold.component.sharding.ShardMap.Scheme;
import tenfold.run.Experiment.Summary;
import tenfold.run.Replication;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// A database in parts: what it is worth when one part is hot, what it costs to divide it anew, and what waits for all.
/// False-alarm rate of what is random: 0.5 % a claim (see [Replications]).
class ShardsTest {
  /// Four shards of which one has a key with 40 % of all requests do 1.818 times what one does: reference table, hot
  /// shard. At half the load, where nobody waits, the shares of the work are those of the requests.
  @Test
  void aHotKeyMakesFourShardsWorthLessThanTwo() {
    double multiple = ReferenceValues.value("hot shard", "4 shards;hot key share=0.4 rest uniform",
        "capacity_multiple");
    var half = shipped("hot-shard").with("Admirers", "arrivalRatePerSecond", 40.0)
        .with("Families", "arrivalRatePerSecond", 60.0).with("Families", "population", 1_000_000).lasting(10, 60);
    Replications.mustBe(multiple, 0.02, seed -> {
      var nodes = new Replication(half.scenario(), seed).run().nodes();
      var busy = nodes.stream().filter(node -> node.name().startsWith("Shard"))
          .mapToDouble(node -> node.utilisation()).toArray();
      return IntStream.range(0, 4).mapToDouble(i -> busy[i]).sum()
          / IntStream.range(0, 4).mapToDouble(i -> busy[i]).max().orElseThrow();
    });
  }

  /// Everybody waits in the line of the hot shard, which does 200 a second, so the system does 1.818 times that. Each
  /// shard does its work in constant time, and the shares are steady to 2 % over these 60 s.
  @Test
  void theSystemIsAsFastAsItsHotShard() {
    var hot = shipped("hot-shard").lasting(60, 60);
    assertEquals(200 / 0.55, hot.run(1).goodputPerSecond().mean(), 0.05 * 200 / 0.55);
    var cached = hot.plus(new Node("Cache", 460, 60, new RedisCache()), Link.inZone("Servers", "Cache")).run(1);
    assertEquals(500, cached.goodputPerSecond().mean(), 4 * Math.sqrt(500.0 / 60));
    assertTrue(cached.p95Ms() < 100, "p95 " + cached.p95Ms());
  }

  /// Of a million rows of 4,096 B modulo moves 800,000 and a ring 200,000, at 12,207 a second: writes
  /// to what is being copied wait for seconds, with modulo for 66 s, on a ring for 16 s, which the 99th percentile does
  /// not see.
  @Test
  void aRingMovesAFifthOfWhatModuloMoves() {
    assertTrue(shipped("resharding").run(1).p99Ms() > 1_000);
    assertTrue(shipped("resharding").with("Router", "scheme", Scheme.CONSISTENT).run(1).p99Ms() < 50);
    assertEquals(0.8e6 * 4_096 / 50e6, copyingSeconds(shipped("resharding")), 1);
    assertEquals(0.2e6 * 4_096 / 50e6,
        copyingSeconds(shipped("resharding").with("Router", "scheme", Scheme.DIRECTORY)), 1);
  }

  /// Seconds from the joining, at 30 s, to the last second in which the new shard spends a tenth of a core on copying.
  private static double copyingSeconds(Altered scenario) {
    var replication = new Replication(scenario.scenario(), 1);
    int[] last = new int[1];
    replication.watch(1_000_000_000L, point -> {
      var shard = replication.snapshot().nodes().stream().filter(node -> node.name().equals("Shard 5")).findFirst();
      if (shard.orElseThrow().utilisation() * 8 > 0.15) {
        last[0] = (int) Math.round(point.seconds());
      }
    });
    replication.run();
    return last[0] - 30;
  }

  /// The slowest of ten exponential answers takes H₁₀ = 2.93 times their mean of 10 ms, 19.3 ms more than one.
  @Test
  void aReportWaitsForTheSlowestShard() {
    var report = shipped("scatter-gather").lasting(10, 100);
    var read = report.with("Families", "mix.report", 0.0).with("Families", "mix.readFamily", 100.0);
    double harmonic = IntStream.rangeClosed(1, 10).mapToDouble(i -> 1.0 / i).sum();
    double more = report.run(3).meanMs().mean() - read.run(3).meanMs().mean();
    assertEquals(10 * (harmonic - 1), more, 1);
  }
}
