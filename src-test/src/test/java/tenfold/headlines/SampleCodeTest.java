package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of the text's sample code (calibration d): one server, and ten with cache and replicas.
class SampleCodeTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      # users,  ms,   ±
      1000,     50,   3
      10000,    5000, 250
      """)
  void oneServer(int users, double expectedMs, double toleranceMs) {
    var summary = Headline.run("sample-single", users, 60, 60, 2);
    assertEquals(expectedMs, summary.meanMs().mean(), toleranceMs);
    assertEquals(0, summary.errorShare() + summary.timeoutShare());
  }

  /// The warm-up is beyond the cache's time to live of 300 s.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # users,  ms,  ±,  hit ratio
      1000,     20,  2,  0.991
      10000,    25,  2,  0.841
      """)
  void tenServersWithCacheAndReplicas(int users, double expectedMs, double toleranceMs, double hitRatio) {
    var summary = Headline.run("sample-scaled", users, 330, 30, 1);
    assertEquals(expectedMs, summary.meanMs().mean(), toleranceMs);
    assertEquals(0, summary.errorShare() + summary.timeoutShare());
    var cache = summary.nodes().stream().filter(node -> node.name().equals("Cache")).findFirst().orElseThrow();
    assertEquals(hitRatio, cache.hitShare(), 0.02);
  }
}
