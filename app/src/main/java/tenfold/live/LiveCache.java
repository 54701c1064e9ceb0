package tenfold.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tenfold.port.Cache;

/// A cache in the memory of this process, with real expiry by the wall clock.
final class LiveCache implements Cache {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, Entry> leases = new ConcurrentHashMap<>();
  private final AtomicLong given = new AtomicLong();

  private record Entry(String value, long endNanos) {
    static Entry of(String value, Duration time) {
      return new Entry(value, System.nanoTime() + time.toNanos());
    }

    boolean hasEnded() {
      return endNanos - System.nanoTime() <= 0;
    }
  }

  @Override
  public Optional<String> get(String key) {
    var entry = entries.get(key);
    if (entry != null && entry.hasEnded()) {
      entries.remove(key, entry);
      return Optional.empty();
    }
    return Optional.ofNullable(entry).map(Entry::value);
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    entries.put(key, Entry.of(value, timeToLive));
  }

  /// The map of leases decides what comes first for a key: this, a look-up or a filling.
  @Override
  public void invalidate(String key) {
    leases.compute(key, (_, _) -> {
      entries.remove(key);
      return null;
    });
  }

  @Override
  public Lookup getOrLease(String key, Duration lifetime) {
    return Lookup.of(get(key), () -> {
      var own = Entry.of(Long.toString(given.incrementAndGet()), lifetime);
      var out = leases.compute(key, (_, other) -> other == null || other.hasEnded() ? own : other);
      return out == own ? OptionalLong.of(Long.parseLong(own.value)) : OptionalLong.empty();
    });
  }

  @Override
  public boolean fill(String key, String value, Duration timeToLive, long lease) {
    var isKept = new boolean[1];
    leases.computeIfPresent(key, (_, out) -> {
      isKept[0] = !out.hasEnded() && out.value.equals(Long.toString(lease));
      if (isKept[0]) {
        set(key, value, timeToLive);
        return null;
      }
      return out;
    });
    return isKept[0];
  }
}
