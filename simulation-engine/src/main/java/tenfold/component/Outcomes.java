package tenfold.component;

import tenfold.stats.RecentTimes;
import tenfold.stats.ResponseTimes;

/// How the requests of all workloads end.
public final class Outcomes {
  /// How one attempt ends, as its client sees it.
  public enum Outcome {
    /// Answered in time, with a status below 400.
    GOOD,
    /// Answered in time, with an error status.
    ERROR_ANSWER,
    /// The connection was refused.
    REFUSED,
    /// The client gave up waiting.
    TIMED_OUT
  }

  private final long[] counts = new long[Outcome.values().length];
  private long underWay;
  private final ResponseTimes answered = new ResponseTimes();
  private final RecentTimes recent = new RecentTimes();

  /// Nothing has happened yet.
  public Outcomes() {}

  /// An attempt begins.
  public void begin() {
    underWay++;
  }

  /// An attempt ends `responseNanos` after it began.
  public void settle(Outcome outcome, long responseNanos) {
    counts[outcome.ordinal()]++;
    underWay--;
    if (outcome == Outcome.GOOD || outcome == Outcome.ERROR_ANSWER) {
      answered.add(responseNanos);
      recent.add(responseNanos);
    }
  }

  /// Attempts that ended so since the last [#clear].
  public long count(Outcome outcome) {
    return counts[outcome.ordinal()];
  }

  /// All attempts that ended since the last [#clear].
  public long total() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /// Attempts that have begun and not ended.
  public long underWay() {
    return underWay;
  }

  /// Response times of the answered attempts since the last [#clear].
  public ResponseTimes answered() {
    return answered;
  }

  /// Response times of the answered attempts of the last few slices of time.
  public RecentTimes recent() {
    return recent;
  }

  /// Forgets what was counted so far (the warm-up).
  public void clear() {
    java.util.Arrays.fill(counts, 0);
    answered.clear();
  }
}
