package tenfold.lesson;

import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// What can be asked of a design without running it.
public sealed interface Rule {
  /// What a design is instead; empty when the rule holds.
  Optional<Fault> fault(Topology design);

  /// What a design is, where a rule wants something else.
  ///
  /// @param node the node that it is about; empty for the whole design
  /// @param value the value that it has, or how many there are
  record Fault(String node, Object value) {}

  /// A number of instances of a kind, stacks counted with all that they stand for.
  ///
  /// @param kind the kind's identifier, as in a file
  /// @param atLeast at least so many
  /// @param atMost at most so many
  record Count(String kind, int atLeast, int atMost) implements Rule {
    @Override
    public Optional<Fault> fault(Topology design) {
      int there = instances(design, kind);
      return there >= atLeast && there <= atMost ? Optional.empty() : Optional.of(new Fault("", there));
    }
  }

  /// No part whose only instance is all that stands between the families and an answer: every kind but those that are
  /// no machines has at least two instances.
  ///
  /// @param kind the kind's identifier
  record Redundant(String kind) implements Rule {
    @Override
    public Optional<Fault> fault(Topology design) {
      return instances(design, kind) == 1 ? Optional.of(new Fault("", 1)) : Optional.empty();
    }
  }

  /// A parameter of every node of a kind.
  ///
  /// @param kind the kind's identifier
  /// @param parameter one of the kind's
  /// @param atLeast lower bound of a number; negatively infinite for none
  /// @param atMost upper bound of a number; infinite for none
  /// @param is what it must be, for a choice; empty for a number
  record Value(String kind, Parameter parameter, double atLeast, double atMost, String is) implements Rule {
    @Override
    public Optional<Fault> fault(Topology design) {
      return nodes(design, kind).flatMap(node -> fault(node).stream()).findFirst();
    }

    private Optional<Fault> fault(Node node) {
      var value = parameter.value(node.component());
      boolean isRight = value instanceof Number number
          ? number.doubleValue() >= atLeast && number.doubleValue() <= atMost : value.toString().equals(is);
      return isRight ? Optional.empty() : Optional.of(new Fault(node.name(), value));
    }
  }

  private static int instances(Topology design, String kind) {
    return nodes(design, kind).mapToInt(node -> node.component().instances()).sum();
  }

  private static Stream<Node> nodes(Topology design, String kind) {
    return design.nodes().stream()
        .filter(node -> ComponentSpec.kind(node.component().getClass()).id().equals(kind));
  }
}
