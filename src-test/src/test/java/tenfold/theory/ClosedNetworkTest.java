package tenfold.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// M/M/c//N against the reference table, mean value analysis, limit cases and the calibrations.
class ClosedNetworkTest {
  @Test
  void agreesWithTheReferenceTable() {
    var one = new ClosedNetwork(10, 9, 0, 1, 1);
    var parameters = "N=10;S=1.0;Z=9.0;c=1";
    assertEquals(ReferenceValues.value("machine repairman M/M/c//N", parameters, "R"), one.meanResponseSeconds(), 1e-9);
    assertEquals(ReferenceValues.value("machine repairman M/M/c//N", parameters, "X"), one.throughput(), 1e-9);
    var four = new ClosedNetwork(100, 0.362, 0, 0.0213333333333, 4);
    assertEquals(ReferenceValues.value("machine repairman M/M/c//N", "N=100;S=0.0213333333333;Z=0.362;c=4", "R"),
        four.meanResponseSeconds(), 1e-9);
  }

  /// One server: mean value analysis gives the same numbers by another way, R(n) = S(1 + Q(n − 1)).
  /// Source: Reiser & Lavenberg, J. ACM 27(2), 1980.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # N,   Z,    D,     S
      1,     1,    0,     0.5
      7,     0.3,  0.02,  0.05
      200,   2,    0.016, 0.0028
      3000,  2,    0.016, 0.0028
      """)
  void oneServerAgreesWithMeanValueAnalysis(int customers, double think, double delay, double service) {
    double queue = 0;
    double response = 0;
    for (int n = 1; n <= customers; n++) {
      double atServer = service * (1 + queue);
      response = delay + atServer;
      queue = n / (think + response) * atServer;
    }
    assertEquals(response, new ClosedNetwork(customers, think, delay, service, 1).meanResponseSeconds(),
        1e-9 * customers);
  }

  @Test
  void aCustomerAloneNeverWaits() {
    assertEquals(0.05, new ClosedNetwork(1, 1, 0.02, 0.03, 4).meanResponseSeconds(), 1e-12);
  }

  @Test
  void nobodyWaitsWithAServerForEachCustomer() {
    var spacious = new ClosedNetwork(40, 1, 0.02, 0.03, 40);
    assertEquals(0.05, spacious.meanResponseSeconds(), 1e-9);
    assertEquals(40 / 1.05, spacious.throughput(), 1e-9);
  }

  /// Far beyond saturation the servers are never idle: X → c/S and R → N·S/c − Z (Denning & Buzen 1978).
  @Test
  void farBeyondSaturationTheResponseTimeIsTheHeavyLoadAsymptote() {
    var crowded = new ClosedNetwork(1_000_000, 1, 0, 0.01, 4);
    assertEquals(400, crowded.throughput(), 1e-6);
    assertEquals(1_000_000 * 0.01 / 4 - 1, crowded.meanResponseSeconds(), 1e-5);
    assertEquals(1, crowded.utilisation(), 1e-9);
  }

  /// Growth crisis (calibration A1): families, mean response time in milliseconds, utilisation.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # N,   R ms,     ±
      10,    50.0,     0.05
      50,    55.3,     0.05
      100,   200.1,    0.05
      200,   733.3,    0.05
      500,   2333.3,   0.1
      1000,  5000.0,   0.1
      2000,  10333.3,  0.1
      5000,  26333.3,  0.5
      """)
  void givesTheNumbersOfTheGrowthCrisis(int families, double expectedMs, double toleranceMs) {
    var crisis = new ClosedNetwork(families, 1.0 / 3, 0.02867, 0.064 / 3, 4);
    assertEquals(expectedMs, 1_000 * crisis.meanResponseSeconds(), toleranceMs);
  }

  /// The N+1 query (calibration A2): the service time itself grows with the families, 1.6667 ms for each.
  @ParameterizedTest
  @CsvSource({"10, 50.0", "100, 200.0", "500, 870.7", "1000, 5000.0"})
  void givesTheNumbersOfTheNPlusOneQuery(int families, double expectedMs) {
    var directory = new ClosedNetwork(families, 453.6, 0.03333, families * 0.00166667, 4);
    assertEquals(expectedMs, 1_000 * directory.meanResponseSeconds(), 0.001 * expectedMs);
  }

  /// The vertical trap (calibration b): each doubling of the cores doubles the families for which the mean is 5 s.
  @ParameterizedTest
  @CsvSource({"4, 1000", "8, 2000", "16, 4000", "32, 8000", "64, 16000"})
  void doublingTheCoresDoublesTheFamiliesAtFiveSeconds(int cores, int families) {
    assertEquals(5, new ClosedNetwork(families, 1.0 / 3, 0.02867, 0.064 / 3, cores).meanResponseSeconds(), 0.001);
  }

  @Test
  void theAsymptotesCrossAtNStar() {
    assertEquals(4 * (0.33333 + 0.02867 + 0.021333) / 0.021333,
        new ClosedNetwork(10, 0.33333, 0.02867, 0.021333, 4).saturationCustomers(), 1e-9);
  }

  @Test
  void aNetworkWithoutCustomersIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ClosedNetwork(0, 1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ClosedNetwork(1, 0, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ClosedNetwork(1, 1, 0, 0, 1));
  }
}
