package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.Cdn;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.kernel.Simulation;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.stats.Draw;
import tenfold.stats.Zipf;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// An edge of a CDN: what it keeps, for how long, and what it asks its origin for. The origin is a balancer that takes
/// 40 ms for a file, 160 ms away; the edge takes 2 ms.
class CdnTest {
  private static final String FILE = "/static/1";

  @Test
  void aFileIsFetchedOnceAndThenServedFromTheEdge() {
    var coop = edge(new Cdn());
    var miss = coop.get("Edge", FILE);
    var hit = coop.get("Edge", FILE);
    assertEquals(202, miss.tookMs(), 1e-6);
    assertEquals(2, hit.tookMs(), 1e-6);
    assertEquals(miss.body(), hit.body());
    assertTrue(hit.isFromCache() && !miss.isFromCache());
    assertEquals(1, coop.served("Origin"));
    var meter = coop.place("Edge").instances().getFirst().meter();
    assertEquals("1 of 2", meter.hits() + " of " + meter.lookups());
  }

  /// The text's files say a year.
  /// Calibration (h): what a file takes on the way of a region, hit and miss, and on the average at 95 and 99 % hits. A
  /// file asked for every ten seconds, with fetches of d, has h of them when it is kept for h(1 + λd)/(λ(1 - h)).
  @ParameterizedTest
  @CsvSource(textBlock = """
      # edge, origin, hit, miss, share, mean
      5,      160,    7,   207,  0.95,  17.0
      5,      160,    7,   207,  0.99,  9.0
      5,      76,     7,   123,  0.95,  12.8
      4,      8,      6,   54,   0.95,  8.4
      """)
  void filesTakeWhatTheTextSays(
      double edgeMs, double originMs, double hitMs, double missMs, double share, double meanMs) {
    var link = new Link("Edge", "Origin", originMs, 0);
    var coop = new TestBed(topology(List.of(node("Edge", new Cdn())), link));
    assertEquals(missMs, edgeMs + coop.get("Edge", FILE).tookMs(), 1e-6);
    assertEquals(hitMs, edgeMs + coop.get("Edge", FILE).tookMs(), 1e-6);
    double fetchSeconds = (originMs + 40) / 1_000;
    double ttl = share / (1 - share) * (10 + fetchSeconds);
    var edge = new TestBed(topology(List.of(node("Edge", with(new Cdn(), "maxTtlSeconds", ttl))), link));
    ask(edge, 40_000, random -> new Asked(1, Draw.exponential(random, 1e10) / 1e6));
    var took = edge.place("Edge").instances().getFirst().meter().responseNanos();
    assertEquals(meanMs, edgeMs + took.mean() / 1e6, 0.05 * meanMs);
  }

  @Test
  void aFileIsKeptAsLongAsTheOriginSaysWithinTheLimit() {
    var coop = edge(with(new Cdn(), "maxTtlSeconds", 60.0));
    coop.get("Edge", FILE);
    coop.advance(35_000);
    assertEquals(2, coop.get("Edge", FILE).tookMs(), 1e-6);
    coop.advance(10_000);
    assertEquals(202, coop.get("Edge", FILE).tookMs(), 1e-6);
  }

  /// Sixty seconds are counted from the origin, not from each edge (RFC 9111, §4.2.3).
  @Test
  void theAgeCountsOnFromTheShieldToTheEdge() {
    var minute = with(new Cdn(), "maxTtlSeconds", 60.0);
    var coop = new TestBed(topology(List.of(node("Edge", minute), node("Shield", minute)),
        new Link("Edge", "Shield", 0, 0), new Link("Shield", "Origin", 160, 0)));
    coop.get("Shield", FILE);
    coop.advance(20_000);
    coop.get("Edge", FILE);
    assertEquals(1, coop.served("Origin"));
    coop.get("Edge", FILE);
    assertEquals(1, coop.served("Origin"));
    coop.get("Edge", FILE);
    assertEquals(2, coop.served("Origin"));
  }

  @Test
  void onlyFilesAreKept() {
    var coop = edge(new Cdn());
    coop.ask("Edge", Request.get("/api/family/1"));
    coop.ask("Edge", Request.get("/api/family/1"));
    assertEquals(2, coop.served("Server"));
    assertEquals(404, coop.get("Edge", "/static/0").status());
    assertEquals(404, coop.get("Edge", "/static/0").status());
    assertEquals(4, coop.served("Origin"));
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 100"})
  void missesOfOneFileCollapseIntoOneFetch(boolean collapse, int fetches) {
    var coop = edge(with(new Cdn(), "collapse", collapse));
    for (int i = 0; i < 100; i++) {
      coop.sendAt(i, "Edge", Request.get(FILE));
    }
    coop.advance(1_000);
    assertEquals(fetches, coop.served("Origin"));
    assertEquals(100, coop.answers().stream().filter(answer -> answer.status() == 200).count());
    assertEquals(202 + (collapse ? 0 : 99), coop.answers().getLast().answeredMs(), 1e-6);
  }

  @Test
  void aFailedFetchIsNotKeptAndAnOldFileIsServedInstead() {
    for (boolean stale : new boolean[] {true, false}) {
      var spec = with(with(new Cdn(), "maxTtlSeconds", 10.0), "staleIfError", stale);
      var design = topology(List.of(node("Edge", spec)), new Link("Edge", "Origin", 160, 0));
      var coop = new TestBed(design);
      coop.get("Edge", FILE);
      coop.edit(design.minus("Origin"));
      assertEquals(502, coop.get("Edge", "/static/2").status());
      assertEquals(stale ? 200 : 502, coop.get("Edge", FILE).status());
      coop.edit(design);
      assertEquals(202, coop.get("Edge", FILE).tookMs(), 1e-6);
    }
  }

  @Test
  void aPurgeAndACrashForgetEverything() {
    var coop = edge(new Cdn());
    for (var fault : List.of(Fault.FLUSH, Fault.CRASH)) {
      coop.get("Edge", FILE);
      coop.suffer("Edge", 0, fault);
      coop.advance(10_001);
      assertEquals(202, coop.get("Edge", FILE).tookMs(), 1e-6, fault.toString());
    }
  }

  /// Anycast: who is linked to a second edge goes there as long as the first is away.
  @Test
  void whileAnEdgeIsAwayItIsNotOffered() {
    var coop = new TestBed(topology(List.of(node("Near", new Cdn()), node("Far", new Cdn())),
        new Link("Near", "Far", 100, 0), new Link("Far", "Origin", 0, 0), new Link("Near", "Origin", 160, 0)));
    coop.get("Near", FILE);
    assertEquals(1, coop.served("Far"));
    coop.suffer("Far", 0, Fault.CRASH);
    assertEquals(202, coop.get("Near", "/static/2").tookMs(), 1e-6);
    assertEquals(1, coop.served("Far"));
  }

  @Test
  void whatIsUnusedForLongestMakesRoom() {
    var coop = edge(with(new Cdn(), "capacity", 2));
    for (int file : new int[] {1, 2, 1, 3}) {
      coop.get("Edge", "/static/" + file);
    }
    assertEquals(2, coop.get("Edge", "/static/1").tookMs(), 1e-6);
    assertEquals(202, coop.get("Edge", "/static/2").tookMs(), 1e-6);
  }

  /// One file asked for at rate λ and kept for T: λT/(1 + λT) hits, when a fetch takes no time.
  /// False-alarm rate: 0.5 % (see [Replications]).
  @ParameterizedTest
  @CsvSource({"0.33, 300", "1, 19"})
  void theHitShareIsThatOfATtlCache(double perSecond, double ttlSeconds) {
    double expected = perSecond * ttlSeconds / (1 + perSecond * ttlSeconds);
    var spec = with(with(new Cdn(), "maxTtlSeconds", ttlSeconds), "serviceMs", 0.0);
    Replications.mustBe(expected, 0.01, seed -> hitShare(spec, seed, 60_000, random ->
        new Asked(1, Draw.exponential(random, 1e9 / perSecond) / 1e6)));
  }

  /// Files asked for by Zipf's law, of which only some find room: Che's approximation, good to the third digit.
  /// False-alarm rate: 0.5 % (see [Replications]).
  @Test
  void theHitShareOfACrowdedEdgeIsChes() {
    double expected = ReferenceValues.value("LRU hit ratio (Che)", "Zipf=1.0;M=10000;C=1000", "hit");
    var spec = with(with(new Cdn(), "capacity", 1_000), "serviceMs", 0.0);
    Replications.mustBe(expected, 0.005, seed -> {
      var zipf = new Zipf(new Simulation(seed).random("files"), 10_000, 1);
      return hitShare(spec, seed, 60_000, _ -> new Asked(zipf.draw(), 1));
    });
  }

  /// A request for a file, so long after the one before.
  private record Asked(int file, double afterMs) {}

  private static double hitShare(Cdn spec, long seed, int requests, Function<RandomGenerator, Asked> next) {
    var coop = new TestBed(new Topology(List.of(Parts.silentFamilies(), node("Edge", spec),
        node("Origin", with(Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN), "staticMs", 0.0))),
        List.of(new Link("Edge", "Origin", 0, 0))), seed);
    ask(coop, requests, next);
    var meter = coop.place("Edge").instances().getFirst().meter();
    return meter.hits() / (double) meter.lookups();
  }

  /// Asks the edge so often; what it does in the first quarter is not counted.
  private static void ask(TestBed coop, int requests, Function<RandomGenerator, Asked> next) {
    var simulation = coop.simulation();
    var edge = coop.port("Edge", 0, Http.class);
    var random = simulation.random("test");
    var meter = coop.place("Edge").instances().getFirst().meter();
    simulation.start("test", () -> {
      for (int i = 0; i < requests; i++) {
        if (i == requests / 4) {
          meter.clear();
        }
        var asked = next.apply(random);
        simulation.hold(Math.round(asked.afterMs * 1e6));
        edge.send(Request.get("/static/" + asked.file));
      }
    });
    simulation.run(Long.MAX_VALUE / 4);
  }

  private static TestBed edge(Cdn spec) {
    return new TestBed(topology(List.of(node("Edge", spec)), new Link("Edge", "Origin", 160, 0)));
  }

  private static Topology topology(List<Node> edges, Link... links) {
    var nodes = new ArrayList<>(edges);
    nodes.add(Parts.silentFamilies());
    nodes.add(node("Origin", with(Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN), "staticMs", 40.0)));
    nodes.add(node("Server", Parts.freeServer()));
    nodes.add(node("Primary", Parts.freePrimary()));
    var all = new ArrayList<>(List.of(links));
    all.add(new Link("Origin", "Server", 0, 0));
    all.add(new Link("Server", "Primary", 0, 0));
    return new Topology(nodes, all);
  }
}
