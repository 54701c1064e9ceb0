package tenfold.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Gauge;
import tenfold.kernel.Processor;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Simulation;
import tenfold.stats.RecentTimes;
import tenfold.stats.Tally;

/// Counts what one instance does: how busy it is, who waits there, how long its calls take.
public final class Meter {
  private final Simulation simulation;
  private final RecentTimes recent;
  private final RecentTimes recentLags;
  private final List<Watched> processors = new ArrayList<>();
  private final List<Watched> queues = new ArrayList<>();
  private final Tally responseNanos = new Tally();
  private long hits;
  private long lookups;
  private final Tally lagNanos = new Tally();
  private final List<ScalingPoint> scalingPoints = new ArrayList<>();
  private long servedCalls;
  private long servedNanos;
  private int abandonedWaiting;
  private long givenUp;
  private boolean isUp = true;
  private long timesDown;
  private boolean isHanging;
  private Consumer<Chronicle.What> onChange = _ -> {};

  /// @param recent response times of the node for the live read-out, shared by the instances of a stack
  /// @param recentLags its lags for the same, shared likewise
  public Meter(Simulation simulation, RecentTimes recent, RecentTimes recentLags) {
    this.simulation = simulation;
    this.recent = recent;
    this.recentLags = recentLags;
  }

  /// Watches a processor of the instance; its queue counts as waiting.
  public void watch(Processor processor) {
    processors.add(new Watched(processor.busyGauge(), processor, 0));
    watch(processor.queueGauge());
  }

  /// Watches how many of its units are busy, of an instance that has no processor.
  public void watch(Gauge busy, int units) {
    processors.add(new Watched(busy, null, units));
  }

  /// Watches a queue of the instance.
  public void watch(Gauge queue) {
    queues.add(new Watched(queue, null, 0));
  }

  /// From now on the processors take that many times as long for everything.
  public void slowness(double factor) {
    processors.forEach(watched -> {
      if (watched.processor != null) {
        watched.processor.slowness(factor);
      }
    });
  }

  /// A call that began at `startNanos` ends now.
  public void served(long startNanos) {
    long nanos = simulation.nowNanos() - startNanos;
    responseNanos.add(nanos);
    servedCalls++;
    servedNanos += nanos;
    recent.add(nanos);
  }

  /// A cache was asked.
  public void lookup(boolean hit) {
    lookups++;
    if (hit) {
      hits++;
    }
  }

  /// A replica shows a change now, so long after its commit.
  void lagged(long nanos) {
    lagNanos.add(nanos);
    recentLags.add(nanos);
  }

  /// An auto-scaler has decided.
  void scaled(ScalingPoint point) {
    scalingPoints.add(point);
  }

  /// What an auto-scaler decided since it began to work, the warm-up included.
  public List<ScalingPoint> scalingPoints() {
    return List.copyOf(scalingPoints);
  }

  /// The number waiting whose client has left changes by `change`.
  void abandonedWaiting(int change) {
    abandonedWaiting += change;
  }

  /// A job was given up.
  void gaveUp() {
    givenUp++;
  }

  /// Jobs given up so far, the warm-up included: the dead letters.
  public long givenUp() {
    return givenUp;
  }

  /// Tells what happens in the instance: it comes up, goes down or hangs, its own breaker opens.
  public void onChange(Consumer<Chronicle.What> listener) {
    onChange = listener;
  }

  /// Something else happens in the instance.
  void tell(Chronicle.What what) {
    onChange.accept(what);
  }

  /// The instance comes up, or goes down.
  void isUp(boolean up) {
    boolean isOther = up != isUp;
    timesDown += isOther && !up ? 1 : 0;
    isUp = up;
    isHanging = false;
    if (isOther) {
      onChange.accept(up ? Chronicle.What.CAME_UP : Chronicle.What.WENT_DOWN);
    }
  }

  /// The instance takes calls and answers none from now on, until it goes down.
  void hangs() {
    isHanging = true;
    onChange.accept(Chronicle.What.HANGS);
  }

  /// Whether the instance takes calls and answers none.
  public boolean isHanging() {
    return isHanging;
  }

  /// Whether the instance takes calls.
  public boolean isUp() {
    return isUp;
  }

  /// How often it has gone down so far, which may be over before anybody looks.
  public long timesDown() {
    return timesDown;
  }

  /// The first processor: the one that a node shares when it is a host.
  public Optional<Processor> processor() {
    return processors.isEmpty() ? Optional.empty() : Optional.ofNullable(processors.getFirst().processor);
  }

  /// Share of its units that the busiest processor used since the last [#clear], 0 to 1.
  public double utilisation() {
    return highestShare(watched -> watched.sinceClear);
  }

  /// The same since the last [#nextSlice].
  public double recentUtilisation() {
    return highestShare(watched -> watched.sinceSlice);
  }

  /// Work of one processor since the last [#clear].
  ///
  /// @param meanBusy units at work on the average
  /// @param units units that there are
  /// @param isShared whether all present share the units; else they are served in turn
  public record Work(double meanBusy, int units, boolean isShared) {}

  /// Work of each processor since the last [#clear], in the order in which they were watched.
  public List<Work> work() {
    return processors.stream().filter(watched -> watched.processor != null)
        .map(watched -> new Work(watched.sinceClear.mean(), watched.units(),
            watched.processor instanceof ProcessorSharing))
        .toList();
  }

  /// Mean number of those who waited since the last [#clear].
  public double meanWaiting() {
    return queues.stream().mapToDouble(queue -> queue.sinceClear.mean()).sum();
  }

  /// Who waits now.
  public int waiting() {
    return queues.stream().mapToInt(queue -> queue.gauge.level()).sum();
  }

  /// Who waits now although the client has left.
  public int abandonedWaiting() {
    return abandonedWaiting;
  }

  /// Response times since the last [#clear], in nanoseconds.
  public Tally responseNanos() {
    return responseNanos;
  }

  /// Cache look-ups since the last [#clear].
  public long lookups() {
    return lookups;
  }

  /// Cache hits since the last [#clear].
  public long hits() {
    return hits;
  }

  /// How long after their commit changes were shown since the last [#clear], in nanoseconds.
  public Tally lagNanos() {
    return lagNanos;
  }

  /// Begins to measure in a window of one's own.
  public Window window() {
    return new Window();
  }

  /// Begins a new slice of the live read-out.
  public void nextSlice() {
    processors.forEach(watched -> watched.sinceSlice.restart());
  }

  /// Forgets what was counted so far (the warm-up).
  public void clear() {
    processors.forEach(watched -> watched.sinceClear.restart());
    queues.forEach(watched -> watched.sinceClear.restart());
    responseNanos.clear();
    lagNanos.clear();
    hits = 0;
    lookups = 0;
  }

  private double highestShare(Function<Watched, Gauge.Average> average) {
    double highest = 0;
    for (var watched : processors) {
      highest = Math.max(highest, average.apply(watched).mean() / watched.units());
    }
    return highest;
  }

  /// What the instance did since a time of somebody's own choice, whatever the others clear.
  public final class Window {
    private final List<Gauge.Average> busy = processors.stream().filter(watched -> watched.processor != null)
        .map(watched -> watched.gauge.average()).toList();
    private long sinceNanos;
    private long callsBefore;
    private long nanosBefore;

    private Window() {
      restart();
    }

    /// Forgets what was before now.
    public void restart() {
      sinceNanos = simulation.nowNanos();
      callsBefore = servedCalls;
      nanosBefore = servedNanos;
      busy.forEach(Gauge.Average::restart);
    }

    /// When it began.
    public long sinceNanos() {
      return sinceNanos;
    }

    /// Share of the units of all its processors together that were in use, 0 to 1; 0 for an instance without any.
    public double utilisation() {
      int units = processors.stream().mapToInt(watched -> watched.processor == null ? 0 : watched.processor.units())
          .sum();
      return units == 0 ? 0 : busy.stream().mapToDouble(Gauge.Average::mean).sum() / units;
    }

    /// Calls that ended.
    public long calls() {
      return servedCalls - callsBefore;
    }

    /// Time that those took together, in nanoseconds.
    public long callNanos() {
      return servedNanos - nanosBefore;
    }
  }

  private static final class Watched {
    private final Gauge gauge;
    private final @Nullable Processor processor;
    private final int units;
    private final Gauge.Average sinceClear;
    private final Gauge.Average sinceSlice;

    Watched(Gauge gauge, @Nullable Processor processor, int units) {
      this.gauge = gauge;
      this.processor = processor;
      this.units = units;
      this.sinceClear = gauge.average();
      this.sinceSlice = gauge.average();
    }

    int units() {
      return processor == null ? units : processor.units();
    }
  }
}
