package tenfold.stats;

import org.HdrHistogram.Histogram;

/// The distribution of response times: exact mean, percentiles within 0.1 %, whatever the range.
///
/// Times in nanoseconds are kept in microseconds in an HDR histogram (Gil Tene, HdrHistogram) with three
/// significant digits; the mean is kept beside it, exactly.
public final class ResponseTimes {
  private static final long MICRO = 1_000;
  private static final long FIRST_RANGE_MICROS = 60_000_000;

  private final Histogram micros;
  private final Tally nanos = new Tally();

  /// An empty distribution with three significant digits.
  public ResponseTimes() {
    this(3);
  }

  /// An empty distribution with `significantDigits` (1 to 3) in its percentiles; fewer cost less memory.
  public ResponseTimes(int significantDigits) {
    micros = new Histogram(1, FIRST_RANGE_MICROS, significantDigits);
    micros.setAutoResize(true);
  }

  /// Adds one response time in nanoseconds.
  public void add(long responseNanos) {
    micros.recordValue(responseNanos / MICRO);
    nanos.add(responseNanos);
  }

  /// Adds all that `other` has.
  public void add(ResponseTimes other) {
    micros.add(other.micros);
    nanos.add(other.nanos);
  }

  /// How many times there are.
  public long count() {
    return nanos.count();
  }

  /// Mean in milliseconds; NaN when empty.
  public double meanMs() {
    return nanos.mean() / 1e6;
  }

  /// The time, in milliseconds, that `percent` (0 to 100) of the responses did not exceed; NaN when empty.
  public double percentileMs(double percent) {
    return count() == 0 ? Double.NaN : micros.getValueAtPercentile(percent) / 1e3;
  }

  /// Forgets everything.
  public void clear() {
    micros.reset();
    nanos.clear();
  }
}
