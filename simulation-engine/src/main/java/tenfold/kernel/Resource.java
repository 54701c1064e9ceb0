package tenfold.kernel;

import java.util.ArrayDeque;

/// A number of identical units (worker threads, connections) that processes hold for a while and give back.
/// Who finds none free waits, first come first served.
public final class Resource {
  private final Simulation simulation;
  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
  private final Gauge busy;
  private final Gauge queue;
  private int capacity;

  /// @param capacity units there are, at least 1
  public Resource(Simulation simulation, int capacity) {
    this.simulation = simulation;
    this.busy = new Gauge(simulation);
    this.queue = new Gauge(simulation);
    capacity(capacity);
  }

  /// Takes one unit, waiting for it if need be.
  ///
  /// @return the lease that gives the unit back when closed
  public Lease acquire() {
    if (waiters.isEmpty() && busy.level() < capacity) {
      busy.add(1);
      return new Lease(this);
    }
    var waiter = new Waiter(simulation.running("acquire"));
    waiters.add(waiter);
    queue.add(1);
    try {
      waiter.process.suspend();
    } catch (RuntimeException interruption) {
      forget(waiter);
      throw interruption;
    }
    return new Lease(this);
  }

  /// Units there are.
  public int capacity() {
    return capacity;
  }

  /// Changes the number of units, at least 1. Units in use stay in use until they are given back.
  public void capacity(int units) {
    if (units < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + units);
    }
    capacity = units;
    grantWaiting();
  }

  /// Units in use now.
  public int busy() {
    return busy.level();
  }

  /// Processes that wait now.
  public int queueLength() {
    return queue.level();
  }

  /// Units in use over time.
  public Gauge busyGauge() {
    return busy;
  }

  /// Waiting processes over time.
  public Gauge queueGauge() {
    return queue;
  }

  void release() {
    busy.add(-1);
    grantWaiting();
  }

  private void grantWaiting() {
    while (busy.level() < capacity && !waiters.isEmpty()) {
      var waiter = waiters.remove();
      waiter.granted = true;
      queue.add(-1);
      busy.add(1);
      waiter.process.wake(0);
    }
  }

  private void forget(Waiter waiter) {
    if (waiter.granted) {
      release();
    } else {
      waiters.remove(waiter);
      queue.add(-1);
    }
  }

  private static final class Waiter {
    private final Process process;
    private boolean granted;

    Waiter(Process process) {
      this.process = process;
    }
  }
}
