package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tenfold.component.Fault;
import tenfold.component.Truth.Wrong;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;
import tenfold.scenario.ScheduledFault;

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

  /// A release with broken files is out from 60 to 90 s, and the edge is emptied at 61 s. Three of the twelve files are
  /// broken; they stay at the edge unless it is emptied once more, or their names change with the release.
  @Test
  void aWrongDeployStaysAtTheEdgeUntilSomebodyPurgesIt() {
    var scenario = shipped("wrong-deploy").lasting(100, 80);
    long files = Math.round(scenario.run(1).requests() * 12 / 13.0);
    assertEquals(0.25, broken(scenario) / (double) files, 0.01);
    var incident = scenario.run(1).wrong().incidents().getFirst();
    assertEquals(60, incident.causeSeconds(), 2);
    assertTrue(incident.fromCache() && incident.causeAt().startsWith("Balancer"));
    var faults = new ArrayList<>(scenario.scenario().faults());
    faults.add(new ScheduledFault(95, "Edge", 0, Fault.FLUSH));
    assertEquals(0, broken(new Altered(scenario.scenario().with(faults))));
    assertEquals(0, broken(scenario.with("Servers", "handlers.releaseInFileNames", true)));
  }

  private static long broken(Altered scenario) {
    return scenario.run(1).wrong().count(Wrong.BROKEN_FILE);
  }

  private static NodeResult node(Summary run, String name) {
    return run.nodes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
