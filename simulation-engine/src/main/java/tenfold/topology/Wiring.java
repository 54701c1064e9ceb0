package tenfold.topology;

import java.util.Comparator;
import java.util.List;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;

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
    return new Node(freeName(topology, standard.kind().label()), x, y, component);
  }

  /// Adds the node and the links that nodes of its kind have in this design.
  public static Topology add(Topology topology, Node node) {
    var added = topology.plus(node);
    return switch (node.component()) {
      case Families _ -> linkFamilies(added, node);
      case LoadBalancer _ -> putBalancerInFront(added, node);
      case AppServer _ -> linkServer(added, node);
      case AutoScaler _ -> linkScaler(added, node);
      default -> linkAll(added, node);
    };
  }

  private static Topology linkFamilies(Topology topology, Node families) {
    var model = topology.nodes(Families.class).getFirst();
    for (var link : topology.linksFrom(model.name())) {
      topology = topology.plus(link.between(families.name(), link.to()));
    }
    if (topology.linksFrom(families.name()).isEmpty()) {
      for (var entry : List.of(LoadBalancer.class, AppServer.class)) {
        var candidates = topology.nodes(entry);
        if (!candidates.isEmpty()) {
          return topology.plus(new Link(families.name(), candidates.getFirst().name(), 16, 0));
        }
      }
    }
    return topology;
  }

  /// The first balancer takes over the families' links and serves all servers; the way to the families stays as
  /// long as it was.
  private static Topology putBalancerInFront(Topology topology, Node balancer) {
    boolean isFirst = topology.nodes(LoadBalancer.class).size() == 1;
    if (isFirst) {
      for (var families : topology.nodes(Families.class)) {
        for (var link : topology.linksFrom(families.name())) {
          topology = topology.minus(link)
              .plus(link.between(families.name(), balancer.name()));
        }
        if (topology.linksFrom(families.name()).isEmpty()) {
          topology = topology.plus(new Link(families.name(), balancer.name(), 16, 0));
        }
      }
    }
    for (var server : topology.nodes(AppServer.class)) {
      topology = topology.plus(Link.inZone(balancer.name(), server.name()));
    }
    return topology;
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
    if (topology.nodes(LoadBalancer.class).isEmpty()) {
      for (var families : topology.nodes(Families.class)) {
        topology = topology.plus(new Link(families.name(), server.name(), 16, 0));
      }
    }
    return topology;
  }

  /// Everybody who can call it does, and it calls everybody that it can.
  private static Topology linkAll(Topology topology, Node added) {
    for (var other : topology.nodes()) {
      if (canCall(other.component(), added.component())) {
        topology = topology.plus(Link.inZone(other.name(), added.name()));
      }
      if (canCall(added.component(), other.component())) {
        topology = topology.plus(Link.inZone(added.name(), other.name()));
      }
    }
    return topology;
  }

  /// It scales the highest stack of servers that no other scales.
  private static Topology linkScaler(Topology topology, Node scaler) {
    return topology.nodes(AppServer.class).stream().filter(server -> !topology.isScaled(server.name()))
        .max(Comparator.comparingInt(server -> server.component().instances()))
        .map(server -> topology.plus(Link.inZone(scaler.name(), server.name()))).orElse(topology);
  }

  private static String freeName(Topology topology, String label) {
    var taken = topology.nodes().stream().map(Node::name).toList();
    if (!taken.contains(label)) {
      return label;
    }
    int number = 2;
    while (taken.contains(label + " " + number)) {
      number++;
    }
    return label + " " + number;
  }
}
