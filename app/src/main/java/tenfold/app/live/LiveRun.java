package tenfold.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tenfold.app.look.Texts;
import tenfold.kernel.LimitReached;
import tenfold.run.Point;
import tenfold.run.Replication;
import tenfold.run.Snapshot;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// A scenario that runs on a thread of its own, paced by the wall clock. The engine never waits for the screen: it
/// leaves a new picture whenever 1/30 s has passed, and takes edits between two events.
public final class LiveRun implements AutoCloseable {
  private static final long PICTURE_NANOS = 1_000_000_000 / 30;
  private static final long WORK_NANOS = 12_000_000;
  private static final long REST_NANOS = 4_000_000;
  private static final long MAX_LAG_NANOS = 100_000_000;

  /// Points come about four times a second of wall time, whatever the speed.
  private static final long POINT_WALL_NANOS = 250_000_000;

  private final ConcurrentLinkedQueue<Scenario> edits = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ScheduledFault> sufferings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Point> points = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private final Replication replication;
  private Scenario scenario;
  private final Thread thread;
  private volatile boolean isPlaying;
  private volatile boolean isClosed;
  private volatile double speed;
  private volatile double reachedSpeed;

  /// Begins a run at simulated time 0, paused.
  ///
  /// @param speed simulated seconds per second of wall time, above 0; infinite for as fast as it goes
  public LiveRun(Scenario scenario, double speed) {
    this.speed = speed;
    this.scenario = scenario;
    this.replication = new Replication(scenario, scenario.seed());
    replication.watch(sliceNanos(speed), points::add);
    latest.set(replication.snapshot());
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

  /// The newest picture.
  public Optional<Snapshot> latest() {
    return Optional.ofNullable(latest.get());
  }

  /// The points since the last call, in order.
  public List<Point> takePoints() {
    var taken = new ArrayList<Point>();
    for (var point = points.poll(); point != null; point = points.poll()) {
      taken.add(point);
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
      failure.set(Texts.get("run.limit", String.valueOf(limit.getMessage())));
      latest.set(replication.snapshot());
    } catch (OutOfMemoryError full) {
      failure.set(Texts.get("run.memory"));
    } catch (RuntimeException broken) {
      failure.set(Texts.get("run.broken", String.valueOf(broken.getMessage())));
      System.getLogger(LiveRun.class.getName()).log(System.Logger.Level.ERROR, "the run ended", broken);
    }
  }

  private void pace() {
    var pace = new Pace();
    while (!isClosed) {
      boolean isEdited = takeEdits();
      if (isPlaying) {
        pace.step();
      } else {
        pace.rest();
      }
      leavePicture(isEdited);
      if (!isPlaying || pace.isAhead()) {
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  private boolean takeEdits() {
    Scenario newest = null;
    for (var next = edits.poll(); next != null; next = edits.poll()) {
      newest = next;
    }
    if (newest != null) {
      take(newest);
    }
    boolean isHit = false;
    for (var fault = sufferings.poll(); fault != null; fault = sufferings.poll()) {
      replication.suffer(fault);
      isHit = true;
    }
    return newest != null || isHit;
  }

  private void take(Scenario newest) {
    if (!newest.topology().equals(scenario.topology())) {
      replication.edit(newest.topology());
    }
    if (!newest.faults().equals(scenario.faults())) {
      replication.faults(newest.faults());
    }
    scenario = newest;
  }

  private long pictureWallNanos;

  private void leavePicture(boolean isEdited) {
    long wall = System.nanoTime();
    if (isEdited || wall - pictureWallNanos >= PICTURE_NANOS) {
      pictureWallNanos = wall;
      latest.set(replication.snapshot());
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
