package tenfold.theory;

import java.util.List;

/// The second source: `reference-values.csv`, computed by an independent program and checked by an independent
/// simulator before this one was written.
public final class ReferenceValues {
  private static final List<List<String>> ROWS = CsvRows.of("/tenfold/theory/reference-values.csv");

  private ReferenceValues() {}

  /// The value of a metric of a model with the given parameters, as they stand in the table.
  public static double value(String model, String parameters, String metric) {
    return ROWS.stream()
        .filter(row -> row.get(0).equals(model) && row.get(1).equals(parameters) && row.get(2).equals(metric))
        .mapToDouble(row -> Double.parseDouble(row.get(3)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + model + ", " + parameters + ", " + metric));
  }
}
