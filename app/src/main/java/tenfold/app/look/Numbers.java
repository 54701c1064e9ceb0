package tenfold.app.look;

import java.util.Locale;

/// Writes numbers as people read them: with units, and with no more digits than mean something.
public final class Numbers {
  private Numbers() {}

  /// A count with thousands separators, as in "1,000".
  public static String count(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  /// A duration, as in "0.005 ms", "0.5 ms", "131 ms", "6.9 s"; "–" when there is none.
  public static String millis(double millis) {
    if (Double.isNaN(millis)) {
      return "–";
    } else if (millis < 0.0995) {
      return format("%.3f ms", millis);
    } else if (millis < 9.95) {
      return format("%.1f ms", millis);
    } else if (millis < 999.5) {
      return format("%.0f ms", millis);
    }
    return millis < 99_950 ? format("%.1f s", millis / 1000) : format("%,.0f s", millis / 1000);
  }

  /// A rate a second, as in "26/s", "2,480/s".
  public static String perSecond(double rate) {
    return rate < 9.95 ? format("%.1f/s", rate) : format("%,.0f/s", rate);
  }

  /// A share, as in "97 %".
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : format("%.0f %%", 100 * share);
  }

  /// Simulated time, as in "00:03:12.480".
  public static String clock(long nanos) {
    long millis = nanos / 1_000_000;
    return format("%02d:%02d:%02d.%03d", millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60, millis % 1_000);
  }

  /// A share with one decimal, as in "97.2 %".
  public static String exactPercent(double share) {
    return format("%.1f %%", 100 * share);
  }

  /// A factor of speed, as in "1/100×", "0.5×", "20×".
  public static String factor(double value) {
    if (value < 0.095) {
      return format("1/%d×", Math.round(1 / Math.max(value, 1e-6)));
    }
    return value < 9.5 && value != Math.rint(value) ? format("%.1f×", value) : format("%,d×", Math.round(value));
  }

  /// A number without superfluous digits, as in "4", "0.55".
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ENGLISH, pattern, values);
  }
}
