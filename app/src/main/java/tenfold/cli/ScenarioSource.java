package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tenfold.scenario.Gallery;
import tenfold.scenario.Nearest;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;

/// Where scenarios come from: the shipped ones by name, all others from files.
final class ScenarioSource {
  private ScenarioSource() {}

  /// The scenario of that name, or in the file of that name, if it can run. Warnings go to `err`.
  static Scenario open(String name, PrintStream err) throws InputProblem {
    var scenario = Gallery.NAMES.contains(name) ? Gallery.scenario(name) : read(name, err);
    var problems = Inspection.problems(scenario.topology());
    if (problems.stream().anyMatch(Problem::isFatal)) {
      throw new InputProblem(problems.stream()
          .filter(Problem::isFatal)
          .map(Problem::toString)
          .collect(Collectors.joining(System.lineSeparator())));
    }
    problems.forEach(problem -> err.println("Note: " + problem));
    return scenario;
  }

  private static Scenario read(String name, PrintStream err) throws InputProblem {
    try {
      var file = Path.of(name);
      if (!Files.exists(file)) {
        throw new InputProblem("There is neither a shipped scenario nor a file \"" + name + "\"; did you mean \""
            + Nearest.to(name, Gallery.NAMES).orElseThrow() + "\"? Shipped are: " + String.join(", ", Gallery.NAMES)
            + ".");
      }
      var document = ScenarioFile.read(file);
      document.warnings().forEach(warning -> err.println("Note: " + warning));
      return document.scenario();
    } catch (InvalidPathException mistake) {
      throw new InputProblem("\"" + name + "\" cannot be the name of a file. Name a shipped scenario or a file.",
          mistake);
    } catch (UnreadableScenario mistake) {
      throw new InputProblem(mistake.getMessage(), mistake);
    }
  }
}
