package tenfold.component.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.stats.Interval;
import tenfold.stats.Tally;
import tenfold.stats.Zipf;
import tenfold.theory.GoldenVectors;
import tenfold.theory.ReferenceValues;

/// Who makes room: by hand, by Redis's own numbers, and by Che's approximation.
class EvictionTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;

  @Test
  void nobodyMakesRoomWithoutEviction() {
    var eviction = new NoEviction();
    eviction.used("a", 0);
    assertEquals(Optional.empty(), eviction.victim(SECOND));
  }

  /// a, b, c, then a again: b is the eldest, then c, then a.
  @Test
  void exactLruGivesUpTheLongestUnused() {
    var lru = new ExactLru();
    Stream.of("a", "b", "c", "a").forEach(key -> lru.used(key, 0));
    assertEquals(List.of("b", "c", "a"), evicted(lru, 3, 0));
  }

  /// Three keys and 60 samples: each is seen (missed with 3·(2/3)⁶⁰ < 10⁻¹⁰). Idle 9, 5 and 2 s.
  @Test
  void sampledLruGivesUpTheLongestIdleThatItSaw() {
    var lru = new SampledLru(random(), 60);
    lru.used("young", 8 * SECOND);
    lru.used("old", SECOND);
    lru.used("middle", 5 * SECOND);
    assertEquals(new Eviction.Victim("old", 9), lru.victim(10 * SECOND).orElseThrow());
    assertEquals(List.of("old", "middle", "young"), evicted(lru, 3, 10 * SECOND));
    assertEquals(Optional.empty(), lru.victim(10 * SECOND));
  }

  /// What was sampled once is remembered with the idle time that it had then. As in Redis that is not looked up again,
  /// so a use in between does not save it.
  @Test
  void thePoolRemembersACandidateThatWasUsedMeanwhile() {
    var lru = new SampledLru(random(), 60);
    lru.used("old", 0);
    lru.used("young", 8 * SECOND);
    lru.victim(10 * SECOND);
    lru.used("old", 10 * SECOND);
    assertEquals("old", lru.victim(10 * SECOND).orElseThrow().key());
  }

  /// Uses within one second look alike to a clock that ticks once a second.
  @Test
  void theLruClockTicksOnceASecond() {
    var lru = new SampledLru(random(), 60);
    lru.used("a", SECOND);
    lru.used("b", SECOND + 900_000_000);
    assertEquals(1, lru.victim(2 * SECOND).orElseThrow().rank());
  }

  /// A new key has 5; its next use counts for certain (6), the one after with 1/11.
  @Test
  void lfuCountsUsesAndForgetsOneAMinute() {
    var lfu = new SampledLfu(random(), 5);
    lfu.used("a", 0);
    assertEquals(5, lfu.counter("a", 0));
    lfu.used("a", 0);
    assertEquals(6, lfu.counter("a", 0));
    assertEquals(6, lfu.counter("a", MINUTE - 1));
    assertEquals(4, lfu.counter("a", 2 * MINUTE));
    assertEquals(0, lfu.counter("a", 60 * MINUTE));
  }

  /// b was used twice, a once but later: a goes.
  @Test
  void lfuGivesUpTheLeastUsed() {
    var lfu = new SampledLfu(random(), 60);
    Stream.of("b", "b", "a").forEach(key -> lfu.used(key, 0));
    assertEquals(new Eviction.Victim("a", 250), lfu.victim(0).orElseThrow());
    assertEquals(List.of("a", "b"), evicted(lfu, 2, 0));
  }

  static Stream<Arguments> goldenIncrements() {
    return GoldenVectors.of("Redis LFU increment probability");
  }

  /// Redis's own source gave these.
  @ParameterizedTest
  @MethodSource("goldenIncrements")
  void lfuIncrementsAsRedisDoes(String counterAndFactor, double expected) {
    var input = counterAndFactor.split("[=;]");
    assertEquals(expected,
        SampledLfu.incrementProbability(Integer.parseInt(input[1]), Integer.parseInt(input[3])), 1e-15);
  }

  /// Che is an approximation, and yet the mean of ten streams lies within 0.2 % of it, or within 1.5 half widths.
  @ParameterizedTest
  @CsvSource({"0.8, 1000, 100", "1.0, 10000, 1000"})
  void exactLruHitsAsCheSays(double exponent, int keys, int capacity) {
    double expected = ReferenceValues.value("LRU hit ratio (Che)",
        "Zipf=" + exponent + ";M=" + keys + ";C=" + capacity, "hit");
    var hits = new Tally();
    for (int seed = 1; seed <= 10; seed++) {
      hits.add(hitRatio(new ExactLru(), seed, exponent, keys, capacity));
    }
    var measured = Interval.ofMean(hits, 0.95);
    assertEquals(expected, measured.mean(), Math.max(1.5 * measured.halfWidth(), 0.002 * expected));
  }

  /// Five samples and a pool of 16 come within two points of exact LRU, which is Redis's reason for them; LFU beats
  /// both where popularity does not change.
  @Test
  void sampledPoliciesComeCloseToExactLru() {
    double exact = hitRatio(new ExactLru(), 1, 1, 10_000, 1_000);
    double sampled = hitRatio(new SampledLru(random(), 5), 1, 1, 10_000, 1_000);
    double frequency = hitRatio(new SampledLfu(random(), 5), 1, 1, 10_000, 1_000);
    assertEquals(exact, sampled, 0.02);
    assertTrue(frequency > exact, frequency + " > " + exact);
  }

  /// Share of hits of a Zipf stream at 100 requests a second, after a first half to warm up.
  private static double hitRatio(Eviction eviction, long seed, double exponent, int keys, int capacity) {
    var zipf = new Zipf(new SplittableRandom(seed), keys, exponent);
    var cache = new Keyspace(eviction);
    int requests = 200_000;
    int hits = 0;
    for (int i = 0; i < requests; i++) {
      var key = "k" + zipf.draw();
      long now = i * SECOND / 100;
      if (cache.get(key, now).isPresent()) {
        hits += i < requests / 2 ? 0 : 1;
      } else {
        if (cache.size() >= capacity) {
          cache.remove(cache.victim(now).orElseThrow().key());
        }
        cache.put(key, "", 0, Long.MAX_VALUE, now);
      }
    }
    return hits / (requests / 2.0);
  }

  private static List<String> evicted(Eviction eviction, int count, long nowNanos) {
    return Stream.generate(() -> eviction.victim(nowNanos).orElseThrow().key())
        .limit(count).peek(eviction::removed).toList();
  }

  private static RandomGenerator random() {
    return new SplittableRandom(7);
  }
}
