package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tenfold.app.charts.Graphic;

/// What an experiment has found, in the order in which it is told: the same for the screen, a page and a terminal.
///
/// @param title what was done with what
/// @param parts what is told
public record Finding(String title, List<Part> parts) {
  /// Copies the list.
  public Finding {
    parts = List.copyOf(parts);
  }

  /// Something that is told.
  public sealed interface Part {}

  /// A heading.
  ///
  /// @param text its words
  public record Heading(String text) implements Part {}

  /// A paragraph.
  ///
  /// @param text its words
  /// @param isMain whether it is the answer
  public record Words(String text, boolean isMain) implements Part {}

  /// Something to be typed.
  ///
  /// @param text a line of it
  public record Command(String text) implements Part {}

  /// A table: the first column to the left, the others to the right.
  ///
  /// @param heads names of the columns
  /// @param rows its cells
  public record Table(List<String> heads, List<List<String>> rows) implements Part {
    /// Copies the lists.
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }

    /// Head and lines, for a file.
    List<List<String>> lines() {
      var lines = new ArrayList<List<String>>();
      lines.add(heads);
      lines.addAll(rows);
      return lines;
    }
  }

  /// A drawing.
  ///
  /// @param title what is read aloud for it
  /// @param height in pixels, for a width of [#WIDTH]
  /// @param drawing draws it in that many pixels
  /// @param table its numbers; empty when there are none
  public record Figure(String title, double height, Consumer<Graphic> drawing, List<List<String>> table)
      implements Part {
    /// Width of all drawings, in pixels.
    public static final double WIDTH = 840;
  }

  /// All tables, for a file of numbers, with a blank line between them.
  public List<List<String>> table() {
    var lines = new ArrayList<List<String>>();
    for (var part : parts) {
      if (part instanceof Table table) {
        if (!lines.isEmpty()) {
          lines.add(List.of(""));
        }
        lines.addAll(table.lines());
      }
    }
    return lines;
  }
}
