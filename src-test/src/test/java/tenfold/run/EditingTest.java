package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.kernel.Simulation;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.topology.Topology;
import tenfold.topology.Wiring;

/// Editing a system while it runs: no request is lost or ended twice, and what was added works.
class EditingTest {
  private static final long SECOND = 1_000_000_000;

  static Stream<Arguments> everyNodeOfEveryScenario() {
    return Gallery.NAMES.stream().flatMap(name -> Gallery.scenario(name).topology().nodes().stream()
        .map(node -> Arguments.of(name, node.name())));
  }

  /// The node goes at a random instant and comes back at another; then the families go, and when even the longest
  /// time-out is over, every request that was sent has ended exactly once. Three times, with fixed seeds.
  @ParameterizedTest
  @MethodSource("everyNodeOfEveryScenario")
  void removingANodeLosesNoRequest(String scenarioName, String node) {
    for (long seed = 1; seed <= 3; seed++) {
      var scenario = busy(scenarioName);
      var random = new Simulation(seed).random("when");
      var run = new Replication(scenario, seed);
      advance(run, random.nextDouble(1, 8));
      run.edit(scenario.topology().minus(node));
      mustBeConserved(run, scenario);
      advance(run, random.nextDouble(0, 12));
      mustBeConserved(run, scenario);
      run.edit(scenario.topology());
      advance(run, random.nextDouble(0, 5));
      mustBeConserved(run, scenario);
      drain(run, scenario);
    }
  }

  /// Sixty random edits at random instants: links and nodes go and come back, stacks and populations change.
  @ParameterizedTest
  @ValueSource(strings = {"growth-crisis", "n-plus-one", "blocked-event-loop", "sample-single", "sample-scaled"})
  void randomEditsLoseNoRequest(String scenarioName) {
    var scenario = busy(scenarioName);
    var random = new Simulation(4).random("edits");
    var run = new Replication(scenario, 4);
    var topology = scenario.topology();
    for (int edit = 0; edit < 60; edit++) {
      advance(run, random.nextDouble(0, 0.5));
      topology = randomEdit(topology, scenario.topology(), random);
      run.edit(topology);
      assertTrue(run.outcomes().underWay() >= 0, "more ends than beginnings");
    }
    drain(run, scenario);
  }

  /// A name is a label: whoever is renamed keeps what it has under way, its rows and its sessions, and counts on.
  @ParameterizedTest
  @MethodSource("everyNodeOfEveryScenario")
  void aRenamedNodeGoesOnWithWhatItHas(String scenarioName, String node) {
    var scenario = busy(scenarioName);
    var run = new Replication(scenario, 1);
    run.watch(SECOND, _ -> {});
    advance(run, 5);
    var before = run.snapshot();
    int index = scenario.topology().nodes().stream().map(one -> one.name()).toList().indexOf(node);
    run.edit(scenario.renamed(node, "Renamed").topology());
    var after = run.snapshot();
    assertEquals("Renamed", after.nodes().get(index).name());
    assertEquals(before.nodes().get(index).served(), after.nodes().get(index).served());
    assertEquals(before.links().stream().map(link -> link.counts()).toList(),
        after.links().stream().map(link -> link.counts()).toList());
    assertEquals(before.nodes().stream().mapToInt(view -> view.down()).sum(),
        after.nodes().stream().mapToInt(view -> view.down()).sum(), "nothing restarts");
    advance(run, 3);
    mustBeConserved(run, scenario);
    run.edit(scenario.topology());
    drain(run, scenario);
  }

  /// At 1,000 families one server gives 187.5/s; the balancer and a second server like the first double it.
  @Test
  void anotherServerBehindABalancerDoublesTheGoodput() {
    var crisis = new Crisis(1_000);
    assertEquals(187.5, crisis.goodputAfter(30), 10);
    crisis.add(new LoadBalancer());
    assertEquals(187.5, crisis.goodputAfter(30), 10);
    crisis.add(new AppServer());
    assertEquals(375, crisis.goodputAfter(30), 20);
  }

  /// The rescue: a stack of 16 serves 2,500/s (1,000 families, cycle 333 + 60 ms) once the old queue has drained.
  @Test
  void aStackOfSixteenServersRescuesTheCoop() {
    var crisis = new Crisis(1_000);
    crisis.goodputAfter(20);
    crisis.add(new LoadBalancer());
    for (int servers = 2; servers <= 16; servers++) {
      crisis.stack(servers);
      crisis.goodputAfter(0.3);
    }
    assertTrue(crisis.goodputAfter(20) > 2_000, "goodput " + crisis.lastGoodput());
    assertTrue(crisis.p95Ms() < 300, "p95 " + crisis.p95Ms());
  }

  @Test
  void takingServersOffTheStackDrainsThem() {
    var crisis = new Crisis(200);
    crisis.add(new LoadBalancer());
    crisis.stack(4);
    double before = crisis.goodputAfter(20);
    crisis.stack(1);
    assertEquals(187.5, crisis.goodputAfter(20), 10);
    assertTrue(before > 400, "goodput of four servers " + before);
  }

  /// A cache and a replica take the reads off the primary: after they were dropped in, it is asked no more.
  @Test
  void aCacheAndAReplicaTakeTheReadsOffThePrimary() {
    var crisis = new Crisis(100);
    crisis.goodputAfter(5);
    crisis.add(new RedisCache(0.005, 10_000, 86_400_000));
    crisis.add(new ReadReplica());
    crisis.goodputAfter(5);
    long before = crisis.served("Primary");
    crisis.goodputAfter(10);
    assertEquals(before, crisis.served("Primary"));
    assertTrue(crisis.served("Cache") > 1_000);
    assertTrue(crisis.served("Replica") > 0);
  }

  /// The slider goes down and up again while most families wait for an answer: nobody may then be there twice.
  @ParameterizedTest
  @CsvSource({"1000, 10", "1000, 999", "500, 1"})
  void aPopulationThatShrinksAndGrowsAgainHasNobodyTwice(int families, int fewer) {
    var crisis = new Crisis(families);
    crisis.goodputAfter(10);
    for (int times = 0; times < 3; times++) {
      crisis.families(fewer);
      crisis.goodputAfter(0.01);
      crisis.families(families);
      crisis.goodputAfter(2);
      assertTrue(crisis.run.outcomes().underWay() <= families, "under way: " + crisis.run.outcomes().underWay());
    }
  }

  /// The open model's requests belong to nobody; when the model becomes closed they must not join the population.
  @Test
  void requestsOfTheOpenModelDoNotJoinTheClosedPopulation() {
    var crisis = new Crisis(50);
    var closed = (Families) crisis.topology.nodes(Families.class).getFirst().component();
    var open = new Families(Families.Model.OPEN_POISSON, 50, closed.thinkTimeMs(), 400, closed.timeoutMs(),
        closed.keys(), closed.zipfExponent(), closed.session(), closed.mix());
    crisis.families(open);
    crisis.goodputAfter(5);
    assertTrue(crisis.run.outcomes().underWay() > 500, "under way: " + crisis.run.outcomes().underWay());
    crisis.families(closed);
    crisis.goodputAfter(30);
    assertTrue(crisis.run.outcomes().underWay() <= 50, "under way: " + crisis.run.outcomes().underWay());
  }

  private static Topology randomEdit(Topology topology, Topology whole, RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> topology.minus(pick(whole.nodes(), random).name());
      case 1 -> topology.minus(pick(whole.links(), random));
      case 2 -> whole;
      case 3 -> {
        var name = pick(whole.nodes(), random).name();
        int count = random.nextInt(1, 6);
        yield topology.change(name, node -> node.with(node.component().withInstances(count)));
      }
      default -> topology.nodes(Families.class).isEmpty() ? whole : topology.withFamilies(random.nextInt(1, 400));
    };
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  /// The scenario with enough families that some are always under way.
  private static Scenario busy(String name) {
    var scenario = Gallery.scenario(name);
    return scenario.with(scenario.topology().withFamilies(name.equals("n-plus-one") ? 50 : 400));
  }

  private static void mustBeConserved(Replication run, Scenario scenario) {
    long underWay = run.outcomes().underWay();
    long most = scenario.topology().nodes(Families.class).stream().map(node -> (Families) node.component())
        .mapToLong(families -> families.model() == Families.Model.CLOSED
            ? (long) families.population() * Math.max(1, families.filesPerPage()) : Integer.MAX_VALUE).sum();
    assertTrue(underWay >= 0 && underWay <= most, "under way: " + underWay);
  }

  private static void drain(Replication run, Scenario scenario) {
    var families = scenario.topology().nodes(Families.class);
    var silent = scenario.topology();
    for (var node : families) {
      silent = silent.minus(node.name());
    }
    run.edit(silent);
    advance(run, ((Families) families.getFirst().component()).timeoutMs() / 1e3);
    assertEquals(0, run.outcomes().underWay(), "requests under way after the longest time-out");
  }

  private static void advance(Replication run, double seconds) {
    run.advance(run.nowNanos() + Math.round(seconds * SECOND), () -> false);
  }

  /// The growth crisis, running, with a hand on it.
  private static final class Crisis {
    private final Replication run;
    private final List<Point> points = new ArrayList<>();
    private Topology topology;
    private double goodput;

    Crisis(int families) {
      var scenario = Gallery.scenario("growth-crisis");
      topology = scenario.topology().withFamilies(families);
      run = new Replication(scenario.with(topology), 3);
      run.watch(SECOND / 10, points::add);
    }

    /// Lets time pass and returns the goodput of the second half of it.
    double goodputAfter(double seconds) {
      double half = run.nowNanos() / 1e9 + seconds / 2;
      advance(run, seconds);
      goodput = points.stream().filter(point -> point.seconds() > half)
          .mapToDouble(Point::goodputPerSecond).average().orElse(0);
      return goodput;
    }

    double lastGoodput() {
      return goodput;
    }

    double p95Ms() {
      return points.getLast().p95Ms();
    }

    void add(ComponentSpec standard) {
      topology = Wiring.add(topology, Wiring.newNode(topology, standard, 0, 0));
      run.edit(topology);
    }

    void stack(int servers) {
      change(topology.change("Server", node -> node.with(node.component().withInstances(servers))));
    }

    void families(int count) {
      change(topology.withFamilies(count));
    }

    void families(Families families) {
      change(topology.change("Families", node -> node.with(families)));
    }

    long served(String node) {
      return run.snapshot().nodes().stream()
          .filter(view -> view.name().equals(node)).findFirst().orElseThrow().served();
    }

    private void change(Topology changed) {
      topology = changed;
      run.edit(topology);
    }
  }
}
