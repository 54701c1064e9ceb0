package tenfold.app.charts;

import java.util.List;
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
}
