package tenfold.component;

import tenfold.stats.Exemplars;
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
  private final Exemplars exemplars = new Exemplars();
  private long begun;
  private long underWay;
  private final ResponseTimes answered = new ResponseTimes();
  private final RecentTimes recent = new RecentTimes();

  /// Nothing has happened yet.
  public Outcomes() {}

  /// An attempt begins.
  ///
  /// @return the how-manieth of the run it is, from 1
  public long begin() {
    underWay++;
    return ++begun;
  }

  /// An attempt ends.
  ///
  /// @param number what [#begin] gave it
  /// @param responseNanos how long after it began
  /// @param nowNanos simulated time
  public void settle(Outcome outcome, long number, long responseNanos, long nowNanos) {
    counts[outcome.ordinal()]++;
    underWay--;
    exemplars.add(responseNanos, number, nowNanos);
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

  /// Which attempts stand for the response times of all since the run began, whatever their outcome.
  public Exemplars exemplars() {
    return exemplars;
  }

  /// Forgets what was counted so far (the warm-up).
  public void clear() {
    java.util.Arrays.fill(counts, 0);
    answered.clear();
  }
}
