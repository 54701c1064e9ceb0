package tenfold.component.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenfold.stats.Draw;
import tenfold.stats.Interval;
import tenfold.stats.Tally;
import tenfold.theory.ReferenceValues;

/// Keys end: when they are asked for too late, or when the active cycle finds them.
class KeyspaceTest {
  private static final long SECOND = 1_000_000_000;

  /// The value is there up to the end, not at it; it leaves the memory when somebody asks.
  @Test
  void aKeyEndsAtItsNextAccess() {
    var keys = new Keyspace(new ExactLru());
    keys.put("a", "value", 5, 10, 0);
    assertEquals(Optional.of("value"), keys.get("a", 9));
    assertEquals(1, keys.size());
    assertEquals(Optional.empty(), keys.get("a", 10));
    assertEquals(0, keys.size());
  }

  /// 5 + 90 bytes, then 7 + 90 in their place, then nothing.
  @Test
  void bytesFollowTheValues() {
    var keys = new Keyspace(new NoEviction());
    keys.put("a", "value", 5, 10, 0);
    assertEquals(95, keys.bytes());
    keys.put("a", "another", 7, 10, 0);
    assertEquals(97, keys.bytes());
    keys.clear();
    assertEquals(0, keys.bytes());
  }

  /// All 100 have ended. Five rounds of 20 find a stale share of 1 each; the sixth finds nothing and stops.
  @Test
  void theActiveCycleGoesOnWhileItFindsMuch() {
    var keys = hundred(0);
    assertEquals(6, keys.expire(new SplittableRandom(1), SECOND, 50));
    assertEquals(0, keys.size());
  }

  @Test
  void theActiveCycleStopsInAnyCase() {
    var keys = hundred(0);
    assertEquals(2, keys.expire(new SplittableRandom(1), SECOND, 2));
    assertEquals(60, keys.size());
  }

  @Test
  void theActiveCycleLeavesLivingKeysAlone() {
    var keys = hundred(Long.MAX_VALUE);
    assertEquals(1, keys.expire(new SplittableRandom(1), SECOND, 50));
    assertEquals(100, keys.size());
  }

  /// A page read at 0.33/s that is kept for 300 s after it was filled: λT/(1 + λT).
  @Test
  void aFixedTimeToLiveHitsAsTheorySays() {
    double expected = ReferenceValues.value("TTL cache, fixed from fill", "lambda=0.33;T=300.0", "hit");
    mustCover(expected, 0.33, false);
  }

  /// A session used at 0.01/s that lives 300 s after each use: 1 − e^(−λT).
  @Test
  void aSlidingTimeToLiveHitsAsTheorySays() {
    double expected = ReferenceValues.value("TTL cache, sliding (session)", "lambda=0.01;T=300.0", "hit");
    mustCover(expected, 0.01, true);
  }

  /// Within 1.5 half widths of the 95 % interval over 20 streams of 100,000 reads, or 0.2 %.
  private static void mustCover(double expected, double readsPerSecond, boolean isSliding) {
    var shares = new Tally();
    for (int seed = 1; seed <= 20; seed++) {
      shares.add(hitShare(new SplittableRandom(seed), readsPerSecond, isSliding));
    }
    var measured = Interval.ofMean(shares, 0.95);
    assertEquals(expected, measured.mean(), Math.max(1.5 * measured.halfWidth(), 0.002 * expected));
    assertTrue(measured.halfWidth() < 0.002, measured.toString());
  }

  private static double hitShare(SplittableRandom random, double readsPerSecond, boolean isSliding) {
    var keys = new Keyspace(new ExactLru());
    int reads = 100_000;
    int hits = 0;
    long now = 0;
    for (int i = 0; i < reads; i++) {
      now += Draw.exponential(random, SECOND / readsPerSecond);
      long end = now + 300 * SECOND;
      if (keys.get("a", now).isEmpty()) {
        keys.put("a", "", 0, end, now);
      } else {
        hits++;
        if (isSliding) {
          keys.prolong("a", end, now);
        }
      }
    }
    return (double) hits / reads;
  }

  private static Keyspace hundred(long endNanos) {
    var keys = new Keyspace(new NoEviction());
    for (int i = 0; i < 100; i++) {
      keys.put("k" + i, "", 0, endNanos, 0);
    }
    return keys;
  }
}
