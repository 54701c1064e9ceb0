package tenfold.theory;

import java.util.Comparator;
import java.util.List;

/// N customers who think for a mean time Z, and whose requests pass through several service centres and a fixed delay:
/// a closed network with a product form. Service times are exponential where they are served in turn and of any law
/// where servers are shared, and nobody gives up.
///
/// Sources: Gordon & Newell, Operations Research 15(2), 1967, and Baskett, Chandy, Muntz & Palacios, J. ACM 22(2), 1975
/// (product form); Buzen, "Computational algorithms for closed queueing networks with exponential servers", CACM 16(9),
/// 1973 (convolution). All terms are positive, so many servers cost no digits, as they do in mean value analysis
/// (Reiser 1981).
///
/// @param centres where requests wait, at least one
/// @param thinkSeconds Z, at least 0
/// @param delaySeconds time of a request in which it waits for nobody, as on the network, at least 0
public record ClosedQueueingNetwork(List<ServiceCentre> centres, double thinkSeconds, double delaySeconds) {
  /// Most customers that [#solve] takes: its work grows with their number, and nothing but the bottleneck matters
  /// beyond.
  public static final int MOST_CUSTOMERS = 1_000_000;

  /// Checks the ranges.
  public ClosedQueueingNetwork {
    centres = List.copyOf(centres);
    if (centres.isEmpty() || !(thinkSeconds >= 0 && delaySeconds >= 0)) {
      throw new IllegalArgumentException("a closed queueing network needs a centre, think and delay ≥ 0, not "
          + centres + ", " + thinkSeconds + ", " + delaySeconds);
    }
  }

  /// What the network comes to with so many customers.
  ///
  /// @param customers N
  /// @param throughput X, requests a second
  /// @param responseSeconds R = N/X − Z
  public record Solution(int customers, double throughput, double responseSeconds) {}

  /// The centre that is full first.
  public ServiceCentre bottleneck() {
    return centres.stream().max(Comparator.comparingDouble(ServiceCentre::secondsPerServer)).orElseThrow();
  }

  /// The bounds that hold whatever the laws of service are.
  public OperationalBounds bounds() {
    return new OperationalBounds(centres, thinkSeconds, delaySeconds);
  }

  /// The bottleneck alone as M/M/c//N, where all else of a request is a delay; a share of the customers
  /// for each of several copies.
  public ClosedNetwork atBottleneck(int customers) {
    var centre = bottleneck();
    double elsewhere = delaySeconds + centres.stream().filter(other -> other != centre)
        .mapToDouble(ServiceCentre::demandSeconds).sum();
    return new ClosedNetwork(Math.max(1, customers / centre.copies()), thinkSeconds, elsewhere,
        centre.demandSeconds(), centre.servers());
  }

  /// Throughput and response time with that many customers, 1 to [#MOST_CUSTOMERS]: X = G(N − 1)/G(N).
  public Solution solve(int customers) {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw new IllegalArgumentException("customers must be between 1 and " + MOST_CUSTOMERS + ", not " + customers);
    }
    // Demands in units of the time between two requests at the bound of the throughput: then the weights of the states
    // that matter are neither huge nor tiny.
    double scale = bounds().mostThroughput(customers);
    double[] weights = poisson((thinkSeconds + delaySeconds) * scale, customers);
    for (var centre : centres) {
      for (int copy = 0; copy < centre.copies(); copy++) {
        convolve(weights, centre.copyDemandSeconds() * scale, centre.servers());
      }
    }
    double throughput = scale * weights[customers - 1] / weights[customers];
    return new Solution(customers, throughput, customers / throughput - thinkSeconds);
  }

  /// Weights mean^n/n! up to `most`, in units of the largest.
  private static double[] poisson(double mean, int most) {
    double[] weights = new double[most + 1];
    int mode = (int) Math.min(most, Math.floor(mean));
    weights[mode] = 1;
    for (int n = mode - 1; n >= 0; n--) {
      weights[n] = weights[n + 1] * (n + 1) / mean;
    }
    for (int n = mode + 1; n <= most; n++) {
      weights[n] = weights[n - 1] * mean / n;
    }
    return weights;
  }

  /// Adds a centre of demand `demand` and `servers` servers. Beyond as many customers as servers its weights are a
  /// geometric series, so each entry takes one step for all of them.
  private static void convolve(double[] weights, double demand, int servers) {
    int few = Math.min(servers, weights.length - 1);
    double[] factors = poisson(demand, few);
    double[] before = weights.clone();
    double tail = 0;
    double top = 0;
    for (int n = 0; n < weights.length; n++) {
      tail = tail * demand / servers + (n >= servers ? factors[servers] * before[n - servers] : 0);
      double sum = tail;
      for (int present = 0; present < Math.min(servers, n + 1); present++) {
        sum += factors[present] * before[n - present];
      }
      weights[n] = sum;
      top = Math.max(top, sum);
    }
    for (int n = 0; n < weights.length; n++) {
      weights[n] /= top;
    }
  }
}
