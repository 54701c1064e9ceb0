package tenfold.app.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import tenfold.app.look.Texts;
import tenfold.scenario.ScenarioFile;

/// The system's own dialogs.
public final class DialogFileChoice implements FileChoice {
  @Override
  public Optional<Path> open(Window owner) {
    return Optional.ofNullable(chooser("files.scenarios", ScenarioFile.ENDING).showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> openTrace(Window owner) {
    return Optional.ofNullable(chooser("files.traces", ".csv").showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> openPrices(Window owner) {
    return Optional.ofNullable(chooser("files.prices", ".txt").showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(Window owner, String suggestedName) {
    var chooser = chooser("files.scenarios", ScenarioFile.ENDING);
    chooser.setInitialFileName(suggestedName + ScenarioFile.ENDING);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath)
        .map(file -> withEnding(file, ScenarioFile.ENDING));
  }

  @Override
  public Optional<Path> export(Window owner, String suggestedName, String ending) {
    var chooser = chooser("files.exports", ending);
    chooser.setInitialFileName(suggestedName + ending);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath).map(file -> withEnding(file, ending));
  }

  private static Path withEnding(Path file, String ending) {
    var name = file.getFileName().toString();
    return name.contains(".") ? file : file.resolveSibling(name + ending);
  }

  private static FileChooser chooser(String key, String ending) {
    var chooser = new FileChooser();
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.get(key), "*" + ending));
    return chooser;
  }
}
