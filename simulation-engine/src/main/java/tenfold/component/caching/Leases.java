package tenfold.component.caching;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The rights to fetch what a cache does not have: one for each key at a time.
///
/// Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1.
public final class Leases {
  private final Map<String, Lease> out = new HashMap<>();
  private long given;

  private record Lease(long number, long endNanos) {}

  /// Gives the lease for a key, unless another one is out that has not ended.
  ///
  /// @param endNanos when it ends by itself
  public OptionalLong give(String key, long endNanos, long nowNanos) {
    var other = out.get(key);
    if (other != null && other.endNanos > nowNanos) {
      return OptionalLong.empty();
    }
    out.put(key, new Lease(++given, endNanos));
    return OptionalLong.of(given);
  }

  /// Takes a lease back.
  ///
  /// @return whether it was good: neither voided nor ended
  public boolean takeBack(String key, long number, long nowNanos) {
    var lease = out.get(key);
    boolean isGood = lease != null && lease.number == number && lease.endNanos > nowNanos;
    if (isGood) {
      out.remove(key);
    }
    return isGood;
  }

  /// Voids the lease that is out for a key.
  public void revoke(String key) {
    out.remove(key);
  }

  /// Voids all.
  public void clear() {
    out.clear();
  }
}
