package tenfold.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.app.charts.TimeAxis.Tick;

/// Simulated time below the live charts.
final class TimeAxisTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,    1,     0 s|0.5 s|1 s
      3.1,  3.7,   3.2 s|3.4 s|3.6 s
      0,    60,    0 s|30 s|60 s
      754,  1054,  14 min|16 min
      0,    6000,  0 min|30 min|60 min|90 min
      275000, 277000, 76:30 h|76:40 h|76:50 h
      275000, 275100, 76:23:30|76:24:00|76:24:30|76:25:00
      275000, 275001, 76:23:20.000|76:23:20.500|76:23:21.000
      """)
  void roundMomentsAreMarkedInSecondsMinutesOrHours(double start, double end, String labels) {
    assertEquals(labels, new TimeAxis(start, end, 0, 300).ticks().stream().map(Tick::label)
        .collect(Collectors.joining("|")));
  }

  @Test
  void thereAreAtMostFourMarksAtAnyLength() {
    for (double length = 1e-3; length < 1e9; length *= 1.07) {
      for (double start : new double[] {0, 17.3, 4e5}) {
        var ticks = new TimeAxis(start, start + length, 0, 300).ticks();
        assertTrue(ticks.size() <= 4, length + " s from " + start + ": " + ticks);
      }
    }
  }
}
