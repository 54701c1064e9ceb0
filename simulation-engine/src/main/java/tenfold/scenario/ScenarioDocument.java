package tenfold.scenario;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A scenario as it came from a file: with what the reader should be told, and with what only a newer version of
/// the program understands, so that saving loses nothing.
///
/// @param scenario what this version understands
/// @param warnings one sentence for each thing that it does not
/// @param newer the whole content of a file of a newer version; empty for a file of this version
public record ScenarioDocument(Scenario scenario, List<String> warnings, Optional<ObjectNode> newer) {
  /// Copies the warnings.
  public ScenarioDocument {
    warnings = List.copyOf(warnings);
  }

  /// A document of this version.
  public static ScenarioDocument of(Scenario scenario) {
    return new ScenarioDocument(scenario, List.of(), Optional.empty());
  }

  /// The same document with another scenario.
  public ScenarioDocument with(Scenario changed) {
    return new ScenarioDocument(changed, warnings, newer);
  }
}
