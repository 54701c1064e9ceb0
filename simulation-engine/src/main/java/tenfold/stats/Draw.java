package tenfold.stats;

import java.util.random.RandomGenerator;

/// Random variates that come out the same on every machine: they use [StrictMath], whose last bit is specified.
public final class Draw {
  private Draw() {}

  /// Exponential with the given mean, by inversion: −mean·ln(1 − U). Rounded to whole units of `mean`.
  public static long exponential(RandomGenerator random, double mean) {
    return Math.round(-mean * StrictMath.log(1 - random.nextDouble()));
  }

  /// Lognormal with median 1 and shape σ, from a Box–Muller normal (Box & Muller, "A note on the generation of
  /// random normal deviates", 1958).
  public static double lognormal(RandomGenerator random, double sigma) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return StrictMath.exp(sigma * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
  }
}
