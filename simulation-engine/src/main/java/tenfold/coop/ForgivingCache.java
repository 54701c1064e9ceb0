package tenfold.coop;

import java.time.Duration;
import java.util.Optional;
import tenfold.port.Cache;
import tenfold.port.PortFailure;

/// A cache whose failures are nobody's: a look-up that fails is a miss, and what cannot be written is not.
record ForgivingCache(Cache cache) implements Cache {
  @Override
  public Optional<String> get(String key) {
    try {
      return cache.get(key);
    } catch (PortFailure failure) {
      return Optional.empty(); // The database has it too.
    }
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    forgive(() -> cache.set(key, value, timeToLive));
  }

  @Override
  public void invalidate(String key) {
    forgive(() -> cache.invalidate(key));
  }

  @Override
  public Lookup getOrLease(String key, Duration lifetime) {
    try {
      return cache.getOrLease(key, lifetime);
    } catch (PortFailure failure) {
      return new Lookup.Leased(0); // Everybody asks the database, as if each had the lease.
    }
  }

  @Override
  public boolean fill(String key, String value, Duration timeToLive, long lease) {
    try {
      return cache.fill(key, value, timeToLive, lease);
    } catch (PortFailure failure) {
      return false;
    }
  }

  private static void forgive(Runnable call) {
    try {
      call.run();
    } catch (PortFailure failure) {
      // The database has the truth; a page that stays ends with its time to live.
    }
  }
}
