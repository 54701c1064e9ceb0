package tenfold.port;

import java.time.Duration;
import java.util.Optional;

/// Keeps values by key for a while.
public interface Cache {
  /// The value, unless it is absent, expired or evicted.
  Optional<String> get(String key);

  /// Keeps the value until the time to live has passed, or until it is evicted.
  void set(String key, String value, Duration timeToLive);

  /// Forgets the value.
  void invalidate(String key);

  /// What a handler finds where no cache is wired: every look-up misses at once.
  static Cache absent() {
    return new Cache() {
      @Override
      public Optional<String> get(String key) {
        return Optional.empty();
      }

      @Override
      public void set(String key, String value, Duration timeToLive) {}

      @Override
      public void invalidate(String key) {}
    };
  }
}
