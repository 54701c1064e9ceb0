package tenfold.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Cdn;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;
import tenfold.component.ReadReplica;
import tenfold.component.ShardRouter;

/// Which kinds of node can call which, and how a node that is dropped in is wired by itself.
public final class Wiring {
  private Wiring() {}

  /// Whether a node of the one kind can call a node of the other.
  public static boolean canCall(ComponentSpec from, ComponentSpec to) {
    return callable(from).contains(to.getClass());
  }

  /// The kinds that a component can call.
  static List<Class<? extends ComponentSpec>> callable(ComponentSpec from) {
    return List.of(from.kind().calls());
  }

  /// The node that an existing one of the same kind serves as a model for: the first; so a new server is like the
  /// servers of this design, not like one from a catalogue.
  public static Node newNode(Topology topology, ComponentSpec standard, double x, double y) {
    var siblings = topology.nodes(standard.getClass());
    var component = siblings.isEmpty() ? standard : siblings.getFirst().component().withInstances(1);
    return new Node(freeName(standard.kind().label(), topology.nodes().stream().map(Node::name).toList()),
        x, y, component);
  }

  /// Adds the node and the links that nodes of its kind have in this design.
  public static Topology add(Topology topology, Node node) {
    var added = topology.plus(node);
    return throughRouters(node, switch (node.component()) {
      case Families _ -> linkFamilies(added, node);
      case Cdn _ -> putEdgeInFront(added, node);
      case LoadBalancer _ -> putBalancerInFront(added, node);
      case AppServer _ -> linkServer(added, node);
      case AutoScaler _ -> linkScaler(added, node);
      default -> linkAll(added, node);
    });
  }

  /// Where the database is divided, servers call the router and neither shards nor their replicas, and a replica is
  /// that of the shard that has the fewest.
  private static Topology throughRouters(Node added, Topology topology) {
    var routers = topology.nodes(ShardRouter.class);
    if (routers.isEmpty()) {
      return topology;
    }
    var shards = topology.nodes(DatabasePrimary.class);
    if (added.component() instanceof ShardRouter) {
      for (var shard : shards) {
        topology = topology.plus(Link.inZone(added.name(), shard.name()));
      }
    }
    for (var link : topology.links()) {
      if (topology.node(link.from()).orElseThrow().component() instanceof AppServer
          && (isShard(topology, link.to()) || isOfShard(topology, link.to()))) {
        topology = topology.minus(link);
      }
    }
    return added.component() instanceof ReadReplica ? withOneShard(topology, added) : topology;
  }

  private static boolean isShard(Topology topology, String name) {
    return topology.linksTo(name).stream()
        .anyMatch(link -> topology.node(link.from()).orElseThrow().component() instanceof ShardRouter);
  }

  private static boolean isOfShard(Topology topology, String name) {
    return topology.node(name).orElseThrow().component() instanceof ReadReplica
        && topology.linksTo(name).stream().anyMatch(link -> isShard(topology, link.from()));
  }

  private static Topology withOneShard(Topology topology, Node replica) {
    var fewest = topology.linksTo(replica.name()).stream()
        .min(Comparator.comparingInt(link -> topology.linksFrom(link.from()).size()));
    return fewest.isEmpty() ? topology : topology.minus(replica.name()).plus(replica).plus(fewest.get());
  }

  private static Topology linkFamilies(Topology topology, Node families) {
    var model = topology.nodes(Families.class).getFirst();
    for (var link : topology.linksFrom(model.name())) {
      topology = topology.plus(link.between(families.name(), link.to()));
    }
    return topology.linksFrom(families.name()).isEmpty() ? linkToEntry(topology, families) : topology;
  }

  /// Links families, or an edge, to what stands in front.
  private static Topology linkToEntry(Topology topology, Node caller) {
    for (var kind : List.of(Cdn.class, LoadBalancer.class, AppServer.class)) {
      var candidates = topology.nodes(kind).stream().filter(node -> !node.equals(caller)).toList();
      if (!candidates.isEmpty()) {
        return topology.plus(new Link(caller.name(), candidates.getFirst().name(),
            (kind == Cdn.class ? Distance.EDGE : Distance.HOME).roundTripMs(), 0));
      }
    }
    return topology;
  }

  /// An edge is near to the families who had none, and as far from what they were linked to as they were; a further
  /// one has the first one's origin.
  private static Topology putEdgeInFront(Topology topology, Node edge) {
    var edges = topology.nodes(Cdn.class).stream().map(Node::name).toList();
    for (var families : topology.nodes(Families.class)) {
      var links = topology.linksFrom(families.name());
      if (links.stream().noneMatch(link -> edges.contains(link.to()))) {
        for (var link : links) {
          topology = topology.minus(link).plus(link.between(edge.name(), link.to()));
        }
        topology = topology.plus(new Link(families.name(), edge.name(), Distance.EDGE.roundTripMs(), 0));
      }
    }
    for (var link : topology.linksFrom(edges.getFirst())) {
      topology = topology.plus(link.between(edge.name(), link.to()));
    }
    return topology.linksFrom(edge.name()).isEmpty() ? linkToEntry(topology, edge) : topology;
  }

  /// The first balancer takes over the links of families and edges and serves all servers; the way to them stays as
  /// long as it was.
  private static Topology putBalancerInFront(Topology topology, Node balancer) {
    boolean isFirst = topology.nodes(LoadBalancer.class).size() == 1;
    if (isFirst) {
      for (var link : topology.links()) {
        if (isOutside(topology, link.from()) && !isOutside(topology, link.to())) {
          topology = topology.minus(link).plus(link.between(link.from(), balancer.name()));
        }
      }
      topology = linkOutsiders(topology, balancer);
    }
    for (var server : topology.nodes(AppServer.class)) {
      topology = topology.plus(Link.inZone(balancer.name(), server.name()));
    }
    return topology;
  }

  /// Links families and edges that have no way in.
  private static Topology linkOutsiders(Topology topology, Node entry) {
    for (var node : topology.nodes()) {
      if (isOutside(topology, node.name()) && topology.linksFrom(node.name()).isEmpty()) {
        topology = topology.plus(new Link(node.name(), entry.name(), Distance.HOME.roundTripMs(), 0));
      }
    }
    return topology;
  }

  /// Whether it stands before the co-op's own machines.
  private static boolean isOutside(Topology topology, String name) {
    return topology.node(name)
        .filter(node -> node.component() instanceof Families || node.component() instanceof Cdn).isPresent();
  }

  private static Topology linkServer(Topology topology, Node server) {
    for (var balancer : topology.nodes(LoadBalancer.class)) {
      topology = topology.plus(Link.inZone(balancer.name(), server.name()));
    }
    for (var scaler : topology.nodes(AutoScaler.class)) {
      if (topology.linksFrom(scaler.name()).isEmpty()) {
        topology = topology.plus(Link.inZone(scaler.name(), server.name()));
      }
    }
    var model = topology.nodes(AppServer.class).getFirst();
    if (!model.name().equals(server.name())) {
      for (var link : topology.linksFrom(model.name())) {
        topology = topology.plus(link.between(server.name(), link.to()));
      }
      return topology;
    }
    for (var target : topology.nodes()) {
      if (canCall(server.component(), target.component())) {
        topology = topology.plus(Link.inZone(server.name(), target.name()));
      }
    }
    return topology.nodes(LoadBalancer.class).isEmpty() ? linkOutsiders(topology, server) : topology;
  }

  /// Everybody who can call it does.
  private static Topology linkAll(Topology topology, Node target) {
    for (var caller : topology.nodes()) {
      if (canCall(caller.component(), target.component())) {
        topology = topology.plus(Link.inZone(caller.name(), target.name()));
      }
    }
    return topology.linksTo(target.name()).isEmpty() ? linkFirst(topology, target) : topology;
  }

  /// It scales the highest stack of servers that no other scales.
  private static Topology linkScaler(Topology topology, Node scaler) {
    return topology.nodes(AppServer.class).stream().filter(server -> !topology.isScaled(server.name()))
        .max(Comparator.comparingInt(server -> server.component().instances()))
        .map(server -> topology.plus(Link.inZone(scaler.name(), server.name()))).orElse(topology);
  }

  /// Whom nobody calls, it calls others: the first of each kind that it can.
  private static Topology linkFirst(Topology topology, Node caller) {
    for (var kind : callable(caller.component())) {
      var first = topology.nodes(kind).stream().findFirst();
      if (first.isPresent()) {
        topology = topology.plus(Link.inZone(caller.name(), first.get().name()));
      }
    }
    return topology;
  }

  /// The name itself when it is free, else with the next number: "Server", "Server 2", "Server 3".
  ///
  /// @param taken names that are no longer free
  public static String freeName(String name, Collection<String> taken) {
    if (!taken.contains(name)) {
      return name;
    }
    var label = name.replaceFirst(" \\d+$", "");
    int number = 2;
    while (taken.contains(label + " " + number)) {
      number++;
    }
    return label + " " + number;
  }
}
