package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.app.canvas.Grid.Cell;
import tenfold.component.AppServer;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonLibrary;
import tenfold.topology.Node;

final class GridTest {
  private static Node node(String name, double x, double y) {
    return new Node(name, x, y, new AppServer());
  }

  @Test
  void whatStandsNearlyInLineSharesAColumnOrARow() {
    var grid = Grid.of(List.of(node("first", 40, 180), node("beside", 240, 200), node("below", 260, 300)));
    assertEquals(new Cell(0, 0), grid.cells().get("first"));
    assertEquals(new Cell(1, 0), grid.cells().get("beside"));
    assertEquals(new Cell(1, 1), grid.cells().get("below"));
    assertEquals(2, grid.columns());
    assertEquals(2, grid.rows());
  }

  @Test
  void noTwoShareACell() {
    var grid = Grid.of(List.of(node("one", 40, 180), node("two", 60, 190), node("three", 400, 180)));
    assertEquals(3, grid.cells().values().stream().distinct().count());
  }

  /// Every system of the course can be drawn beside its text, with room for names.
  @ParameterizedTest
  @MethodSource("lessons")
  void systemsOfLessonsHaveRoom(Lesson lesson) {
    lesson.scenarios().forEach((file, scenario) -> {
      var grid = Grid.of(scenario.topology().nodes());
      assertEquals(grid.cells().size(), grid.cells().values().stream().distinct().count(), lesson.id() + ", " + file);
      assertTrue(grid.columns() <= 6, lesson.id() + ", " + file + " has " + grid.columns() + " columns");
    });
  }

  private static Stream<Lesson> lessons() {
    return LessonLibrary.shipped("en").lessons().stream();
  }
}
