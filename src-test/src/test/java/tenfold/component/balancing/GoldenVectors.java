package tenfold.component.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// The second source: `golden.csv`, inputs and outputs of the algorithms, computed by an independent program.
final class GoldenVectors {
  private static final List<List<String>> ROWS = read();

  private GoldenVectors() {}

  /// Input and output of each vector of an algorithm.
  static Stream<Arguments> of(String algorithm) {
    return ROWS.stream().filter(row -> row.get(0).equals(algorithm)).map(row -> Arguments.of(row.get(1), row.get(2)));
  }

  private static List<List<String>> read() {
    try (var stream = GoldenVectors.class.getResourceAsStream("golden.csv")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(GoldenVectors::cells).toList();
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
