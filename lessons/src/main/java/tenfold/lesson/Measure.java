package tenfold.lesson;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Truth.Wrong;
import tenfold.run.NodeResult;

/// What goals, predictions and claims of lessons are about: a number that one run of a system has.
public enum Measure {
  /// Mean response time of answered requests.
  MEAN_MS("meanMs", Unit.MILLIS, run -> run.result().responseTimes().meanMs()),
  /// Median response time of answered requests.
  P50_MS("p50Ms", Unit.MILLIS, run -> run.result().responseTimes().percentileMs(50)),
  /// 95th percentile of the response times of answered requests.
  P95_MS("p95Ms", Unit.MILLIS, run -> run.result().responseTimes().percentileMs(95)),
  /// 99th percentile of the response times of answered requests.
  P99_MS("p99Ms", Unit.MILLIS, run -> run.result().responseTimes().percentileMs(99)),
  /// Answers a second, good or not.
  THROUGHPUT("throughput", Unit.PER_SECOND, run -> run.result().answered() / run.result().seconds()),
  /// Successful answers a second that came in time.
  GOODPUT("goodput", Unit.PER_SECOND, run -> run.result().good() / run.result().seconds()),
  /// Errors and refusals among all attempts.
  ERROR_SHARE("errorShare", Unit.SHARE, run -> run.share(run.result().errors())),
  /// Time-outs among all attempts.
  TIMEOUT_SHARE("timeoutShare", Unit.SHARE, run -> run.share(run.result().timeouts())),
  /// Attempts that ended with an error, a refusal or a time-out.
  FAILED_SHARE("failedShare", Unit.SHARE, run -> run.share(run.result().errors() + run.result().timeouts())),
  /// Reads that were older than the truth among all reads.
  STALE_SHARE("staleShare", Unit.SHARE,
      run -> Run.ratio(run.result().wrong().count(Wrong.STALE_READ), run.result().wrong().reads())),
  /// Reloads after a save that showed what was there before, among all reloads.
  OLD_AFTER_SAVE_SHARE("oldAfterSaveShare", Unit.SHARE,
      run -> Run.ratio(run.result().wrong().count(Wrong.OLD_AFTER_SAVE), run.result().wrong().reloads())),
  /// Answers in which a reader's own write was missing.
  OWN_WRITES_MISSING("ownWritesMissing", Unit.COUNT, run -> run.result().wrong().count(Wrong.OWN_WRITE_MISSING)),
  /// How long the oldest page that anybody was shown had been untrue: the longest time from a change to an answer that
  /// did not know of it, among the last incidents of the run. 0 when there was none.
  OLDEST_ANSWER_SECONDS("oldestAnswerSeconds", Unit.SECONDS,
      run -> run.result().wrong().incidents().stream().filter(incident -> incident.what() == Wrong.STALE_READ)
          .mapToDouble(incident -> incident.atSeconds() - incident.causeSeconds()).max().orElse(0)),
  /// Sessions that were lost with their memory.
  LOST_SESSIONS("lostSessions", Unit.COUNT, run -> run.result().wrong().count(Wrong.SESSION_LOST)),
  /// Requests that were turned away because nobody knew their session, among all attempts.
  UNKNOWN_SESSION_SHARE("unknownSessionShare", Unit.SHARE,
      run -> run.share(run.result().wrong().count(Wrong.SESSION_UNKNOWN))),
  /// Jobs that nobody will ever do.
  LOST_JOBS("lostJobs", Unit.COUNT, run -> run.result().wrong().count(Wrong.JOB_LOST)
      + run.result().wrong().count(Wrong.JOB_GIVEN_UP)),
  /// Jobs that were done twice.
  DOUBLED_JOBS("doubledJobs", Unit.COUNT, run -> run.result().wrong().count(Wrong.JOB_DOUBLED)),
  /// Payments that were taken twice, and families enrolled twice.
  DOUBLED_ENROLMENTS("doubledEnrolments", Unit.COUNT, run -> run.result().wrong().count(Wrong.CHARGED_TWICE)
      + run.result().wrong().count(Wrong.DOUBLE_ENROLMENT)),
  /// Changes that had been told as done and are gone.
  LOST_WRITES("lostWrites", Unit.COUNT, run -> run.result().wrong().count(Wrong.LOST_WRITE)
      + run.result().wrong().count(Wrong.MERGED_AWAY)),
  /// Files that do not work.
  BROKEN_FILES("brokenFiles", Unit.COUNT, run -> run.result().wrong().count(Wrong.BROKEN_FILE)),
  /// Anything that a client was told and that was not so.
  WRONG("wrong", Unit.COUNT, run -> run.result().wrong().total()),
  /// What the system costs in a month that goes on like the time that was measured.
  COST("dollarsPerMonth", Unit.DOLLARS, Run::dollarsPerMonth),
  /// Application servers that are paid for, on the average.
  SERVERS("servers", Unit.COUNT, run -> run.nodes(ComponentSpec.kind(AppServer.class).id()).stream()
      .mapToDouble(NodeResult::meanPaidFor).sum()),
  /// Seconds from the end of the last fault of the script until goodput stays above 95 % of what it was before the
  /// first.
  RECOVERY_SECONDS("recoverySeconds", Unit.SECONDS, Run::recoverySeconds),
  /// Seconds at which more than one in twenty of the attempts that had ended in the last four seconds had failed.
  BAD_SECONDS("badSeconds", Unit.SECONDS, Run::badSeconds),
  /// How often an auto-scaler turned round: wanted fewer servers after more, or more after fewer.
  TURNS("turns", Unit.COUNT, Run::turns),
  /// Share of its busiest processor that a node uses; of several the highest.
  UTILISATION("utilisation", Unit.SHARE, NodeResult::utilisation, Joining.HIGHEST),
  /// Requests that wait at a node, on the average; of several together.
  QUEUE("queue", Unit.COUNT, NodeResult::meanQueueLength, Joining.SUM),
  /// Look-ups in a cache that hit; of several nodes the lowest.
  HIT_SHARE("hitShare", Unit.SHARE, NodeResult::hitShare, Joining.LOWEST),
  /// Calls to a node a second; of several together.
  CALLS("calls", Unit.PER_SECOND, NodeResult::callsPerSecond, Joining.SUM),
  /// Mean time from a change's commit until a node shows it; of several the longest.
  LAG_MS("lagMs", Unit.MILLIS, NodeResult::meanLagMs, Joining.HIGHEST);

  private final String id;
  private final Unit unit;
  private final boolean isOfNode;
  private final Reading reading;

  /// What a number counts.
  public enum Unit {
    /// Milliseconds.
    MILLIS("ms"),
    /// Seconds.
    SECONDS("s"),
    /// So many a second.
    PER_SECOND("/s"),
    /// A share, 0 to 1.
    SHARE("%"),
    /// So many.
    COUNT(""),
    /// Dollars a month.
    DOLLARS("$");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    /// As it is written beside a number; that of shares is percent.
    public String symbol() {
      return symbol;
    }
  }

  /// Takes the number from a run.
  private interface Reading {
    /// @param node name or kind of the node; empty for the whole system
    double of(Run run, String node);
  }

  Measure(String id, Unit unit, ToDoubleFunction<Run> ofRun) {
    this(id, unit, false, (run, _) -> ofRun.applyAsDouble(run));
  }

  Measure(String id, Unit unit, ToDoubleFunction<NodeResult> ofNode, Joining joining) {
    this(id, unit, true, (run, node) -> joining.of(run.nodes(node).stream().mapToDouble(ofNode)));
  }

  Measure(String id, Unit unit, boolean isOfNode, Reading reading) {
    this.id = id;
    this.unit = unit;
    this.isOfNode = isOfNode;
    this.reading = reading;
  }

  /// What becomes of the numbers of several nodes.
  private enum Joining {
    HIGHEST,
    LOWEST,
    SUM;

    double of(DoubleStream numbers) {
      var finite = numbers.filter(Double::isFinite);
      return switch (this) {
        case HIGHEST -> finite.max().orElse(Double.NaN);
        case LOWEST -> finite.min().orElse(Double.NaN);
        case SUM -> finite.sum();
      };
    }
  }

  /// The measure of that identifier, as lessons name it.
  public static Optional<Measure> of(String id) {
    return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
  }

  /// What it counts.
  public Unit unit() {
    return unit;
  }

  /// Whether it is a number of a node rather than of the whole system.
  public boolean isOfNode() {
    return isOfNode;
  }

  /// Its value in a run.
  ///
  /// @param node name or kind of the node that is meant; of no matter for measures of the whole system
  /// @return NaN when there is nothing to measure, as for a percentile when nothing was answered
  double of(Run run, String node) {
    return reading.of(run, node);
  }

  @Override
  public String toString() {
    return id;
  }
}
