package tenfold.app;

import java.nio.file.Path;
import tenfold.cli.Cli;
import tenfold.cli.Display;
import tenfold.cli.Terminal;

/// Starts Tenfold: the command line when there are arguments, else the window, else, where there is no display, the
/// growth crisis in the terminal.
public final class Main {
  private static final String PROCESSES = "jdk.internal.vm";

  private Main() {}

  /// The program.
  public static void main(String[] args) {
    if (!hasProcesses()) {
      System.err.println("Tenfold needs the Java options of its file app/jvm.arguments. "
          + "Start it with app/bin/tenfold or mvn -q -Prun.");
      System.exit(Cli.PROBLEM);
    }
    if (args.length > 0) {
      System.exit(Cli.run(args, System.out, System.err));
    }
    var missing = Display.missing();
    if (missing.isPresent()) {
      System.exit(Terminal.run(missing.get(), Path.of(""), System.out, System.err));
    }
    System.out.println("The window is not there yet. Try: tenfold growth growth-crisis");
  }

  /// Whether Java was told to let the kernel suspend processes.
  private static boolean hasProcesses() {
    return Object.class.getModule().isExported(PROCESSES, Main.class.getModule());
  }
}
