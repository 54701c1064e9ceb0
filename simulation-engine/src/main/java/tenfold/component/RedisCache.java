package tenfold.component;

/// A cache and session store on one thread, as Redis is.
///
/// @param serviceTimeMs time of the thread for one operation
/// @param maxEntries cached pages at most; the least recently used one makes room
/// @param sessionTtlMs how long an unused session is kept
@Kind(id = "cache", label = "Cache", group = Kind.Group.SERVE,
    summary = "Keeps pages and sessions in memory, for all servers, on one thread.")
public record RedisCache(
    @Param(label = "Operation", unit = "ms", min = 0.0005, max = 1, live = true, source = "domain 1.7: 200,000 op/s")
        double serviceTimeMs,
    @Param(label = "Capacity", unit = "pages", min = 1, max = 100_000_000, live = true, source = "calibration (d)")
        int maxEntries,
    @Param(label = "Session lifetime", unit = "ms", min = 1_000, max = 2.592e9, live = true,
        source = "connect-redis: 86,400 s") double sessionTtlMs)
    implements ComponentSpec {

  /// Redis with the text's teaching-sized capacity (calibration d).
  public RedisCache() {
    this(0.005, 1_850, 86_400_000);
  }

  @Override
  public Component build(Site site) {
    return new RedisInstance(this, site);
  }
}
