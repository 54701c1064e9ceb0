package tenfold.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.kernel.Simulation;

/// Student-t intervals against a printed t-table and against their own promise.
class IntervalTest {
  /// Law, *Simulation Modeling and Analysis*, 5th ed., example 4.26: ten observations 1.20, 1.50, 1.68, 1.89, 0.95,
  /// 1.49, 1.58, 1.55, 0.50, 1.09 have mean 1.34 and variance 0.17; the 90 % interval is 1.34 ± 1.83·√(0.17/10),
  /// about 1.34 ± 0.24.
  @Test
  void agreesWithLawsExample() {
    var interval = interval(0.90, 1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09);
    assertEquals(1.34, interval.mean(), 0.005);
    assertEquals(0.24, interval.halfWidth(), 0.005);
  }

  /// Two numbers 0 and 2 have mean 1 and s/√n = 1, so the half width is t itself; n numbers likewise after scaling.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # degrees of freedom, confidence, t from the table
      1,  0.95,  12.706
      1,  0.90,  6.314
      9,  0.95,  2.262
      9,  0.99,  3.250
      19, 0.95,  2.093
      19, 0.999, 3.883
      """)
  void theHalfWidthIsTheTablesTTimesTheStandardError(int freedom, double confidence, double t) {
    var tally = new Tally();
    for (int i = 0; i <= freedom; i++) {
      tally.add(i * i);
    }
    double standardError = Math.sqrt(tally.variance() / tally.count());
    assertEquals(t, Interval.ofMean(tally, confidence).halfWidth() / standardError, 0.0006);
  }

  @Test
  void coversItsEndsAndNothingBeyond() {
    var interval = new Interval(10, 2, 0.95);
    assertEquals(8, interval.low());
    assertEquals(12, interval.high());
    assertTrue(interval.covers(8) && interval.covers(10) && interval.covers(12));
    assertFalse(interval.covers(7.99) || interval.covers(12.01));
  }

  @Test
  void aSingleObservationSaysNothingAboutItsUncertainty() {
    var interval = interval(0.95, 5);
    assertEquals(5, interval.mean());
    assertTrue(Double.isNaN(interval.halfWidth()));
  }

  /// 2,000 intervals at 90 % from ten uniforms each: the number that cover ½ has mean about 1,800 and standard
  /// deviation 13.4; a deviation of more than 60 is a false alarm with probability below 0.001 %.
  @Test
  void coversTheTrueMeanAsOftenAsItPromises() {
    var random = new Simulation(3).random("observations");
    int covering = 0;
    for (int experiment = 0; experiment < 2_000; experiment++) {
      if (interval(0.90, random.doubles(10).toArray()).covers(0.5)) {
        covering++;
      }
    }
    assertEquals(1_800, covering, 60);
  }

  private static Interval interval(double confidence, double... observations) {
    var tally = new Tally();
    for (double observation : observations) {
      tally.add(observation);
    }
    return Interval.ofMean(tally, confidence);
  }
}
