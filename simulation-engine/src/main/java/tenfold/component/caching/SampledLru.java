package tenfold.component.caching;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The longest idle of a few random keys makes room, by a clock that ticks once a second: `allkeys-lru` of Redis.
/// Source: redis at 4f8cdc2a, evict.c and `LRU_CLOCK_RESOLUTION` in server.h.
///
/// Left out: the clock's overflow after 194 days.
public final class SampledLru implements Eviction {
  private static final long TICK_NANOS = 1_000_000_000;

  private final KeyList<Long> usedTicks = new KeyList<>();
  private final CandidatePool pool;

  /// @param samples keys drawn for each victim; 5 in Redis
  public SampledLru(RandomGenerator random, int samples) {
    this.pool = new CandidatePool(random, samples);
  }

  @Override
  public void used(String key, long nowNanos) {
    usedTicks.put(key, nowNanos / TICK_NANOS);
  }

  @Override
  public void removed(String key) {
    usedTicks.remove(key);
  }

  @Override
  public Optional<Victim> victim(long nowNanos) {
    return pool.best(usedTicks, key -> nowNanos / TICK_NANOS - usedTicks.find(key).orElseThrow());
  }
}
