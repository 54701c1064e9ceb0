package tenfold.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tenfold.app.look.EngineText;
import tenfold.app.look.Texts;
import tenfold.component.Chronicle.Happening;
import tenfold.kernel.LimitReached;
import tenfold.run.Course;
import tenfold.run.Point;
import tenfold.run.Replication;
import tenfold.run.Snapshot;
import tenfold.run.Trace;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// A scenario that runs on a thread of its own, paced by the wall clock. The engine never waits for the screen: it
/// leaves a new picture whenever 1/30 s has passed, and takes edits between two events.
public final class LiveRun implements AutoCloseable {
  private static final long PICTURE_NANOS = 1_000_000_000 / 30;
  private static final long WORK_NANOS = 500_000;
  private static final long REST_NANOS = 4_000_000;
  private static final long MAX_LAG_NANOS = 100_000_000;

  /// Points come about four times a second of wall time, whatever the speed.
  private static final long POINT_WALL_NANOS = 250_000_000;

  /// Requests that are traced in a second of wall time, about: enough to choose from, and too few to be felt.
  private static final int TRACES_PER_SECOND = 60;

  /// The longest that a step to the next request may go on, in simulated time.
  private static final long STEP_NANOS = 60_000_000_000L;

  private final ConcurrentLinkedQueue<Scenario> edits = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ScheduledFault> sufferings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Step> steps = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Trace> traces = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Snapshot> pictures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Happening> happenings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Point> points = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private final Replication replication;
  private final Thread thread;
  private volatile Course course;
  private long stride = 1;
  private long strideWallNanos;
  private int tracedSince;
  private volatile boolean isPlaying;
  private volatile boolean isClosed;
  private volatile double speed;
  private volatile double reachedSpeed;

  /// What time that stands still is let go on by.
  public enum Step {
    /// The next event, whatever it is.
    EVENT,
    /// Up to the end of the next request, as its client sees it.
    REQUEST
  }

  /// Begins a run at simulated time 0, paused.
  ///
  /// @param speed simulated seconds per second of wall time, above 0; infinite for as fast as it goes
  public LiveRun(Scenario scenario, double speed) {
    this(new Course(scenario), new Replication(scenario, scenario.seed()), speed);
  }

  /// Goes on with a run from where it is, paused.
  ///
  /// @param course how it has come there
  /// @param replication the run, which nobody else may touch from now on
  /// @param speed simulated seconds per second of wall time, above 0; infinite for as fast as it goes
  public LiveRun(Course course, Replication replication, double speed) {
    this.speed = speed;
    this.course = course;
    this.replication = replication;
    replication.watch(sliceNanos(speed), points::add);
    replication.trace(attempt -> isTraced(attempt.number()), traces::add);
    replication.listen(happenings::add);
    var first = replication.snapshot();
    latest.set(first);
    pictures.add(first);
    thread = Thread.ofPlatform().daemon().name("tenfold-engine").unstarted(this::work);
    thread.start();
  }

  /// Lets time run, or stand still.
  public void playing(boolean plays) {
    isPlaying = plays;
    LockSupport.unpark(thread);
  }

  /// Simulated seconds per second of wall time.
  public void speed(double simulatedPerWall) {
    speed = simulatedPerWall;
    LockSupport.unpark(thread);
  }

  /// The speed that was reached in the last half second.
  public double reachedSpeed() {
    return reachedSpeed;
  }

  /// Makes the running system, and what is to go wrong with it, be that of `changed`, between two events.
  public void edit(Scenario changed) {
    edits.add(changed);
    LockSupport.unpark(thread);
  }

  /// Lets something go wrong now, between two events, whatever its own time says.
  public void suffer(ScheduledFault now) {
    sufferings.add(now);
    LockSupport.unpark(thread);
  }

  /// Lets time that stands still go on a little.
  public void step(Step by) {
    steps.add(by);
    LockSupport.unpark(thread);
  }

  /// How the run came to be what it is, so far.
  public Course course() {
    return course;
  }

  /// The newest picture.
  public Optional<Snapshot> latest() {
    return Optional.ofNullable(latest.get());
  }

  /// The pictures since the last call, in order: about thirty a second of wall time, however rarely somebody looks.
  public List<Snapshot> takePictures() {
    return taken(pictures);
  }

  /// The points since the last call, in order.
  public List<Point> takePoints() {
    return taken(points);
  }

  /// What has happened to the parts since the last call, in order.
  public List<Happening> takeHappenings() {
    return taken(happenings);
  }

  /// The traces of requests that have ended since the last call, in that order. Some requests are traced, evenly, about
  /// 60 a second of wall time.
  public List<Trace> takeTraces() {
    return taken(traces);
  }

  private static <T> List<T> taken(ConcurrentLinkedQueue<T> queue) {
    var taken = new ArrayList<T>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /// What ended the run, in one sentence, if something did.
  public Optional<String> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
  }

  private void work() {
    try {
      pace();
    } catch (LimitReached limit) {
      failure.set(Texts.get("run.limit", EngineText.of(String.valueOf(limit.getMessage()))));
      latest.set(replication.snapshot());
    } catch (OutOfMemoryError full) {
      failure.set(Texts.get("run.memory"));
    } catch (RuntimeException | Error broken) {
      failure.set(Texts.get("run.broken", String.valueOf(broken.getMessage())));
      System.getLogger(LiveRun.class.getName()).log(System.Logger.Level.ERROR, "the run ended", broken);
    }
  }

  private void pace() {
    var pace = new Pace();
    while (!isClosed) {
      boolean isEdited = takeEdits() | takeSteps();
      if (isPlaying) {
        pace.step();
      } else {
        pace.rest();
      }
      leavePicture(isEdited);
      if (!isPlaying || pace.isAhead()) {
        LockSupport.parkNanos(REST_NANOS);
      } else {
        Thread.yield();
      }
    }
  }

  private boolean takeEdits() {
    Scenario newest = null;
    for (var next = edits.poll(); next != null; next = edits.poll()) {
      newest = next;
    }
    boolean isEdited = newest != null || !sufferings.isEmpty();
    if (isEdited) {
      replication.settle();
    }
    if (newest != null) {
      take(new Course.Step.Edit(replication.nowNanos(), newest));
    }
    for (var fault = sufferings.poll(); fault != null; fault = sufferings.poll()) {
      take(new Course.Step.Blow(replication.nowNanos(), fault));
    }
    return isEdited;
  }

  private void take(Course.Step step) {
    replication.take(step);
    course = course.plus(step);
  }

  private boolean takeSteps() {
    boolean isTaken = false;
    for (var step = steps.poll(); step != null; step = steps.poll()) {
      isTaken = true;
      switch (step) {
        case EVENT -> replication.step();
        case REQUEST -> {
          long ended = replication.ended();
          long until = replication.nowNanos() + STEP_NANOS;
          while (replication.ended() == ended && replication.nowNanos() < until) {
            replication.step();
          }
        }
      }
    }
    return isTaken;
  }

  /// Every so many-th; so many that there are about as many traces as wanted. When there are more, the distance doubles
  /// at once.
  private boolean isTraced(long number) {
    long wall = System.nanoTime();
    if (wall - strideWallNanos > 1_000_000_000) {
      stride = Math.max(1, tracedSince < TRACES_PER_SECOND / 2 ? stride / 2 : stride);
      strideWallNanos = wall;
      tracedSince = 0;
    }
    if (number % stride != 0) {
      return false;
    }
    if (++tracedSince > TRACES_PER_SECOND) {
      stride *= 2;
      tracedSince /= 2;
    }
    return true;
  }

  private long pictureWallNanos;

  private void leavePicture(boolean isEdited) {
    long wall = System.nanoTime();
    if (isEdited || wall - pictureWallNanos >= PICTURE_NANOS) {
      pictureWallNanos = wall;
      var picture = replication.snapshot();
      latest.set(picture);
      pictures.add(picture);
    }
  }

  private static long sliceNanos(double speed) {
    return (long) Math.clamp(POINT_WALL_NANOS * speed, 2e6, 60e9);
  }

  /// Where simulated time should be by the wall clock.
  private final class Pace {
    private double paceSpeed;
    private long baseWallNanos = System.nanoTime();
    private long baseSimulatedNanos;
    private long measuredWallNanos = baseWallNanos;
    private long measuredSimulatedNanos;
    private boolean isAhead;

    /// Time stands still: the wall clock starts anew from here.
    void rest() {
      rebase();
      measuredWallNanos = baseWallNanos;
      measuredSimulatedNanos = baseSimulatedNanos;
    }

    void step() {
      if (speed != paceSpeed) {
        paceSpeed = speed;
        rebase();
        replication.sliceNanos(sliceNanos(Double.isInfinite(paceSpeed) ? 60 : paceSpeed));
      }
      long start = System.nanoTime();
      long target = Double.isInfinite(paceSpeed)
          ? Long.MAX_VALUE / 4
          : baseSimulatedNanos + (long) ((start - baseWallNanos) * paceSpeed);
      isAhead = replication.advance(
          Math.max(target, replication.nowNanos()),
          () -> System.nanoTime() - start > WORK_NANOS || !edits.isEmpty() || !sufferings.isEmpty() || isClosed);
      if (!isAhead && target - replication.nowNanos() > MAX_LAG_NANOS * paceSpeed) {
        rebase(); // The engine cannot keep up; it does not try to catch up later.
      }
      measure();
    }

    boolean isAhead() {
      return isAhead;
    }

    private void rebase() {
      baseWallNanos = System.nanoTime();
      baseSimulatedNanos = replication.nowNanos();
    }

    private void measure() {
      long wall = System.nanoTime();
      if (wall - measuredWallNanos > 500_000_000) {
        reachedSpeed = (double) (replication.nowNanos() - measuredSimulatedNanos) / (wall - measuredWallNanos);
        measuredWallNanos = wall;
        measuredSimulatedNanos = replication.nowNanos();
      }
    }
  }
}
