package tenfold.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tenfold.component.ComponentSpec;
import tenfold.component.ScalingPoint;
import tenfold.run.Bill;
import tenfold.run.Experiment;
import tenfold.run.NodeResult;
import tenfold.run.Point;
import tenfold.run.Result;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// One run of a system, with what it measured.
///
/// @param scenario what was run
/// @param result what came of it
/// @param points second by second what it did in the last seconds, from the start, the warm-up included; empty where
///     nobody asked for it
record Run(Scenario scenario, Result result, List<Point> points) {
  /// What a system has to reach again after a fault, as a share of what it did before.
  static final double RECOVERED = 0.95;

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /// A count as a share of all attempts; 0 when there were none.
  double share(long count) {
    return ratio(count, result.requests());
  }

  /// The nodes that a lesson means by a name or by the name of a kind.
  List<NodeResult> nodes(String nameOrKind) {
    return result.nodes().stream().filter(node -> node.name().equals(nameOrKind)
        || scenario.topology().node(node.name())
            .filter(found -> ComponentSpec.kind(found.component().getClass()).id().equals(nameOrKind)).isPresent())
        .toList();
  }

  double dollarsPerMonth() {
    return Bill.of(scenario.topology(),
        new Experiment(scenario, 1, scenario.seed()).summary(List.of(result)), PriceList.standard()).perMonth();
  }

  /// When after the warm-up a measure was at its worst; empty when it has no moment, as a price.
  ///
  /// @param node name or kind of the node that is meant; of no matter for measures of the whole system
  OptionalDouble worstSecond(Measure measure, String node) {
    var names = nodes(node).stream().map(NodeResult::name).toList();
    ToDoubleFunction<Point> badness = switch (measure) {
      case MEAN_MS, P50_MS, P95_MS, P99_MS -> Point::p95Ms;
      case THROUGHPUT, GOODPUT, ERROR_SHARE, TIMEOUT_SHARE, FAILED_SHARE, RECOVERY_SECONDS, BAD_SECONDS ->
        point -> point.errorsPerSecond() + point.timeoutsPerSecond() - point.goodputPerSecond();
      case STALE_SHARE, OLD_AFTER_SAVE_SHARE, OWN_WRITES_MISSING, OLDEST_ANSWER_SECONDS ->
        point -> point.wrong().staleReads();
      case LOST_SESSIONS, UNKNOWN_SESSION_SHARE -> point -> point.wrong().sessions();
      case LOST_JOBS, DOUBLED_JOBS, DOUBLED_ENROLMENTS, LOST_WRITES, BROKEN_FILES -> point -> point.wrong().others();
      case WRONG -> point -> point.wrong().perSecond();
      case UTILISATION, QUEUE, CALLS, HIT_SHARE, LAG_MS -> point -> point.nodes().stream()
          .filter(one -> names.contains(one.name())).mapToDouble(one -> one.utilisation() + one.waiting()).sum();
      case COST, SERVERS, TURNS -> _ -> Double.NaN;
    };
    return points.stream().filter(point -> point.seconds() > scenario.warmUpSeconds())
        .filter(point -> !Double.isNaN(badness.applyAsDouble(point)))
        .max(Comparator.comparingDouble(badness)).stream().mapToDouble(Point::seconds).findFirst();
  }

  /// Seconds after the warm-up at which less than [#RECOVERED] of what had ended in a point's window was good. Windows
  /// that begin in the warm-up, after which counts begin anew, and those in which nothing ended do not count.
  double badSeconds() {
    return Check.SLICE_SECONDS * points.stream().filter(point -> point.seconds() > scenario.warmUpSeconds())
        .filter(point -> {
          double ended = point.goodputPerSecond() + point.errorsPerSecond() + point.timeoutsPerSecond();
          return ended > 0 && point.goodputPerSecond() < RECOVERED * ended;
        })
        .count();
  }

  /// How often after the warm-up the auto-scalers wanted fewer servers after they had wanted more, or the other way
  /// round.
  long turns() {
    return result.nodes().stream().mapToLong(node -> turns(node.scaling())).sum();
  }

  private long turns(List<ScalingPoint> scaling) {
    var wanted = scaling.stream().filter(point -> point.seconds() > scenario.warmUpSeconds())
        .mapToInt(ScalingPoint::desired).toArray();
    var steps = IntStream.range(1, wanted.length).map(i -> Integer.signum(wanted[i] - wanted[i - 1]))
        .filter(step -> step != 0).toArray();
    return IntStream.range(1, steps.length).filter(i -> steps[i] != steps[i - 1]).count();
  }

  /// Seconds from the end of the last fault until goodput stays above [#RECOVERED] of its mean between warm-up and
  /// first fault. 0 when it is there at once or nothing goes wrong; infinite when it never is.
  double recoverySeconds() {
    var faults = scenario.faults();
    if (faults.isEmpty() || points.isEmpty()) {
      return 0;
    }
    double first = faults.stream().mapToDouble(ScheduledFault::atSeconds).min().orElseThrow();
    double end = faults.stream().mapToDouble(fault -> fault.atSeconds() + fault.forSeconds()).max().orElseThrow();
    double wanted = RECOVERED * points.stream()
        .filter(point -> point.seconds() > Math.min(scenario.warmUpSeconds(), first) && point.seconds() <= first)
        .mapToDouble(Point::goodputPerSecond).average().orElse(0);
    var badly = points.stream().filter(point -> point.seconds() > end && point.goodputPerSecond() < wanted)
        .mapToDouble(Point::seconds).max();
    if (badly.isEmpty()) {
      return 0;
    }
    return badly.getAsDouble() == points.getLast().seconds() ? Double.POSITIVE_INFINITY : badly.getAsDouble() - end;
  }
}
