package tenfold.theory;

/// N customers who think for a mean time Z, spend a fixed delay D without queueing, and are served by c servers
/// with mean service time S: the machine-repairman model M/M/c//N. With processor sharing instead of first come,
/// first served the means are the same and the service law does not matter.
///
/// Source: Kleinrock, *Queueing Systems* vol. 1 (1975), §3.8–3.10 (birth–death equations); insensitivity:
/// Baskett, Chandy, Muntz & Palacios, J. ACM 22(2), 1975.
///
/// @param customers N, at least 1
/// @param thinkSeconds Z, at least 0
/// @param delaySeconds D, at least 0, part of the response time
/// @param serviceSeconds S, above 0
/// @param servers c, at least 1
public record ClosedNetwork(
    int customers, double thinkSeconds, double delaySeconds, double serviceSeconds, int servers) {
  /// Checks the ranges.
  public ClosedNetwork {
    if (customers < 1 || thinkSeconds < 0 || delaySeconds < 0 || serviceSeconds <= 0 || servers < 1
        || thinkSeconds + delaySeconds <= 0) {
      throw new IllegalArgumentException("a closed network needs customers ≥ 1, think + delay > 0, service > 0 and "
          + "servers ≥ 1, not " + customers + ", " + thinkSeconds + " + " + delaySeconds + ", " + serviceSeconds
          + ", " + servers);
    }
  }

  /// Throughput X in customers per second, from the stationary distribution of the number at the servers.
  ///
  /// The weights grow and shrink over many orders of magnitude, so they are kept relative to the largest so far.
  public double throughput() {
    double away = thinkSeconds + delaySeconds;
    double weight = 1;
    double sum = 1;
    double busy = 0;
    for (int present = 1; present <= customers; present++) {
      weight *= (customers - present + 1) / away * serviceSeconds / Math.min(present, servers);
      sum += weight;
      busy += weight * Math.min(present, servers);
      if (weight > 1e200) {
        sum /= weight;
        busy /= weight;
        weight = 1;
      }
    }
    return busy / sum / serviceSeconds;
  }

  /// Mean response time R = N/X − Z (Little's law over the whole cycle), delay included, in seconds.
  public double meanResponseSeconds() {
    return customers / throughput() - thinkSeconds;
  }

  /// Share of the servers' time that is used: X·S/c.
  public double utilisation() {
    return throughput() * serviceSeconds / servers;
  }

  /// Where the light-load and the heavy-load asymptote meet: N* = c·(Z + D + S)/S customers.
  /// Source: Denning & Buzen, "The operational analysis of queueing network models", ACM CSUR 10(3), 1978.
  public double saturationCustomers() {
    return servers * (thinkSeconds + delaySeconds + serviceSeconds) / serviceSeconds;
  }
}
