package tenfold.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenfold.app.TenfoldApp;

/// `tenfold gui`: the window.
@Command(
    name = "gui",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    description = "Opens the window, with a scenario file if one is named.")
final class GuiCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A scenario file.")
  private @Nullable Path file;

  @Override
  public Integer call() throws InputProblem {
    Optional<String> missing = Display.missing();
    if (missing.isPresent()) {
      throw new InputProblem("The window cannot be opened: " + missing.get() + ".");
    }
    TenfoldApp.open(file == null ? List.of() : List.of(file.toString()));
    return Cli.OK;
  }
}
