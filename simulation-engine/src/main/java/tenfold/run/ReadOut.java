package tenfold.run;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tenfold.component.AutoScaler;
import tenfold.component.Fault;
import tenfold.component.Meter;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.Truth.Wrong;
import tenfold.kernel.Simulation;
import tenfold.run.Point.NodePoint;
import tenfold.run.Point.WrongRates;
import tenfold.run.Snapshot.Extremes;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;
import tenfold.run.Snapshot.Suffered;

/// Takes the read-outs that a window shows: points for the charts at the end of each slice of time, and pictures.
/// It only looks: a watched run and an unwatched one have the same digest.
final class ReadOut {
  private static final int RECENT_SLICES = 8;

  private final Simulation simulation;
  private final Assembly assembly;
  private final Consumer<Point> onPoint;
  private final ArrayDeque<Totals> window = new ArrayDeque<>();
  private long sliceNanos;
  private long looks;

  ReadOut(Simulation simulation, Assembly assembly, long sliceNanos, Consumer<Point> onPoint) {
    this.simulation = simulation;
    this.assembly = assembly;
    this.onPoint = onPoint;
    this.sliceNanos = sliceNanos;
    assembly.keepRecent(RECENT_SLICES);
    window.add(totals());
    simulation.schedule(sliceNanos, this::endSlice);
  }

  void sliceNanos(long nanos) {
    sliceNanos = nanos;
  }

  Snapshot snapshot() {
    return new Snapshot(
        simulation.nowNanos(),
        assembly.places().stream().map(this::view).toList(),
        assembly.wires().stream().map(ReadOut::view).toList(),
        assembly.truth().account(),
        Extremes.of(assembly.outcomes().exemplars()),
        simulation.digest());
  }

  /// How often it has looked: those were events of its own, not of the system.
  long looks() {
    return looks;
  }

  private void endSlice() {
    looks++;
    var now = totals();
    window.add(now);
    onPoint.accept(point(window.element(), now));
    if (window.size() > RECENT_SLICES) {
      window.remove();
    }
    assembly.outcomes().recent().nextSlice();
    for (var place : assembly.places()) {
      place.nextSlice();
    }
    simulation.schedule(sliceNanos, this::endSlice);
  }

  private Point point(Totals then, Totals now) {
    var times = assembly.outcomes().recent().window();
    double seconds = (now.nanos - then.nanos) / 1e9;
    return new Point(
        now.nanos / 1e9,
        times.count(),
        times.percentileMs(50),
        times.percentileMs(95),
        times.percentileMs(99),
        (now.good - then.good) / seconds,
        (now.errors - then.errors) / seconds,
        (now.timeouts - then.timeouts) / seconds,
        new WrongRates((now.stale - then.stale) / seconds, (now.sessions - then.sessions) / seconds,
            (now.others - then.others) / seconds),
        assembly.topology(),
        assembly.places().stream().map(place -> nodePoint(place, seconds)).toList());
  }

  private static NodePoint nodePoint(PlacedNode place, double seconds) {
    double utilisation = 0;
    int waiting = 0;
    for (var instance : place.instances()) {
      utilisation += instance.meter().recentUtilisation();
      waiting += instance.meter().waiting();
    }
    return new NodePoint(place.node().name(), utilisation / Math.max(1, place.instances().size()), waiting,
        place.paidFor(), place.recent().count() / seconds);
  }

  private Totals totals() {
    var outcomes = assembly.outcomes();
    var wrong = assembly.truth().account();
    long stale = wrong.count(Wrong.STALE_READ) + wrong.count(Wrong.OWN_WRITE_MISSING)
        + wrong.count(Wrong.TIME_WENT_BACKWARDS) + wrong.count(Wrong.OLD_AFTER_SAVE);
    long sessions = wrong.count(Wrong.SESSION_LOST) + wrong.count(Wrong.SESSION_UNKNOWN);
    return new Totals(
        simulation.nowNanos(),
        outcomes.count(Outcome.GOOD),
        outcomes.count(Outcome.ERROR_ANSWER) + outcomes.count(Outcome.REFUSED),
        outcomes.count(Outcome.TIMED_OUT),
        stale,
        sessions,
        wrong.total() - stale - sessions);
  }

  private NodeView view(PlacedNode place) {
    var meters = place.instances().stream().map(Instance::meter).toList();
    var times = place.recent().window();
    var lags = place.recentLags().window();
    var stack = place.node().component() instanceof AutoScaler
        ? assembly.scaledBy(place.node().name()) : Optional.of(place);
    double windowSeconds = Math.max(1e-9, (simulation.nowNanos() - window.element().nanos) / 1e9);
    return new NodeView(
        place.node().name(),
        meters.stream().mapToDouble(Meter::recentUtilisation).average().orElse(0),
        meters.stream().mapToInt(Meter::waiting).sum(),
        meters.stream().mapToInt(Meter::abandonedWaiting).sum(),
        times.percentileMs(95),
        times.count() / windowSeconds,
        meters.stream().mapToLong(meter -> meter.responseNanos().count()).sum(),
        place.hitShare(),
        (int) meters.stream().filter(meter -> !meter.isUp()).count(),
        meters.stream().mapToLong(Meter::timesDown).sum(),
        (int) meters.stream().filter(Meter::isHanging).count(),
        meters.size(),
        (int) place.instances().stream().filter(Instance::isBooting).count(),
        place.instances().stream().filter(Instance::isBooting).mapToDouble(Instance::bootedShare).max().orElse(1),
        place.paidFor(),
        stack.map(PlacedNode::wanted).orElse(0),
        stack.map(ReadOut::inService).orElse(0),
        lags.count() == 0 ? Double.NaN : lags.meanMs(),
        meters.stream().mapToLong(Meter::givenUp).sum(),
        suffered(place.instances().stream().map(Instance::suffered).toList()));
  }

  private static int inService(PlacedNode place) {
    return (int) place.instances().stream()
        .filter(instance -> !instance.isBooting() && instance.meter().isUp()).count();
  }

  /// Of instances that suffer the same, the worst.
  private static List<Suffered> suffered(List<Map<Fault, Double>> byInstance) {
    return Arrays.stream(Fault.values()).flatMap(fault -> {
      var strengths = byInstance.stream().filter(one -> one.containsKey(fault)).map(one -> one.get(fault)).toList();
      return strengths.stream().max(Double::compare)
          .map(worst -> new Suffered(fault, worst, strengths.size())).stream();
    }).toList();
  }

  private static LinkView view(Wire wire) {
    return new LinkView(wire.link().from(), wire.link().to(),
        Arrays.stream(Fate.values()).map(wire::count).toList(), wire.guardCounts(),
        suffered(List.of(wire.suffered())));
  }

  private record Totals(
      long nanos, long good, long errors, long timeouts, long stale, long sessions, long others) {}
}
