package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenfold.component.ActiveChecks.Type;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.LoadBalancer.HashKey;
import tenfold.component.ServerWeight;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A balancer before servers that fail: what it hides, what it shows, whom it asks. A page costs 10 ms, a restart takes
/// 1 s; servers are called A and B.
class BalancerTest {
  private static final String PAGE = "/api/family/1";
  private static final LoadBalancer ROUND_ROBIN = Parts.balancer(Algorithm.ROUND_ROBIN);

  /// The client's network belongs to A, which crashes at 2.5 s for 1 s. The request at 3 s is refused by A and goes to
  /// B; it counts against A in second 3. Until second 13, included, all go to B; at 14 s A gets its trial.
  @Test
  void aFailureKeepsAServerOutForTenWholeSeconds() {
    var coop = pair(Parts.balancer(Algorithm.IP_HASH), server(10), server(10));
    crashAt(coop, 2_500, "A");
    assertEquals("ABBBBAA", servers(coop, 0, 3_000, 4_000, 8_000, 13_900, 14_000, 15_000));
  }

  /// The same, but A crashes again before its trial: that fails, and A is out until second 24.
  @Test
  void aTrialThatFailsKeepsTheServerOutAgain() {
    var coop = pair(Parts.balancer(Algorithm.IP_HASH), server(10), server(10));
    crashAt(coop, 2_500, "A");
    crashAt(coop, 13_950, "A");
    assertEquals("ABBBBA", servers(coop, 0, 3_000, 14_000, 15_000, 24_900, 25_000));
  }

  /// Round robin, A's effective weight is 0 after the failure. From 14 s on it gains again: its current weight goes
  /// from -1 to -1, 0 and 1 while B's is 2, 2 and 1, so its first turn comes with the third request.
  @Test
  void aServerThatFailedComesBackSlowly() {
    var coop = pair(ROUND_ROBIN, server(10), server(10));
    crashAt(coop, 2_500, "A");
    assertEquals("ABBBBBABA", servers(coop, 0, 1_000, 3_000, 13_900, 14_000, 15_000, 16_000, 17_000, 18_000));
  }

  /// The restart takes 1 s only, but a second server would be kept out for 10; the only one is not.
  @Test
  void theOnlyServerIsNeverKeptOut() {
    var coop = one(ROUND_ROBIN, server(10));
    crashAt(coop, 500, "A");
    for (double ms : new double[] {600, 1_400, 1_600}) {
      coop.sendAt(ms, "Balancer", Request.get(PAGE));
    }
    coop.advance(3_000);
    assertEquals(List.of("502@600", "502@1400", "200@1610"), timeline(coop));
  }

  /// Both failed: for 10 s nobody is asked, and the client hears so at once.
  @Test
  void withoutAnAvailableServerTheAnswerIs502AtOnce() {
    var coop = pair(ROUND_ROBIN, server(10), server(10));
    crashAt(coop, 500, "A");
    crashAt(coop, 500, "B");
    for (double ms : new double[] {600, 5_000, 12_000}) {
      coop.sendAt(ms, "Balancer", Request.get(PAGE));
    }
    coop.advance(20_000);
    assertEquals(List.of("502@600", "502@5000", "200@12010"), timeline(coop));
    assertTrue(coop.answers().get(1).body().contains("no server is available"));
  }

  /// A hangs. After the read time-out of 1 s a GET and a PUT go on to B, a POST, once sent, does not: 504.
  @Test
  void whatWasSentIsSentAgainUnlessItIsAPost() {
    for (var request : List.of(Request.get(PAGE), TestBed.renaming(1, "Lovelace"), login())) {
      var coop = pair(with(ROUND_ROBIN, "proxying.readTimeoutMs", 1_000.0), server(10), server(10));
      coop.suffer("A", 0, Fault.HANG);
      coop.sendAt(0, "Balancer", request);
      coop.advance(5_000);
      assertEquals(request.method().equals("POST") ? 504 : 200, coop.answers().getFirst().status(), request.method());
      assertEquals(request.method().equals("POST") ? 0 : 1, coop.served("B"), request.method());
    }
  }

  /// A page of A is reset after 5 ms: a GET is answered by B, a POST with 502.
  @Test
  void aResetConnectionIs502ForAPost() {
    var coop = pair(ROUND_ROBIN, with(server(10), "processModel", AppServer.ProcessModel.EVENT_LOOP), server(10));
    coop.suffer("A", 0, Fault.HANG);
    coop.sendAt(0, "Balancer", login());
    crashAt(coop, 5, "A");
    coop.advance(1_000);
    assertEquals(List.of("502@5"), timeline(coop));
    assertEquals(0, coop.served("B"));
  }

  /// A refused connection was not sent: even a POST goes on.
  @Test
  void aRefusedPostGoesOn() {
    var coop = pair(ROUND_ROBIN, server(10), server(10));
    crashAt(coop, 0, "A");
    coop.sendAt(1, "Balancer", login());
    coop.advance(1_000);
    assertEquals(List.of("200@1"), timeline(coop));
  }

  /// Both hang: after two read time-outs of 1 s, 504. With one try, after one.
  @Test
  void theLastTimeOutIs504() {
    for (int tries : new int[] {0, 1}) {
      var balancer = with(with(ROUND_ROBIN, "proxying.readTimeoutMs", 1_000.0), "proxying.tries", tries);
      var coop = pair(balancer, server(10), server(10));
      coop.suffer("A", 0, Fault.HANG);
      coop.suffer("B", 0, Fault.HANG);
      coop.sendAt(0, "Balancer", Request.get(PAGE));
      coop.advance(5_000);
      assertEquals(List.of(tries == 0 ? "504@2000" : "504@1000"), timeline(coop));
    }
  }

  /// A page takes 10 s, the read time-out is 1 s: nine seconds after the 504 the server still works on it.
  @Test
  void aServerWorksOnAfterTheReadTimeOut() {
    var coop = one(with(ROUND_ROBIN, "proxying.readTimeoutMs", 1_000.0), server(10_000));
    coop.sendAt(0, "Balancer", Request.get(PAGE));
    coop.advance(9_900);
    assertEquals(List.of("504@1000"), timeline(coop));
    assertEquals(1, coop.place("A").instances().getFirst().meter().processor().orElseThrow().busyGauge().level());
    coop.advance(200);
    assertEquals(1, coop.served("A"));
  }

  /// One connection to each: of three at once the third finds no server.
  @Test
  void aServerTakesNoMoreThanItsConnections() {
    var coop = pair(with(ROUND_ROBIN, "maxConnections", 1), server(10), server(10));
    for (int i = 0; i < 3; i++) {
      coop.sendAt(0, "Balancer", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(List.of("502@0", "200@10", "200@10"), timeline(coop));
  }

  @Test
  void aServerOfThreeTimesTheWeightGetsThreeTimesTheRequests() {
    var coop = pair(with(ROUND_ROBIN, "weights", List.of(new ServerWeight("A", 3))), server(10), server(10));
    for (int i = 0; i < 8; i++) {
      coop.sendAt(i * 20, "Balancer", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(List.of(6L, 2L), List.of(coop.served("A"), coop.served("B")));
  }

  /// A backup gets nothing while A takes requests, and all of them while A is kept out.
  @Test
  void aBackupServesWhileNobodyElseDoes() {
    var coop = pair(with(ROUND_ROBIN, "weights", List.of(new ServerWeight("B", 1, true))), server(10), server(10));
    crashAt(coop, 2_500, "A");
    assertEquals("AAABBAA", servers(coop, 0, 1_000, 2_000, 3_000, 13_900, 14_000, 15_000));
  }

  /// The round trip is 20 ms. Each request opens a connection, unless one is kept from before: with one kept, the
  /// second of two at once opens its own.
  @Test
  void aConnectionCostsARoundTripUnlessOneIsKept() {
    for (int kept : new int[] {0, 1}) {
      var near = topology(with(ROUND_ROBIN, "proxying.keepAlive", kept), List.of(node("A", server(10))));
      var link = near.link("Balancer", "A").orElseThrow();
      var coop = new TestBed(near.minus(link).plus(new Link("Balancer", "A", 20, 0)));
      for (double ms : new double[] {0, 100, 100}) {
        coop.sendAt(ms, "Balancer", Request.get(PAGE));
      }
      coop.advance(1_000);
      assertEquals(kept == 0 ? List.of("200@50", "200@160", "200@160") : List.of("200@50", "200@130", "200@150"),
          timeline(coop));
    }
  }

  /// What was lost may have been done: a POST is not sent again. A GET is, and B answers it after the read time-out. A
  /// new link comes last, so A has the second turn.
  @Test
  void aLostRequestIsATimeOut() {
    for (var request : List.of(Request.get(PAGE), login())) {
      var safe = topology(with(with(ROUND_ROBIN, "proxying.readTimeoutMs", 1_000.0), "proxying.keepAlive", 2),
          List.of(node("A", server(10)), node("B", server(10))));
      var coop = new TestBed(safe);
      coop.sendAt(0, "Balancer", Request.get(PAGE));
      coop.sendAt(0, "Balancer", Request.get(PAGE));
      coop.advance(100);
      var link = safe.link("Balancer", "A").orElseThrow();
      coop.edit(safe.minus(link).plus(new Link("Balancer", "A", 0, 0, 0, 1)));
      coop.sendAt(900, "Balancer", Request.get(PAGE));
      coop.sendAt(1_000, "Balancer", request);
      coop.advance(5_000);
      assertEquals(request.method().equals("POST") ? "504@2000" : "200@2010", timeline(coop).getLast());
    }
  }

  /// A connection request that is lost was not sent: after the connect time-out of 5 s even a POST goes on.
  @Test
  void aLostConnectionRequestGoesOn() {
    var safe = topology(ROUND_ROBIN, List.of(node("A", server(10)), node("B", server(10))));
    var link = safe.link("Balancer", "A").orElseThrow();
    var coop = new TestBed(safe.minus(link).plus(new Link("Balancer", "A", 0, 0, 0, 1)));
    coop.sendAt(0, "Balancer", login());
    coop.sendAt(0, "Balancer", login());
    coop.advance(10_000);
    assertEquals(List.of("200@0", "200@5000"), timeline(coop));
  }

  /// Files are the balancer's own, 0.2 ms each, whatever becomes of the servers.
  @Test
  void theBalancerHasStaticFilesItself() {
    var coop = one(ROUND_ROBIN, server(10));
    coop.suffer("A", 0, Fault.HANG);
    var answer = coop.get("Balancer", "/static/3");
    assertEquals("200 file 3 of release 1", answer.status() + " " + answer.body());
    assertEquals(0.2, answer.tookMs(), 1e-6);
    assertEquals(404, coop.get("Balancer", "/static/100001").status());
    assertEquals(0, coop.served("A"));
  }

  /// 256 families behind 203.0.113.0/24 all land on one of four servers; with least connections they would not.
  @Test
  void ipHashSendsAWholeNetworkToOneServer() {
    var coop = new TestBed(topology(Parts.balancer(Algorithm.IP_HASH),
        List.of(node("A", server(10).withInstances(4)))));
    for (int last = 0; last < 256; last++) {
      coop.sendAt(last * 20, "Balancer", Request.get(PAGE).from(203 << 24 | 113 << 8 | last));
    }
    coop.advance(10_000);
    var served = coop.place("A").instances().stream().map(each -> each.meter().responseNanos().count()).toList();
    assertEquals(List.of(256L, 0L, 0L, 0L), served);
  }

  /// Each page has its server, whoever asks for it.
  @Test
  void hashingByPathKeepsAPageOnOneServer() {
    var coop = pair(with(Parts.balancer(Algorithm.HASH), "hashKey", HashKey.PATH), server(10), server(10));
    for (int i = 0; i < 10; i++) {
      coop.sendAt(i * 20, "Balancer", Request.get(PAGE).from(i << 8));
    }
    coop.advance(1_000);
    assertEquals(10, Math.max(coop.served("A"), coop.served("B")));
  }

  /// A's page takes 40 ms, B's 10. Every 10 ms one comes: round robin gives A half of them, so two are always there and
  /// share its core; least connections gives it fewer.
  @Test
  void leastConnectionsBeatsRoundRobinWithOneSlowServer() {
    assertTrue(meanMs(Algorithm.LEAST_CONNECTIONS) < meanMs(Algorithm.ROUND_ROBIN) / 2);
  }

  /// The first answer names the server, later requests show it and stay there; when that server is down, another one
  /// takes over and says so.
  @Test
  void aStickyCookieBringsAClientBackAndIsReissued() {
    var coop = pair(with(ROUND_ROBIN, "stickyCookie", true), server(10), server(10));
    var first = send(coop, Request.get(PAGE));
    var route = first.cookies().get("route");
    assertEquals("A#1; Max-Age=3600", route);
    route = "A#1";
    for (int i = 0; i < 3; i++) {
      assertEquals(Map.of(), send(coop, Request.get(PAGE).withCookie("route", route)).cookies());
    }
    assertEquals(4, coop.served("A"));
    coop.suffer("A", 0, Fault.CRASH);
    assertEquals("B#1; Max-Age=3600",
        send(coop, Request.get(PAGE).withCookie("route", route)).cookies().get("route"));
    assertTrue(send(coop, Request.get(PAGE).withCookie("route", "gone")).cookies().containsKey("route"));
  }

  /// A process that hangs still accepts connections: a tcp check finds nothing, GET /health does.
  @Test
  void aHungServerIsUpForTcpChecksAndDownForHttpChecks() {
    for (var type : Type.values()) {
      var coop = one(checking(type), server(10));
      coop.advance(10_000);
      coop.suffer("A", 0, Fault.HANG);
      coop.advance(20_000);
      coop.sendAt(coop.nowMs(), "Balancer", Request.get(PAGE));
      coop.advance(1_000);
      assertEquals(type == Type.TCP ? List.of() : List.of("502@30000"), timeline(coop), type.toString());
    }
  }

  /// Servers start down: two good checks come at 3 to 6 s, until then 502.
  @Test
  void checkedServersStartDown() {
    var coop = one(checking(Type.TCP), server(10));
    for (double ms : new double[] {2_900, 6_100}) {
      coop.sendAt(ms, "Balancer", Request.get(PAGE));
    }
    coop.advance(10_000);
    assertEquals(List.of("502@2900", "200@6110"), timeline(coop));
  }

  /// Switched off in the running system, checks keep nobody down any more.
  @Test
  void checksCanBeSwitchedOff() {
    var coop = one(checking(Type.TCP), server(10));
    coop.edit(topology(ROUND_ROBIN, List.of(node("A", server(10)))));
    coop.sendAt(100, "Balancer", Request.get(PAGE));
    coop.advance(1_000);
    assertEquals(List.of("200@110"), timeline(coop));
  }

  /// Who answers requests from 203.0.113.7 at those times.
  private static String servers(TestBed coop, double... timesMs) {
    var answeredBy = new StringBuilder();
    for (double ms : timesMs) {
      coop.sendAt(ms, "Balancer", Request.get(PAGE).from(203 << 24 | 113 << 8 | 7));
      long before = coop.served("A");
      coop.advance(ms - coop.nowMs() + 50);
      answeredBy.append(coop.served("A") > before ? "A" : "B");
    }
    assertTrue(coop.answers().stream().allMatch(answer -> answer.status() == 200));
    return answeredBy.toString();
  }

  private static double meanMs(Algorithm algorithm) {
    var coop = pair(Parts.balancer(algorithm), server(40), server(10));
    for (int i = 0; i < 200; i++) {
      coop.sendAt(i * 10, "Balancer", Request.get(PAGE));
    }
    coop.advance(60_000);
    return coop.answers().stream().mapToDouble(TestBed.Answer::tookMs).average().orElseThrow();
  }

  private static Response send(TestBed coop, Request request) {
    var answers = new ArrayList<Response>();
    var balancer = coop.port("Balancer", 0, Http.class);
    coop.simulation().start("test", () -> answers.add(balancer.send(request)));
    coop.advance(15_000);
    return answers.getFirst();
  }

  private static void crashAt(TestBed coop, double ms, String node) {
    coop.simulation().schedule(Math.round(ms * 1e6), () -> coop.suffer(node, 0, Fault.CRASH));
  }

  private static LoadBalancer checking(Type type) {
    return with(with(ROUND_ROBIN, "activeChecks.enabled", true), "activeChecks.type", type);
  }

  private static Request login() {
    return Request.with("POST", "/login", Map.of("user_id", "user_1"));
  }

  /// To a whole millisecond: a balancer takes 0.1 µs.
  private static List<String> timeline(TestBed coop) {
    return coop.answers().stream().map(answer -> answer.status() + "@" + Math.round(answer.answeredMs())).toList();
  }

  private static AppServer server(double pageMs) {
    return with(Parts.server(10, 100, Overflow.REFUSE, pageMs, Parts.READY), "lifecycle.restartMs", 1_000.0);
  }

  private static TestBed one(LoadBalancer balancer, AppServer server) {
    return new TestBed(topology(balancer, List.of(node("A", server))));
  }

  private static TestBed pair(LoadBalancer balancer, AppServer a, AppServer b) {
    return new TestBed(topology(balancer, List.of(node("A", a), node("B", b))));
  }

  private static Topology topology(LoadBalancer balancer, List<Node> servers) {
    var nodes = new ArrayList<>(
        List.of(Parts.silentFamilies(), node("Balancer", balancer), node("Primary", Parts.freePrimary())));
    nodes.addAll(servers);
    var links = new ArrayList<String>();
    for (var server : servers) {
      links.add("Balancer > " + server.name());
      links.add(server.name() + " > Primary");
    }
    return Parts.topology(nodes, links.toArray(String[]::new));
  }
}
