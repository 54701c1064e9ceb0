package tenfold.component;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import tenfold.kernel.Event;
import tenfold.kernel.Gauge;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.Database;
import tenfold.port.DatabaseServer;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// A [ConnectionPool] at work: the newest idle connection first, else a new one below the limit, else wait in line.
/// Sources: node-mysql2 at 928c3c51, lib/base/pool.js (the wait has no end); HikariCP at 604d7d58, HikariPool.java (it
/// has one).
/// When a connection breaks, or is too old, the next in line opens a new one.
final class PooledDatabase implements Database {
  private static final long HOUSEKEEPING_NANOS = 1_000_000_000L;

  private final Simulation simulation;
  private final DatabaseServer server;
  /// The newest last.
  private final ArrayDeque<Pooled> idle = new ArrayDeque<>();
  /// Each gets a connection, or nothing when it is to look for one again.
  private final ArrayDeque<Promise<Optional<Pooled>>> waiters = new ArrayDeque<>();
  private final Gauge waiting;
  private ConnectionPool spec;
  private int open;
  private boolean isClosed;
  private boolean isKeepingHouse;

  PooledDatabase(Simulation simulation, DatabaseServer server, ConnectionPool spec) {
    this.simulation = simulation;
    this.server = server;
    this.spec = spec;
    this.waiting = new Gauge(simulation);
  }

  void update(ConnectionPool changed) {
    spec = changed;
  }

  /// Queries under way and waiting.
  int underWay() {
    return open - idle.size() + waiting.level();
  }

  /// Requests that wait for a connection, over time.
  Gauge waitingGauge() {
    return waiting;
  }

  @Override
  public <R> R query(Statement<R> statement, Object... parameters) {
    if (spec.kind() == ConnectionPool.Kind.CONNECTION_PER_QUERY) {
      return queryOnce(statement, parameters);
    }
    var pooled = take();
    try {
      return pooled.connection.query(statement, parameters);
    } finally {
      giveBack(pooled);
    }
  }

  private <R> R queryOnce(Statement<R> statement, Object... parameters) {
    try (var connection = connect().connection) {
      return connection.query(statement, parameters);
    } finally {
      open--;
    }
  }

  /// Closes what is idle. Whoever still has work gets a connection for it, which is closed when it comes back.
  void close() {
    isClosed = true;
    idle.forEach(pooled -> pooled.connection.close());
    open -= idle.size();
    idle.clear();
  }

  private Pooled take() {
    while (true) {
      while (!idle.isEmpty()) {
        var newest = idle.removeLast();
        if (isGood(newest)) {
          return newest;
        }
        drop(newest);
      }
      if (open < spec.limit()) {
        return connect();
      }
      if (spec.kind() == ConnectionPool.Kind.MYSQL2_NO_WAIT) {
        throw new ServiceError("No connections available.");
      }
      if (spec.queueLimit() > 0 && waiters.size() >= spec.queueLimit()) {
        throw new ServiceError("Queue limit reached.");
      }
      var given = waitInLine();
      if (given.isPresent()) {
        return given.get();
      }
    }
  }

  private Pooled connect() {
    open++;
    try {
      simulation.hold(Nanos.ofMillis(Math.max(0, spec.connectMs() - spec.connectCpuMs())));
      return new Pooled(server.connect(Nanos.ofMillis(spec.connectCpuMs())), simulation.nowNanos());
    } catch (RuntimeException refused) {
      open--;
      wakeNext();
      throw refused;
    }
  }

  private Optional<Pooled> waitInLine() {
    var promise = new Promise<Optional<Pooled>>(simulation);
    waiters.add(promise);
    waiting.add(1);
    var timer = spec.kind() == ConnectionPool.Kind.HIKARI ? timer(promise) : null;
    try {
      return promise.await();
    } catch (RuntimeException interruption) {
      if (promise.isSettled() && !(interruption instanceof ServiceError)) {
        promise.await().ifPresentOrElse(this::giveBack, this::wakeNext); // It came just now, too late.
      }
      waiters.remove(promise);
      throw interruption;
    } finally {
      waiting.add(-1);
      if (timer != null) {
        timer.cancel();
      }
    }
  }

  private Event timer(Promise<Optional<Pooled>> promise) {
    return simulation.schedule(Nanos.ofMillis(spec.acquireTimeoutMs()), () -> {
      waiters.remove(promise);
      promise.fail(new ServiceError("Connection is not available, request timed out after "
          + Math.round(spec.acquireTimeoutMs()) + "ms."));
    });
  }

  private void giveBack(Pooled pooled) {
    if (!isGood(pooled)) {
      drop(pooled);
      return;
    }
    var next = waiters.poll();
    if (next != null) {
      next.complete(Optional.of(pooled));
    } else if (isClosed || open > spec.limit()) {
      drop(pooled);
    } else {
      pooled.idleSinceNanos = simulation.nowNanos();
      idle.addLast(pooled);
      keepHouse();
    }
  }

  private void drop(Pooled pooled) {
    open--;
    pooled.connection.close();
    wakeNext();
  }

  /// There is room for another connection, if anybody waits.
  private void wakeNext() {
    var next = open < spec.limit() ? waiters.poll() : null;
    if (next != null) {
      next.complete(Optional.empty());
    }
  }

  private boolean isGood(Pooled pooled) {
    boolean isTooOld = spec.kind() == ConnectionPool.Kind.HIKARI
        && simulation.nowNanos() - pooled.openedNanos > Nanos.ofMillis(spec.maxLifetimeMs());
    return pooled.connection.isOpen() && !isTooOld;
  }

  /// Looks once a second for connections that are idle for too long, or too old, as long as that can be.
  private void keepHouse() {
    boolean canEnd = spec.kind() == ConnectionPool.Kind.HIKARI || spec.idleForEver() < spec.limit();
    if (canEnd && !isKeepingHouse) {
      isKeepingHouse = true;
      simulation.schedule(HOUSEKEEPING_NANOS, () -> {
        isKeepingHouse = false;
        List.copyOf(idle).stream().filter(pooled -> !isGood(pooled) || isIdleTooLong(pooled)).forEach(pooled -> {
          idle.remove(pooled);
          drop(pooled);
        });
        if (!idle.isEmpty()) {
          keepHouse();
        }
      });
    }
  }

  private boolean isIdleTooLong(Pooled pooled) {
    return idle.size() > spec.idleForEver()
        && simulation.nowNanos() - pooled.idleSinceNanos > Nanos.ofMillis(spec.idleTimeoutMs());
  }

  private static final class Pooled {
    private final Connection connection;
    private final long openedNanos;
    private long idleSinceNanos;

    Pooled(Connection connection, long openedNanos) {
      this.connection = connection;
      this.openedNanos = openedNanos;
    }
  }
}
