package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Nodes that moved far go there before the eye.
final class GlideTest {
  private static final Topology BEFORE = at(0, 40);
  private static final Topology AFTER = at(200, 40);

  @Test
  void itGoesFromThereToHereAndIsOver() {
    var glide = Glide.between(BEFORE, AFTER, Viewport.START);
    assertEquals(BEFORE, glide.now());
    double last = 0;
    for (int frame = 0; frame < 10; frame++) {
      glide.advance(0.03);
      double x = glide.now().nodes().getFirst().x();
      assertTrue(x > last && x < 200, "at " + x);
      last = x;
    }
    assertFalse(glide.isOver());
    glide.advance(0.06);
    assertTrue(glide.isOver());
    assertEquals(AFTER, glide.now());
    assertEquals(new Viewport(2, 10, 20), glide.view(new Viewport(2, 10, 20)));
  }

  @Test
  void aSmallStepAndANewNodeNeedNone() {
    assertTrue(Glide.isNeeded(BEFORE, AFTER));
    assertFalse(Glide.isNeeded(BEFORE, at(8, 40)));
    assertFalse(Glide.isNeeded(new Topology(List.of(), List.of()), AFTER));
  }

  private static Topology at(double x, double y) {
    return new Topology(List.of(new Node("a", x, y, new AppServer())), List.of());
  }
}
