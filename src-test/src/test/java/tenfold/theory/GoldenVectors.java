package tenfold.theory;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// The second source: `golden.csv`, inputs and outputs of the algorithms, computed by an independent program.
public final class GoldenVectors {
  private static final List<List<String>> ROWS = CsvRows.of("/tenfold/golden.csv");

  private GoldenVectors() {}

  /// Input and output of each vector of an algorithm.
  public static Stream<Arguments> of(String algorithm) {
    return ROWS.stream().filter(row -> row.get(0).equals(algorithm)).map(row -> Arguments.of(row.get(1), row.get(2)));
  }
}
