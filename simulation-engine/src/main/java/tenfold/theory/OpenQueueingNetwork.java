package tenfold.theory;

import java.util.Comparator;
import java.util.List;

/// Requests that come as a Poisson process and pass through several service centres and a fixed delay: an open network
/// with a product form, in which each centre behaves as M/M/c does.
///
/// Source: Jackson, "Networks of waiting lines", Operations Research 5(4), 1957. With V visits of a mean time D/V the
/// waiting of a request at a centre is V times that of M/M/c, which depends on D alone.
///
/// @param centres where requests wait, at least one
/// @param delaySeconds time of a request in which it waits for nobody, at least 0
public record OpenQueueingNetwork(List<ServiceCentre> centres, double delaySeconds) {
  /// Checks the ranges.
  public OpenQueueingNetwork {
    centres = List.copyOf(centres);
    if (centres.isEmpty() || !(delaySeconds >= 0)) {
      throw new IllegalArgumentException("an open queueing network needs a centre and delay ≥ 0, not "
          + centres + ", " + delaySeconds);
    }
  }

  /// The centre that is full first.
  public ServiceCentre bottleneck() {
    return centres.stream().max(Comparator.comparingDouble(ServiceCentre::secondsPerServer)).orElseThrow();
  }

  /// Requests a second at which the first centre is full.
  public double mostThroughput() {
    return 1 / bottleneck().secondsPerServer();
  }

  /// Mean response time at that many requests a second; infinite from the rate on at which a centre is full.
  public double meanResponseSeconds(double arrivalsPerSecond) {
    if (arrivalsPerSecond >= mostThroughput()) {
      return Double.POSITIVE_INFINITY;
    }
    return delaySeconds + centres.stream().mapToDouble(centre -> centre.demandSeconds()
        + new MMc(arrivalsPerSecond / centre.copies(), 1 / centre.demandSeconds(), centre.servers()).meanWait()).sum();
  }
}
