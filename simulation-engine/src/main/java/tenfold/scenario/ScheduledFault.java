package tenfold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tenfold.component.ComponentSpec;
import tenfold.component.Fault;
import tenfold.component.Param;
import tenfold.component.Parameter;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// Something that goes wrong in every run of a scenario, at the same time.
///
/// @param atSeconds simulated time since the start, the warm-up included
/// @param node name of the node that it happens to
/// @param instance which of a stack's instances, from 1; 0 for all
/// @param fault what happens
public record ScheduledFault(
    @Param(label = "At", unit = "s", max = 2 * Scenario.MAX_SECONDS, live = true) double atSeconds,
    @Param(label = "Part", live = true) String node,
    @Param(label = "Instance", max = 1_000, live = true) int instance,
    @Param(label = "Fault", live = true) Fault fault) {

  /// The nodes that something can happen to, in the order of the topology.
  public static List<Node> possibleNodes(Topology topology) {
    return topology.nodes().stream().filter(node -> node.component().kind().faults().length > 0).toList();
  }

  /// What is wrong with it in that system; empty when it can happen there.
  Optional<Problem> problem(Topology topology) {
    var what = "the " + fault + " at " + Parameter.plain(atSeconds) + " s is meant for ";
    var found = topology.node(node);
    if (found.isEmpty()) {
      return Optional.of(
          new Problem("", what + "\"" + node + "\", which is not there", "Name a node of this design", true));
    }
    var component = found.get().component();
    if (!component.canSuffer(fault)) {
      return Optional.of(new Problem(node, what + "a " + label(component) + ", to which that cannot happen",
          "It can happen to: " + kindsThatSuffer(), true));
    }
    return instance <= component.instances() ? Optional.empty()
        : Optional.of(new Problem(node, what + "instance " + instance + " of " + component.instances(),
            "Choose one from 1 to " + component.instances() + ", or 0 for all", false));
  }

  private String kindsThatSuffer() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> ComponentSpec.kind(type.asSubclass(ComponentSpec.class)))
        .filter(kind -> List.of(kind.faults()).contains(fault))
        .map(kind -> kind.label().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String label(ComponentSpec component) {
    return component.kind().label().toLowerCase(Locale.ROOT);
  }
}
