package tenfold.component;

import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tenfold.component.caching.RedisSlots;
import tenfold.kernel.Simulation;
import tenfold.port.Cache;
import tenfold.port.Clock;
import tenfold.port.Database;
import tenfold.port.DatabaseServer;
import tenfold.port.JobQueue;
import tenfold.port.Ports;
import tenfold.port.ReplicaServer;
import tenfold.port.SessionStore;
import tenfold.port.Statement;

/// What the handlers of one server find behind their ports, looked up at each call, so that a link drawn while the
/// system runs is used by the next call. What is not linked is absent.
final class WiredPorts {
  private final Site site;
  private final Simulation simulation;
  private final RandomGenerator replicaChoice;
  private final Map<DatabaseServer, PooledDatabase> pools = new IdentityHashMap<>();
  private final SessionMemory memory;
  private final LookedUpSessions sessions;
  private final LocalCache localCache;
  private AppServer spec;

  /// @param memory where sessions are kept when there is no other place
  WiredPorts(Site site, AppServer spec, SessionMemory memory) {
    this.site = site;
    this.simulation = site.simulation();
    this.spec = spec;
    this.memory = memory;
    this.localCache = new LocalCache(0, simulation::nowNanos);
    this.replicaChoice = site.random("replica");
    this.sessions = new LookedUpSessions();
  }

  /// Renews the session of a client, after its answer.
  void touch(String cookie) {
    sessions.touch(cookie);
  }

  /// Whether renewing a session takes a call to another part.
  boolean hasSharedSessions() {
    return spec.sessions() == AppServer.SessionKeeping.STORE_OR_MEMORY
        && !site.peers(SessionStore.class).current().isEmpty();
  }

  Ports ports() {
    var primaries = site.peers(DatabaseServer.class);
    var replicas = site.peers(ReplicaServer.class);
    primaries.onDeparture(this::closePool);
    replicas.onDeparture(this::closePool);
    return new Ports(
        new LookedUpCache(site.peers(Cache.class), spec.handlers().localCache() ? localCache : Cache.absent()),
        new LookedUpDatabase(primaries::first),
        new LookedUpDatabase(() -> readsFromPrimary() ? primaries.first() : replica(replicas).or(primaries::first)),
        sessions,
        jobs(),
        OutsideCalls.payments(site),
        new SharedFetches(simulation),
        new SimulatedClock(simulation),
        site.random("handlers"));
  }

  /// Forgets what the server's own memory keeps, as a process does that ends.
  void forget() {
    localCache.clear();
  }

  void update(AppServer changed) {
    spec = changed;
    pools.values().forEach(pool -> pool.update(changed.pool()));
  }

  /// Closes all connections that nobody uses, and the others when they come back.
  void close() {
    pools.values().forEach(PooledDatabase::close);
    pools.clear();
  }

  private void closePool(DatabaseServer server) {
    var pool = pools.remove(server);
    if (pool != null) {
      pool.close();
    }
  }

  private boolean readsFromPrimary() {
    return simulation.context() instanceof Attempt attempt && attempt.readsFromPrimary();
  }

  private Optional<DatabaseServer> replica(Peers<ReplicaServer> replicas) {
    var present = spec.reads().choice() == ReadRouting.Choice.LAG_BOUND ? fresh(replicas) : replicas.current();
    return switch (present.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(present.getFirst());
      default -> Optional.of(switch (spec.reads().choice()) {
        case RANDOM, PRIMARY_AFTER_WRITE, LAG_BOUND -> present.get(replicaChoice.nextInt(present.size()));
        case LEAST_CONNECTIONS -> present.stream()
            .min(Comparator.comparingInt(replica -> pool(replica).underWay())).orElseThrow();
      });
    };
  }

  /// Those that are not too far behind.
  private List<ReplicaServer> fresh(Peers<ReplicaServer> replicas) {
    long maxNanos = Nanos.ofMillis(spec.reads().maxLagMs());
    return replicas.current().stream().filter(replica -> replica.lagNanos() <= maxNanos).toList();
  }

  private PooledDatabase pool(DatabaseServer server) {
    return pools.computeIfAbsent(server, _ -> {
      var pool = new PooledDatabase(simulation, server, spec.pool());
      site.meter().watch(pool.waitingGauge());
      return pool;
    });
  }

  /// The queue that is linked; without one, jobs are done at once.
  private JobQueue jobs() {
    var queues = site.peers(JobQueue.class);
    var atOnce = OutsideCalls.jobs(site);
    return job -> queues.first().orElse(atOnce).enqueue(job);
  }

  private record SimulatedClock(Simulation simulation) implements Clock {
    @Override
    public long nowNanos() {
      return simulation.nowNanos();
    }

    @Override
    public void sleep(Duration time) {
      simulation.hold(time.toNanos());
    }
  }

  private final class LookedUpDatabase implements Database {
    private final Supplier<Optional<DatabaseServer>> choice;

    LookedUpDatabase(Supplier<Optional<DatabaseServer>> choice) {
      this.choice = choice;
    }

    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      var server = choice.get();
      var database = server.isPresent() ? pool(server.get()) : Database.absent();
      return database.query(statement, parameters);
    }
  }

  /// The cache that is linked (of several nodes the one with the key's slot), else the server's own memory, if it keeps
  /// pages at all.
  private record LookedUpCache(Peers<Cache> caches, Cache own) implements Cache {
    @Override
    public Optional<String> get(String key) {
      return chosen(key).get(key);
    }

    @Override
    public void set(String key, String value, Duration timeToLive) {
      chosen(key).set(key, value, timeToLive);
    }

    @Override
    public void invalidate(String key) {
      chosen(key).invalidate(key);
    }

    @Override
    public Lookup getOrLease(String key, Duration lifetime) {
      return chosen(key).getOrLease(key, lifetime);
    }

    @Override
    public boolean fill(String key, String value, Duration timeToLive, long lease) {
      return chosen(key).fill(key, value, timeToLive, lease);
    }

    private Cache chosen(String key) {
      var nodes = caches.current();
      return nodes.isEmpty() ? own : nodes.get(RedisSlots.nodeOf(key, nodes.size()));
    }
  }

  /// With the clients, or in the shared store where one is linked, else in the memory of this server alone.
  private final class LookedUpSessions implements SessionStore {
    private final Peers<SessionStore> stores = site.peers(SessionStore.class);
    private final SignedCookies signedCookies = new SignedCookies();

    @Override
    public Optional<String> find(String cookie) {
      return chosen(cookie).find(cookie);
    }

    @Override
    public String save(String id, String data) {
      return chosen(id).save(id, data);
    }

    @Override
    public void touch(String cookie) {
      chosen(cookie).touch(cookie);
    }

    private SessionStore chosen(String id) {
      if (spec.sessions() == AppServer.SessionKeeping.SIGNED_COOKIE) {
        return signedCookies;
      }
      var nodes = stores.current();
      return nodes.isEmpty() ? memory : nodes.get(RedisSlots.nodeOf("session:" + id, nodes.size()));
    }
  }
}
