package tenfold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tenfold.component.ComponentSpec;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Scenarios and files to test with.
final class Samples {
  private Samples() {}

  /// Every kind of component with its defaults.
  static Stream<ComponentSpec> everyComponent() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses()).map(type -> {
      try {
        return (ComponentSpec) type.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException missing) {
        throw new AssertionError(type + " needs a public constructor without arguments", missing);
      }
    });
  }

  static Scenario with(ComponentSpec component) {
    return new Scenario("One node", "To be written and read.",
        new Topology(List.of(new Node("Node", 1.5, -2, component)), List.of()), 1, 2.5, 7);
  }

  /// The text of a shipped scenario's file.
  static String text(String name) {
    return ScenarioFile.format(ScenarioDocument.of(Gallery.scenario(name)));
  }
}
