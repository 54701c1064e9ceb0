package tenfold.stats;

import org.apache.commons.math3.distribution.TDistribution;

/// An estimate with its uncertainty: the true value lies in mean ± halfWidth with the given confidence.
///
/// @param mean the estimate
/// @param halfWidth half the width of the interval; NaN when a single observation says nothing about it
/// @param confidence share of such intervals that cover the true value, in (0, 1)
public record Interval(double mean, double halfWidth, double confidence) {

  /// The Student-t interval for the mean of independent observations, as those of replications are:
  /// x̄ ± t(n−1, 1−α/2)·s/√n. Source: Law, *Simulation Modeling and Analysis*, 5th ed., §4.5.
  /// Assumes that the observations are independent and their mean about normal.
  public static Interval ofMean(Tally observations, double confidence) {
    long n = observations.count();
    if (n < 2) {
      return new Interval(observations.mean(), Double.NaN, confidence);
    }
    double t = new TDistribution(n - 1.0).inverseCumulativeProbability(0.5 + confidence / 2);
    return new Interval(observations.mean(), t * Math.sqrt(observations.variance() / n), confidence);
  }

  /// Lower end.
  public double low() {
    return mean - halfWidth;
  }

  /// Upper end.
  public double high() {
    return mean + halfWidth;
  }

  /// Whether `value` lies inside.
  public boolean covers(double value) {
    return low() <= value && value <= high();
  }
}
