package tenfold.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logarithmic axes: places, ticks, labels.
final class LogAxisTest {

  @Test
  void equalRatiosAreEqualDistances() {
    var axis = new LogAxis(10, 1_000, 100, 300);
    assertEquals(100, axis.at(10), 1e-9);
    assertEquals(200, axis.at(100), 1e-9);
    assertEquals(300, axis.at(5_000), 1e-9);
    assertEquals(100, axis.valueAt(200), 1e-9);
    assertEquals(10, axis.valueAt(-50), 1e-9);
  }

  @Test
  void upwardAxisRunsUpwards() {
    assertEquals(50, new LogAxis(1, 100, 100, 0).at(10), 1e-9);
  }

  /// 48 ms to 9.9 s lie between 10 ms and 10 s; 20 to 25 ms between 10 and 50 ms; nothing below a microsecond.
  @ParameterizedTest
  @CsvSource(textBlock = """
        48, 9900,  10, 10000
        20,   25,  10,    50
        10,   10,  10,   100
       0.3,    7, 0.1,    10
        48, 10002, 10, 10000
      1000, 1001, 1000, 10000
      0.004, 0.3, 0.001,  0.5
      1e-5, 2e-4, 0.001, 0.01
      """)
  void rangeIsRoundedOutwards(double low, double high, double min, double max) {
    var axis = LogAxis.covering(low, high, 0, 1);
    assertEquals(min, axis.min());
    assertEquals(max, axis.max());
  }

  @Test
  void ticksAreFewAndRound() {
    assertEquals(List.of(10.0, 100.0, 1_000.0, 10_000.0), new LogAxis(10, 10_000, 0, 1).ticks(4));
    assertEquals(List.of(0.1, 10.0, 1_000.0), new LogAxis(0.1, 10_000, 0, 1).ticks(4));
    assertEquals(List.of(10.0, 20.0, 50.0), new LogAxis(10, 50, 0, 1).ticks(4));
  }

  @ParameterizedTest
  @CsvSource({"10,10", "999,999", "1000,1 k", "5000,5 k", "1500,1.5 k", "1000000,1 M", "10000000,10 M"})
  void familiesAreCountedInThousandsAndMillions(double number, String label) {
    assertEquals(label, LogAxis.count(number).replace('\u00a0', ' '));
  }

  @ParameterizedTest
  @CsvSource({"0.001,0.001 ms", "0.0316,0.032 ms", "0.1,0.1 ms", "10,10 ms", "100,100 ms", "1000,1 s",
      "9990,9.99 s", "10000,10 s", "1490,1.49 s"})
  void timesAreInMillisecondsAndSeconds(double ms, String label) {
    assertEquals(label, LogAxis.time(ms).replace('\u00a0', ' '));
  }

  @Test
  void rangeThatCannotBeLogarithmicIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LogAxis(0, 10, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new LogAxis(10, 10, 0, 1));
  }
}
