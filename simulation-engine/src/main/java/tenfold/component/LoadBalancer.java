package tenfold.component;

/// Distributes requests over servers, as nginx does.
///
/// @param algorithm how the next server is chosen
/// @param overheadMs time that a request spends in the balancer when nobody is before it
/// @param capacityPerSecond requests per second that the balancer can pass on
/// @param connectTimeoutMs how long it waits for a server that drops its connection request
@Kind(id = "load-balancer", label = "Balancer", group = Kind.Group.SERVE,
    summary = "Spreads requests over all servers behind it.")
public record LoadBalancer(
    @Param(label = "Algorithm", live = true, source = "nginx: round robin by default") Algorithm algorithm,
    @Param(label = "Overhead", unit = "ms", max = 20, live = true, source = "calibration (d)") double overheadMs,
    @Param(label = "Capacity", unit = "requests/s", min = 100, max = 1e7, live = true, source = "teaching value")
        double capacityPerSecond,
    @Param(label = "Connect time-out", unit = "ms", min = 1, max = 600_000, live = true,
        source = "pattern text: proxy_connect_timeout 5s") double connectTimeoutMs)
    implements ComponentSpec {

  /// How the next server is chosen.
  public enum Algorithm {
    /// One after the other.
    ROUND_ROBIN("roundRobin"),
    /// The one with the fewest requests under way; among equals, one after the other.
    LEAST_CONNECTIONS("leastConnections");

    private final String id;

    Algorithm(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Round robin, half a millisecond.
  public LoadBalancer() {
    this(Algorithm.ROUND_ROBIN, 0.5, 50_000, 5_000);
  }

  @Override
  public Component build(Site site) {
    return new Balancer(this, site);
  }
}
