package tenfold.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenfold.port.Cache;

/// A cache in the memory of this process, with real expiry by the wall clock.
final class LiveCache implements Cache {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(String value, long endNanos) {}

  @Override
  public Optional<String> get(String key) {
    var entry = entries.get(key);
    if (entry != null && entry.endNanos - System.nanoTime() <= 0) {
      entries.remove(key, entry);
      return Optional.empty();
    }
    return Optional.ofNullable(entry).map(Entry::value);
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    entries.put(key, new Entry(value, System.nanoTime() + timeToLive.toNanos()));
  }

  @Override
  public void invalidate(String key) {
    entries.remove(key);
  }
}
