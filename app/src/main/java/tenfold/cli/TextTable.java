package tenfold.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of texts in aligned columns: the first to the left, the others to the right. Each column has a head of two
/// lines, its name and its unit.
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean isNumbered;

  /// @param isNumbered whether the first column holds numbers, so that it is aligned to the right as well
  /// @param heads name and unit of each column, parted by "|"
  TextTable(boolean isNumbered, String... heads) {
    this.isNumbered = isNumbered;
    rows.add(Arrays.stream(heads).map(head -> head.split("\\|", 2)[0]).toList());
    rows.add(Arrays.stream(heads).map(head -> head.contains("|") ? head.split("\\|", 2)[1] : "").toList());
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /// The lines of the table.
  List<String> lines() {
    int[] widths = IntStream.range(0, rows.getFirst().size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> aligned(row.get(column), widths[column], column == 0 && !isNumbered))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String aligned(String cell, int width, boolean isLeft) {
    var blanks = " ".repeat(width - cell.length());
    return isLeft ? cell + blanks : blanks + cell;
  }
}
