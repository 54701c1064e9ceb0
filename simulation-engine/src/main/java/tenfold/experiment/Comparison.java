package tenfold.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tenfold.run.Experiment.Summary;
import tenfold.run.Result;
import tenfold.stats.Interval;
import tenfold.stats.Tally;

/// Two designs under the same families with the same luck: common random numbers, so that most of the chance falls out
/// of the difference. Source: Law, *Simulation Modeling and Analysis*, 5th ed., §10.2 (paired-t interval) and §11.2.
///
/// @param first what the first design came to
/// @param second what the second came to
/// @param differences second less first, one for each measure
public record Comparison(Summary first, Summary second, List<Difference> differences) {
  private static final double CONFIDENCE = 0.95;

  /// What is compared.
  public enum Measure {
    /// Mean response time, ms.
    MEAN("meanMs", false, result -> result.answered() == 0 ? Double.NaN : result.responseTimes().meanMs()),
    /// Median response time, ms.
    P50("p50Ms", false, result -> result.responseTimes().percentileMs(50)),
    /// 95th percentile, ms.
    P95("p95Ms", false, result -> result.responseTimes().percentileMs(95)),
    /// 99th percentile, ms.
    P99("p99Ms", false, result -> result.responseTimes().percentileMs(99)),
    /// Successful answers a second.
    GOODPUT("goodputPerSecond", true, result -> result.good() / result.seconds()),
    /// Errors and refusals among the attempts.
    ERRORS("errorShare", false, result -> share(result.errors(), result)),
    /// Clients that gave up, among the attempts.
    TIMEOUTS("timeoutShare", false, result -> share(result.timeouts(), result)),
    /// What clients were told that is not so, a second.
    WRONG("wrongPerSecond", false, result -> result.wrong().total() / result.seconds());

    private final String id;
    private final boolean isMoreBetter;
    private final ToDoubleFunction<Result> value;

    Measure(String id, boolean isMoreBetter, ToDoubleFunction<Result> value) {
      this.id = id;
      this.isMoreBetter = isMoreBetter;
      this.value = value;
    }

    /// Whether more of it is better.
    public boolean isMoreBetter() {
      return isMoreBetter;
    }

    /// Its name in reports.
    @Override
    public String toString() {
      return id;
    }

    private static double share(long part, Result result) {
      return result.requests() == 0 ? 0 : (double) part / result.requests();
    }
  }

  /// What one measure comes to in both designs.
  ///
  /// @param measure which
  /// @param first mean over the runs of the first design, with its interval
  /// @param second that of the second
  /// @param difference mean of second less first, run by run, with its interval
  public record Difference(Measure measure, Interval first, Interval second, Interval difference) {
    /// What can be said of the second design.
    public enum Verdict {
      /// It is better: the interval of the difference leaves out 0.
      BETTER,
      /// It is worse.
      WORSE,
      /// The runs do not show a difference; more of them may.
      NOT_SHOWN,
      /// Both are the same, run by run.
      SAME
    }

    /// Whether the second design is better, as far as the runs show it.
    public Verdict verdict() {
      if (difference.mean() == 0 && !(difference.halfWidth() > 0)) {
        return Verdict.SAME;
      } else if (Double.isNaN(difference.halfWidth()) || difference.covers(0)) {
        return Verdict.NOT_SHOWN;
      }
      return difference.mean() > 0 == measure.isMoreBetter() ? Verdict.BETTER : Verdict.WORSE;
    }
  }

  /// Copies the list.
  public Comparison {
    differences = List.copyOf(differences);
  }

  /// Compares runs whose seeds agree pairwise.
  ///
  /// @param first summary of the first design's runs
  /// @param firstRuns those runs
  /// @param second summary of the second's
  /// @param secondRuns as many runs of the second design
  public static Comparison of(Summary first, List<Result> firstRuns, Summary second, List<Result> secondRuns) {
    if (firstRuns.size() != secondRuns.size()) {
      throw new IllegalArgumentException("runs are compared in pairs, not " + firstRuns.size() + " with "
          + secondRuns.size());
    }
    return new Comparison(first, second,
        Arrays.stream(Measure.values()).map(measure -> difference(measure, firstRuns, secondRuns)).toList());
  }

  /// Whether any measure shows a difference.
  public boolean differs() {
    return differences.stream().map(Difference::verdict)
        .anyMatch(verdict -> verdict == Difference.Verdict.BETTER || verdict == Difference.Verdict.WORSE);
  }

  /// Only pairs of which both have a value count.
  private static Difference difference(Measure measure, List<Result> firstRuns, List<Result> secondRuns) {
    var ones = new Tally();
    var others = new Tally();
    var differences = new Tally();
    for (int i = 0; i < firstRuns.size(); i++) {
      double one = measure.value.applyAsDouble(firstRuns.get(i));
      double other = measure.value.applyAsDouble(secondRuns.get(i));
      if (Double.isFinite(one) && Double.isFinite(other)) {
        ones.add(one);
        others.add(other);
        differences.add(other - one);
      }
    }
    return new Difference(measure, Interval.ofMean(ones, CONFIDENCE), Interval.ofMean(others, CONFIDENCE),
        Interval.ofMean(differences, CONFIDENCE));
  }
}
