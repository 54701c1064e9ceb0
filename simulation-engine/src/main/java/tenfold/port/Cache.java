package tenfold.port;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Keeps values by key for a while.
public interface Cache {
  /// The value, unless it is absent, expired or evicted.
  Optional<String> get(String key);

  /// Keeps the value until the time to live has passed, or until it is evicted.
  void set(String key, String value, Duration timeToLive);

  /// Forgets the value, and voids the lease that is out for the key.
  void invalidate(String key);

  /// The value, or what to do without it: of all who miss, one at a time gets a lease and is to fetch.
  /// Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1.
  ///
  /// @param lifetime how long the lease is good; another one is given after that
  Lookup getOrLease(String key, Duration lifetime);

  /// Keeps the value as [#set] does and takes the lease back, unless the lease was voided or has ended.
  ///
  /// @return whether the value is kept
  boolean fill(String key, String value, Duration timeToLive, long lease);

  /// What a look-up for a lease finds.
  sealed interface Lookup {
    /// The value is there.
    ///
    /// @param value the value
    record Hit(String value) implements Lookup {}

    /// The value is not there, and whoever asked is the one to fetch it.
    ///
    /// @param lease what to show when filling
    record Leased(long lease) implements Lookup {}

    /// The value is not there, and somebody else is fetching it: look again in a while.
    record Taken() implements Lookup {}

    /// @param value the value, if it is there
    /// @param lease asked for when it is not; empty when another one is out
    static Lookup of(Optional<String> value, Supplier<OptionalLong> lease) {
      if (value.isPresent()) {
        return new Hit(value.get());
      }
      var given = lease.get();
      return given.isPresent() ? new Leased(given.getAsLong()) : new Taken();
    }
  }

  /// What a handler finds where no cache is wired: every look-up misses at once, and everybody is to fetch.
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

      @Override
      public Lookup getOrLease(String key, Duration lifetime) {
        return new Lookup.Leased(0);
      }

      @Override
      public boolean fill(String key, String value, Duration timeToLive, long lease) {
        return false;
      }
    };
  }
}
