package tenfold.stats;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/// Draws from 1…n with probability proportional to 1/rankᵅ: few families are looked at often, most seldom.
///
/// Sampling by rejection-inversion (Hörmann & Derflinger, "Rejection-inversion to generate variates from
/// monotone discrete distributions", ACM TOMACS 6(3), 1996), constant time for any n, as commons-math3 has it.
public final class Zipf {
  private final ZipfDistribution distribution;

  /// @param n largest value drawn, at least 1
  /// @param exponent α, above 0
  public Zipf(RandomGenerator random, int n, double exponent) {
    distribution = new ZipfDistribution(new Adapter(random), n, exponent);
  }

  /// One draw, from 1 to n.
  public int draw() {
    return distribution.sample();
  }

  /// Lets commons-math3 draw from one of our named streams.
  private static final class Adapter extends AbstractRandomGenerator {
    private final RandomGenerator random;

    Adapter(RandomGenerator random) {
      this.random = random;
    }

    @Override
    public void setSeed(long seed) {
      throw new UnsupportedOperationException("a named stream is seeded by its simulation");
    }

    @Override
    public double nextDouble() {
      return random.nextDouble();
    }
  }
}
