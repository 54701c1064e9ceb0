package tenfold.theory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The rows of a table that an independent program computed; its head is left out.
public final class CsvRows {
  private CsvRows() {}

  /// The cells of each row of a resource, as "/tenfold/golden.csv".
  public static List<List<String>> of(String resource) {
    try (var stream = Objects.requireNonNull(CsvRows.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(CsvRows::cells).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Cells are separated by commas outside quotes.
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replaceAll("^\"|\"$", ""))
        .toList();
  }
}
