package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.Chronicle;
import tenfold.kernel.Simulation;
import tenfold.stats.Tally;
import tenfold.theory.Replications;
import tenfold.topology.Link;

/// How long a call is on its way. False-alarm rate: 0.5 % a claim (see [Replications]).
class LinkTimesTest {
  /// A way with a lognormal factor of σ takes RTT/2 · exp(σ²/2) on the average, and a call two of them, and two more
  /// for each handshake.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # RTT, σ,   handshakes
      160,   0.1, 0
      160,   0.1, 2
      76,    0.5, 0
      16,    1,   1
      """)
  void jitterMakesTheMeanLonger(double roundTripMs, double jitter, int handshakes) {
    double expected = (1 + handshakes) * roundTripMs * Math.exp(jitter * jitter / 2);
    Replications.mustBe(expected, 0.02, seed -> callMs(new Link("A", "B", roundTripMs, jitter, handshakes, 0), seed));
  }

  /// A new TCP connection takes a round trip, and TLS 1.3 another one.
  @Test
  void handshakesAreWholeRoundTrips() {
    assertEquals(300, callMs(new Link("A", "B", 100, 0, 2, 0), 1), 1e-6);
  }

  private static double callMs(Link link, long seed) {
    var simulation = new Simulation(seed);
    var wire = new Wire(simulation, new Chronicle(simulation), link);
    var times = new Tally();
    simulation.start("test", () -> {
      for (int call = 0; call < 20_000; call++) {
        long start = simulation.nowNanos();
        wire.call("get", "it", () -> "");
        times.add((simulation.nowNanos() - start) / 1e6);
      }
    });
    simulation.run(Long.MAX_VALUE / 4);
    return times.mean();
  }
}
