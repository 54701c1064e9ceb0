package tenfold.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.kernel.Simulation;

/// Random variates against their laws.
class DrawTest {
  private static final int DRAWS = 100_000;

  /// Mean m, variance m²; the mean of 100,000 draws has standard error m/316, so 4.5 of them (1.42 %) are a false
  /// alarm with probability 0.0007 %. The variance of a squared exponential is 8m⁴: 4.5 errors are 4.03 %.
  @Test
  void exponentialHasItsMeanAndVariance() {
    var random = new Simulation(5).random("exponential");
    var tally = new Tally();
    for (int i = 0; i < DRAWS; i++) {
      tally.add(Draw.exponential(random, 1e6));
    }
    assertEquals(1e6, tally.mean(), 0.0142e6);
    assertEquals(1e12, tally.variance(), 0.0403e12);
  }

  /// ln of a lognormal with median 1 is normal with mean 0 and standard deviation σ; 4.5 standard errors as above.
  @ParameterizedTest
  @CsvSource({"0.1", "0.5"})
  void lognormalHasMedianOneAndItsShape(double sigma) {
    var random = new Simulation(6).random("lognormal");
    var tally = new Tally();
    for (int i = 0; i < DRAWS; i++) {
      tally.add(Math.log(Draw.lognormal(random, sigma)));
    }
    assertEquals(0, tally.mean(), 4.5 * sigma / Math.sqrt(DRAWS));
    assertEquals(sigma * sigma, tally.variance(), 4.5 * sigma * sigma * Math.sqrt(2.0 / DRAWS));
  }

  /// Chi-square goodness of fit of 100,000 draws from 1…20 with probability ∝ 1/rankᵅ, 19 degrees of freedom; a p-value
  /// below 0.00001 is a false alarm with that probability.
  @ParameterizedTest
  @CsvSource({"0.8", "1.0", "1.1", "2.0"})
  void zipfDrawsFollowTheirFrequencies(double exponent) {
    int ranks = 20;
    var zipf = new Zipf(new Simulation(7).random("zipf"), ranks, exponent);
    var counts = new long[ranks + 1];
    for (int i = 0; i < DRAWS; i++) {
      counts[zipf.draw()]++;
    }
    double harmonic = 0;
    for (int rank = 1; rank <= ranks; rank++) {
      harmonic += Math.pow(rank, -exponent);
    }
    double chiSquare = 0;
    for (int rank = 1; rank <= ranks; rank++) {
      double expected = DRAWS * Math.pow(rank, -exponent) / harmonic;
      chiSquare += (counts[rank] - expected) * (counts[rank] - expected) / expected;
    }
    double pValue = 1 - new ChiSquaredDistribution(ranks - 1).cumulativeProbability(chiSquare);
    assertTrue(pValue > 0.00001, "chi-square " + chiSquare);
  }

  @Test
  void zipfOfOneIsAlwaysOne() {
    var zipf = new Zipf(new Simulation(8).random("zipf"), 1, 1.1);
    for (int i = 0; i < 100; i++) {
      assertEquals(1, zipf.draw());
    }
  }
}
