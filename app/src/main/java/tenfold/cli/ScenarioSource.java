package tenfold.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tenfold.scenario.Gallery;
import tenfold.scenario.Nearest;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Problem;

/// Where scenarios come from: the shipped ones by name, all others from files.
final class ScenarioSource {
  private ScenarioSource() {}

  /// The scenario of that name, or in the file of that name, if it can run. Warnings go to `err`.
  static Scenario open(String name, PrintStream err) throws InputProblem {
    var scenario = Gallery.NAMES.contains(name) ? Gallery.scenario(name) : read(name, err);
    mustRun(scenario);
    scenario.problems().forEach(problem -> err.println("Note: " + problem));
    return scenario;
  }

  /// Refuses a system that cannot work.
  static void mustRun(Scenario scenario) throws InputProblem {
    var fatal = scenario.problems().stream().filter(Problem::isFatal).toList();
    if (!fatal.isEmpty()) {
      throw new InputProblem(
          fatal.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }
  }

  private static Scenario read(String name, PrintStream err) throws InputProblem {
    try {
      var file = Path.of(name);
      if (!Files.exists(file)) {
        throw new InputProblem("There is neither a shipped scenario nor a file \"" + name + "\""
            + Nearest.to(name, candidates(file)).map(near -> "; did you mean \"" + near + "\"?").orElse(".")
            + " Shipped are: " + String.join(", ", Gallery.NAMES) + ".");
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

  /// What a name that is neither may have been meant to be: who names a file means one of the files there.
  private static List<String> candidates(Path file) {
    boolean looksLikeFile = file.getNameCount() > 1 || file.toString().endsWith(ScenarioFile.ENDING);
    var folder = file.toAbsolutePath().getParent();
    if (!looksLikeFile || folder == null) {
      return Gallery.NAMES;
    }
    try (var files = Files.newDirectoryStream(folder, "*" + ScenarioFile.ENDING)) {
      var names = new ArrayList<String>();
      files.forEach(found -> names.add(file.resolveSibling(found.getFileName()).toString()));
      return names.stream().sorted().toList();
    } catch (IOException unreadable) {
      return List.of(); // A folder that cannot be listed has nothing to suggest; the file itself is reported.
    }
  }
}
