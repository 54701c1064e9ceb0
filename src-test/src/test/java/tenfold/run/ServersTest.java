package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AppServer.ProcessModel;
import tenfold.component.ConnectionPool.Kind;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.StatementCosts;
import tenfold.port.Request;
import tenfold.topology.Topology;

/// Servers and balancers: who waits, who is refused, who is forgotten. Links take no time; a page costs what the
/// example says.
class ServersTest {
  private static final String PAGE = "/api/family/1";

  /// One thread, 10 ms a page, one place in the backlog: of three at once the third is refused, at once.
  @Test
  void aFullBacklogRefuses() {
    var coop = new TestBed(oneServer(Parts.server(1, 1, Overflow.REFUSE, 10, Parts.READY)));
    sendAtOnce(coop, "Server", 3);
    assertEquals(List.of("ConnectionRefused@0.0", "200@10.0", "200@20.0"), timeline(coop));
  }

  /// The same with a SYN that is dropped: the caller learns nothing and has to wait by itself.
  @Test
  void aFullBacklogDropsWithoutAWord() {
    var coop = new TestBed(oneServer(Parts.server(1, 1, Overflow.DROP, 10, Parts.READY)));
    sendAtOnce(coop, "Server", 3);
    assertEquals(List.of("NoAnswer@0.0", "200@10.0", "200@20.0"), timeline(coop));
  }

  /// Two threads on one core share it: two pages of 10 ms are both done at 20.
  @Test
  void threadsShareTheCore() {
    var coop = new TestBed(oneServer(Parts.server(2, 10, Overflow.REFUSE, 10, Parts.READY)));
    sendAtOnce(coop, "Server", 2);
    assertEquals(List.of("200@20.0", "200@20.0"), timeline(coop));
  }

  /// An event loop takes one page after the other, and nobody is refused.
  @Test
  void anEventLoopTakesOneAfterTheOther() {
    var coop = new TestBed(
        oneServer(Parts.server(ProcessModel.EVENT_LOOP, 1, 1, Overflow.REFUSE, 10, Parts.READY)));
    sendAtOnce(coop, "Server", 4);
    assertEquals(List.of("200@10.0", "200@20.0", "200@30.0", "200@40.0"), timeline(coop));
  }

  @Test
  void moreThreadsTakeEffectAtOnce() {
    var coop = new TestBed(oneServer(Parts.server(1, 10, Overflow.REFUSE, 10, Parts.READY)));
    sendAtOnce(coop, "Server", 1);
    coop.sendAt(20_000, "Server", Request.get(PAGE));
    coop.sendAt(20_000, "Server", Request.get(PAGE));
    coop.edit(oneServer(Parts.server(2, 10, Overflow.REFUSE, 10, Parts.READY)));
    coop.advance(1_000);
    assertEquals(List.of("200@10.0", "200@20020.0", "200@20020.0"), timeline(coop));
  }

  /// A second connection to a database that takes one: its error reaches the client as a 500.
  @Test
  void oneConnectionTooManyIsError1040() {
    var slow = new StatementCosts(0, 5, 0, 0, 0, 64);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()),
            node("Primary", Parts.primary(1, slow, 0, 0))),
        "Server > Primary"));
    sendAtOnce(coop, "Server", 2);
    assertEquals(List.of("500@0.0", "200@5.0"), timeline(coop));
    assertTrue(coop.answers().getFirst().body().contains("error 1040: Too many connections"));
  }

  /// One pooled connection, one place to wait, 5 ms a query: of three at once the third finds the queue full.
  @Test
  void aFullPoolQueueIsAnErrorAnswer() {
    var slow = new StatementCosts(0, 5, 0, 0, 0, 64);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(),
            node("Server", with(Parts.server(10, 10, Overflow.REFUSE, 0, Parts.pool(Kind.MYSQL2, 1, 0, 0)),
                "pool.queueLimit", 1)),
            node("Primary", Parts.primary(151, slow, 0, 0))),
        "Server > Primary"));
    sendAtOnce(coop, "Server", 3);
    assertEquals(List.of("500@0.0", "200@5.0", "200@10.0"), timeline(coop));
    assertTrue(coop.answers().getFirst().body().contains("Queue limit reached."));
  }

  @Test
  void aServerWithoutDatabaseAnswers500() {
    var coop = new TestBed(Parts.topology(List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()))));
    assertEquals(500, coop.get("Server", PAGE).status());
    assertEquals(200, coop.get("Server", "/health").status());
  }

  @Test
  void roundRobinTakesOneServerAfterTheOther() {
    var coop = new TestBed(balanced(Algorithm.ROUND_ROBIN, 3, Parts.freeServer()));
    for (int request = 0; request < 9; request++) {
      coop.get("Balancer", PAGE);
    }
    assertEquals(List.of(3L, 3L, 3L), served(coop));
  }

  /// The first server is busy with a page of 10 ms; until it is done the others, at 0 connections, are chosen.
  @Test
  void leastConnectionsPassesOverTheBusyServer() {
    var server = Parts.server(9, 9, Overflow.REFUSE, 10, Parts.READY);
    var coop = new TestBed(balanced(Algorithm.LEAST_CONNECTIONS, 2, server));
    coop.sendAt(0, "Balancer", Request.get(PAGE));
    coop.sendAt(1, "Balancer", Request.get(PAGE));
    coop.sendAt(10.5, "Balancer", Request.get(PAGE));
    coop.advance(1_000);
    assertEquals(List.of("200@10.0", "200@11.0", "200@20.5"), timeline(coop));
  }

  /// Server 1 has one thread and one place; the third and fourth request that round robin gives it go to server 2.
  @Test
  void aRefusedConnectionIsTriedAtTheNextServer() {
    var topology = Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(Algorithm.ROUND_ROBIN)),
            node("Server", Parts.server(1, 1, Overflow.REFUSE, 100, Parts.READY)),
            node("Server 2", Parts.freeServer()), node("Primary", Parts.freePrimary())),
        "Balancer > Server", "Balancer > Server 2", "Server > Primary", "Server 2 > Primary");
    var coop = new TestBed(topology);
    sendAtOnce(coop, "Balancer", 8);
    assertEquals(8, coop.answers().stream().filter(answer -> answer.status() == 200).count());
    assertEquals(6, coop.served("Server 2"));
  }

  @Test
  void aBalancerWithoutAServerThatAcceptsAnswers502() {
    var full = Parts.server(1, 1, Overflow.REFUSE, 100, Parts.READY);
    var coop = new TestBed(balanced(Algorithm.ROUND_ROBIN, 2, full));
    sendAtOnce(coop, "Balancer", 5);
    assertEquals(List.of("502@0.0", "200@100.0", "200@100.0", "200@200.0", "200@200.0"), timeline(coop));
  }

  /// Both servers drop the connection request; the balancer waits out its 5 s for each, then says 504.
  @Test
  void aBalancerWhoseServersAreSilentAnswers504() {
    var full = Parts.server(1, 1, Overflow.DROP, 60_000, Parts.READY);
    var coop = new TestBed(balanced(Algorithm.ROUND_ROBIN, 2, full));
    sendAtOnce(coop, "Balancer", 5);
    assertEquals(List.of("504@10000.0"), timeline(coop));
  }

  /// A session in the memory of one server is unknown to the other: 401 for every second request.
  @Test
  void aSessionInMemoryIsUnknownToTheOtherServer() {
    var coop = new TestBed(balanced(Algorithm.ROUND_ROBIN, 2, Parts.freeServer()));
    var session = coop.ask("Balancer", login()).session().orElseThrow();
    var statuses = List.of(1, 2, 3, 4).stream()
        .map(_ -> coop.ask("Balancer", Request.get(PAGE).withSession(session)).status()).toList();
    assertEquals(List.of(401, 200, 401, 200), statuses);
  }

  /// A shared store knows it, until it was unused for its lifetime (here 10 s; each [TestBed#ask] takes 20 s).
  @Test
  void aSharedSessionIsKnownToAllServersForItsLifetime() {
    var topology = balanced(Algorithm.ROUND_ROBIN, 2, Parts.freeServer())
        .plus(node("Sessions", Parts.cache(10)))
        .plus(new tenfold.topology.Link("Server", "Sessions", 0, 0));
    var coop = new TestBed(topology);
    coop.sendAt(0, "Balancer", login());
    for (double atMs : new double[] {5_000, 14_000, 23_000, 33_500}) {
      coop.sendAt(atMs, "Balancer", Request.get(PAGE).withSession("user_1"));
    }
    coop.advance(60_000);
    assertEquals(List.of(200, 200, 200, 200, 401), coop.answers().stream().map(TestBed.Answer::status).toList());
  }

  /// One family, time-out 100 ms, a page of 1 s: it gives up, asks again, and the server works for nobody.
  @Test
  void aServerWorksOnForAClientThatHasLeft() {
    var impatient = new Families(Families.Model.CLOSED, 1, 0, 1, 100, Families.Keys.OWN, 1, Families.Session.NONE,
        Families.Mix.READ_ONLY);
    var coop = new TestBed(Parts.topology(
        List.of(node("Families", impatient),
            node("Server", Parts.server(100, 511, Overflow.REFUSE, 1_000, Parts.READY)),
            node("Primary", Parts.freePrimary())),
        "Families > Server", "Server > Primary"));
    coop.advance(1_050);
    assertEquals(10, coop.outcomes().count(Outcome.TIMED_OUT));
    assertEquals(0, coop.outcomes().count(Outcome.GOOD));
    assertEquals(11, coop.place("Server").instances().getFirst().meter().processor().orElseThrow().busyGauge().level()
        + coop.place("Server").instances().getFirst().meter().waiting());
  }

  /// A server leaves while it works on a request, after it had used its database before: it finishes what it has.
  @Test
  void aServerThatLeavesFinishesWhatItHas() {
    var topology = oneServer(Parts.server(10, 10, Overflow.REFUSE, 10, Parts.READY));
    var coop = new TestBed(topology);
    coop.get("Server", PAGE);
    coop.sendAt(20_000, "Server", Request.get(PAGE));
    coop.advance(5);
    coop.edit(topology.minus("Server"));
    coop.advance(1_000);
    assertEquals(List.of("200@10.0", "200@20010.0"), timeline(coop));
  }

  /// Drawing a link anew ten times must not use up the database's connections: the old pool's are closed.
  @Test
  void aLinkThatIsDrawnAnewDoesNotLeakConnections() {
    var slow = new StatementCosts(0, 5, 0, 0, 0, 64);
    var topology = Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()),
            node("Primary", Parts.primary(5, slow, 0, 0))),
        "Server > Primary");
    var coop = new TestBed(topology);
    for (int times = 0; times < 10; times++) {
      assertEquals(200, coop.get("Server", PAGE).status(), "after " + times + " new links");
      coop.edit(topology.minus(topology.links().getFirst()));
      coop.edit(topology);
    }
  }

  /// The database runs on its server's core. With a second core, a page (10 ms) and its query (10 ms) of two requests
  /// at once do not slow each other down: 20 ms. The rows survive the restart.
  @Test
  void aHostedDatabaseMovesWithItsHost() {
    var coop = new TestBed(hosted(1));
    coop.rename("Server", 1, "Lovelace");
    sendAtOnce(coop, "Server", 2);
    coop.edit(hosted(2));
    sendAtOnce(coop, "Server", 2);
    var tookMs = coop.answers().stream().skip(1).map(answer -> Math.round(answer.tookMs())).toList();
    assertEquals(List.of(40L, 40L, 20L, 20L), tookMs);
    assertTrue(coop.answers().getLast().body().contains("Lovelace"));
  }

  private static Topology hosted(int cores) {
    var small = Parts.server(10, 10, Overflow.REFUSE, 10, Parts.READY);
    var server = Parts.with(
        new AppServer(1, cores, 0, small.processModel(), 10, 10, Overflow.REFUSE, small.cpu(), Parts.READY),
        "lifecycle.bootMs", 0.0);
    var primary = new DatabasePrimary(1, "Server", 151, new StatementCosts(0, 10, 0, 0, 0, 64), 0, 0, 0, 0);
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", primary)), "Server > Primary");
  }

  private static Request login() {
    return Request.with("POST", "/login", Map.of("user_id", "user_1"));
  }

  private static void sendAtOnce(TestBed coop, String node, int count) {
    for (int request = 0; request < count; request++) {
      coop.sendAt(coop.nowMs(), node, Request.get(PAGE));
    }
    coop.advance(20_000);
  }

  /// To a hundredth of a millisecond: a balancer takes 0.1 µs.
  private static List<String> timeline(TestBed coop) {
    return coop.answers().stream()
        .map(answer -> (answer.failure().isEmpty() ? answer.status() : answer.failure())
            + "@" + Math.round(answer.answeredMs() * 100) / 100.0)
        .toList();
  }

  private static List<Long> served(TestBed coop) {
    return coop.place("Server").instances().stream().map(server -> server.meter().responseNanos().count()).toList();
  }

  private static Topology oneServer(AppServer server) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", Parts.freePrimary())),
        "Server > Primary");
  }

  private static Topology balanced(Algorithm algorithm, int servers, AppServer server) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(algorithm)),
            node("Server", server.withInstances(servers)), node("Primary", Parts.freePrimary())),
        "Balancer > Server", "Server > Primary");
  }
}
