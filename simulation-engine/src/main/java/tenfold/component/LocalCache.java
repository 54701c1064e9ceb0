package tenfold.component;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import tenfold.port.Cache;

/// The text's first cache: a map in the memory of one server. It takes no time, has no time to live, and other servers
/// do not hear of an invalidation; so what another server changed is stale here until this process ends.
final class LocalCache implements Cache {
  private final LinkedHashMap<String, String> values = new LinkedHashMap<>(16, 0.75f, true);
  private final int maxEntries;

  /// @param maxEntries values at most, the least recently used makes room; 0 for any number, as in the text
  LocalCache(int maxEntries) {
    this.maxEntries = maxEntries;
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
  }

  int size() {
    return values.size();
  }

  /// Forgets all, as a process does that ends.
  void clear() {
    values.clear();
  }
}
