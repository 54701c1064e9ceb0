package tenfold.theory;

import java.util.List;

/// What no system with these demands can beat, and what it cannot fall short of: bounds from measured demands, without
/// any law of probability.
///
/// Sources: Denning & Buzen, "The operational analysis of queueing network models", ACM CSUR 10(3), 1978 (asymptotic
/// bounds); Zahorjan, Sevcik, Eager & Galler, "Balanced job bound analysis of queueing networks", CACM 25(2), 1982, as
/// in Lazowska, Zahorjan, Graham & Sevcik, *Quantitative System Performance*, 1984, ch. 5.
///
/// @param centres where requests wait, at least one
/// @param thinkSeconds Z, at least 0
/// @param delaySeconds time of a request in which it waits for nobody, at least 0
public record OperationalBounds(List<ServiceCentre> centres, double thinkSeconds, double delaySeconds) {
  /// Copies the list.
  public OperationalBounds {
    centres = List.copyOf(centres);
  }

  /// Requests a second that N customers can have at most: min(1/Dmax, N/(D + Z)).
  public double mostThroughput(int customers) {
    return Math.min(1 / bottleneckSeconds(), customers / (demandSeconds() + delaySeconds + thinkSeconds));
  }

  /// Shortest mean response time of N customers: max(D, N·Dmax − Z).
  public double leastResponseSeconds(int customers) {
    return Math.max(demandSeconds() + delaySeconds, customers * bottleneckSeconds() - thinkSeconds);
  }

  /// Longest mean response time of N customers: all others wait before one at every centre, N·D.
  public double mostResponseSeconds(int customers) {
    return customers * demandSeconds() + delaySeconds;
  }

  /// Customers at which the two asymptotes of the response time meet: N* = (D + Z)/Dmax.
  public double saturationCustomers() {
    return (demandSeconds() + delaySeconds + thinkSeconds) / bottleneckSeconds();
  }

  /// Whether the narrower bounds hold: all centres have one server.
  public boolean isBalancedJobBounded() {
    return centres.stream().allMatch(centre -> centre.servers() == 1);
  }

  /// The narrower lower bound of the mean response time, of the system whose centres are all busy alike. The fixed
  /// delay counts as thinking.
  public double balancedLeastResponseSeconds(int customers) {
    double away = thinkSeconds + delaySeconds;
    double demand = demandSeconds();
    double average = demand / centres.stream().mapToInt(ServiceCentre::copies).sum();
    return delaySeconds + Math.max(customers * bottleneckSeconds() - away,
        demand + (customers - 1) * average / (1 + away / demand));
  }

  /// The narrower upper bound, of the system in which only the bottleneck is busy.
  public double balancedMostResponseSeconds(int customers) {
    double away = thinkSeconds + delaySeconds;
    double demand = demandSeconds();
    return delaySeconds + demand + (customers - 1) * bottleneckSeconds() / (1 + away / (customers * demand));
  }

  /// D: what a request takes of all centres together.
  public double demandSeconds() {
    return centres.stream().mapToDouble(ServiceCentre::demandSeconds).sum();
  }

  /// Dmax, for each server of the busiest centre.
  public double bottleneckSeconds() {
    return centres.stream().mapToDouble(ServiceCentre::secondsPerServer).max().orElse(0);
  }
}
