package tenfold.cli;

import java.io.PrintStream;
import tenfold.app.experiment.Finding;
import tenfold.app.experiment.Finding.Command;
import tenfold.app.experiment.Finding.Figure;
import tenfold.app.experiment.Finding.Heading;
import tenfold.app.experiment.Finding.Table;
import tenfold.app.experiment.Finding.Words;

/// A finding in a terminal: its words and tables. Where the terminal cannot write ±, − and ·, something like it stands
/// there.
final class FindingText {
  private FindingText() {}

  /// Prints it.
  static void print(Finding finding, PrintStream out) {
    say(finding.title(), out);
    for (var part : finding.parts()) {
      switch (part) {
        case Heading heading -> say("\n" + heading.text(), out);
        case Words words -> say("\n" + words.text(), out);
        case Command command -> say("\n  " + command.text(), out);
        case Table table -> {
          var text = new TextTable(false, table.heads().toArray(String[]::new));
          table.rows().forEach(row -> text.add(row.toArray(String[]::new)));
          say("", out);
          text.lines().forEach(line -> say(line, out));
        }
        case Figure _ -> {
          // A terminal has no pictures.
        }
      }
    }
  }

  private static void say(String line, PrintStream out) {
    boolean isWide = out.charset().newEncoder().canEncode("±−–·×");
    out.println(isWide ? line : line.replace("±", "+-").replace('−', '-').replace('–', '-').replace('·', '-')
        .replace('×', 'x'));
  }
}
