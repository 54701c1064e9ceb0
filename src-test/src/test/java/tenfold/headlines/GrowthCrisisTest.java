package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The text's growth crisis (calibration A1): 50 ms, 200 ms, 5 s, dead.
class GrowthCrisisTest {
  private static final double CAPACITY_PER_SECOND = 187.5;

  @ParameterizedTest
  @CsvSource(textBlock = """
      # families,  ms,   ±
      10,          50,   2
      100,         200,  10
      1000,        5000, 250
      """)
  void meanResponseTimeGrowsAsTheTextSays(int families, double expectedMs, double toleranceMs) {
    var summary = Headline.run("growth-crisis", families, 60, 120, 4);
    assertEquals(expectedMs, summary.meanMs().mean(), toleranceMs);
    assertTrue(summary.timeoutShare() < 0.01, "time-outs " + summary.timeoutShare());
    assertEquals(0, summary.errorShare());
  }

  @Test
  void atFiveThousandFamiliesHardlyAnybodyGetsAnAnswerInTime() {
    var summary = Headline.run("growth-crisis", 5_000, 30, 60, 3);
    assertTrue(summary.goodputPerSecond().mean() < 0.05 * CAPACITY_PER_SECOND,
        "goodput " + summary.goodputPerSecond().mean());
    assertTrue(summary.timeoutShare() > 0.95, "time-outs " + summary.timeoutShare());
  }

  /// The server works at its capacity all the same: for those who have left.
  @Test
  void atFiveThousandFamiliesTheServerIsBusyForNobody() {
    var server = Headline.run("growth-crisis", 5_000, 30, 60, 1).nodes().get(1);
    assertEquals("Server", server.name());
    assertTrue(server.utilisation() > 0.99, "utilisation " + server.utilisation());
  }

  /// Utilisation of the exact model: 13.9 %, 68.6 %, 100 % (calibration A1), within two points.
  @ParameterizedTest
  @CsvSource({"10, 0.139", "50, 0.686", "100, 1.0"})
  void theServersUtilisationGrowsWithTheFamilies(int families, double expected) {
    var server = Headline.run("growth-crisis", families, 30, 60, 3).nodes().get(1);
    assertEquals(expected, server.utilisation(), 0.02);
  }
}
