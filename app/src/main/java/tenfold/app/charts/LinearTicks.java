package tenfold.app.charts;

import java.util.List;
import java.util.stream.DoubleStream;

/// Round numbers for a linear axis that begins at 0.
final class LinearTicks {
  private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  private LinearTicks() {}

  /// The smallest round number at or above `value` (above 0).
  static double roundUp(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : ROUND) {
      if (step * decade >= value) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  /// Zero, the half and the whole.
  static List<Double> upTo(double top) {
    return DoubleStream.of(0, top / 2, top).boxed().toList();
  }
}
