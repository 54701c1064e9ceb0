package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScheduledFault;

/// Every shipped scenario with many seeds, and with everything going wrong in it that can. `mvn verify -Plong`.
@EnabledIfSystemProperty(named = "tenfold.long", matches = "true")
final class AllScenariosTest {
  private static final int SEEDS = 50;
  private static final double SECONDS = 20;

  static List<String> names() {
    return Gallery.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void itRunsWithFiftySeeds(String name) {
    var scenario = Gallery.scenario(name).lasting(0, SECONDS);
    long requests = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      var result = new Replication(scenario, seed).run();
      assertEquals(Optional.empty(), result.stopped(), name + ", seed " + seed);
      requests += result.simulatedRequests();
    }
    assertTrue(requests > 0, name);
  }

  /// Each fault that can happen in it, alone, from 5 s to 10 s, twice with the same seed: it runs on, and runs the
  /// same.
  @ParameterizedTest
  @MethodSource("names")
  void itOutlivesEveryFaultAndRepeatsIt(String name) {
    var scenario = Gallery.scenario(name).lasting(0, SECONDS);
    for (var fault : ScheduledFault.possible(scenario.topology(), 5)) {
      var faulty = scenario.with(List.of(fault.lasting(fault.strength(), 5)));
      var first = new Replication(faulty, 1).run();
      assertEquals(first.digest(), new Replication(faulty, 1).run().digest(), name + ": " + fault);
    }
  }
}
