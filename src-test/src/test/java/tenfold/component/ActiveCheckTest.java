package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.ActiveChecks.Timing;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.stats.Tally;

/// When checks come and what they find: every 3 s, two good ones bring a server up, three bad ones down.
class ActiveCheckTest {
  private static final ActiveChecks RULE =
      new ActiveChecks(true, Timing.NGINX_MODULE, ActiveChecks.Type.TCP, 3_000, 2, 3, 1_000, true);
  private static final ActiveChecks HAPROXY =
      new ActiveChecks(true, Timing.HAPROXY, ActiveChecks.Type.TCP, 2_000, 2, 3, 1_000, false);

  /// How a server that is broken treats a check.
  enum Broken {
    /// At once.
    REFUSES,
    /// After the way there and back.
    REFUSES_AFTER_2_MS,
    /// Never.
    HANGS
  }

  /// With a period p the first check of a broken server comes after p/2 on the average, the third after 2.5 p. A check
  /// that takes no time comes every 3 s: 7.5 s. One that takes any comes every 4.5 s: 11.25 s; one that has to time out
  /// ends 1 s later. Domain 1.4. The time is uniform over a period, its standard error over 40,000 crashes 4.3 or 6.5
  /// ms, the tolerance 0.2 %, 15 or 22 ms, and 1.5 times the half width, 13 or 19 ms: a false alarm in 2,000 seeds.
  @ParameterizedTest
  @CsvSource({"REFUSES, 7.5", "REFUSES_AFTER_2_MS, 11.25", "HANGS, 12.25"})
  void meanTimeUntilABrokenServerIsDown(Broken broken, double expectedSeconds) {
    assertMeanSeconds(expectedSeconds, RULE, broken);
  }

  /// HAProxy's checks come every 2 s whatever they take, the third bad one ends after 2.5 of those, and 1 s later when
  /// it has to time out. As safe against a false alarm as the test above.
  @ParameterizedTest
  @CsvSource({"REFUSES, 5", "REFUSES_AFTER_2_MS, 5.002", "HANGS, 6"})
  void meanTimeUntilABrokenServerIsDownForHaproxy(Broken broken, double expectedSeconds) {
    assertMeanSeconds(expectedSeconds, HAPROXY, broken);
  }

  /// In HAProxy a server starts up, but its first check decides.
  @Test
  void haproxyTakesAServerOutAfterItsFirstBadCheckEver() {
    var simulation = new Simulation(1);
    var seen = new ArrayList<Boolean>();
    new ActiveCheck(simulation, simulation.random("checks"), HAPROXY, () -> false, true, seen::add);
    simulation.run(2_000_000_000L);
    assertEquals(List.of(false), seen);
  }

  private static void assertMeanSeconds(double expectedSeconds, ActiveChecks rule, Broken broken) {
    var seconds = new Tally();
    for (int seed = 0; seed < 40_000; seed++) {
      seconds.add(secondsToDown(rule, broken, seed));
    }
    double halfWidth = 1.96 * Math.sqrt(seconds.variance() / seconds.count());
    assertEquals(expectedSeconds, seconds.mean(), Math.max(1.5 * halfWidth, 0.002 * expectedSeconds));
  }

  /// The first check comes within the first interval, the second good one 3 s later: then it is up.
  @Test
  void aServerThatStartsDownIsUpAfterTwoGoodChecks() {
    var simulation = new Simulation(1);
    var seen = new ArrayList<Boolean>();
    var times = new ArrayList<Long>();
    var check = new ActiveCheck(simulation, simulation.random("checks"), RULE, () -> true, false, isUp -> {
      seen.add(isUp);
      times.add(simulation.nowNanos());
    });
    simulation.run(9_000_000_000L);
    check.stop();
    simulation.run(30_000_000_000L);
    assertEquals(List.of(false, true, true), seen);
    assertTrue(times.getFirst() < 3_000_000_000L);
    assertEquals(3_000_000_000L, times.get(1) - times.getFirst());
  }

  /// The server is well for 30 s and breaks at a random moment of the 9 s after that, two or three whole periods.
  private static double secondsToDown(ActiveChecks rule, Broken broken, int seed) {
    var simulation = new Simulation(seed);
    long brokenNanos = 30_000_000_000L + (long) (simulation.random("crash").nextDouble() * 9e9);
    long[] downNanos = {0};
    BooleanSupplier probe = () -> {
      if (broken == Broken.REFUSES_AFTER_2_MS || broken == Broken.HANGS) {
        simulation.hold(2_000_000);
      }
      if (simulation.nowNanos() < brokenNanos) {
        return true;
      } else if (broken == Broken.HANGS) {
        return new Promise<Boolean>(simulation).await();
      }
      throw new ConnectionRefused("server");
    };
    new ActiveCheck(simulation, simulation.random("checks"), rule, probe, true, isUp -> {
      if (!isUp && downNanos[0] == 0) {
        downNanos[0] = simulation.nowNanos();
      }
    });
    simulation.run(brokenNanos + 20_000_000_000L);
    return (downNanos[0] - brokenNanos) / 1e9;
  }
}
