package tenfold.component;

import java.util.random.RandomGenerator;
import tenfold.stats.Draw;

/// How a duration varies around its mean.
public enum Law {
  /// Always the mean.
  CONSTANT("constant") {
    @Override
    long drawNanos(RandomGenerator random, double meanMs) {
      return Nanos.ofMillis(meanMs);
    }
  },
  /// Exponential: many short, few long.
  EXPONENTIAL("exponential") {
    @Override
    long drawNanos(RandomGenerator random, double meanMs) {
      return meanMs == 0 ? 0 : Draw.exponential(random, meanMs * Nanos.PER_MILLI);
    }
  },
  /// Lognormal with σ = 0.5 (teaching value): mostly near the mean, and now and then several times that.
  LOGNORMAL("lognormal") {
    @Override
    long drawNanos(RandomGenerator random, double meanMs) {
      return Math.round(meanMs * Nanos.PER_MILLI * Draw.lognormal(random, SIGMA) * MEDIAN_SHARE);
    }
  };

  private static final double SIGMA = 0.5;
  /// The mean of a lognormal factor is exp(σ²/2) times its median.
  private static final double MEDIAN_SHARE = StrictMath.exp(-SIGMA * SIGMA / 2);

  private final String id;

  Law(String id) {
    this.id = id;
  }

  /// One duration in nanoseconds with the given mean in milliseconds.
  abstract long drawNanos(RandomGenerator random, double meanMs);

  @Override
  public String toString() {
    return id;
  }
}
