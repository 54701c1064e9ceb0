package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Point;

/// The axis of simulated time: the window of the newest points.
///
/// @param start first second shown
/// @param end last second shown
/// @param from pixel of the first
/// @param to pixel of the last
record TimeAxis(double start, double end, double from, double to) {
  /// Points shown at most: a minute of wall time.
  static final int POINTS = 240;

  private static final int MOST_TICKS = 4;
  private static final double MINUTE = 60;

  /// From here on moments are told as by a clock, in seconds.
  private static final double LONG = 7_200;
  private static final double[] LONG_STEPS = {10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 18_000, 36_000};

  /// A moment that is marked.
  ///
  /// @param seconds simulated time
  /// @param label how it is written
  record Tick(double seconds, String label) {}

  /// The axis that ends with the newest of the points.
  static TimeAxis of(List<Point> points, double from, double to) {
    var shown = newest(points);
    double end = shown.isEmpty() ? 1 : shown.getLast().seconds();
    double start = shown.size() < 2 ? 0 : shown.getFirst().seconds();
    return new TimeAxis(start, Math.max(end, start + 1e-3), from, to);
  }

  /// The points that are shown.
  static List<Point> newest(List<Point> points) {
    return points.subList(Math.max(0, points.size() - POINTS), points.size());
  }

  double at(double seconds) {
    return from + (to - from) * (seconds - start) / (end - start);
  }

  boolean shows(double seconds) {
    return seconds >= start && seconds <= end;
  }

  /// Round moments, four at most: in seconds, in minutes where the steps are so long, and as a clock has them after
  /// hours.
  List<Tick> ticks() {
    double step = step();
    var ticks = new ArrayList<Tick>();
    for (long i = (long) Math.ceil(start / step - 1e-9); i * step <= end * (1 + 1e-12); i++) {
      double seconds = i * step;
      ticks.add(new Tick(seconds, label(seconds, step)));
    }
    return ticks;
  }

  private String label(double seconds, double step) {
    if (end > LONG) {
      var clock = Numbers.clock(Math.round(seconds * 1e9));
      return step < 1 ? clock : step < MINUTE ? clock.substring(0, clock.lastIndexOf('.'))
          : Texts.get("chart.time.hours", clock.substring(0, clock.lastIndexOf(':')));
    }
    return step < MINUTE ? Texts.get("chart.time.seconds", Numbers.plain(seconds))
        : Texts.get("chart.time.minutes", Numbers.plain(seconds / MINUTE));
  }

  private double step() {
    double least = (end - start) / MOST_TICKS;
    if (least <= 5) {
      double decade = Math.pow(10, Math.floor(Math.log10(least)));
      return DoubleStream.of(1, 2, 5, 10).map(factor -> factor * decade).filter(step -> step > least).findFirst()
          .orElse(10 * decade);
    }
    return DoubleStream.of(LONG_STEPS).filter(step -> step > least).findFirst()
        .orElse(Math.ceil(least / 36_000) * 36_000 + 36_000);
  }
}
