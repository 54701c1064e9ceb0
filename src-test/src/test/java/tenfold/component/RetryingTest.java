package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.kernel.Simulation;
import tenfold.stats.Tally;

/// How long clients wait before they try again.
class RetryingTest {
  /// Golden vectors of the domain specification: full jitter's upper bounds from 0.5 s with a cap of 20 s, and
  /// resilience4j's intervals from 500 ms × 1.5.
  @ParameterizedTest
  @CsvSource({
    "500, 2, 20000, 500 1000 2000 4000 8000 16000 20000 20000",
    "500, 1.5, 1000000, 500 750 1125 1688 2531 3797 5695 8543"})
  void theLongestWaitGrowsByTheFactorUpToTheCap(double baseMs, double factor, double capMs, String expected) {
    var retrying = new Retrying(8, Backoff.FULL_JITTER, baseMs, factor, capMs, false);
    var limits = IntStream.range(0, 8).mapToObj(tried -> Math.round(retrying.limitMs(tried))).toList();
    assertEquals(List.of(expected.split(" ")), limits.stream().map(String::valueOf).toList());
  }

  /// Means over 100,000 draws of the third retry from 500 ms (limit 4 s): exponential 4,000, full jitter 2,000, equal
  /// jitter 3,000. Within 1 %: more than 4 standard errors, false alarms below one in 10,000.
  @ParameterizedTest
  @CsvSource({"NONE, 0", "FIXED, 500", "EXPONENTIAL, 4000", "FULL_JITTER, 2000", "EQUAL_JITTER, 3000"})
  void theMeanWaitIsAsSpecified(Backoff backoff, double expectedMs) {
    var retrying = new Retrying(3, backoff, 500, 2, 30_000, false);
    var random = new Simulation(1).random("backoff");
    var waits = new Tally();
    for (int i = 0; i < 100_000; i++) {
      waits.add(backoff.drawMs(random, retrying, 3, 500));
    }
    assertEquals(expectedMs, waits.mean(), 0.01 * expectedMs);
  }

  @Test
  void decorrelatedJitterLiesBetweenTheBaseAndThreeTimesTheWaitBefore() {
    var retrying = new Retrying(3, Backoff.DECORRELATED, 500, 2, 2_000, false);
    var random = new Simulation(1).random("backoff");
    for (int i = 0; i < 1_000; i++) {
      double wait = Backoff.DECORRELATED.drawMs(random, retrying, 1, 600);
      assertTrue(wait >= 500 && wait <= 1_800, "wait " + wait);
      assertTrue(Backoff.DECORRELATED.drawMs(random, retrying, 1, 60_000) <= 2_000);
    }
  }

  /// Everybody in the building has one address; homes are scattered over many blocks of 256.
  @Test
  void homesAreScatteredAndTheBuildingIsOneAddress() {
    assertEquals(1, IntStream.rangeClosed(1, 1_000).map(family -> Addresses.of(family, 1)).distinct().count());
    assertEquals(1_000, IntStream.rangeClosed(1, 1_000).map(family -> Addresses.of(family, 0)).distinct().count());
    assertTrue(IntStream.rangeClosed(1, 1_000).map(family -> Addresses.of(family, 0) >>> 8).distinct().count() > 990);
    long shared = IntStream.rangeClosed(1, 1_000)
        .filter(family -> Addresses.of(family, 0.3) == Addresses.of(1, 1)).count();
    assertEquals(300, shared, 3);
  }
}
