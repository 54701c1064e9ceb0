package tenfold.theory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The second source: `reference-values.csv`, computed by an independent program and checked by an independent
/// simulator before this one was written.
public final class ReferenceValues {
  private static final List<List<String>> ROWS = read();

  private ReferenceValues() {}

  /// The value of a metric of a model with the given parameters, as they stand in the table.
  public static double value(String model, String parameters, String metric) {
    return ROWS.stream()
        .filter(row -> row.get(0).equals(model) && row.get(1).equals(parameters) && row.get(2).equals(metric))
        .mapToDouble(row -> Double.parseDouble(row.get(3)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + model + ", " + parameters + ", " + metric));
  }

  private static List<List<String>> read() {
    try (var stream = ReferenceValues.class.getResourceAsStream("reference-values.csv")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(ReferenceValues::cells).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Cells are separated by commas outside quotes.
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
        .map(cell -> cell.replaceAll("^\"|\"$", ""))
        .toList();
  }
}
