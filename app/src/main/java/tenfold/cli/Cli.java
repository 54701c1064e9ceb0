package tenfold.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/// Tenfold's command line.
public final class Cli {
  /// Exit code when all went well.
  public static final int OK = 0;
  /// Exit code when the input has a problem, or the output cannot be written.
  public static final int PROBLEM = 1;
  /// Exit code when the command itself is wrong.
  public static final int USAGE = 2;
  /// Exit code when a run was stopped because it went too far; the report has what came before.
  public static final int STOPPED = 3;
  /// Exit code when a design does not meet the goals of a lesson.
  public static final int NOT_MET = 4;

  private Cli() {}

  /// Runs the command that `args` say, with the report on `out`, everything else on `err`.
  ///
  /// @return the exit code: 0 to 4
  public static int run(String[] args, PrintStream out, PrintStream err) {
    int code = commandLine(out, err).execute(args);
    out.flush();
    if (code != PROBLEM && code != USAGE && out.checkError()) {
      err.println("The output could not be written. Check that the disk is not full and that the reader still reads.");
      return PROBLEM;
    }
    return code;
  }

  private static CommandLine commandLine(PrintStream out, PrintStream err) {
    var commandLine = new CommandLine(new TenfoldCommand(err))
        .addSubcommand(new RunCommand(out, err))
        .addSubcommand(new GrowthCommand(out, err))
        .addSubcommand(new SweepCommand(out, err))
        .addSubcommand(new CompareCommand(out, err))
        .addSubcommand(new ReportCommand(out, err))
        .addSubcommand(new ScenariosCommand(out))
        .addSubcommand(new LessonsCommand(out, err))
        .addSubcommand(new CheckCommand(out, err))
        .addSubcommand(new LiveCommand(out))
        .addSubcommand(new ReferenceCommand(out))
        .addSubcommand(new GuiCommand());
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((mistake, _) -> usage(mistake, err))
        .setExecutionExceptionHandler((failure, _, _) -> problem(failure, err));
  }

  private static int usage(ParameterException mistake, PrintStream err) {
    var message = mistake.getMessage();
    err.println(message + (message.endsWith(".") ? "" : ".") + " See "
        + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
    return USAGE;
  }

  private static int problem(Exception failure, PrintStream err) throws Exception {
    if (failure instanceof InputProblem problem) {
      err.println(problem.getMessage());
      return PROBLEM;
    }
    throw failure;
  }
}
