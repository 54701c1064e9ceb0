package tenfold.app.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench.Mark;
import tenfold.component.Chronicle.Happening;
import tenfold.run.Point;
import tenfold.run.Snapshot;
import tenfold.run.Trace;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// The run in the window with its flight recorder: what was to be seen of it can be looked back at, and it can be gone
/// back to. It belongs to the screen's thread.
final class Flight implements AutoCloseable {
  /// Traces that are kept to choose from.
  private static final int MAX_TRACES = 1_500;

  /// Happenings that are kept; older ones are forgotten.
  private static final int MAX_HAPPENINGS = 2_000;

  private final Recording<Snapshot> pictures = new Recording<>(Snapshot::nowNanos);
  private final Recording<Point> points = new Recording<>(Flight::nanos);
  private final Deque<Happening> happenings = new ArrayDeque<>();
  private final Deque<Trace> traces = new ArrayDeque<>();
  private final List<Mark> marks = new ArrayList<>();
  private List<Point> left = List.of();
  private LiveRun run;
  private @Nullable Snapshot past;
  private final Retrace retrace = new Retrace();
  private @Nullable Rewind rewind;

  /// Begins at time 0, paused.
  Flight(Scenario scenario, double speed) {
    run = new LiveRun(scenario, speed);
  }

  LiveRun run() {
    return run;
  }

  /// Begins anew at time 0, paused.
  void restart(Scenario scenario, double speed) {
    stopRewinding();
    retrace.stop();
    run.close();
    run = new LiveRun(scenario, speed);
    past = null;
    left = List.of();
    pictures.clear();
    points.clear();
    traces.clear();
    happenings.clear();
    marks.clear();
  }

  /// Takes over what the engine has left.
  void pulse() {
    run.takePictures().forEach(pictures::add);
    run.takePoints().forEach(points::add);
    run.takeTraces().forEach(traces::add);
    run.takeHappenings().forEach(happenings::add);
    while (happenings.size() > MAX_HAPPENINGS) {
      happenings.removeFirst();
    }
    while (traces.size() > MAX_TRACES) {
      traces.removeFirst();
    }
  }

  /// The picture to be shown: the newest, or the one that is looked back at.
  Optional<Snapshot> shown() {
    return past == null ? run.latest() : Optional.of(past);
  }

  /// When that is, while it is looked back.
  OptionalLong past() {
    return past == null ? OptionalLong.empty() : OptionalLong.of(past.nowNanos());
  }

  /// The newest instant, in simulated nanoseconds.
  long newestNanos() {
    return run.latest().map(Snapshot::nowNanos).orElse(0L);
  }

  /// Shows the picture of an instant.
  void lookBack(long nanos) {
    pictures.at(nanos).ifPresent(picture -> past = picture);
  }

  /// Shows the newest picture again.
  void lookAtNow() {
    stopRewinding();
    past = null;
  }

  /// Begins to run everything again up to the instant that is looked at.
  void rewind() {
    stopRewinding();
    if (past != null) {
      rewind = new Rewind(run.course(), past.nowNanos(), _ -> false);
    }
  }

  /// The run that is on its way back, if one is.
  Optional<Rewind> rewinding() {
    return Optional.ofNullable(rewind);
  }

  void stopRewinding() {
    if (rewind != null) {
      rewind.close();
      rewind = null;
    }
  }

  /// Goes on from where the rewinding has led to, paused, when it is there. What the run was that is left is kept as
  /// [#left].
  ///
  /// @return whether it does
  boolean land(double speed) {
    var landed = rewind;
    var replication = rewind == null ? null : rewind.arrived().orElse(null);
    if (landed == null || replication == null) {
      return false;
    }
    long nanos = landed.untilNanos();
    retrace.stop();
    run.close();
    run = new LiveRun(landed.course(), replication, speed);
    rewind = null;
    past = null;
    left = points.upTo(Long.MAX_VALUE);
    points.forgetAfter(nanos);
    pictures.forgetAfter(nanos);
    happenings.removeIf(happening -> happening.atNanos() > nanos);
    traces.removeIf(trace -> trace.endNanos() > nanos);
    marks.removeIf(mark -> mark.seconds() > nanos / 1e9);
    return true;
  }

  /// Traces single requests of the run.
  Retrace retrace() {
    return retrace;
  }

  /// The points of the charts up to the instant that is shown, oldest first.
  List<Point> points() {
    return points.upTo(past == null ? Long.MAX_VALUE : past.nowNanos());
  }

  /// The points of the run that was left by the branch that was made last.
  List<Point> left() {
    return left;
  }

  /// The traces up to the instant that is shown, oldest first.
  List<Trace> traces() {
    long until = past == null ? Long.MAX_VALUE : past.nowNanos();
    return traces.stream().filter(trace -> trace.endNanos() <= until).toList();
  }

  /// What happened to the parts, and what was done by hand, oldest first.
  List<LogLine> log() {
    return LogLine.of(happenings, marks);
  }

  /// What was done and went wrong, oldest first.
  List<Mark> marks() {
    return marks;
  }

  /// Marks what was done. A change that follows the last one within `soonSeconds` takes the place of its mark; what
  /// went wrong stays marked.
  void mark(Mark mark, double soonSeconds) {
    if (!marks.isEmpty() && !marks.getLast().isFault() && mark.seconds() - marks.getLast().seconds() < soonSeconds) {
      marks.removeLast();
    }
    marks.add(mark);
  }

  /// Lets something go wrong now.
  void suffer(ScheduledFault fault) {
    run.suffer(fault);
  }

  @Override
  public void close() {
    stopRewinding();
    retrace.stop();
    run.close();
  }

  private static long nanos(Point point) {
    return Math.round(point.seconds() * 1e9);
  }
}
