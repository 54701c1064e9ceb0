package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.Backoff;
import tenfold.component.Families;
import tenfold.component.Fault;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.ServerWeight;
import tenfold.coop.Route;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.stats.Draw;
import tenfold.stats.Tally;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// What several servers behind a balancer are worth, and what trying again costs, against closed forms. False-alarm
/// rate: 0.5 % a claim (see [Replications]).
class RedundancyTest {
  private static final Request HEALTH = Request.get("/health");

  /// 500 servers with one thread and exponential service of 100 ms; of two drawn at random the idler one is taken. The
  /// value is that of infinitely many servers. From empty servers on the mean-field equations come within 0.1 % of it
  /// in 26 services at ρ = 0.7 and in 87 at ρ = 0.9. The time is the number present over the arrival rate, by Little.
  @ParameterizedTest
  @CsvSource({"0.7, 30, 20", "0.9, 90, 20"})
  void theIdlerOfTwoIsTheSupermarket(double load, int warmUpServices, int services) {
    double expected =
        ReferenceValues.value("power of d choices (supermarket)", "rho=" + load + ";d=2;n->inf", "T");
    var topology = balanced(Parts.balancer(Algorithm.RANDOM_TWO),
        node("Server", healthTakes(100, Law.EXPONENTIAL).withInstances(500)));
    Replications.mustBe(expected, 0.04, seed -> {
      var coop = new TestBed(topology, seed);
      var balancer = coop.port("Balancer", 0, Http.class);
      var random = new SplittableRandom(seed);
      coop.simulation().start("arrivals", () -> {
        while (true) {
          coop.simulation().hold(Draw.exponential(random, 1e8 / (500 * load)));
          coop.simulation().start("request", () -> balancer.send(HEALTH));
        }
      });
      coop.advance(100 * warmUpServices);
      coop.place("Server").instances().forEach(server -> server.meter().clear());
      coop.advance(100 * services);
      var servers = coop.place("Server").result();
      return (500 * servers.utilisation() + servers.meanQueueLength()) / (500 * load);
    });
  }

  /// A page asks ten times at once and waits for the last answer; one of a hundred goes to the slow server.
  @Test
  void aPageOfTenAnswersIsSlowWhenOneIs() {
    double expected = ReferenceValues.value("tail at scale", "fanout=10;P(fast)=0.99", "P(slow)");
    var topology = balanced(
        with(Parts.balancer(Algorithm.RANDOM), "weights", List.of(new ServerWeight("Server", 99))),
        node("Server", healthTakes(1, Law.CONSTANT)), node("Slow", healthTakes(500, Law.CONSTANT)));
    Replications.mustBe(expected, 0.05, seed -> {
      var coop = new TestBed(topology, seed);
      var balancer = coop.port("Balancer", 0, Http.class);
      var slow = new Tally();
      coop.simulation().start("pages", () -> {
        while (slow.count() < 2_000) {
          double startMs = coop.nowMs();
          var parts = IntStream.range(0, 10)
              .mapToObj(_ -> coop.simulation().start("part", () -> balancer.send(HEALTH)).end()).toList();
          parts.forEach(part -> part.await());
          slow.add(coop.nowMs() - startMs > 100 ? 1 : 0);
        }
      });
      coop.advance(1e7);
      return slow.mean();
    });
  }

  /// Two servers that run for 99 s on the average and are down for 1 s: 0.99 each, 0.9999 together. Each outage of the
  /// first is asked into once, at any moment of its one second: as many as fail are seconds without an answer.
  @Test
  void twoServersAreDownTogetherAsOftenAsChanceSays() {
    double expected = 1 - ReferenceValues.value("availability", "a=0.99;n=2 parallel", "A");
    var server = with(Parts.freeServer(), "lifecycle.restartMs", 1_000.0);
    var topology = balanced(with(Parts.balancer(Algorithm.ROUND_ROBIN), "passiveChecks.maxFails", 0),
        node("Server", server.withInstances(2)));
    Replications.mustBe(expected, 0.1, seed -> {
      var coop = new TestBed(topology, seed);
      var balancer = coop.port("Balancer", 0, Http.class);
      var random = new SplittableRandom(seed);
      var failed = new ArrayList<Double>();
      for (int instance = 1; instance <= 2; instance++) {
        int number = instance;
        coop.simulation().start("crashes", () -> {
          while (true) {
            coop.simulation().hold(Draw.exponential(random, 99e9));
            coop.suffer("Server", number, Fault.CRASH);
            long momentNanos = random.nextLong(1_000_000_000);
            coop.simulation().hold(momentNanos);
            if (number == 1 && balancer.send(HEALTH).status() == 502) {
              failed.add(coop.nowMs());
            }
            coop.simulation().hold(1_000_000_000 - momentNanos);
          }
        });
      }
      coop.advance(1e9);
      return failed.size() / 1e6;
    });
  }

  /// One of two servers has no database, so that every try fails with a half: 1.875 tries for each page that is wanted.
  @Test
  void retriesMultiplyTheLoad() {
    double expected = ReferenceValues.value("retry amplification", "p_fail=0.5;retries=3", "attempts_per_request");
    var topology = Parts.topology(
        List.of(families(100), node("Balancer", Parts.balancer(Algorithm.RANDOM)), node("Server", Parts.freeServer()),
            node("Broken", Parts.freeServer()), node("Primary", Parts.freePrimary())),
        "Families > Balancer", "Balancer > Server", "Balancer > Broken", "Server > Primary");
    Replications.mustBe(expected, 0.01, seed -> {
      var coop = new TestBed(topology, seed);
      coop.advance(100_000);
      return coop.outcomes().total() / (100 * 100.0);
    });
  }

  /// Client, balancer and a second balancer try four times each, and the servers do not answer in time: 64 requests for
  /// one page. The first balancer waits 90 ms, the second, which goes on for nobody, 100 ms.
  @Test
  void retriesOfThreeLayersMultiply() {
    double expected = ReferenceValues.value("retry amplification, 3 layers", "p_fail=1;retries=3 each", "attempts");
    var nodes = new ArrayList<>(List.of(families(0.001), node("Balancer", impatient(90)),
        node("Server", Parts.server(100, 511, AppServer.Overflow.REFUSE, 10_000, Parts.READY).withInstances(4)),
        node("Primary", Parts.freePrimary())));
    var links = new ArrayList<>(List.of("Families > Balancer", "Server > Primary"));
    for (var second : List.of("A", "B", "C", "D")) {
      nodes.add(node(second, impatient(100)));
      links.add("Balancer > " + second);
      links.add(second + " > Server");
    }
    var coop = new TestBed(Parts.topology(nodes, links.toArray(String[]::new)));
    while (coop.outcomes().count(Outcome.ERROR_ANSWER) < 4) {
      coop.advance(1_000);
    }
    coop.advance(200_000);
    assertEquals(4, coop.outcomes().total());
    assertEquals(expected, coop.served("Server"));
  }

  private static LoadBalancer impatient(double readTimeoutMs) {
    return with(with(Parts.balancer(Algorithm.ROUND_ROBIN), "proxying.readTimeoutMs", readTimeoutMs),
        "passiveChecks.maxFails", 0);
  }

  /// Families who ask for their page so often and try three times more after 1 ms.
  private static Node families(double pagesPerSecond) {
    var open = new Families(Families.Model.OPEN_POISSON, 100, 0, pagesPerSecond, 10_000, Families.Keys.OWN, 1,
        Families.Session.NONE, Families.Mix.READ_ONLY);
    return node("Families", with(with(with(open, "retrying.retries", 3), "retrying.backoff", Backoff.FIXED),
        "retrying.baseMs", 1.0));
  }

  /// A server with one thread that takes so long to say that it is well.
  private static AppServer healthTakes(double meanMs, Law law) {
    return with(Parts.server(1, 511, AppServer.Overflow.REFUSE, 0, Parts.READY), "cpu",
        List.of(new RouteCpu(Route.HEALTH, meanMs, 0, law)));
  }

  private static Topology balanced(LoadBalancer balancer, Node... servers) {
    var nodes = new ArrayList<>(List.of(Parts.silentFamilies(), node("Balancer", balancer)));
    nodes.addAll(List.of(servers));
    return Parts.topology(nodes,
        List.of(servers).stream().map(server -> "Balancer > " + server.name()).toArray(String[]::new));
  }
}
