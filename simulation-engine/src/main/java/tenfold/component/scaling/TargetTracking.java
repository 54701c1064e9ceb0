package tenfold.component.scaling;

import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/// AWS target tracking: two alarms around a target. When the last few periods were all above it, or the last many all
/// a margin below it, the number of servers becomes what would bring the figure to the target if it were inversely
/// proportional to their number: ⌈n · figure / target⌉.
///
/// Source: the alarms that AWS makes are read in accounts (3 × 1 min above, 15 × 1 min below 90 % of the target). Which
/// number of servers AWS multiplies is not published; here it is that on which the figure was measured.
public final class TargetTracking implements Policy {
  /// Keeps 7.0000000001 servers from becoming 8.
  private static final double ROUNDING = 1e-9;

  private final ToDoubleFunction<Metric> figure;
  private final double target;
  private final double lowTarget;
  private final int highPeriods;
  private final int lowPeriods;
  private int high;
  private int low;

  /// @param figure what is to be held at the target
  /// @param target what it is to be, in the figure's unit, above 0
  /// @param highPeriods periods in a row above the target that add servers
  /// @param lowPeriods periods in a row below the target less its margin that take servers away
  /// @param margin share of the target, 0 to 1
  public TargetTracking(ToDoubleFunction<Metric> figure, double target, int highPeriods, int lowPeriods,
      double margin) {
    this.figure = figure;
    this.target = target;
    this.lowTarget = target * (1 - margin);
    this.highPeriods = highPeriods;
    this.lowPeriods = lowPeriods;
  }

  /// Periods without a figure are as if they had not been.
  @Override
  public OptionalInt wants(Metric metric, int desired) {
    double value = figure.applyAsDouble(metric);
    if (Double.isNaN(value)) {
      return OptionalInt.empty();
    }
    high = value > target ? high + 1 : 0;
    low = value < lowTarget ? low + 1 : 0;
    int proportional = (int) Math.ceil(Math.min(1e6, metric.servers() * value / target) - ROUNDING);
    if (high >= highPeriods) {
      return OptionalInt.of(Math.max(desired, proportional));
    }
    return low >= lowPeriods ? OptionalInt.of(Math.min(desired, proportional)) : OptionalInt.empty();
  }
}
