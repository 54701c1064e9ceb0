package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import tenfold.app.look.Numbers;

/// The upright axis of a chart over time.
///
/// @param at the height of a value
/// @param ticks what is marked, four at most
record ValueAxis(DoubleUnaryOperator at, List<Tick> ticks) {
  private static final int MOST_TICKS = 4;

  /// A value that is marked.
  record Tick(double value, String label) {}

  /// What an axis measures.
  enum Scale {
    /// Response times, logarithmic.
    MILLIS(Numbers::millis),
    /// Something a second.
    RATE(Numbers::perSecond),
    /// Shares of a whole.
    SHARE(Numbers::percent),
    /// How many.
    COUNT(value -> Numbers.count(Math.round(value))),
    /// Money.
    DOLLARS(Numbers::dollars);

    private final DoubleFunction<String> text;

    Scale(DoubleFunction<String> text) {
      this.text = text;
    }

    /// A value as it is written.
    String text(double value) {
      return text.apply(value);
    }

    /// The axis from the lowest to the highest value that is shown.
    ValueAxis axis(double low, double high, Frame plot) {
      return switch (this) {
        case MILLIS -> logarithmic(Math.min(low, 20), Math.max(high, 200), plot);
        case SHARE -> linear(1, plot, value -> Math.round(100 * value) + "\u00a0%");
        case RATE, COUNT -> linear(LinearTicks.roundUp(Math.max(high, 10)), plot,
            value -> Numbers.count(Math.round(value)));
        case DOLLARS -> linear(LinearTicks.roundUp(Math.max(1.05 * high, 1)), plot,
            value -> value == 0 ? "$0" : Numbers.dollars(value));
      };
    }
  }

  private static ValueAxis logarithmic(double low, double high, Frame plot) {
    var axis = LogAxis.covering(low, high, plot.bottom(), plot.top());
    return new ValueAxis(axis::at,
        axis.ticks(MOST_TICKS).stream().map(tick -> new Tick(tick, LogAxis.time(tick))).toList());
  }

  private static ValueAxis linear(double top, Frame plot, DoubleFunction<String> label) {
    var ticks = new ArrayList<Tick>();
    LinearTicks.upTo(top).forEach(tick -> ticks.add(new Tick(tick, label.apply(tick))));
    return new ValueAxis(value -> plot.bottom() - plot.height() * Math.clamp(value / top, 0, 1), ticks);
  }
}
