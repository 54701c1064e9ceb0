package tenfold.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Cdn;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;
import tenfold.component.OutsideServices;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.component.ShardRouter;
import tenfold.kernel.Simulation;

/// A node that is dropped in is wired as its kind is in this design.
class WiringTest {
  private static final Topology ONE_SERVER = drop(new Topology(List.of(), List.of()),
      new Families(), new AppServer(), new DatabasePrimary());

  @Test
  void aServerIsFoundByFamiliesAndFindsItsDatabase() {
    assertEquals(List.of("Families → Server", "Server → Primary"), links(ONE_SERVER));
  }

  @Test
  void theFirstBalancerTakesOverTheFamiliesAndServesAllServers() {
    assertEquals(List.of("Balancer → Server", "Families → Balancer", "Server → Primary"),
        links(drop(ONE_SERVER, new LoadBalancer())));
  }

  @Test
  void theWayToTheFamiliesStaysAsLongAsItWas() {
    var balanced = drop(ONE_SERVER, new LoadBalancer());
    assertEquals(ONE_SERVER.linksFrom("Families").getFirst().roundTripMs(),
        balanced.linksFrom("Families").getFirst().roundTripMs());
  }

  @Test
  void anotherServerIsLikeTheFirstAndLinkedLikeIt() {
    var whole = drop(ONE_SERVER, new LoadBalancer(), new RedisCache(), new ReadReplica(), new OutsideServices(),
        new AppServer());
    assertEquals(links(whole, "Server"), links(whole, "Server 2"));
    assertTrue(whole.link("Balancer", "Server 2").isPresent());
  }

  @Test
  void aNewNodeTakesItsParametersFromItsSiblings() {
    var strong = new AppServer(5, 16, 800, AppServer.ProcessModel.EVENT_LOOP, 9, 9, AppServer.Overflow.DROP, List.of(),
        new AppServer().pool());
    var design = ONE_SERVER.change("Server", node -> node.with(strong));
    assertEquals(strong.withInstances(1), Wiring.newNode(design, new AppServer(), 0, 0).component());
  }

  @Test
  void aReplicaIsLinkedFromThePrimaryAndAllServers() {
    assertEquals(List.of("Families → Server", "Primary → Replica", "Server → Primary", "Server → Replica"),
        links(drop(ONE_SERVER, new ReadReplica())));
  }

  /// It scales the highest stack, a second one the next; one that came before the servers gets the first of them.
  @Test
  void aScalerIsLinkedToTheHighestStackThatNoneScales() {
    var two = drop(ONE_SERVER, new LoadBalancer(), new AppServer());
    var stack = two.change("Server 2", node -> node.with(node.component().withInstances(15)));
    var scaled = drop(stack, new AutoScaler(), new AutoScaler());
    assertEquals(List.of("Server 2"), links(scaled, "Scaler"));
    assertEquals(List.of("Server"), links(scaled, "Scaler 2"));
    var early = drop(new Topology(List.of(), List.of()), new AutoScaler(), new AppServer(), new AppServer());
    assertEquals(List.of("Server"), links(early, "Scaler"));
  }

  @Test
  void anEdgeStandsBetweenTheFamiliesAndWhatTheyWereLinkedTo() {
    var near = drop(ONE_SERVER, new Cdn());
    assertEquals(List.of("CDN edge → Server", "Families → CDN edge", "Server → Primary"), links(near));
    assertEquals(5, near.link("Families", "CDN edge").orElseThrow().roundTripMs());
    assertEquals(16, near.link("CDN edge", "Server").orElseThrow().roundTripMs());
    assertEquals(List.of("Balancer → Server", "CDN edge → Balancer", "Families → CDN edge", "Server → Primary"),
        links(drop(near, new LoadBalancer())));
  }

  @Test
  void aRouterStandsBetweenTheServersAndTheShards() {
    var divided = drop(ONE_SERVER, new ShardRouter());
    assertEquals(List.of("Families → Server", "Server → Shard router", "Shard router → Primary"), links(divided));
    assertEquals(List.of("Families → Server", "Primary → Replica", "Server → Shard router", "Shard router → Primary",
        "Shard router → Primary 2"), links(drop(divided, new DatabasePrimary(), new ReadReplica())));
  }

  @Test
  void aDatabaseBesidesTheShardsKeepsItsServer() {
    var divided = drop(ONE_SERVER, new ShardRouter(), new DatabasePrimary());
    var besides = divided.minus(divided.link("Shard router", "Primary 2").orElseThrow())
        .plus(Link.inZone("Server", "Primary 2"));
    assertEquals(List.of("Families → Server", "Server → Primary 2", "Server → Shard router",
        "Shard router → Primary", "Shard router → Primary 3"), links(drop(besides, new DatabasePrimary())));
  }

  @Test
  void namesAreFree() {
    var crowded = drop(ONE_SERVER, new LoadBalancer(), new AppServer(), new AppServer());
    assertEquals(List.of("Families", "Server", "Primary", "Balancer", "Server 2", "Server 3"),
        crowded.nodes().stream().map(Node::name).toList());
    assertEquals("Server 2", Wiring.newNode(crowded.minus("Server 2"), new AppServer(), 0, 0).name());
  }

  /// Three hundred random sequences of drops (fixed seed) that hold families, a server and a database: whatever the
  /// order, only links that are legal come out, and nothing fatal is left.
  @Test
  void anyOrderOfDropsGivesADesignThatWorks() {
    var random = new Simulation(12).random("drops");
    var kinds = Arrays.stream(ComponentSpec.class.getPermittedSubclasses()).toList();
    for (int sequence = 0; sequence < 300; sequence++) {
      var components = new ArrayList<ComponentSpec>(List.of(new Families(), new AppServer(), new DatabasePrimary()));
      for (int more = random.nextInt(6); more > 0; more--) {
        components.add(standard(kinds.get(random.nextInt(kinds.size()))));
      }
      for (int i = components.size() - 1; i > 0; i--) {
        java.util.Collections.swap(components, i, random.nextInt(i + 1));
      }
      var design = drop(new Topology(List.of(), List.of()), components.toArray(ComponentSpec[]::new));
      var fatal = Inspection.problems(design).stream().filter(Problem::isFatal).toList();
      assertEquals(List.of(), fatal, () -> "after dropping "
          + components.stream().map(component -> component.kind().id()).toList() + ": " + links(design));
    }
  }

  private static ComponentSpec standard(Class<?> kind) {
    try {
      return (ComponentSpec) kind.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Topology drop(Topology topology, ComponentSpec... components) {
    var design = topology;
    for (var component : components) {
      design = Wiring.add(design, Wiring.newNode(design, component, 0, 0));
    }
    return design;
  }

  private static List<String> links(Topology topology) {
    return topology.links().stream().map(link -> link.from() + " → " + link.to()).sorted().toList();
  }

  private static List<String> links(Topology topology, String from) {
    return topology.linksFrom(from).stream().map(Link::to).sorted().toList();
  }
}
