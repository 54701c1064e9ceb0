package tenfold.component;

import java.util.ArrayDeque;
import tenfold.kernel.Gauge;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.Database;
import tenfold.port.DatabaseServer;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// A [ConnectionPool] at work: the newest idle connection first, else a new one below the limit, else wait in line
/// without any time-out. Source: node-mysql2 at 928c3c51, lib/base/pool.js.
///
/// Left out: idle time-out.
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
    var connection = take();
    try {
      return connection.query(statement, parameters);
    } finally {
      giveBack(connection);
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
    try {
      return promise.await();
    } catch (RuntimeException interruption) {
      if (promise.isSettled()) {
        giveBack(promise.await()); // It came just now, too late.
      }
      waiters.remove(promise);
      throw interruption;
    } finally {
      waiting.add(-1);
    }
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
