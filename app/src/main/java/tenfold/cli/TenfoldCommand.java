package tenfold.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tenfold` with neither command: says which there are.
@Command(
    name = "tenfold",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    synopsisSubcommandLabel = "(run | growth | sweep | compare | report | live | reference)",
    description = "A flight simulator for scalable systems.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all went well", "1:a problem in the input, or the output could not be written",
      "2:wrong usage", "3:a run was stopped because it went too far; the report has what came before"},
    footer = {"", "Without arguments, Tenfold opens its window."})
final class TenfoldCommand implements Callable<Integer> {
  /// The version that the build gives itself; a test compares the two.
  static final String VERSION = "1.0-SNAPSHOT";

  private final PrintStream err;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  TenfoldCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), err, CommandLine.Help.Ansi.OFF);
    return Cli.USAGE;
  }

  /// What `--version` prints.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Tenfold " + VERSION + " on Java " + Runtime.version()};
    }
  }
}
