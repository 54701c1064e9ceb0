package tenfold.app.charts;

import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values, as in RFC 4180.
public final class Csv {
  private Csv() {}

  /// A table: its head, and then its lines.
  public static String text(List<List<String>> table) {
    return table.stream().map(Csv::line).collect(Collectors.joining());
  }

  /// One line, quoted where needed.
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
