package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Backoff;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.component.Retrying;
import tenfold.component.guarding.Breaking;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Limiting;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.resilience.BreakerPlan;
import tenfold.scenario.ScheduledFault;
import tenfold.stats.Tally;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Guards on a link, around real calls: what the caller gets, what the called part does, and when.
final class GuardsTest {
  private static final String PAGE = "/api/family/1";
  private static final Retrying THREE_AT_ONCE = new Retrying(3, Backoff.NONE, 0, 1, 0, false);

  /// The page takes 100 ms; after 60 ms the balancer waits no longer, and the server works on for nobody.
  @Test
  void aTimeOutEndsTheWaitAndNotTheWork() {
    var coop = new TestBed(guarded(100, 1, new CallGuards(60, 0, false, new Retrying(), new Breaking(),
        new Limiting())));
    var answer = coop.get("Balancer", PAGE);
    assertEquals(504, answer.status());
    assertEquals(60, answer.tookMs(), 0.01);
    assertEquals(1, coop.served("Server"), "the work was done all the same");
  }

  /// With nobody else to ask, a lost message is noticed by the time-out alone.
  @Test
  void aTimeOutNoticesWhatWasLost() {
    var coop = new TestBed(guarded(0, 1, new CallGuards(60, 0, false, new Retrying(), new Breaking(),
        new Limiting())));
    coop.assembly().suffer(new ScheduledFault(0, "Balancer", 0, Fault.LOSS).to("Server").lasting(1, 0.05));
    assertEquals(504, coop.get("Balancer", PAGE).status());
  }

  /// Each page fails with a half and is asked for again up to three times: 1.875 calls for each.
  @Test
  void retriesOnALinkMultiplyTheLoad() {
    double expected = ReferenceValues.value("retry amplification", "p_fail=0.5;retries=3", "attempts_per_request");
    Replications.mustBe(expected, 0.01, seed -> {
      var coop = failing(0.5, seed, new CallGuards(0, 0, false, THREE_AT_ONCE, new Breaking(), new Limiting()));
      ask(coop, 4_000, Request.get(PAGE));
      return coop.served("Server") / 4_000.0;
    });
  }

  /// A tenth of the calls may be made again, and ten that were saved up.
  @Test
  void aBudgetBoundsTheRetries() {
    var thrifty = new Retrying(3, Backoff.NONE, 0, 1, 0, false, 0.1);
    var coop = failing(1, 1, new CallGuards(0, 0, false, thrifty, new Breaking(), new Limiting()));
    ask(coop, 1_000, Request.get(PAGE));
    assertEquals(1_110, coop.served("Server"), 1);
  }

  @Test
  void whatChangesSomethingIsMadeAgainOnlyWhereThatIsSaid() {
    for (boolean posts : new boolean[] {false, true}) {
      var coop = failing(1, 1, new CallGuards(0, 0, false, new Retrying(3, Backoff.NONE, 0, 1, 0, posts),
          new Breaking(), new Limiting()));
      ask(coop, 1, Request.with("POST", "/api/family", java.util.Map.of("family_name", "New")));
      assertEquals(posts ? 4 : 1, coop.served("Server"));
    }
  }

  /// Waits of 100, 200 and 400 ms before the tries.
  @Test
  void retriesWaitAsLongAsTheirBackoffSays() {
    var waiting = new Retrying(3, Backoff.EXPONENTIAL, 100, 2, 10_000, false);
    var coop = failing(1, 1, new CallGuards(0, 0, false, waiting, new Breaking(), new Limiting()));
    assertEquals(700, coop.get("Balancer", PAGE).tookMs(), 0.01);
  }

  /// Calls fail with chance 0.7 each; until five in a row have failed it takes 16.5 calls on the average.
  @Test
  void aBreakerOpensAfterSoManyCallsAsChanceSays() {
    double expected = ReferenceValues.value("breaker: calls until 5 consecutive failures", "p=0.7", "E[calls]");
    Replications.mustBe(expected, 0.1, seed -> {
      var calls = new Tally();
      for (int run = 0; run < 50; run++) {
        var coop = failing(0.7, 1_000 * seed + run, new CallGuards(0, 0, false, new Retrying(),
            new Breaking(BreakerPlan.Kind.TEXT), new Limiting()));
        ask(coop, 300, Request.get(PAGE));
        calls.add(coop.served("Server"));
      }
      return calls.mean();
    });
  }

  /// The service is down for 20 s. The breaker opens with the fifth failure, and one call tries 30 s later.
  @Test
  void aBreakerThatClosesAgainLetsTheServiceBack() {
    var coop = failing(0, 1, new CallGuards(0, 0, false, new Retrying(), new Breaking(BreakerPlan.Kind.COMPLETE),
        new Limiting()));
    coop.assembly().suffer(new ScheduledFault(0, "Server", 0, Fault.BAD_DEPLOY).lasting(1, 20));
    IntStream.range(0, 600).forEach(i -> coop.sendAt(100 * i + 1, "Balancer", Request.get(PAGE)));
    coop.advance(70_000);
    var statuses = coop.answers().stream().map(TestBed.Answer::status).toList();
    assertEquals(List.of(500, 500, 500, 500, 500, 503), statuses.subList(0, 6));
    assertEquals(503, statuses.get(303), "30.3 s: open since 0.4 s");
    assertEquals(200, statuses.get(304));
    assertEquals(295 + 6, statuses.stream().filter(status -> status == 200).count() + 5);
  }

  /// Two balancers before the same server: each learns of the failures by itself, unless they share the guard.
  @Test
  void eachProcessHasABreakerOfItsOwnUnlessItIsShared() {
    for (boolean isShared : new boolean[] {false, true}) {
      var text = new CallGuards(0, 0, isShared, new Retrying(), new Breaking(BreakerPlan.Kind.TEXT), new Limiting());
      var coop = new TestBed(new Topology(List.of(Parts.silentFamilies(),
          node("Front", Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN)),
          node("Server", Parts.freeServer().withInstances(3)), node("Primary", Parts.freePrimary())),
          List.of(new Link("Families", "Front", 0, 0), new Link("Front", "Server", 0, 0),
              new Link("Server", "Primary", 0, 0).with(text))));
      coop.suffer("Primary", 0, Fault.CRASH);
      ask(coop, "Front", 60, Request.get(PAGE));
      var wire = coop.assembly().wires().stream().filter(one -> one.link().to().equals("Primary")).findFirst()
          .orElseThrow();
      assertEquals(isShared ? 60 - 5 : 60 - 15, wire.result().guards().refused());
    }
  }

  /// 100 a second and ten at once: of 1,000 requests in one second 110 come through, the others get 429.
  @Test
  void aRateLimitTurnsAwayWhatIsTooMuch() {
    var coop = failing(0, 1, new CallGuards(0, 0, false, new Retrying(), new Breaking(),
        new Limiting(100, 10, 0, 0)));
    IntStream.range(0, 1_000).forEach(i -> coop.sendAt(i, "Balancer", Request.get(PAGE)));
    coop.advance(5_000);
    assertEquals(110, count(coop, 200), 1);
    assertEquals(890, count(coop, 429), 1);
  }

  /// Four at once and two that wait, each 100 ms: of ten that come together four take 100, two 200 ms, and four get
  /// 503.
  @Test
  void aBulkheadHasPlacesAndAShortQueue() {
    var coop = new TestBed(guarded(100, 10, new CallGuards(0, 0, false, new Retrying(), new Breaking(),
        new Limiting(0, 1, 4, 2))));
    IntStream.range(0, 10).forEach(_ -> coop.sendAt(0, "Balancer", Request.get(PAGE)));
    coop.advance(5_000);
    assertEquals(4, count(coop, 503));
    assertEquals(4, coop.answers().stream().filter(answer -> Math.abs(answer.tookMs() - 100) < 0.01).count());
    assertEquals(2, coop.answers().stream().filter(answer -> Math.abs(answer.tookMs() - 200) < 0.01).count());
  }

  /// Two servers in turn, one of which takes 500 ms: whoever comes to that one asks the other one after 50 ms.
  @Test
  void aHedgeAsksAnotherServerAndTakesTheFirstAnswer() {
    var hedge = new CallGuards(0, 50, false, new Retrying(), new Breaking(), new Limiting());
    var coop = new TestBed(new Topology(List.of(Parts.silentFamilies(),
        node("Edge", Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN)),
        node("Balancer", Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN)),
        node("Fast", server(10)), node("Slow", server(500)), node("Primary", Parts.freePrimary())),
        List.of(new Link("Families", "Edge", 0, 0), new Link("Edge", "Balancer", 0, 0).with(hedge),
            new Link("Balancer", "Fast", 0, 0), new Link("Balancer", "Slow", 0, 0),
            new Link("Fast", "Primary", 0, 0), new Link("Slow", "Primary", 0, 0))));
    assertEquals(10, coop.get("Edge", PAGE).tookMs(), 0.01);
    assertEquals(60, coop.get("Edge", PAGE).tookMs(), 0.01, "50 ms at the slow one, then 10 ms at the fast one");
  }

  /// A statement that took too long is done all the same, and its connection is used no more: the next one gets
  /// another.
  @Test
  void aConnectionThatWasLeftIsUsedNoMore() {
    var impatient = new CallGuards(50, 0, false, new Retrying(), new Breaking(), new Limiting());
    var coop = new TestBed(new Topology(List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()),
        node("Primary", Parts.primary(151, Parts.FREE, 80, 0))),
        List.of(new Link("Families", "Server", 0, 0), new Link("Server", "Primary", 0, 0).with(impatient))));
    assertEquals(500, coop.rename("Server", 1, "New").status());
    assertTrue(coop.get("Server", PAGE).body().contains("New"), "the statement was carried out");
  }

  /// An edit of the guards begins anew: the breaker that was open is closed.
  @Test
  void otherGuardsBeginAnew() {
    var text = new CallGuards(0, 0, false, new Retrying(), new Breaking(BreakerPlan.Kind.TEXT), new Limiting());
    var topology = guarded(0, 1, text);
    var coop = new TestBed(topology);
    coop.assembly().suffer(new ScheduledFault(0, "Server", 0, Fault.BAD_DEPLOY).lasting(1, 1));
    ask(coop, 6, Request.get(PAGE));
    coop.advance(10_000);
    coop.edit(topology);
    assertEquals(503, coop.get("Balancer", PAGE).status(), "the same guards stay as they are");
    var link = topology.link("Balancer", "Server").orElseThrow();
    coop.edit(topology.change(link.with(new CallGuards(0, 0, false, new Retrying(),
        new Breaking(BreakerPlan.Kind.COMPLETE), new Limiting()))));
    assertEquals(200, coop.get("Balancer", PAGE).status());
  }

  private static long count(TestBed coop, int status) {
    return coop.answers().stream().filter(answer -> answer.status() == status).count();
  }

  private static void ask(TestBed coop, int times, Request request) {
    ask(coop, "Balancer", times, request);
  }

  /// One request after the other, each when the one before has ended.
  private static void ask(TestBed coop, String node, int times, Request request) {
    var http = coop.port(node, 0, Http.class);
    var done = coop.simulation().start("requests", () -> IntStream.range(0, times).forEach(_ -> http.send(request)))
        .end();
    coop.advance(1_000);
    assertTrue(done.isSettled(), "requests take no time");
  }

  /// A server whose pages fail with that chance, behind a guarded link.
  private static TestBed failing(double share, long seed, CallGuards guards) {
    var coop = new TestBed(guarded(0, 1, guards), seed);
    if (share > 0) {
      coop.assembly().suffer(new ScheduledFault(0, "Server", 0, Fault.BAD_DEPLOY).lasting(share, 0));
    }
    return coop;
  }

  private static Topology guarded(double familyMs, int cores, CallGuards guards) {
    var balancer = with(Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN), "passiveChecks.maxFails", 0);
    return new Topology(List.of(Parts.silentFamilies(), node("Balancer", balancer),
        node("Server", with(server(familyMs), "cores", cores)), node("Primary", Parts.freePrimary())),
        List.of(new Link("Families", "Balancer", 0, 0), new Link("Balancer", "Server", 0, 0).with(guards),
            new Link("Server", "Primary", 0, 0)));
  }

  private static AppServer server(double familyMs) {
    return Parts.server(200, 511, Overflow.REFUSE, familyMs, Parts.READY);
  }
}
