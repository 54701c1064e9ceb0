package tenfold.component;

import java.util.ArrayDeque;
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
///
/// Left out: idle time-out, longest life of a connection.
final class PooledDatabase implements Database {
  private final Simulation simulation;
  private final DatabaseServer server;
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final ArrayDeque<Promise<Connection>> waiters = new ArrayDeque<>();
  private final Gauge waiting;
  private ConnectionPool spec;
  private int open;
  private boolean isClosed;

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
    var connection = take();
    try {
      return connection.query(statement, parameters);
    } finally {
      giveBack(connection);
    }
  }

  private <R> R queryOnce(Statement<R> statement, Object... parameters) {
    try (var connection = connect()) {
      return connection.query(statement, parameters);
    } finally {
      open--;
    }
  }

  /// Closes what is idle. Whoever still has work gets a connection for it, which is closed when it comes back.
  void close() {
    isClosed = true;
    idle.forEach(Connection::close);
    open -= idle.size();
    idle.clear();
  }

  private Connection take() {
    if (!idle.isEmpty()) {
      return idle.removeLast();
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
    return waitInLine();
  }

  private Connection connect() {
    open++;
    try {
      simulation.hold(Nanos.ofMillis(spec.connectMs()));
      return server.connect();
    } catch (RuntimeException refused) {
      open--;
      throw refused;
    }
  }

  private Connection waitInLine() {
    var promise = new Promise<Connection>(simulation);
    waiters.add(promise);
    waiting.add(1);
    var timer = spec.kind() == ConnectionPool.Kind.HIKARI ? timer(promise) : null;
    try {
      return promise.await();
    } catch (RuntimeException interruption) {
      if (promise.isSettled() && !(interruption instanceof ServiceError)) {
        giveBack(promise.await()); // It came just now, too late.
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

  private Event timer(Promise<Connection> promise) {
    return simulation.schedule(Nanos.ofMillis(spec.acquireTimeoutMs()), () -> {
      waiters.remove(promise);
      promise.fail(new ServiceError("Connection is not available, request timed out after "
          + Math.round(spec.acquireTimeoutMs()) + "ms."));
    });
  }

  private void giveBack(Connection connection) {
    var next = waiters.poll();
    if (next != null) {
      next.complete(connection);
    } else if (isClosed || open > spec.limit()) {
      open--;
      connection.close();
    } else {
      idle.addLast(connection);
    }
  }
}
