package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import org.junit.jupiter.api.Test;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;

/// The text's pages near to the families (calibration h), and what goes wrong at an edge.
class EdgesTest {
  /// Files are 92 % of all requests, an edge has 98 % of them: 90.2 % never come to the origin. One file is asked for
  /// once a second in each region and kept for 60 s; a fetch takes up to 0.2 s: 60/61.2 to 60/61.
  @Test
  void moreThanNineOfTenRequestsEndAtAnEdge() {
    var run = shipped("tokyo").run(3);
    for (var edge : new String[] {"Tokyo edge", "London edge", "New York edge"}) {
      double hits = node(run, edge).hitShare();
      assertEquals(0.98, hits, 0.005);
      assertTrue(12.0 / 13 * hits >= 0.9, edge + ": " + hits);
    }
  }

  /// A hundred requests a second for each file, whose fetch takes 202 ms at the least: of the requests of ten seconds
  /// 1 + λd are fetches, the first one and those that come during it.
  @Test
  void withoutCollapseEveryMissIsAFetch() {
    var scenario = shipped("edge-stampede");
    var run = scenario.run(3);
    double fetchSeconds = 0.202;
    double misses = (1 + 100 * fetchSeconds) / (100 * (10 + fetchSeconds) + 1);
    assertEquals(misses, 1 - node(run, "Edge").hitShare(), 0.25 * misses);
    assertTrue(run.p99Ms() > 300, "p99 " + run.p99Ms());
    var collapsed = scenario.with("Edge", "collapse", true).run(1);
    assertTrue(collapsed.p99Ms() < 220, "p99 " + collapsed.p99Ms());
    assertTrue(node(collapsed, "Balancer").meanQueueLength() < node(run, "Balancer").meanQueueLength() / 20);
  }

  private static NodeResult node(Summary run, String name) {
    return run.nodes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
