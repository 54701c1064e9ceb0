package tenfold.component.caching;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The key whose last use is longest ago makes room: the policy that theory is about (Che, Tung & Wang, "Hierarchical
/// web caching systems", IEEE JSAC 20(7), 2002). Redis only approximates it: see [SampledLru].
public final class ExactLru implements Eviction {
  private final LinkedHashMap<String, Long> usedNanos = new LinkedHashMap<>(16, 0.75f, true);

  @Override
  public void used(String key, long nowNanos) {
    usedNanos.put(key, nowNanos);
  }

  @Override
  public void removed(String key) {
    usedNanos.remove(key);
  }

  @Override
  public Optional<Victim> victim(long nowNanos) {
    return Optional.ofNullable(usedNanos.firstEntry())
        .map(eldest -> new Victim(eldest.getKey(), nowNanos - eldest.getValue()));
  }
}
