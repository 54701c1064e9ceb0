package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.ConnectionPool;
import tenfold.component.ConnectionPool.Kind;
import tenfold.component.DatabasePrimary;
import tenfold.component.DatabasePrimary.Replication;
import tenfold.component.Fault;
import tenfold.component.Law;
import tenfold.component.ReadReplica;
import tenfold.component.StatementCosts;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Row locks, pools and replication of the database, request by request. Links take no time.
class DatabaseTest {
  private static final String PAGE = "/api/family/1";

  /// An update takes 10 ms of log. The first writes from 0 to 10 alone; the one of another row joins the next write, to
  /// 20; the second of the first row gets its lock at 10, when that write has begun, and takes the one after it.
  @Test
  void updatesOfOneRowFollowEachOther() {
    var coop = new TestBed(system(Parts.freeServer(), Parts.primary(151, Parts.FREE, 0, 10)));
    coop.sendAt(0, "Server", TestBed.renaming(1, "a"));
    coop.sendAt(0, "Server", TestBed.renaming(1, "b"));
    coop.sendAt(0, "Server", TestBed.renaming(2, "c"));
    coop.advance(1_000);
    assertEquals(List.of("200@10.0", "200@20.0", "200@30.0"), timeline(coop));
    assertTrue(coop.get("Server", PAGE).body().contains("\"b\""));
  }

  /// Thirty updates of one row, 150 ms each, and a lock wait of 1 s: six or seven are done, the others get MySQL's
  /// error, and then the row is free again.
  @Test
  void whoWaitsTooLongForARowGetsError1205() {
    var primary = with(Parts.primary(151, Parts.FREE, 100, 50), "lockWaitTimeoutMs", 1_000.0);
    var coop = new TestBed(system(Parts.freeServer(), primary));
    for (int i = 0; i < 30; i++) {
      coop.sendAt(0, "Server", TestBed.renaming(1, "name " + i));
    }
    coop.advance(10_000);
    long failed = coop.answers().stream().filter(answer -> answer.body().contains("error 1205")).count();
    assertEquals(23.5, failed, 0.5);
    assertEquals(200, coop.rename("Server", 1, "free again").status());
  }

  /// A server crashes while its update holds the row: the row is free for the next.
  @Test
  void aCrashFreesTheRow() {
    var coop = new TestBed(system(with(Parts.freeServer(), "lifecycle.restartMs", 0.0),
        Parts.primary(151, Parts.FREE, 0, 10)));
    coop.sendAt(0, "Server", TestBed.renaming(1, "a"));
    coop.sendAt(0, "Server", TestBed.renaming(1, "b"));
    coop.simulation().schedule(5_000_000, () -> coop.suffer("Server", 0, Fault.CRASH));
    coop.advance(100);
    assertEquals(200, coop.rename("Server", 1, "c").status());
  }

  /// One connection of 5 ms a query, three at once, by each pool's rules. HikariCP waits 250 ms at least.
  @Test
  void poolsDifferInHowTheyWait() {
    assertEquals(List.of("500@0.0", "500@0.0", "200@5.0"), pooled(Kind.MYSQL2_NO_WAIT, 5, 3));
    assertEquals(List.of("200@5.0", "200@10.0", "200@15.0"), pooled(Kind.MYSQL2, 5, 3));
    assertEquals(List.of("200@200.0", "500@250.0", "200@400.0"), pooled(Kind.HIKARI, 200, 3));
  }

  /// Calibration (g): a connection takes 10 ms, a query 1 ms. A thousand queries one after the other take 11 s when
  /// each connects, and 1.01 s with a pool.
  @Test
  void connectingForEachQueryIsElevenTimesSlower() {
    assertEquals(11_000, sequential(Kind.CONNECTION_PER_QUERY), 0.5);
    assertEquals(1_010, sequential(Kind.MYSQL2), 0.5);
  }

  /// Calibration (g): of a burst of 1,000 without a pool 849 meet MySQL's limit of 151 connections.
  @Test
  void aBurstWithoutAPoolMeetsTheLimitOfConnections() {
    var pool = Parts.pool(Kind.CONNECTION_PER_QUERY, 100, 10, 1);
    var coop = new TestBed(system(Parts.server(1_000, 511, Overflow.REFUSE, 0, pool),
        Parts.primary(151, new StatementCosts(0, 1, 0, 0, 0, 64), 0, 0)));
    for (int i = 0; i < 1_000; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(10_000);
    assertEquals(849, coop.answers().stream().filter(answer -> answer.body().contains("error 1040")).count());
  }

  /// Calibration (g): 8 cores, 0.5 ms for a query and 1 ms for a connection do 16,000 queries a second with a pool, and
  /// 5,333 when each connects. Two hundred callers keep the cores busy. Queries take 0.5 ms in the mean, lest all
  /// connect at once: over 20 s that makes a standard deviation of 0.2 %.
  @Test
  void connectingForEachQueryTakesTwoThirdsOfTheDatabase() {
    assertEquals(16_000, steadyQueriesPerSecond(Kind.MYSQL2), 0.01 * 16_000);
    assertEquals(5_333, steadyQueriesPerSecond(Kind.CONNECTION_PER_QUERY), 0.01 * 5_333);
  }

  /// Calibration (g): a thousand queries at once, 0.5 ms of eight cores and 0.5 ms on the way each, through connections
  /// that take 10 ms, 1 ms of it on those cores: a pool of a fifth of the size is a tenth slower.
  @Test
  void aPoolOfAFifthIsATenthSlower() {
    assertEquals(89, burstMs(100), 0.1);
    assertEquals(99, burstMs(20), 0.1);
  }

  /// Universal scalability law: n statements under way on c cores get min(n, c)/(1 + σ(n−1) + κn(n−1)) done together,
  /// so that a larger pool does less. 0.5 ms each, σ = 0.01, κ = 0.0001; all n are done together, so that over 20 s the
  /// count is exact to one round of n.
  @Test
  void aPoolThatIsTooLargeSlowsTheDatabaseDown() {
    for (int n : List.of(4, 16, 100, 200)) {
      double cores = Math.min(n, 8) / (1 + 0.01 * (n - 1) + 0.0001 * n * (n - 1));
      var contended = with(with(eightCores(), "contention.sigma", 0.01), "contention.kappa", 0.0001);
      double perSecond = cores / 0.0005;
      assertEquals(perSecond, queriesPerSecond(contended, Parts.pool(Kind.MYSQL2, n, 0, 0)), n / 20.0);
    }
  }

  private static double steadyQueriesPerSecond(Kind kind) {
    return queriesPerSecond(with(eightCores(), "reads.cpuLaw", Law.EXPONENTIAL), Parts.pool(kind, 200, 10, 1));
  }

  /// What as many callers get as the pool has connections, if they ask for a page without a pause.
  private static double queriesPerSecond(DatabasePrimary primary, ConnectionPool pool) {
    int n = pool.limit();
    var coop = new TestBed(system(Parts.server(n, 1, Overflow.REFUSE, 0, pool), primary));
    var server = coop.port("Server", 0, Http.class);
    for (int caller = 0; caller < n; caller++) {
      coop.simulation().start("caller", () -> {
        while (coop.nowMs() < 21_000) {
          server.send(Request.get(PAGE));
        }
      });
    }
    coop.advance(1_000);
    long before = coop.served("Primary");
    coop.advance(20_000);
    return (coop.served("Primary") - before) / 20.0;
  }

  /// When the last of a thousand requests is answered, with a pool of `limit`.
  private static double burstMs(int limit) {
    var server = Parts.server(1_000, 1, Overflow.REFUSE, 0, Parts.pool(Kind.MYSQL2, limit, 10, 1));
    var coop = new TestBed(new Topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", eightCores())),
        List.of(new Link("Server", "Primary", 0.5, 0))));
    for (int i = 0; i < 1_000; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(1_000, coop.answers().stream().filter(answer -> answer.status() == 200).count());
    return coop.answers().getLast().answeredMs();
  }

  private static DatabasePrimary eightCores() {
    return with(Parts.primary(10_000, new StatementCosts(0, 0.5, 0, 0, 0, 64), 0, 0), "cores", 8);
  }

  /// A change is on its way for 50 ms and applied without cost. A commit waits for nothing, for the way, or for the
  /// way and the showing.
  @Test
  void aCommitWaitsAsTheModeOfReplicationAsks() {
    assertEquals(0, renameMs(Replication.ASYNCHRONOUS, 0), 1e-6);
    assertEquals(50, renameMs(Replication.SEMI_SYNCHRONOUS, 0), 1e-6);
    assertEquals(50 + 20, renameMs(Replication.SYNCHRONOUS, 2), 1e-6);
    assertEquals(50, renameMs(Replication.SEMI_SYNCHRONOUS, 2), 1e-6);
  }

  /// Family 1 gets each version before family 2 does. Ways differ, but whoever sees a version of family 2 sees that of
  /// family 1 too: a replica shows a prefix of the log.
  @Test
  void aReplicaShowsAPrefixOfTheLog() {
    var replica = with(new ReadReplica(1, 1, 151, Parts.FREE, 100, 4, 0), "shipLaw", Law.EXPONENTIAL);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Primary", Parts.freePrimary()),
            node("Replica", replica)),
        "Server > Primary", "Server > Replica", "Primary > Replica"));
    for (int version = 1; version <= 100; version++) {
      coop.sendAt(2 * version, "Server", TestBed.renaming(1, "v" + version));
      coop.sendAt(2 * version + 1, "Server", TestBed.renaming(2, "v" + version));
      coop.sendAt(2 * version + 0.5, "Server", Request.get(PAGE));
      coop.sendAt(2 * version + 0.5, "Server", Request.get("/api/family/2"));
    }
    coop.advance(5_000);
    var seen = coop.answers().stream().filter(answer -> answer.body().contains("family_name"))
        .map(answer -> version(answer.body())).toList();
    assertEquals(200, seen.size());
    for (int i = 0; i < seen.size(); i += 2) {
      int lead = seen.get(i) - seen.get(i + 1);
      assertTrue(lead == 0 || lead == 1, "family 1 shows " + seen.get(i) + ", family 2 " + seen.get(i + 1));
    }
    assertTrue(seen.getLast() > 0 && seen.getLast() < 100, "the replica lags: " + seen.getLast());
  }

  private static int version(String body) {
    var matcher = Pattern.compile("\"v(\\d+)\"").matcher(body);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static double renameMs(Replication mode, double updateCpuMs) {
    var primary = with(Parts.primary(151, Parts.FREE, updateCpuMs, 0), "replication", mode);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Primary", primary),
            node("Replica", Parts.replica(50, 10))),
        "Server > Primary", "Server > Replica", "Primary > Replica"));
    return coop.rename("Server", 1, "Lovelace").tookMs() - updateCpuMs;
  }

  private static List<String> pooled(Kind kind, double queryMs, int requests) {
    var pool = Parts.pool(kind, 1, 0, 0);
    var coop = new TestBed(system(Parts.server(100, 511, Overflow.REFUSE, 0, pool),
        Parts.primary(151, new StatementCosts(0, queryMs, 0, 0, 0, 64), 0, 0)));
    for (int i = 0; i < requests; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(10_000);
    return timeline(coop);
  }

  private static double sequential(Kind kind) {
    var pool = Parts.pool(kind, 100, 10, 1);
    var coop = new TestBed(system(Parts.server(100, 511, Overflow.REFUSE, 0, pool),
        Parts.primary(151, new StatementCosts(0, 1, 0, 0, 0, 64), 0, 0)));
    double total = 0;
    for (int i = 0; i < 1_000; i++) {
      total += coop.get("Server", PAGE).tookMs();
    }
    return total;
  }

  private static List<String> timeline(TestBed coop) {
    return coop.answers().stream()
        .map(answer -> answer.status() + "@" + Math.round(answer.answeredMs() * 100) / 100.0).toList();
  }

  private static Topology system(AppServer server, DatabasePrimary primary) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", primary)), "Server > Primary");
  }
}
