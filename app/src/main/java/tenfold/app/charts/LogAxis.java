package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A logarithmic axis: where values stand on the screen, and which of them are marked.
///
/// @param min value at `from`, above 0
/// @param max value at `to`, above `min`
/// @param from pixel of the smallest value
/// @param to pixel of the largest value; smaller than `from` on an axis that runs upwards
public record LogAxis(double min, double max, double from, double to) {
  private static final double[] STEPS = {1, 2, 5};

  /// Response times are counted in microseconds.
  private static final double SHORTEST_MS = 0.001;

  /// Checks the range of values.
  public LogAxis {
    if (!(min > 0 && max > min && max < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a logarithmic axis needs 0 < min < max, not " + min + " and " + max);
    }
  }

  /// An axis of times from the power of ten at or below `low`, at least a microsecond, to the round value (1, 2 or 5
  /// times a power of ten) at or above `high`; what exceeds a round value by a hundredth or less stands at the end.
  public static LogAxis covering(double low, double high, double from, double to) {
    double min = power(Math.floor(exponent(Math.max(low, SHORTEST_MS))));
    double max = roundUp(Math.max(high, SHORTEST_MS) / 1.01);
    return new LogAxis(min, max > min ? max : 10 * min, from, to);
  }

  /// Where a value stands; values beyond the ends stand at the ends.
  public double at(double value) {
    double share = Math.log(value / min) / Math.log(max / min);
    return from + (to - from) * Math.clamp(share, 0, 1);
  }

  /// The value that stands at a pixel; pixels beyond the ends mean the ends.
  public double valueAt(double pixel) {
    double share = Math.clamp((pixel - from) / (to - from), 0, 1);
    return min * Math.pow(max / min, share);
  }

  /// Round values to be marked, at most `most` (at least 2): powers of ten when two or more lie on the axis, else
  /// also their double and fivefold.
  public List<Double> ticks(int most) {
    var decades = values(1);
    return thin(decades.size() > 1 ? decades : values(STEPS.length), most);
  }

  /// A time as an axis says it: "0.001 ms", "10 ms", "1.5 s".
  public static String time(double ms) {
    return ms < 1_000 ? plain(ms) + "\u00a0ms" : plain(ms / 1_000) + "\u00a0s";
  }

  /// A number of families as an axis says it: "500", "1 k", "2.5 M".
  public static String count(double number) {
    if (number < 1_000) {
      return plain(number);
    }
    return number < 1e6 ? plain(number / 1e3) + "\u00a0k" : plain(number / 1e6) + "\u00a0M";
  }

  private List<Double> values(int steps) {
    var found = new ArrayList<Double>();
    for (double exponent = Math.floor(exponent(min)); power(exponent) <= max; exponent++) {
      for (int i = 0; i < steps; i++) {
        double value = STEPS[i] * power(exponent);
        if (value >= min && value <= max) {
          found.add(value);
        }
      }
    }
    return found;
  }

  private static List<Double> thin(List<Double> values, int most) {
    int stride = 1 + (values.size() - 1) / most;
    var kept = new ArrayList<Double>();
    for (int i = 0; i < values.size(); i += stride) {
      kept.add(values.get(i));
    }
    return List.copyOf(kept);
  }

  private static double roundUp(double value) {
    double decade = power(Math.floor(exponent(value)));
    for (double step : STEPS) {
      if (step * decade >= value) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  private static double exponent(double value) {
    double exponent = Math.log10(value);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-9 ? Math.rint(exponent) : exponent;
  }

  /// Powers of ten that print as such: Math.pow(10, -1) is exact, products of 0.1 are not.
  private static double power(double exponent) {
    return Double.parseDouble("1e" + (int) exponent);
  }

  /// With at most three digits that mean something, below 1 with two.
  private static String plain(double number) {
    int digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
    if (number > 0 && number < 0.1) {
      digits = 1 - (int) Math.floor(exponent(number));
    }
    var text = String.format(Locale.ROOT, "%." + digits + "f", number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
