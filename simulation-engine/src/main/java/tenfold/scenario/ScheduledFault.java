package tenfold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tenfold.component.ComponentSpec;
import tenfold.component.Fault;
import tenfold.component.Param;
import tenfold.component.Parameter;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// Something that goes wrong in every run of a scenario, at the same time.
///
/// @param atSeconds simulated time since the start, the warm-up included
/// @param node name of the node that it happens to; of the zone, if it happens to one
/// @param instance which of a stack's instances, from 1; 0 for all
/// @param fault what happens
/// @param to the other end of a way that it happens to; empty for all ways of the node
/// @param strength how bad it is, in the fault's own unit; the fault's standard where it is 0
/// @param forSeconds how long a fault goes on that lasts; 0 for as long as the run does
public record ScheduledFault(
    @Param(label = "At", unit = "s", max = 2 * Scenario.MAX_SECONDS, live = true) double atSeconds,
    @Param(label = "Part", live = true) String node,
    @Param(label = "Instance", max = 1_000, live = true) int instance,
    @Param(label = "Fault", live = true) Fault fault,
    @Param(label = "Other end", live = true, mayBeAbsent = true, source = "all ways of the part") String to,
    @Param(label = "How bad", max = 600_000, live = true, mayBeAbsent = true, source = "the fault’s own standard")
        double strength,
    @Param(label = "For", unit = "s", max = 2 * Scenario.MAX_SECONDS, live = true, mayBeAbsent = true,
        source = "to the end of the run") double forSeconds) {

  /// Fills in how bad it is when nobody says so.
  public ScheduledFault {
    strength = strength == 0 ? fault.strength().map(Fault.Strength::standard).orElse(0.0) : strength;
  }

  /// What a file says of a fault by leaving it out.
  ScheduledFault() {
    this(0, "", 0, Fault.CRASH, "", 0, 0);
  }

  /// A fault as bad as it usually is, for a minute if it lasts, on all ways of the node if it happens to a way.
  public ScheduledFault(double atSeconds, String node, int instance, Fault fault) {
    this(atSeconds, node, instance, fault, "", 0, fault.lasts() ? Fault.STANDARD_SECONDS : 0);
  }

  /// The same at another time.
  public ScheduledFault at(double seconds) {
    return new ScheduledFault(seconds, node, instance, fault, to, strength, forSeconds);
  }

  /// The same as bad as that, for that long.
  public ScheduledFault lasting(double howBad, double seconds) {
    return new ScheduledFault(atSeconds, node, instance, fault, to, howBad, seconds);
  }

  /// The same on the way to that node alone.
  public ScheduledFault to(String otherEnd) {
    return new ScheduledFault(atSeconds, node, instance, fault, otherEnd, strength, forSeconds);
  }

  /// The same when nodes have other names.
  public ScheduledFault renamed(UnaryOperator<String> names) {
    return fault.reach() == Fault.Reach.ZONE ? this
        : new ScheduledFault(atSeconds, names.apply(node), instance, fault, names.apply(to), strength, forSeconds);
  }

  /// What it happens to, in words: a part, a way or a zone.
  public String where() {
    return to.isEmpty() ? node : node + " – " + to;
  }

  /// Whether it happens to that link: between its two nodes, in whatever direction calls go.
  public boolean isOnWay(Link link) {
    return to.isEmpty() ? link.from().equals(node) || link.to().equals(node)
        : link.connects(node, to) || link.connects(to, node);
  }

  /// What can happen in a topology, as faults at that time: something of each kind for each part, way and zone.
  public static List<ScheduledFault> possible(Topology topology, double atSeconds) {
    return Arrays.stream(Fault.values())
        .flatMap(fault -> places(fault, topology).stream()
            .map(place -> new ScheduledFault(atSeconds, place, 0, fault)))
        .toList();
  }

  /// Where that fault can happen: names of nodes or of zones.
  public static List<String> places(Fault fault, Topology topology) {
    return switch (fault.reach()) {
      case PART -> topology.nodes().stream().filter(node -> node.component().canSuffer(fault)).map(Node::name).toList();
      case WAY -> topology.nodes().stream()
          .filter(node -> !topology.linksTo(node.name()).isEmpty() || !topology.linksFrom(node.name()).isEmpty())
          .map(Node::name).toList();
      case ZONE -> topology.nodes().stream().flatMap(node -> node.zones().stream()).distinct().sorted().toList();
    };
  }

  /// Names of those who can be the other end of a way that begins, or ends, at that node.
  public static List<String> otherEnds(String node, Topology topology) {
    return topology.links().stream().filter(link -> link.from().equals(node) || link.to().equals(node))
        .map(link -> link.from().equals(node) ? link.to() : link.from()).distinct().toList();
  }

  /// What is wrong with it in that system; empty when it can happen there.
  public Optional<Problem> problem(Topology topology) {
    var range = fault.strength();
    if (range.isPresent() && !(strength >= range.get().min() && strength <= range.get().max())) {
      return Optional.of(new Problem(topology.node(node).map(Node::name).orElse(""),
          what() + " has a strength of " + Parameter.plain(strength) + ", which must be between "
              + Parameter.plain(range.get().min()) + " and " + Parameter.plain(range.get().max()),
          "Give it a value in that range", true));
    }
    return switch (fault.reach()) {
      case PART -> problemOfPart(topology);
      case WAY -> problemOfWay(topology);
      case ZONE -> places(fault, topology).contains(node) ? Optional.empty() : Optional.of(new Problem("",
          what() + " is meant for the zone \"" + node + "\", in which nothing is",
          "Name a zone of this design, or give a part that zone", true));
    };
  }

  private Optional<Problem> problemOfPart(Topology topology) {
    var found = topology.node(node);
    if (found.isEmpty()) {
      return notThere(node);
    }
    var component = found.get().component();
    if (!component.canSuffer(fault)) {
      return Optional.of(new Problem(node, what() + " is meant for a " + label(component)
          + ", to which that cannot happen", "It can happen to: " + kindsThatSuffer(), true));
    }
    return instance <= component.instances() ? Optional.empty()
        : Optional.of(new Problem(node, what() + " is meant for instance " + instance + " of " + component.instances(),
            "Choose one from 1 to " + component.instances() + ", or 0 for all", false));
  }

  private Optional<Problem> problemOfWay(Topology topology) {
    if (topology.node(node).isEmpty()) {
      return notThere(node);
    }
    if (!to.isEmpty() && topology.node(to).isEmpty()) {
      return notThere(to);
    }
    return topology.links().stream().anyMatch(this::isOnWay) ? Optional.empty()
        : Optional.of(new Problem(node, what() + " is meant for the way "
            + (to.isEmpty() ? "from it, and no link leads there" : "to \"" + to + "\", and no link joins the two"),
            "Link them, or name two parts that are linked", true));
  }

  private Optional<Problem> notThere(String name) {
    return Optional.of(new Problem("", what() + " is meant for \"" + name + "\", which is not there",
        "Name a node of this design", true));
  }

  private String what() {
    return "the " + fault + " at " + Parameter.plain(atSeconds) + " s";
  }

  private String kindsThatSuffer() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> type.asSubclass(ComponentSpec.class))
        .filter(type -> List.of(ComponentSpec.kind(type).faults()).contains(fault))
        .map(ComponentSpec::noun)
        .collect(Collectors.joining(", "));
  }

  private static String label(ComponentSpec component) {
    return component.noun();
  }
}
