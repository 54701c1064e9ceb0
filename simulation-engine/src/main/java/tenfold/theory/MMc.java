package tenfold.theory;

/// The queue M/M/c: Poisson arrivals at rate λ, exponential service at rate μ at each of c servers, first come,
/// first served. M/M/1 is c = 1. Stable when λ < cμ.
///
/// Source: Kleinrock, *Queueing Systems* vol. 1 (1975), §3.2 and §3.5.
///
/// @param arrivalRate λ, per unit of time, above 0
/// @param serviceRate μ of one server, per the same unit, above 0
/// @param servers c, at least 1
public record MMc(double arrivalRate, double serviceRate, int servers) {
  /// Checks that the queue is stable.
  public MMc {
    if (!(arrivalRate > 0 && serviceRate > 0 && servers >= 1 && arrivalRate < servers * serviceRate)) {
      throw new IllegalArgumentException("M/M/c needs 0 < arrivalRate < servers × serviceRate, not "
          + arrivalRate + ", " + servers + " × " + serviceRate);
    }
  }

  /// ρ = λ/(cμ).
  public double utilisation() {
    return arrivalRate / (servers * serviceRate);
  }

  /// Probability that an arrival must wait: Erlang C, from the stable recursion of Erlang B,
  /// B(k) = aB(k−1)/(k + aB(k−1)).
  public double waitProbability() {
    double offered = arrivalRate / serviceRate;
    double blocking = 1;
    for (int k = 1; k <= servers; k++) {
      blocking = offered * blocking / (k + offered * blocking);
    }
    return blocking / (1 - utilisation() * (1 - blocking));
  }

  /// Mean time in the queue: C(c, a)/(cμ − λ).
  public double meanWait() {
    return waitProbability() / (servers * serviceRate - arrivalRate);
  }

  /// Mean response time: waiting + service.
  public double meanResponse() {
    return meanWait() + 1 / serviceRate;
  }

  /// Mean number in the system, by Little's law L = λW.
  public double meanPresent() {
    return arrivalRate * meanResponse();
  }
}
