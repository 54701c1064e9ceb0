package tenfold.component;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.Cache;
import tenfold.port.SessionStore;

/// [RedisCache] at work: a real map with real expiry (at access), exact LRU, and one thread for everything.
///
/// Left out: sampled LRU, active expiry, memory in bytes.
final class RedisInstance implements Component, Cache, SessionStore {
  private final Simulation simulation;
  private final Meter meter;
  private final Station thread;
  private final LinkedHashMap<String, Entry> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<String, Entry> sessions = new LinkedHashMap<>(16, 0.75f, true);
  private RedisCache spec;

  RedisInstance(RedisCache spec, Site site) {
    this.spec = spec;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.thread = new Station(simulation, 1);
    meter.watch(thread);
    site.offer(Cache.class, this);
    site.offer(SessionStore.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (RedisCache) changed;
  }

  @Override
  public Optional<String> get(String key) {
    operate();
    var found = live(pages, key);
    meter.lookup(found.isPresent());
    return found.map(Entry::value);
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    operate();
    pages.put(key, new Entry(value, simulation.nowNanos() + timeToLive.toNanos()));
    while (pages.size() > spec.maxEntries()) {
      pages.pollFirstEntry();
    }
  }

  @Override
  public void invalidate(String key) {
    operate();
    pages.remove(key);
  }

  @Override
  public Optional<String> find(String cookie) {
    operate();
    return live(sessions, cookie).map(Entry::value);
  }

  @Override
  public String save(String id, String data) {
    operate();
    sessions.put(id, new Entry(data, sessionEndNanos()));
    return id;
  }

  @Override
  public void touch(String cookie) {
    operate();
    live(sessions, cookie).ifPresent(entry -> sessions.put(cookie, new Entry(entry.value, sessionEndNanos())));
  }

  private void operate() {
    long start = simulation.nowNanos();
    thread.execute(Nanos.ofMillis(spec.serviceTimeMs()));
    meter.served(start);
  }

  private Optional<Entry> live(Map<String, Entry> entries, String key) {
    var entry = entries.get(key);
    if (entry != null && entry.endNanos <= simulation.nowNanos()) {
      entries.remove(key);
      return Optional.empty();
    }
    return Optional.ofNullable(entry);
  }

  private long sessionEndNanos() {
    return simulation.nowNanos() + Nanos.ofMillis(spec.sessionTtlMs());
  }

  private record Entry(String value, long endNanos) {}
}
