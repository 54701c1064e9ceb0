package tenfold.component;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;
import tenfold.component.caching.Leases;
import tenfold.port.Cache;

/// The text's first cache: a map in the memory of one server. It takes no time, has no time to live, and other servers
/// do not hear of an invalidation; so what another server changed is stale here until this process ends.
final class LocalCache implements Cache {
  private final LinkedHashMap<String, String> values = new LinkedHashMap<>(16, 0.75f, true);
  private final Leases leases = new Leases();
  private final int maxEntries;
  private final LongSupplier nowNanos;

  /// @param maxEntries values at most, the least recently used makes room; 0 for any number, as in the text
  /// @param nowNanos simulated time, by which leases end
  LocalCache(int maxEntries, LongSupplier nowNanos) {
    this.maxEntries = maxEntries;
    this.nowNanos = nowNanos;
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    values.put(key, value);
    if (maxEntries > 0 && values.size() > maxEntries) {
      values.pollFirstEntry();
    }
  }

  @Override
  public void invalidate(String key) {
    values.remove(key);
    leases.revoke(key);
  }

  @Override
  public Lookup getOrLease(String key, Duration lifetime) {
    long now = nowNanos.getAsLong();
    return Lookup.of(get(key), () -> leases.give(key, now + lifetime.toNanos(), now));
  }

  @Override
  public boolean fill(String key, String value, Duration timeToLive, long lease) {
    boolean isGood = leases.takeBack(key, lease, nowNanos.getAsLong());
    if (isGood) {
      set(key, value, timeToLive);
    }
    return isGood;
  }

  int size() {
    return values.size();
  }

  /// Forgets all, as a process does that ends.
  void clear() {
    values.clear();
    leases.clear();
  }
}
