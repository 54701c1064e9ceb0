package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines.
final class Paragraph {
  private static final String MORE = "…";

  private Paragraph() {}

  /// The lines of a text that are at most so wide; what does not fit into the last one is cut off.
  static List<String> lines(Graphic graphic, String text, double width, double size, int most) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : text.isEmpty() ? new String[0] : text.split(" ")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && graphic.textWidth(longer, size, false) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    if (lines.size() > most) {
      var last = lines.get(most - 1);
      lines.subList(most - 1, lines.size()).clear();
      lines.add(last + MORE);
    }
    return lines;
  }
}
