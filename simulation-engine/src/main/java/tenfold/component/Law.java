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
  };

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
