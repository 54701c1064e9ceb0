package tenfold.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;
import tenfold.stats.Interval;
import tenfold.stats.Tally;

/// The mean of one number over 20 independent replications with fixed seeds against theory. It must lie within 1.5 half
/// widths of its 95 % interval, or within 0.2 %: a right simulator fails with probability 0.5 %, once, when the seeds
/// are chosen (Student's t with 19 degrees of freedom beyond 3.14); from then on the outcome is fixed.
public final class Replications {
  private static final int COUNT = 20;

  private Replications() {}

  /// Asserts that the measured mean agrees with the expected value, and that it is sure enough to mean something.
  ///
  /// @param widestShare the widest half width, as a share of the expected value
  /// @param measure what a replication measures, by its seed
  public static void mustBe(double expected, double widestShare, LongToDoubleFunction measure) {
    var observations = new Tally();
    for (long seed = 1; seed <= COUNT; seed++) {
      observations.add(measure.applyAsDouble(seed));
    }
    var measured = Interval.ofMean(observations, 0.95);
    assertEquals(expected, measured.mean(), Math.max(1.5 * measured.halfWidth(), 0.002 * expected));
    assertTrue(measured.halfWidth() <= widestShare * expected, measured + " is too wide to test anything");
  }
}
