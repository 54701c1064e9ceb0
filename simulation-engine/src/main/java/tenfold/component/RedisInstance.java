package tenfold.component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.Cache;
import tenfold.port.ConnectionRefused;
import tenfold.port.ServiceError;
import tenfold.port.SessionStore;

/// [RedisCache] at work: real keys with real ends and real eviction, and one thread for everything.
///
/// Each call under way has a connection, as with a client that keeps a pool; a client that sends everything over one
/// connection, as node-redis does, never comes to the limit.
///
/// Left out: the time to open connections, loading time by size, the time that FLUSHALL takes, and that what is written
/// in the last second may be lost (`appendfsync everysec`).
final class RedisInstance implements Component, Cache, SessionStore {
  private static final double MOST_EXPIRY_SHARE = 0.25;
  /// A round looks at 20 keys; that takes the thread as long as four operations.
  private static final int OPERATIONS_PER_ROUND = 4;

  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final Station thread;
  private final RandomGenerator expiryRandom;
  private final RedisMemory memory;
  private final Interior interior;

  private RedisCache spec;
  private boolean isUp = true;
  private boolean isHanging;
  private boolean isCycling;

  RedisInstance(RedisCache spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.interior = new Interior(site);
    this.thread = new Station(simulation, 1);
    this.expiryRandom = site.random("expiry");
    this.memory = new RedisMemory(spec, site.random("eviction"));
    meter.watch(thread);
    site.offer(Cache.class, this);
    site.offer(SessionStore.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (RedisCache) changed;
    memory.update(spec, simulation.nowNanos());
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> restart();
      case HANG -> {
        isHanging = true;
        meter.hangs();
      }
      case FLUSH -> forget();
      default -> { }
    }
  }

  @Override
  public Optional<String> get(String key) {
    return command(() -> lookUp(key));
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    command(() -> {
      put(key, value, timeToLive);
      return key;
    });
  }

  @Override
  public void invalidate(String key) {
    command(() -> {
      memory.pages().remove(key);
      memory.leases().revoke(key);
      return key;
    });
  }

  @Override
  public Lookup getOrLease(String key, Duration lifetime) {
    return command(() -> {
      long now = simulation.nowNanos();
      return Lookup.of(lookUp(key), () -> memory.leases().give(key, now + lifetime.toNanos(), now));
    });
  }

  @Override
  public boolean fill(String key, String value, Duration timeToLive, long lease) {
    return command(() -> {
      boolean isGood = memory.leases().takeBack(key, lease, simulation.nowNanos());
      if (isGood) {
        put(key, value, timeToLive);
      }
      return isGood;
    });
  }

  @Override
  public Optional<String> find(String cookie) {
    return command(() -> memory.sessions().get(cookie, simulation.nowNanos()));
  }

  @Override
  public String save(String id, String data) {
    return command(() -> {
      memory.putSession(id, data, sessionEndNanos(), simulation.nowNanos());
      expireInTime();
      return id;
    });
  }

  @Override
  public void touch(String cookie) {
    command(() -> {
      memory.sessions().prolong(cookie, sessionEndNanos(), simulation.nowNanos());
      return cookie;
    });
  }

  private Optional<String> lookUp(String key) {
    var found = memory.pages().get(key, simulation.nowNanos());
    meter.lookup(found.isPresent());
    return found;
  }

  private void put(String key, String value, Duration timeToLive) {
    long now = simulation.nowNanos();
    memory.putPage(key, value, value.getBytes(StandardCharsets.UTF_8).length, now + timeToLive.toNanos(), now);
    expireInTime();
  }

  /// Has its turn on the thread, then takes effect at once.
  private <R> R command(Supplier<R> effect) {
    if (!isUp) {
      throw new ConnectionRefused(site.name());
    }
    if (interior.size() >= spec.maxClients()) {
      throw new ServiceError("ERR max number of clients reached");
    }
    return interior.within(() -> {
      if (isHanging) {
        return new Promise<R>(simulation).await();
      }
      thread.execute(Nanos.ofMillis(spec.serviceTimeMs()));
      return effect.get();
    });
  }

  private void restart() {
    if (!isUp) {
      return;
    }
    isUp = false;
    meter.isUp(false);
    if (spec.restart() == RedisCache.Restart.EMPTY) {
      forget();
    }
    thread.clear();
    interior.crash();
    simulation.schedule(site.backInNanos(spec.restartMs()), () -> {
      isUp = true;
      isHanging = false;
      meter.isUp(true);
    });
  }

  private void forget() {
    site.truth().sessionsLost(memory.sessions().size(), site.name());
    memory.clear();
  }

  /// Looks for what has ended, a few times a second, as long as there is anything.
  private void expireInTime() {
    if (!isCycling) {
      isCycling = true;
      simulation.schedule(cycleNanos(), this::expire);
    }
  }

  private void expire() {
    isCycling = false;
    if (isUp && !isHanging) {
      long roundNanos = OPERATIONS_PER_ROUND * Nanos.ofMillis(spec.serviceTimeMs());
      int mostRounds = (int) Math.max(1, MOST_EXPIRY_SHARE * cycleNanos() / roundNanos);
      int rounds = memory.expire(expiryRandom, simulation.nowNanos(), mostRounds);
      thread.execute(rounds * roundNanos, () -> {});
    }
    if (!memory.isEmpty()) {
      expireInTime();
    }
  }

  private long cycleNanos() {
    return 1_000_000_000L / spec.expireHz();
  }

  private long sessionEndNanos() {
    return simulation.nowNanos() + Nanos.ofMillis(spec.sessionTtlMs());
  }
}
