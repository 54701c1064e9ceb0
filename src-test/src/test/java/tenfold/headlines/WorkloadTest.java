package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import org.junit.jupiter.api.Test;

/// The shipped scenarios of who comes from where, and when.
class WorkloadTest {
  /// The server is full at 100 families, which are there after five of the ten minutes; then each family more waits
  /// 5.33 ms more. In the first four minutes there are at most 63, in the last two 1,000.
  @Test
  void theCrisisComesWithTheFamilies() {
    var scenario = shipped("growth-ramp");
    assertTrue(scenario.lasting(0, 240).run(1).meanMs().mean() < 100);
    assertEquals(5_000, scenario.lasting(620, 100).run(1).meanMs().mean(), 250);
  }

  /// A page takes 4 ms in the data centre, and the round trip: 8 ms and 160 ms. Four times the servers change nothing.
  @Test
  void tokyoWaitsForItsWay() {
    for (int servers : new int[] {2, 8}) {
      var run = shipped("two-regions").with("Servers", "count", servers).lasting(30, 30).run(1);
      assertEquals(12, meanMs(run, "New York"), 1.5);
      assertEquals(165, meanMs(run, "Tokyo"), 2);
    }
  }

  private static double meanMs(tenfold.run.Experiment.Summary run, String node) {
    return run.nodes().stream().filter(result -> result.name().equals(node)).findFirst().orElseThrow()
        .meanResponseMs();
  }
}
