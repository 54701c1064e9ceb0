package tenfold.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tenfold.scenario.Gallery;

/// `tenfold scenarios`: what is shipped.
@Command(
    name = "scenarios",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    description = "Lists the shipped scenarios: name, title and what each shows.")
final class ScenariosCommand implements Callable<Integer> {
  private final PrintStream out;

  ScenariosCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    for (var name : Gallery.NAMES) {
      var scenario = Gallery.scenario(name);
      out.println(name + ": " + scenario.title());
      out.println("  " + scenario.description());
    }
    return Cli.OK;
  }
}
