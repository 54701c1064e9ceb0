package tenfold.cli;

import picocli.CommandLine.Parameters;

/// The scenario that a command is about.
final class ScenarioName {
  @Parameters(paramLabel = "SCENARIO", completionCandidates = ShippedNames.class,
      description = "a scenario file, or one of: ${COMPLETION-CANDIDATES}")
  private String text = "";

  /// As it was typed.
  String text() {
    return text;
  }
}
