package tenfold.component.caching;

import java.util.Optional;

/// Nobody makes room: what does not fit is refused. The default of Redis (`maxmemory-policy noeviction`).
public final class NoEviction implements Eviction {
  @Override
  public void used(String key, long nowNanos) {}

  @Override
  public void removed(String key) {}

  @Override
  public Optional<Victim> victim(long nowNanos) {
    return Optional.empty();
  }
}
