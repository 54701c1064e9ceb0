package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Bounds;

/// What is moved comes to rest in line with its neighbours or on the grid.
final class GuidesTest {
  private static final Bounds NEIGHBOUR = new Bounds(100, 50, 136, 58);

  @Test
  void aNearLineAttractsAndAFarOneDoesNot() {
    assertEquals(new Guides(100, 240, Optional.of(168.0), Optional.empty()), moved(104, 241, 136, 58));
    assertEquals(108, moved(107, 241, 136, 58).x(), "then the grid has it");
  }

  @Test
  void edgesAndMiddlesOfThingsOfAnotherSizeAttract() {
    assertEquals(100, moved(103, 300, 400, 200).x(), "left edges");
    assertEquals(236 - 400, moved(236 - 400 + 4, 300, 400, 200).x(), "right edges");
    assertEquals(168 - 200, moved(168 - 200 - 4, 300, 400, 200).x(), "middles");
    assertEquals(50, moved(500, 48, 400, 200).y(), "upper edges");
  }

  @Test
  void whatIsHardlyMovedInADirectionStaysThere() {
    var start = new Bounds(5, 7, 136, 58);
    var moved = new Bounds(6, 307, 136, 58);
    assertEquals(new Guides(5, 312, Optional.empty(), Optional.empty()),
        Guides.of(moved, List.of(), 6).staying(moved, start, 3));
  }

  private static Guides moved(double x, double y, double width, double height) {
    return Guides.of(new Bounds(x, y, width, height), List.of(NEIGHBOUR), 6);
  }
}
