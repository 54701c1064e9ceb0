package tenfold.component;

import java.util.List;
import java.util.random.RandomGenerator;
import tenfold.component.caching.Eviction;
import tenfold.component.caching.ExactLru;
import tenfold.component.caching.NoEviction;
import tenfold.component.caching.SampledLfu;
import tenfold.component.caching.SampledLru;

/// A cache and session store on one thread, as Redis is.
///
/// @param count nodes of the cluster, each with its share of the keys
/// @param serviceTimeMs time of the thread for one operation
/// @param maxEntries cached pages at most; who makes room is decided by the policy
/// @param sessionTtlMs how long an unused session is kept
/// @param maxMemoryMb what pages and sessions take at most; 0 for any amount
/// @param sessionBytes what a session takes
/// @param policy who makes room
/// @param samples keys that a sampling policy draws for each that makes room
/// @param expireHz how often a second it looks for what has ended
/// @param restart what a restart leaves
/// @param restartMs how long a restart takes
/// @param maxClients connections at most; one more gets an error
@Kind(id = "cache", label = "Cache", group = Kind.Group.SERVE,
    icon = "zap",
    summary = "Keeps pages and sessions in memory, for all servers, on one thread.",
    models = {
      "One thread that does one operation after the other, for pages and for sessions, over the links of "
          + "the design.",
      "Real entries with real ends: looked at when asked for, and in the background by Redis’ cycle of "
          + "samples, which takes up to a quarter of the thread.",
      "A limit in entries or in memory, 90 bytes of overhead an entry, and who makes room: nobody (writes "
          + "fail), sampled LRU with its pool of 16, sampled LFU with its 8-bit counter, or exact LRU.",
      "A restart with nothing kept, sessions included, or with everything as before; a flush; a limit on "
          + "connections (maxclients).",
      "A cluster, when it is a stack: each node has its share of 16,384 slots, and a key goes by its checksum.",
      "Leases: who misses a page first fetches it, and whoever else misses it waits; what is deleted meanwhile is "
          + "not filled in."},
    leavesOut = {
      "The time that loading takes by size, and the time to open connections.",
      "The last second of writes that is lost with appendfsync everysec.",
      "Slots that move with their keys when nodes come or go: what moved is simply missed.",
      "Replicas of the cache, and its network bandwidth."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.FLUSH, Fault.SLOW},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME, Figure.HIT_SHARE})
public record RedisCache(
    @Param(label = "Stack", unit = "nodes", min = 1, max = 1_000, live = true, mayBeAbsent = true,
        source = "pattern text: one") int count,
    @Param(label = "Operation", unit = "ms", min = 0.0005, max = 1, live = true,
        source = "redis-benchmark: 76 to 134 k/s, pipelined 0.5 to 1 M/s") double serviceTimeMs,
    @Param(label = "Capacity", unit = "pages", min = 1, max = 100_000_000, live = true, source = "calibration (d)")
        int maxEntries,
    @Param(label = "Session lifetime", unit = "ms", min = 1_000, max = 2.592e9, live = true,
        source = "connect-redis: 86,400 s") double sessionTtlMs,
    @Param(label = "Capacity", unit = "MB", max = 262_144, live = true, mayBeAbsent = true,
        source = "Redis maxmemory: 0, no limit") double maxMemoryMb,
    @Param(label = "Memory per session", unit = "B", min = 16, max = 65_536, live = true, mayBeAbsent = true,
        source = "teaching value: 2 kB") int sessionBytes,
    @Param(label = "Eviction", live = true, mayBeAbsent = true,
        source = "exact LRU, as theory has it; Redis maxmemory-policy: noeviction") Policy policy,
    @Param(label = "Eviction samples", unit = "keys", min = 1, max = 64, live = true, mayBeAbsent = true,
        source = "Redis maxmemory-samples 5") int samples,
    @Param(label = "Expiry cycles", unit = "1/s", min = 1, max = 500, live = true, mayBeAbsent = true,
        source = "Redis hz 10") int expireHz,
    @Param(label = "After a restart", live = true, mayBeAbsent = true, source = "Redis as a cache: no persistence")
        Restart restart,
    @Param(label = "Restart", unit = "ms", max = 600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 1 s, little to load") double restartMs,
    @Param(label = "Connections", unit = "connections", min = 1, max = 100_000, live = true, mayBeAbsent = true,
        source = "Redis maxclients 10,000") int maxClients)
    implements ComponentSpec {

  /// Memory of a page with its key, in kB, for choosing a size: a guess.
  private static final double PAGE_KB = 1;

  /// Who makes room when the cache is full, named as in Redis.
  public enum Policy {
    /// Nobody: what does not fit is refused.
    NO_EVICTION("noeviction"),
    /// The longest unused of a few samples.
    SAMPLED_LRU("allkeys-lru"),
    /// The least often used of a few samples.
    SAMPLED_LFU("allkeys-lfu"),
    /// The longest unused of all, which Redis does not offer.
    EXACT_LRU("exact-lru");

    private final String id;

    Policy(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a restart leaves of pages and sessions.
  public enum Restart {
    /// Nothing: there is no persistence.
    EMPTY("empty"),
    /// Everything: each write was logged before its answer (`appendfsync always`).
    AS_BEFORE("asBefore");

    private final String id;

    Restart(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Redis with the text's teaching-sized capacity (calibration d).
  public RedisCache() {
    this(0.005, 1_850, 86_400_000);
  }

  /// A cache with the defaults of everything else.
  public RedisCache(double serviceTimeMs, int maxEntries, double sessionTtlMs) {
    this(1, serviceTimeMs, maxEntries, sessionTtlMs, 0, 2_048, Policy.EXACT_LRU, 5, 10, Restart.EMPTY, 1_000,
        10_000);
  }

  /// The policy as it chooses among one set of keys.
  Eviction eviction(RandomGenerator random) {
    return switch (policy) {
      case NO_EVICTION -> new NoEviction();
      case SAMPLED_LRU -> new SampledLru(random, samples);
      case SAMPLED_LFU -> new SampledLfu(random, samples);
      case EXACT_LRU -> new ExactLru();
    };
  }

  @Override
  public int instances() {
    return count;
  }

  /// By the memory that it may take, or that all its pages would: 1 GB, or as many times 8 GB as it needs.
  @Override
  public List<Billed> billed() {
    double megabytes = maxMemoryMb > 0 ? maxMemoryMb : maxEntries * PAGE_KB / 1_024;
    return List.of(megabytes <= 1_024 ? Billed.monthly("redis.1GB")
        : Billed.monthly("redis.8GB", Math.ceil(megabytes / 8_192)));
  }

  @Override
  public Component build(Site site) {
    return new RedisInstance(this, site);
  }
}
