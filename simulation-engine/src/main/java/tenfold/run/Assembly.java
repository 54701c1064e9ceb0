package tenfold.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tenfold.component.Attempt;
import tenfold.component.Chronicle;
import tenfold.component.Outcomes;
import tenfold.component.Truth;
import tenfold.kernel.Process;
import tenfold.kernel.Processor;
import tenfold.kernel.Simulation;
import tenfold.port.Request;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A topology at work. A new topology is applied as a whole: nodes that stay keep their state, nodes that leave get
/// no new calls and finish what they have.
final class Assembly {
  private final Simulation simulation;
  private final Outcomes outcomes;
  private final Chronicle chronicle;
  private final Truth truth;
  private final Map<String, PlacedNode> places = new LinkedHashMap<>();
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private Topology topology = new Topology(List.of(), List.of());
  private int familyCount;
  private OptionalInt recentSlices = OptionalInt.empty();
  private Predicate<Attempt> isTraced = _ -> false;
  private Consumer<Trace> onTrace = _ -> {};

  Assembly(Simulation simulation, Outcomes outcomes) {
    this.simulation = simulation;
    this.outcomes = outcomes;
    this.chronicle = new Chronicle(simulation);
    this.truth = new Truth(simulation, chronicle);
  }

  Simulation simulation() {
    return simulation;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /// What happens to the parts.
  Chronicle chronicle() {
    return chronicle;
  }

  Truth truth() {
    return truth;
  }

  /// What is at work now.
  Topology topology() {
    return topology;
  }

  int familyCount() {
    return familyCount;
  }

  /// Traces the requests that `wanted` answers true for.
  void trace(Predicate<Attempt> wanted, Consumer<Trace> traces) {
    isTraced = wanted;
    onTrace = traces;
  }

  /// A client's request begins.
  void begins(Process process, Attempt attempt, Request request) {
    if (isTraced.test(attempt)) {
      Tracer.follow(simulation, process, attempt, request, onTrace);
    }
  }

  /// Begins to keep recent response times, at nodes placed later too.
  void keepRecent(int slices) {
    recentSlices = OptionalInt.of(slices);
    outcomes.recent().begin(slices);
    places.values().forEach(place -> place.keepRecent(slices));
  }

  /// Slices of recent response times that each node keeps; empty when nobody looks on.
  OptionalInt recentSlices() {
    return recentSlices;
  }

  /// The nodes in the order of the topology.
  List<PlacedNode> places() {
    return topology.nodes().stream().flatMap(node -> Optional.ofNullable(places.get(node.name())).stream()).toList();
  }

  /// The links in the order of the topology.
  List<Wire> wires() {
    return List.copyOf(wires.values());
  }

  /// Makes the running system be `next`, at once.
  void apply(Topology next) {
    rename(renamed(topology, next));
    topology = next;
    familyCount = next.familyCount();
    var leaving = removeMissing(next);
    leaving.addAll(placeNodes(next.nodes()));
    replaceWires(next.links());
    wireAll();
    leaving.forEach(instance -> instance.component().leave());
  }

  /// Lets every instance find those that it is linked to.
  void wireAll() {
    places.values().forEach(place -> place.instances().forEach(Instance::wire));
  }

  /// Something goes wrong; nothing happens where it cannot.
  void suffer(ScheduledFault fault) {
    switch (fault.fault().reach()) {
      case PART -> hit(fault).forEach(instance -> instance.suffer(fault));
      case WAY -> wires.values().stream().filter(wire -> fault.isOnWay(wire.link()))
          .forEach(wire -> wire.suffer(fault));
      case ZONE -> places().forEach(place ->
          place.instancesIn(fault.node()).forEach(instance -> instance.loseZone(fault)));
    }
  }

  private List<Instance> hit(ScheduledFault fault) {
    var place = places.get(fault.node());
    if (place == null || !place.node().component().canSuffer(fault.fault())) {
      return List.of();
    }
    return fault.instance() == 0 ? List.copyOf(place.instances())
        : place.instances().stream().skip(fault.instance() - 1L).limit(1).toList();
  }

  /// An instance that can be called.
  ///
  /// @param name the instance's
  /// @param peer what to call, behind the link
  record Reachable<P>(String name, P peer) {}

  /// Those who offer `port` at the far ends of the caller's links, each behind the caller's way over the link.
  <P> List<Reachable<P>> reachable(Instance caller, Class<P> port) {
    var found = new ArrayList<Reachable<P>>();
    for (var link : topology.linksFrom(caller.nodeName())) {
      var target = places.get(link.to());
      var wire = wires.get(key(link));
      if (target != null && wire != null) {
        for (var instance : target.instances()) {
          var proxy = instance.proxy(caller.way(wire), port);
          if (proxy != null) {
            found.add(new Reachable<>(instance.name(), port.cast(proxy)));
          }
        }
      }
    }
    return found;
  }

  /// The stack that a controlling node is linked to; the first of several.
  Optional<PlacedNode> scaledBy(String controller) {
    return topology.linksFrom(controller).stream().findFirst().flatMap(link -> Optional.ofNullable(
        places.get(link.to())));
  }

  /// Whether an auto-scaler decides how many instances a node has.
  boolean isScaled(String node) {
    return topology.isScaled(node);
  }

  /// The first processor of the first instance of a node.
  Optional<Processor> processorOf(String nodeName) {
    return Optional.ofNullable(places.get(nodeName))
        .filter(place -> !place.instances().isEmpty())
        .flatMap(place -> place.instances().getFirst().meter().processor());
  }

  /// The nodes that only have another name in `next`: same kind, same place in the order, and neither name is in both.
  ///
  /// @return new names by old names
  private static Map<String, String> renamed(Topology before, Topology next) {
    var names = new HashMap<String, String>();
    int count = before.nodes().size() == next.nodes().size() ? next.nodes().size() : 0;
    for (int i = 0; i < count; i++) {
      var old = before.nodes().get(i);
      var now = next.nodes().get(i);
      if (old.component().getClass() == now.component().getClass() && next.node(old.name()).isEmpty()
          && before.node(now.name()).isEmpty()) {
        names.put(old.name(), now.name());
      }
    }
    return names;
  }

  /// Lets nodes and the ways between them go on under other names, with all that they have.
  private void rename(Map<String, String> names) {
    if (names.isEmpty()) {
      return;
    }
    UnaryOperator<String> renaming = name -> names.getOrDefault(name, name);
    var placed = List.copyOf(places.values());
    places.clear();
    for (var place : placed) {
      place.rename(renaming);
      places.put(place.node().name(), place);
    }
    var laid = List.copyOf(wires.values());
    wires.clear();
    for (var wire : laid) {
      wire.link(wire.link().renamed(renaming));
      wires.put(key(wire.link()), wire);
    }
  }

  private List<Instance> removeMissing(Topology next) {
    var leaving = new ArrayList<Instance>();
    places.values().removeIf(place -> {
      boolean isMissing = next.node(place.node().name()).isEmpty();
      if (isMissing) {
        leaving.addAll(place.instances());
      }
      return isMissing;
    });
    return leaving;
  }

  /// Hosts come before those who live on their cores.
  private List<Instance> placeNodes(List<Node> nodes) {
    var left = new ArrayList<Instance>();
    nodes.stream().filter(node -> node.component().host().isEmpty()).forEach(node -> left.addAll(place(node)));
    nodes.stream().filter(node -> !node.component().host().isEmpty()).forEach(node -> left.addAll(place(node)));
    return left;
  }

  private List<Instance> place(Node node) {
    var existing = places.get(node.name());
    if (existing != null && existing.node().component().getClass() == node.component().getClass()) {
      return existing.change(node);
    }
    var place = new PlacedNode(this, node);
    places.put(node.name(), place);
    place.build();
    return existing == null ? List.of() : existing.instances();
  }

  private void replaceWires(List<Link> links) {
    var kept = new LinkedHashMap<String, Wire>();
    for (var link : links) {
      var wire = wires.getOrDefault(key(link), new Wire(simulation, chronicle, link));
      wire.link(link);
      kept.put(key(link), wire);
    }
    wires.clear();
    wires.putAll(kept);
  }

  private static String key(Link link) {
    return link.from() + "\n" + link.to();
  }
}
