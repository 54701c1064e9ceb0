package tenfold.component.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.sharding.ShardMap.Scheme;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;

/// Who has which key, and what moves when shards come and go.
class ShardMapTest {
  private static final int KEYS = 100_000;

  /// Hash modulo moves 1 − a/lcm(a, b), a ring 1/(n + 1): which keys those are is another matter in each replication,
  /// by other keys, or by shards of other names. False-alarm rate: 0.5 % (see [Replications]).
  @Test
  void reshardingMovesWhatTheorySays() {
    Replications.mustBe(ReferenceValues.value("resharding hash mod n", "4->5", "moved"), 0.002,
        seed -> moved(Scheme.HASH, "", 4, 5, seed * KEYS));
    Replications.mustBe(ReferenceValues.value("resharding consistent hash", "4->5", "moved"), 0.06,
        seed -> moved(Scheme.CONSISTENT, "set " + seed, 4, 5, 0));
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "3, 4", "4, 6", "4, 8", "8, 9", "6, 4"})
  void moduloMovesAllButTheCommonResidues(int before, int after) {
    int few = Math.min(before, after);
    int lcm = IntStream.iterate(few, i -> i + few).filter(i -> i % Math.max(before, after) == 0).findFirst().orElse(0);
    Replications.mustBe(1 - (double) few / lcm, 0.01, seed -> moved(Scheme.HASH, "", before, after, seed * KEYS));
  }

  /// A table of 1,024 groups gives the fifth shard 204 of them, whatever the chance; half of the largest of four ranges
  /// is an eighth.
  @Test
  void tablesAndRangesMoveWhatTheyMust() {
    assertEquals(204 / 1_024.0, moved(Scheme.DIRECTORY, "", 4, 5, 0), 0.005);
    assertEquals(0.125, moved(Scheme.RANGE, "", 4, 5, 0), 1e-3);
  }

  /// Nothing goes from one old shard to another when one comes or goes, except with modulo.
  @ParameterizedTest
  @EnumSource(names = "HASH", mode = EnumSource.Mode.EXCLUDE)
  void onlyTheNewShardGetsKeysAndOnlyTheOldOneLosesThem(Scheme scheme) {
    var four = map(scheme, "", 4);
    var five = four.over(names("", 5));
    var three = five.over(List.of("0", "2", "3", "4"));
    for (long key = 1; key <= KEYS; key++) {
      var before = four.shardOf(key);
      var after = five.shardOf(key);
      assertTrue(before.equals(after) || after.equals("4"));
      assertTrue(after.equals("1") || after.equals(three.shardOf(key)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void allShardsGetTheirShare(Scheme scheme) {
    var map = map(scheme, "", 4);
    for (var shard : names("", 4)) {
      long share = LongStream.rangeClosed(1, KEYS).filter(key -> map.shardOf(key).equals(shard)).count();
      assertEquals(KEYS / 4.0, share, scheme == Scheme.CONSISTENT ? 0.3 * KEYS / 4 : 0.02 * KEYS / 4, shard);
    }
  }

  @Test
  void newKeysAllGoToTheLastRange() {
    var map = map(Scheme.RANGE, "", 4);
    assertEquals("3", map.shardOf(KEYS + 1));
    assertEquals("3", map.shardOf(10_000_001));
    assertEquals("0", map.shardOf(-5));
  }

  private static double moved(Scheme scheme, String set, int before, int after, long firstKey) {
    var old = map(scheme, set, before);
    var changed = old.over(names(set, after));
    return LongStream.rangeClosed(firstKey + 1, firstKey + KEYS)
        .filter(key -> !old.shardOf(key).equals(changed.shardOf(key))).count() / (double) KEYS;
  }

  private static ShardMap map(Scheme scheme, String set, int shards) {
    return ShardMap.of(scheme, 128, names(set, shards), KEYS);
  }

  private static List<String> names(String set, int shards) {
    return IntStream.range(0, shards).mapToObj(i -> set + i).toList();
  }
}
