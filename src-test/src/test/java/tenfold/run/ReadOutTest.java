package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tenfold.scenario.Gallery;

final class ReadOutTest {
  private static final long SLICE_NANOS = 500_000_000;

  /// Over a minute as many calls to the only server end as answers come: the rates of the two are over the same time.
  @Test
  void ratesOfPartsAreThoseOfTheWhole() {
    var run = new Replication(Gallery.scenario("growth-crisis"), 7);
    var points = new ArrayList<Point>();
    run.watch(SLICE_NANOS, points::add);
    run.advance(60_000_000_000L, () -> false);
    var full = points.subList(20, points.size());
    double answers = full.stream().mapToDouble(Point::goodputPerSecond).average().orElseThrow();
    double calls = full.stream().flatMap(point -> point.nodes().stream())
        .filter(node -> node.name().equals("Server")).mapToDouble(Point.NodePoint::callsPerSecond).average()
        .orElseThrow();
    assertEquals(answers, calls, 0.01 * answers);
  }
}
