package tenfold.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.AppServer;

/// Nodes come into line with each other, and nothing else changes.
class AlignmentTest {
  private static final Topology CROOKED = new Topology(List.of(node("a", 0, 100), node("b", 70, 0), node("c", 202, 40),
      node("far", 900, 900)), List.of());

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      LEFT   | 0,100  0,0    0,40
      CENTRE | 101,100 101,0  101,40
      RIGHT  | 202,100 202,0  202,40
      TOP    | 0,0    70,0   202,0
      MIDDLE | 0,50   70,50  202,50
      BOTTOM | 0,100  70,100 202,100
      ACROSS | 0,100  101,0  202,40
      DOWN   | 0,100  70,0   202,50
      """)
  void selectedNodesComeIntoLine(Alignment alignment, String places) {
    var aligned = alignment.apply(CROOKED, Set.of("a", "b", "c"));
    var expected = places.strip().split("\\s+");
    for (int i = 0; i < expected.length; i++) {
      var node = aligned.nodes().get(i);
      assertEquals(expected[i], (int) node.x() + "," + (int) node.y(), node.name());
    }
    assertEquals(CROOKED.nodes().getLast(), aligned.nodes().getLast(), "what is not selected stays");
  }

  @ParameterizedTest
  @EnumSource(Alignment.class)
  void tooFewStayWhereTheyAre(Alignment alignment) {
    var names = alignment.least() == 2 ? Set.of("a") : Set.of("a", "b");
    assertEquals(CROOKED, alignment.apply(CROOKED, names));
  }

  @Test
  void equalStepsCountFromTheOrderOnTheCanvasNotFromThatOfTheFile() {
    var shuffled = new Topology(List.of(node("last", 300, 0), node("first", 0, 0), node("second", 20, 0)), List.of());
    var spread = Alignment.ACROSS.apply(shuffled, Set.of("last", "first", "second"));
    assertEquals(150, spread.node("second").orElseThrow().x());
  }

  private static Node node(String name, double x, double y) {
    return new Node(name, x, y, new AppServer());
  }
}
