package tenfold.app.look;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Writes numbers as people read them: with units, and with no more digits than mean something; and reads what people
/// type.
public final class Numbers {
  private static final String WHOLE = "-?(\\d{1,3}(,\\d{3})+|\\d{1,18})";
  private static final String DECIMAL = "-?(\\d{1,3}(,\\d{3})+|\\d*)(\\.\\d*)?([eE]-?\\d{1,3})?";

  private Numbers() {}

  /// A count with thousands separators, as in "1,000".
  public static String count(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  /// A count where there is little room, as in "5,000", "250 k", "1.2 M", "10 M".
  public static String brief(long value) {
    if (value < 100_000) {
      return count(value);
    }
    return value < 1_000_000 ? Math.round(value / 1e3) + " k" : plain(Math.rint(value / 1e5) / 10) + " M";
  }

  /// A duration, as in "<0.001 ms", "0.005 ms", "0.5 ms", "131 ms", "6.9 s"; "–" when there is none.
  public static String millis(double millis) {
    if (Double.isNaN(millis)) {
      return "–";
    } else if (millis == 0) {
      return "0 ms";
    } else if (millis < 0.0005) {
      return "<0.001 ms";
    } else if (millis < 0.0995) {
      return format("%.3f ms", millis);
    } else if (millis < 9.95) {
      return format("%.1f ms", millis);
    } else if (millis < 999.5) {
      return format("%.0f ms", millis);
    }
    return millis < 99_950 ? format("%.1f s", millis / 1000) : format("%,.0f s", millis / 1000);
  }

  /// A rate a second, as in "0/s", "2.4/s", "26/s", "2,480/s".
  public static String perSecond(double rate) {
    if (rate < 0.05) {
      return "0/s";
    }
    return rate < 9.95 ? format("%.1f/s", rate) : format("%,.0f/s", rate);
  }

  /// Money, as in "$0.12", "$4.39", "$4,390"; "–" when there is none.
  public static String dollars(double amount) {
    return !Double.isFinite(amount) ? "–" : amount < 99.995 ? format("$%.2f", amount) : format("$%,.0f", amount);
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

  /// Simulated time in words, as in "12.5 s", "3 min 20 s", "2 h 5 min".
  public static String duration(double seconds) {
    if (seconds < 60) {
      return seconds < 9.95 ? format("%.1f s", seconds) : format("%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3_600 ? format("%d min %d s", whole / 60, whole % 60)
        : format("%d h %d min", whole / 3_600, whole / 60 % 60);
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
    return value < 9.5 ? plain(Math.rint(10 * value) / 10) + "×" : format("%,d×", Math.round(value));
  }

  /// How fast time runs, as in "5×", "0.5×"; far below 1 with two digits that mean something, as in "1/600". "–" while
  /// it is not known.
  public static String pace(double value) {
    if (value <= 0) {
      return "–";
    } else if (value >= 0.095) {
      return factor(value);
    }
    double unit = Math.pow(10, Math.floor(Math.log10(1 / value)) - 1);
    return "1/" + count(Math.round(Math.rint(1 / value / unit) * unit));
  }

  /// A number without superfluous digits, as in "4", "0.55", "86,400,000".
  public static String plain(double value) {
    return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
  }

  /// The whole number that was typed, with or without commas between thousands; empty when it is none.
  public static OptionalLong whole(String typed) {
    return typed.matches(WHOLE) ? OptionalLong.of(Long.parseLong(typed.replace(",", ""))) : OptionalLong.empty();
  }

  /// The number that was typed, with or without commas between thousands; empty when it is none.
  public static OptionalDouble decimal(String typed) {
    return typed.matches(DECIMAL) && typed.matches(".*\\d.*")
        ? OptionalDouble.of(Double.parseDouble(typed.replace(",", ""))) : OptionalDouble.empty();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ENGLISH, pattern, values);
  }
}
