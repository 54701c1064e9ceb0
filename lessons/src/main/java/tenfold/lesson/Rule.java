package tenfold.lesson;

import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// What can be asked of a design without running it.
public sealed interface Rule {
  /// What is missing, in a sentence; empty when it holds.
  Optional<String> fault(Topology design);

  /// A number of instances of a kind, stacks counted with all that they stand for.
  ///
  /// @param kind the kind's identifier, as in a file
  /// @param atLeast at least so many
  /// @param atMost at most so many
  record Count(String kind, int atLeast, int atMost) implements Rule {
    @Override
    public Optional<String> fault(Topology design) {
      int there = nodes(design, kind).mapToInt(node -> node.component().instances()).sum();
      if (there >= atLeast && there <= atMost) {
        return Optional.empty();
      }
      return Optional.of("There " + (there == 1 ? "is 1" : "are " + there) + " of the kind " + kind
          + ", and there must be " + (there < atLeast ? "at least " + atLeast : "at most " + atMost) + ".");
    }
  }

  /// No part whose only instance is all that stands between the families and an answer: every kind but those that are
  /// no machines has at least two instances.
  ///
  /// @param kind the kind's identifier
  record Redundant(String kind) implements Rule {
    @Override
    public Optional<String> fault(Topology design) {
      int there = nodes(design, kind).mapToInt(node -> node.component().instances()).sum();
      return there == 1 ? Optional.of("There is a single one of the kind " + kind + ": nothing takes its place.")
          : Optional.empty();
    }
  }

  /// A parameter of every node of a kind.
  ///
  /// @param kind the kind's identifier
  /// @param path the parameter, as in a file
  /// @param atLeast lower bound of a number; negatively infinite for none
  /// @param atMost upper bound of a number; infinite for none
  /// @param is what it must be, for a choice; empty for a number
  record Value(String kind, String path, double atLeast, double atMost, String is) implements Rule {
    @Override
    public Optional<String> fault(Topology design) {
      return nodes(design, kind).flatMap(node -> fault(node).stream()).findFirst();
    }

    private Optional<String> fault(Node node) {
      var value = Parameter.of(node.component().getClass()).stream().filter(one -> one.path().equals(path)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("a " + kind + " has no parameter " + path))
          .value((Record) node.component());
      boolean isRight = value instanceof Number number
          ? number.doubleValue() >= atLeast && number.doubleValue() <= atMost : value.toString().equals(is);
      return isRight ? Optional.empty()
          : Optional.of(node.name() + "." + path + " is " + value + ", and must be "
              + (is.isEmpty() ? bounds() : is) + ".");
    }

    private String bounds() {
      return atLeast == Double.NEGATIVE_INFINITY ? "at most " + Parameter.plain(atMost)
          : atMost == Double.POSITIVE_INFINITY ? "at least " + Parameter.plain(atLeast)
          : "between " + Parameter.plain(atLeast) + " and " + Parameter.plain(atMost);
    }
  }

  private static Stream<Node> nodes(Topology design, String kind) {
    return design.nodes().stream()
        .filter(node -> ComponentSpec.kind(node.component().getClass()).id().equals(kind));
  }
}
