package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.coop.Statements;
import tenfold.kernel.Simulation;
import tenfold.port.DatabaseServer;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// mysql2's pool: the newest idle connection first, those who wait in line in their order. A connection takes 10 ms
/// to open, a query 1 ms (calibration g).
class PooledDatabaseTest {
  private final Simulation simulation = new Simulation(1);
  private final CountingServer server = new CountingServer();
  private final List<String> timeline = new ArrayList<>();

  /// Two queries at once open connections 1 and 2; 1 comes back first, then 2. The next query takes 2, the newest.
  @Test
  void theNewestIdleConnectionIsTakenFirst() {
    var pool = pool(10, 0);
    queryAt(0, pool, "a");
    queryAt(0, pool, "b");
    queryAt(50, pool, "c");
    simulation.run(millis(100));
    assertEquals(List.of("a on 1@11", "b on 2@11", "c on 2@51"), timeline);
  }

  /// One connection: a opens it until 10 and uses it until 11; b, c and d come while it does and follow in order.
  @Test
  void thoseWhoWaitGetTheConnectionInTheirOrder() {
    var pool = pool(1, 0);
    for (var name : List.of("a", "b", "c", "d")) {
      queryAt(0, pool, name);
    }
    simulation.run(millis(100));
    assertEquals(List.of("a on 1@11", "b on 1@12", "c on 1@13", "d on 1@14"), timeline);
    assertEquals(0, pool.waitingGauge().level());
  }

  @Test
  void aFullQueueSaysWhatMysql2Says() {
    var pool = pool(1, 2);
    for (var name : List.of("a", "b", "c", "d", "e")) {
      queryAt(0, pool, name);
    }
    simulation.run(millis(100));
    assertEquals(List.of("d: Queue limit reached.@0", "e: Queue limit reached.@0", "a on 1@11", "b on 1@12",
        "c on 1@13"), timeline);
  }

  /// 1,000 queries one after the other: 10 ms for the connection once, 1 ms for each query (calibration g).
  @Test
  void aThousandQueriesInSequenceTake1010Ms() {
    var pool = pool(100, 0);
    simulation.start("caller", () -> {
      for (int query = 0; query < 1_000; query++) {
        pool.query(Statements.FAMILY_COUNT);
      }
      timeline.add("done@" + simulation.nowNanos() / 1_000_000);
    });
    simulation.run(millis(20_000));
    assertEquals(List.of("done@1010"), timeline);
    assertEquals(1, server.opened);
  }

  /// A burst of 1,000 at a pool of 100: each connection serves ten, 10 + 10·1 ms.
  @Test
  void aBurstUsesEveryConnectionEqually() {
    var pool = pool(100, 0);
    for (int query = 0; query < 1_000; query++) {
      queryAt(0, pool, "query");
    }
    simulation.run(millis(100));
    assertEquals(1_000, timeline.size());
    assertEquals("20", timeline.getLast().split("@")[1]);
    assertEquals(100, server.opened);
  }

  @Test
  void aSmallerLimitClosesConnectionsAsTheyComeBack() {
    var pool = pool(3, 0);
    for (var name : List.of("a", "b", "c")) {
      queryAt(0, pool, name);
    }
    simulation.run(millis(10));
    pool.update(new ConnectionPool(1, 0, 10));
    simulation.run(millis(100));
    assertEquals(2, server.closed);
  }

  @Test
  void aRefusedConnectionLeavesRoomForTheNext() {
    var pool = pool(1, 0);
    server.isFull = true;
    queryAt(0, pool, "a");
    simulation.run(millis(20));
    server.isFull = false;
    queryAt(30, pool, "b");
    simulation.run(millis(100));
    assertEquals(List.of("a: error 1040: Too many connections@10", "b on 1@41"), timeline);
  }

  @Test
  void aClosedPoolClosesItsConnectionsAndStillServesWhoIsLeft() {
    var pool = pool(2, 0);
    queryAt(0, pool, "a");
    queryAt(50, pool, "b");
    simulation.run(millis(20));
    pool.close();
    assertEquals(1, server.closed);
    simulation.run(millis(100));
    assertEquals(List.of("a on 1@11", "b on 2@61"), timeline);
    assertEquals(2, server.closed);
  }

  /// Connections 1 and 2 break while a uses 1 and b uses 2; c waits. When a comes back, c opens one of its own.
  @Test
  void aBrokenConnectionIsReplaced() {
    var pool = pool(2, 0);
    for (var name : List.of("a", "b", "c")) {
      queryAt(0, pool, name);
    }
    simulation.run(millis(10));
    server.broken = 2;
    queryAt(100, pool, "d");
    simulation.run(millis(200));
    assertEquals(List.of("a on 1@11", "b on 2@11", "c on 3@22", "d on 3@101"), timeline);
  }

  /// Three connections; one may be idle for ever, the others for 5 s: the two that were idle longest go.
  @Test
  void idleConnectionsBeyondTheFirstAreClosed() {
    var spec = new ConnectionPool(3, 0, 10, ConnectionPool.Kind.MYSQL2, 30_000, 1, 1, 5_000, 1_800_000);
    var pool = new PooledDatabase(simulation, server, spec);
    for (var name : List.of("a", "b", "c")) {
      queryAt(0, pool, name);
    }
    simulation.run(millis(5_000));
    assertEquals(0, server.closed);
    simulation.run(millis(7_100));
    assertEquals(2, server.closed);
    queryAt(8_000, pool, "d");
    simulation.run(millis(9_000));
    assertEquals("d on 3@8001", timeline.getLast());
  }

  /// HikariCP replaces a connection that is older than 30 s, in use or not.
  @Test
  void hikariEndsOldConnections() {
    var spec = new ConnectionPool(1, 0, 10, ConnectionPool.Kind.HIKARI, 30_000, 1, 0, 60_000, 30_000);
    var pool = new PooledDatabase(simulation, server, spec);
    queryAt(0, pool, "a");
    queryAt(29_000, pool, "b");
    queryAt(40_000, pool, "c");
    simulation.run(millis(50_000));
    assertEquals(List.of("a on 1@11", "b on 1@29001", "c on 2@40011"), timeline);
  }

  private PooledDatabase pool(int limit, int queueLimit) {
    return new PooledDatabase(simulation, server, new ConnectionPool(limit, queueLimit, 10));
  }

  private void queryAt(long timeMs, PooledDatabase pool, String name) {
    simulation.schedule(millis(timeMs) - simulation.nowNanos(), () -> simulation.start(name, () -> {
      try {
        long connection = pool.query(Statements.FAMILY_COUNT);
        timeline.add(name + " on " + connection + "@" + simulation.nowNanos() / 1_000_000);
      } catch (ServiceError error) {
        timeline.add(name + ": " + error.getMessage() + "@" + simulation.nowNanos() / 1_000_000);
      }
    }));
  }

  private static long millis(long millis) {
    return millis * 1_000_000;
  }

  /// Numbers its connections from 1; a query takes 1 ms and returns the number of its connection.
  private final class CountingServer implements DatabaseServer {
    private int opened;
    private int closed;
    private int broken;
    private boolean isFull;

    @Override
    public Connection connect(long cpuNanos) {
      simulation.hold(cpuNanos);
      if (isFull) {
        throw new ServiceError("error 1040: Too many connections");
      }
      long number = ++opened;
      return new Connection() {
        @Override
        public boolean isOpen() {
          return number > broken;
        }

        @Override
        @SuppressWarnings("unchecked") // the tests ask for the count only, a Long
        public <R> R query(Statement<R> statement, Object... parameters) {
          simulation.hold(millis(1));
          return (R) Long.valueOf(number);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
