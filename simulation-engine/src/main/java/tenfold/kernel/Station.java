package tenfold.kernel;

import java.util.Arrays;

/// First come, first served at `units` identical servers: an event loop, a disk's channels, Redis's one thread.
///
/// Because the order is fixed on arrival, the departure is known then: max(now, earliest free server) + demand
/// (Kiefer & Wolfowitz, "On the theory of queues with many servers", 1955; for one server: Lindley 1952).
/// So queueing and service cost one suspension together.
public final class Station implements Processor {
  private final Simulation simulation;
  private final int units;
  /// When each unit is free, as a binary heap: the earliest first.
  private final long[] freeAtNanos;
  private final Gauge busy;
  private final Gauge queue;
  private int present;
  private double slowness = 1;

  /// @param units servers working in parallel, at least 1
  public Station(Simulation simulation, int units) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, not " + units);
    }
    this.simulation = simulation;
    this.units = units;
    this.busy = new Gauge(simulation);
    this.queue = new Gauge(simulation);
    this.freeAtNanos = new long[units];
    Arrays.fill(freeAtNanos, simulation.nowNanos());
  }

  @Override
  public void execute(long demandNanos) {
    long delay = enter(demandNanos);
    try {
      simulation.hold(delay, workNanos(demandNanos));
    } finally {
      leave();
    }
  }

  @Override
  public void execute(long demandNanos, Runnable done) {
    simulation.schedule(enter(demandNanos), () -> {
      leave();
      done.run();
    });
  }

  /// Forgets the work accepted so far, as a machine does that is switched off; who waits for it must be interrupted.
  public void clear() {
    Arrays.fill(freeAtNanos, simulation.nowNanos());
  }

  @Override
  public void slowness(double factor) {
    slowness = factor;
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public Gauge busyGauge() {
    return busy;
  }

  @Override
  public Gauge queueGauge() {
    return queue;
  }

  /// Joins the line; returns the time until departure.
  private long enter(long demandNanos) {
    present++;
    level();
    long now = simulation.nowNanos();
    long departure = Math.max(now, freeAtNanos[0]) + workNanos(demandNanos);
    replaceFirst(departure);
    return departure - now;
  }

  private long workNanos(long demandNanos) {
    return slowness == 1 ? demandNanos : Math.round(demandNanos * slowness);
  }

  private void replaceFirst(long nanos) {
    int hole = 0;
    for (int child = 1; child < units; child = 2 * hole + 1) {
      int least = child + 1 < units && freeAtNanos[child + 1] < freeAtNanos[child] ? child + 1 : child;
      if (nanos <= freeAtNanos[least]) {
        break;
      }
      freeAtNanos[hole] = freeAtNanos[least];
      hole = least;
    }
    freeAtNanos[hole] = nanos;
  }

  private void leave() {
    present--;
    level();
  }

  private void level() {
    busy.set(Math.min(present, units));
    queue.set(Math.max(0, present - units));
  }
}
