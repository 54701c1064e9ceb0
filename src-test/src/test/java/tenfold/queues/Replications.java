package tenfold.queues;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;
import tenfold.stats.Interval;
import tenfold.stats.Tally;

/// The mean of one number over 20 independent replications with fixed seeds, as a 99.9 % interval: a right simulator
/// fails a test of it with probability 0.1 %, once, when the seeds are chosen; from then on the outcome is fixed.
final class Replications {
  private static final int COUNT = 20;
  private static final double CONFIDENCE = 0.999;

  private Replications() {}

  /// Asserts that the interval covers the expected value, and that it is narrow enough to mean something.
  static void mustCover(double expected, double widestShare, LongToDoubleFunction measure) {
    var interval = interval(measure);
    assertTrue(interval.covers(expected), "%s does not cover %s".formatted(interval, expected));
    assertTrue(interval.halfWidth() <= widestShare * expected, interval + " is too wide to test anything");
  }

  private static Interval interval(LongToDoubleFunction measure) {
    var observations = new Tally();
    for (long seed = 1; seed <= COUNT; seed++) {
      observations.add(measure.applyAsDouble(seed));
    }
    return Interval.ofMean(observations, CONFIDENCE);
  }
}
