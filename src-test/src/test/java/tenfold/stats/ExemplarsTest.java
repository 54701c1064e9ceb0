package tenfold.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.stats.Exemplars.Exemplar;

/// Which request stands for a percentile.
class ExemplarsTest {
  @Test
  void ofNoneThereIsNone() {
    assertEquals(Optional.empty(), new Exemplars().at(100));
    assertEquals(0, new Exemplars().count());
  }

  /// Over ten powers of ten: what stands for a percentile is one of the requests, not below it, and at most 1/64 above;
  /// the slowest is the slowest.
  @ParameterizedTest
  @ValueSource(doubles = {1, 50, 90, 99, 99.9, 100})
  void whatStandsForAPercentileIsNearIt(double percent) {
    var random = new Random(1);
    long[] times = random.doubles(5_000).mapToLong(share -> (long) Math.pow(10, 2 + 10 * share)).toArray();
    var exemplars = new Exemplars();
    for (int i = 0; i < times.length; i++) {
      exemplars.add(times[i], i + 1, 1_000 + i);
    }
    var found = exemplars.at(percent).orElseThrow();
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    long exact = sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    assertEquals(times[(int) found.number() - 1], found.responseNanos());
    assertEquals(999 + found.number(), found.endNanos());
    assertTrue(found.responseNanos() >= exact && found.responseNanos() <= exact * (1 + 1 / 64.0),
        found.responseNanos() + " for " + exact);
    assertEquals(sorted[sorted.length - 1], exemplars.at(100).orElseThrow().responseNanos());
    assertEquals(times.length, exemplars.count());
  }

  @Test
  void ofTwoAlikeTheFirstIsRemembered() {
    var exemplars = new Exemplars();
    exemplars.add(0, 1, 5);
    exemplars.add(Long.MAX_VALUE, 2, 6);
    exemplars.add(Long.MAX_VALUE, 3, 7);
    assertEquals(new Exemplar(2, Long.MAX_VALUE, 6), exemplars.at(100).orElseThrow());
    assertEquals(new Exemplar(1, 0, 5), exemplars.at(10).orElseThrow());
  }
}
