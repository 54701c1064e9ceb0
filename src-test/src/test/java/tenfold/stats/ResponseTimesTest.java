package tenfold.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Percentiles and means of response times.
class ResponseTimesTest {
  private static final long MILLI = 1_000_000;

  /// 1, 2, … 1,000 ms: the p-th percentile is 10·p ms, within 0.1 %.
  @ParameterizedTest
  @CsvSource({"50, 500", "95, 950", "99, 990", "100, 1000"})
  void percentilesAreWithinATenthOfAPercent(double percent, double expectedMs) {
    assertEquals(expectedMs, upTo(1_000).percentileMs(percent), expectedMs * 0.001);
  }

  @Test
  void theMeanIsExact() {
    assertEquals(500.5, upTo(1_000).meanMs(), 1e-9);
    assertEquals(1_000, upTo(1_000).count());
  }

  @Test
  void timesBeyondTheFirstRangeAreKept() {
    var times = new ResponseTimes();
    times.add(3_600_000 * MILLI);
    assertEquals(3_600_000, times.percentileMs(50), 3_600);
  }

  @Test
  void addingAnotherDistributionAddsAllItHas() {
    var all = upTo(500);
    var rest = new ResponseTimes();
    for (long millis = 501; millis <= 1_000; millis++) {
      rest.add(millis * MILLI);
    }
    all.add(rest);
    assertEquals(upTo(1_000).meanMs(), all.meanMs(), 1e-9);
    assertEquals(upTo(1_000).percentileMs(95), all.percentileMs(95));
  }

  @Test
  void nothingIsKnownAboutNoTimes() {
    var times = upTo(10);
    times.clear();
    assertEquals(0, times.count());
    assertTrue(Double.isNaN(times.meanMs()));
    assertTrue(Double.isNaN(times.percentileMs(95)));
  }

  /// Three slices: after 1 | 2 | 3 the window has all; a fourth drops the 1; two empty ones drop 2 and 3.
  @Test
  void aWindowForgetsItsOldestSlice() {
    var recent = new RecentTimes();
    recent.begin(3);
    recent.add(1 * MILLI);
    recent.nextSlice();
    recent.add(2 * MILLI);
    recent.nextSlice();
    recent.add(3 * MILLI);
    assertEquals(2, recent.window().meanMs(), 1e-9);
    recent.nextSlice();
    recent.add(4 * MILLI);
    assertEquals(3, recent.window().meanMs(), 1e-9);
    recent.nextSlice();
    recent.nextSlice();
    assertEquals(4, recent.window().meanMs(), 1e-9);
    recent.nextSlice();
    assertEquals(0, recent.window().count());
  }

  private static ResponseTimes upTo(int lastMs) {
    var times = new ResponseTimes();
    for (long millis = 1; millis <= lastMs; millis++) {
      times.add(millis * MILLI);
    }
    return times;
  }
}
