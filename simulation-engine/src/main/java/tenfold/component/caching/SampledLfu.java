package tenfold.component.caching;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The least used of a few random keys makes room: `allkeys-lfu` of Redis. Uses are counted up to 255 in a counter that
/// rises the more seldom the higher it is, and falls by one for each minute without a use.
/// Source: redis at 4f8cdc2a, `LFULogIncr` and `LFUDecrAndReturn` in evict.c, with its defaults `lfu-log-factor 10` and
/// `lfu-decay-time 1`.
///
/// Left out: the minute clock's overflow after 45 days.
public final class SampledLfu implements Eviction {
  private static final int HIGHEST = 255;
  private static final int OF_NEW_KEYS = 5;
  private static final int LOG_FACTOR = 10;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final KeyList<Count> counts = new KeyList<>();
  private final RandomGenerator random;
  private final CandidatePool pool;

  /// @param samples keys drawn for each victim; 5 in Redis
  public SampledLfu(RandomGenerator random, int samples) {
    this.random = random;
    this.pool = new CandidatePool(random, samples);
  }

  @Override
  public void used(String key, long nowNanos) {
    long minute = nowNanos / MINUTE_NANOS;
    int value = counts.find(key).map(count -> incremented(count.at(minute))).orElse(OF_NEW_KEYS);
    counts.put(key, new Count(value, minute));
  }

  @Override
  public void removed(String key) {
    counts.remove(key);
  }

  @Override
  public Optional<Victim> victim(long nowNanos) {
    return pool.best(counts, key -> HIGHEST - counts.find(key).orElseThrow().at(nowNanos / MINUTE_NANOS));
  }

  /// The counter of a key, as `OBJECT FREQ` tells it; 0 for a key that is not there.
  public int counter(String key, long nowNanos) {
    return counts.find(key).map(count -> count.at(nowNanos / MINUTE_NANOS)).orElse(0);
  }

  /// How likely a use increments a counter: 1/((c − 5)·factor + 1), 1 below the value of new keys, 0 at the top.
  public static double incrementProbability(int counter, int logFactor) {
    return counter >= HIGHEST ? 0 : 1.0 / (Math.max(0, counter - OF_NEW_KEYS) * (double) logFactor + 1);
  }

  private int incremented(int counter) {
    return random.nextDouble() < incrementProbability(counter, LOG_FACTOR) ? counter + 1 : counter;
  }

  private record Count(int value, long minute) {
    int at(long nowMinute) {
      return (int) Math.max(0, value - (nowMinute - minute));
    }
  }
}
