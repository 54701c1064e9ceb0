package tenfold.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The formulas of M/M/c against the reference table, other formulas and limit cases.
class MMcTest {
  private static final double EXACT = 1e-12;

  /// Kleinrock, *Queueing Systems* I, §3.2: W = 1/(μ − λ).
  @ParameterizedTest
  @CsvSource(textBlock = """
      # λ,   μ,   W
      5,    10,  0.2
      8,    10,  0.5
      0.5,   1,  2
      """)
  void meanResponseTimeOfMM1(double arrivalRate, double serviceRate, double expected) {
    assertEquals(expected, new MMc(arrivalRate, serviceRate, 1).meanResponse(), EXACT);
  }

  @Test
  void agreesWithTheReferenceTable() {
    var single = new MMc(0.5, 1, 1);
    assertEquals(ReferenceValues.value("M/M/1", "lambda=0.5;mu=1.0", "W"), single.meanResponse(), EXACT);
    assertEquals(ReferenceValues.value("M/M/1", "lambda=0.5;mu=1.0", "L"), single.meanPresent(), EXACT);
    var four = new MMc(3, 1, 4);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=3.0;mu=1.0;c=4", "Pwait"), four.waitProbability(), EXACT);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=3.0;mu=1.0;c=4", "Wq"), four.meanWait(), EXACT);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=3.0;mu=1.0;c=4", "W"), four.meanResponse(), EXACT);
    var lighter = new MMc(2.6, 1, 4);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=2.6;mu=1.0;c=4", "Pwait"), lighter.waitProbability(), EXACT);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=2.6;mu=1.0;c=4", "Wq"), lighter.meanWait(), EXACT);
  }

  /// Erlang C for two servers in closed form: C = 2ρ²/(1 + ρ) (Kleinrock I, §3.5 with m = 2).
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
  void erlangCOfTwoServersHasAClosedForm(double load) {
    assertEquals(2 * load * load / (1 + load), new MMc(2 * load, 1, 2).waitProbability(), EXACT);
  }

  /// With one server the probability to wait is the utilisation (arrivals see time averages).
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void anArrivalAtOneServerWaitsWithProbabilityRho(double load) {
    assertEquals(load, new MMc(load, 1, 1).waitProbability(), EXACT);
  }

  @Test
  void nobodyWaitsWhereHardlyAnybodyComes() {
    assertEquals(1, new MMc(1e-9, 1, 4).meanResponse(), 1e-9);
  }

  /// Square-root staffing: 111 is the smallest c for which an offered load of 100 waits with at most 20 %.
  @Test
  void squareRootStaffingNeeds111ServersForALoadOf100() {
    double smallest = ReferenceValues.value("square-root staffing", "a=100.0;target_Pwait=0.2", "c_min");
    assertTrue(new MMc(100, 1, (int) smallest).waitProbability() <= 0.2);
    assertTrue(new MMc(100, 1, (int) smallest - 1).waitProbability() > 0.2);
  }

  /// Halfin and Whitt, Operations Research 29 (1981): with c = a + β√a servers, P(wait) → 1/(1 + βΦ(β)/φ(β)).
  @Test
  void manyServersFollowHalfinAndWhitt() {
    double load = 1_000_000;
    double beta = 1.1;
    double limit = 0.18641839809274585; // Reference table, beta = 1.1.
    assertEquals(limit, ReferenceValues.value("Halfin-Whitt", "beta=1.100000", "Pwait_asymptotic"), EXACT);
    assertEquals(limit, new MMc(load, 1, (int) (load + beta * Math.sqrt(load))).waitProbability(), 2e-4);
  }

  @Test
  void anUnstableQueueIsRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new MMc(4, 1, 4));
    assertEquals("M/M/c needs 0 < arrivalRate < servers × serviceRate, not 4.0, 4 × 1.0", refused.getMessage());
  }
}
