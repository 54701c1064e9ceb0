package tenfold.component.caching;

import java.util.Optional;

/// Chooses which key makes room when a cache is full. It is told about every use and every removal.
public interface Eviction {
  /// A key is added, read or written.
  void used(String key, long nowNanos);

  /// A key is gone, whatever the reason.
  void removed(String key);

  /// Who should make room now; empty when nobody does. It stays until it is [#removed].
  Optional<Victim> victim(long nowNanos);

  /// The key to be evicted next.
  ///
  /// @param key the key
  /// @param rank how well it can be spared; of several victims the one with the highest rank goes
  record Victim(String key, long rank) {}
}
