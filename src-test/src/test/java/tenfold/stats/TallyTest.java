package tenfold.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.kernel.Simulation;

/// Count, mean and variance without keeping the numbers.
class TallyTest {
  /// 2, 4, 4, 4, 5, 5, 7, 9: mean 5; squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
  @Test
  void meanAndVarianceOfEightNumbers() {
    var tally = tally(2, 4, 4, 4, 5, 5, 7, 9);
    assertEquals(8, tally.count());
    assertEquals(5, tally.mean(), 1e-15);
    assertEquals(32.0 / 7, tally.variance(), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 500, 999, 1_000})
  void mergingTwoPartsIsTallyingTheWhole(int cut) {
    double[] numbers = new Simulation(1).random("numbers").doubles(1_000, -5, 1_000).toArray();
    var whole = tally(numbers);
    var merged = tally(Arrays.copyOfRange(numbers, 0, cut));
    merged.add(tally(Arrays.copyOfRange(numbers, cut, numbers.length)));
    assertEquals(whole.count(), merged.count());
    assertEquals(whole.mean(), merged.mean(), 1e-9);
    assertEquals(whole.variance(), merged.variance(), 1e-6);
  }

  /// The textbook formula Σx² − n·x̄² would lose every digit here; the variance of 1, 2, 3 is 1 wherever they stand.
  @Test
  void aLargeOffsetDoesNotSpoilTheVariance() {
    assertEquals(1, tally(1e9 + 1, 1e9 + 2, 1e9 + 3).variance(), 1e-6);
  }

  @Test
  void whatIsUnknownIsNaN() {
    assertTrue(Double.isNaN(new Tally().mean()));
    assertTrue(Double.isNaN(tally(3).variance()));
    assertEquals(3, tally(3).mean());
  }

  @Test
  void aClearedTallyIsEmpty() {
    var tally = tally(1, 2, 3);
    tally.clear();
    tally.add(7);
    assertEquals(1, tally.count());
    assertEquals(7, tally.mean());
  }

  private static Tally tally(double... numbers) {
    var tally = new Tally();
    for (double number : numbers) {
      tally.add(number);
    }
    return tally;
  }
}
