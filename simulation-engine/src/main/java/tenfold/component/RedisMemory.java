package tenfold.component;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tenfold.component.caching.Eviction.Victim;
import tenfold.component.caching.Keyspace;
import tenfold.component.caching.Leases;
import tenfold.port.ServiceError;

/// What a [RedisCache] keeps: pages, limited by their number, and sessions; both together limited by bytes. Redis
/// evicts before it adds, and so does this.
final class RedisMemory {
  private static final double BYTES_PER_MB = 1_048_576;

  private final RandomGenerator random;
  private final Keyspace pages;
  private final Keyspace sessions;
  private final Leases leases = new Leases();
  private RedisCache spec;

  RedisMemory(RedisCache spec, RandomGenerator random) {
    this.spec = spec;
    this.random = random;
    this.pages = new Keyspace(spec.eviction(random));
    this.sessions = new Keyspace(spec.eviction(random));
  }

  Keyspace pages() {
    return pages;
  }

  Keyspace sessions() {
    return sessions;
  }

  /// The rights to fetch what is not there; they take no memory.
  Leases leases() {
    return leases;
  }

  /// Another policy begins without knowing earlier uses. A lower limit takes effect with the next key that is added.
  void update(RedisCache changed, long nowNanos) {
    boolean isOtherPolicy = changed.policy() != spec.policy() || changed.samples() != spec.samples();
    spec = changed;
    if (isOtherPolicy) {
      pages.eviction(spec.eviction(random), nowNanos);
      sessions.eviction(spec.eviction(random), nowNanos);
    }
  }

  /// Keeps a page.
  ///
  /// @throws ServiceError when there is no room and nobody makes any
  void putPage(String key, String value, int bytes, long endNanos, long nowNanos) {
    while (pages.bytesOf(key) == 0 && pages.size() >= spec.maxEntries()) {
      evict(pages.victim(nowNanos));
    }
    makeRoom(pages, key, bytes, nowNanos);
    pages.put(key, value, bytes, endNanos, nowNanos);
  }

  /// Keeps a session.
  ///
  /// @throws ServiceError when there is no room and nobody makes any
  void putSession(String id, String data, long endNanos, long nowNanos) {
    makeRoom(sessions, id, spec.sessionBytes(), nowNanos);
    sessions.put(id, data, spec.sessionBytes(), endNanos, nowNanos);
  }

  /// Looks for what has ended among pages, then among sessions.
  ///
  /// @return rounds done
  int expire(RandomGenerator draws, long nowNanos, int mostRounds) {
    int rounds = pages.expire(draws, nowNanos, mostRounds);
    return rounds + sessions.expire(draws, nowNanos, mostRounds - rounds);
  }

  boolean isEmpty() {
    return pages.size() + sessions.size() == 0;
  }

  void clear() {
    pages.clear();
    sessions.clear();
    leases.clear();
  }

  private void makeRoom(Keyspace keys, String key, int bytes, long nowNanos) {
    if (spec.maxMemoryMb() == 0) {
      return;
    }
    double limit = spec.maxMemoryMb() * BYTES_PER_MB;
    while (pages.bytes() + sessions.bytes() + bytes + Keyspace.OVERHEAD_BYTES - keys.bytesOf(key) > limit) {
      evict(bestSpared(nowNanos));
    }
  }

  /// Pages and sessions compete for the memory, as the databases of one Redis do.
  private Optional<Victim> bestSpared(long nowNanos) {
    return Stream.of(pages.victim(nowNanos), sessions.victim(nowNanos)).flatMap(Optional::stream)
        .reduce((one, other) -> other.rank() > one.rank() ? other : one);
  }

  private void evict(Optional<Victim> victim) {
    var key = victim.orElseThrow(() ->
        new ServiceError("OOM command not allowed when used memory > 'maxmemory'.")).key();
    pages.remove(key);
    sessions.remove(key);
  }
}
