package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import tenfold.app.live.Workbench.Selection;

/// On the smallest screen there is, and with a projector on it, nothing of a main screen lies outside of the window and
/// no words end in dots. What students name, and the document's title and status, may: a tooltip has them whole.
class RoomTest extends WindowTest {
  private static final double WIDTH = 1_366;
  private static final double HEIGHT = 768;

  /// Bounds are rounded to whole pixels of a screen that may be finer.
  private static final double ROUNDING = 1;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsCutOff(boolean isProjected) {
    onScreen(() -> {
      window.scene().getWindow().setWidth(WIDTH);
      window.scene().getWindow().setHeight(HEIGHT);
      window.zoom().projectorProperty().set(isProjected);
      workbench.playingProperty().set(false);
    });
    waitUntil("the window's size", 10, () -> window.scene().getWidth() == WIDTH);
    var faults = new TreeSet<String>();
    onScreen(() -> workbench.select(Selection.of("Server")));
    for (var tab : ((TabPane) robot.lookup(".side-tabs").query()).getTabs()) {
      look(faults, tab.getText(), () -> select(tab));
    }
    look(faults, "the table", () -> window.controller().canvas().tableProperty().set(true));
    onScreen(() -> window.controller().canvas().tableProperty().set(false));
    Map.of("start", "menu-start", "scenarios", "menu-scenarios", "reference", "menu-reference",
        "experiment", "menu-experiment").forEach((sheet, entry) -> {
          look(faults, sheet, () -> item(entry).fire());
          onScreen(() -> robot.lookup("#" + sheet + "-close").queryButton().fire());
        });
    look(faults, "the lesson", () -> window.controller().toggleLesson());
    assertEquals(new TreeSet<String>(), faults);
  }

  private static void select(Tab tab) {
    tab.getTabPane().getSelectionModel().select(tab);
  }

  private MenuItem item(String id) {
    return robot.lookup("#menu").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  /// Comes to a screen and looks at all that is on it.
  private void look(TreeSet<String> faults, String screen, Runnable way) {
    onScreen(way);
    var root = window.scene().getRoot();
    for (int i = 0; i < 3; i++) { // What is laid out may change what is to be laid out.
      onScreen(() -> {
        root.applyCss();
        root.layout();
      });
    }
    onScreen(() -> look(faults, screen, root, new BoundingBox(0, 0, WIDTH, HEIGHT)));
  }

  private static void look(TreeSet<String> faults, String screen, Node node, Bounds room) {
    if (!node.isVisible() || node.getStyleClass().contains("document") || node.getStyleClass().contains("node-card")) {
      return;
    }
    var place = node.localToScene(node.getLayoutBounds());
    if (node instanceof Labeled labeled && hasWords(labeled)) {
      labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
          .filter(text -> !(text instanceof FontIcon) && text.isVisible() && !text.getText().equals(labeled.getText()))
          .forEach(text -> faults.add(screen + ": ends in dots: " + labeled.getText() + " → " + text.getText()));
      if (place.getMinX() < room.getMinX() - ROUNDING || place.getMaxX() > room.getMaxX() + ROUNDING
          || place.getMinY() < room.getMinY() - ROUNDING || place.getMaxY() > room.getMaxY() + ROUNDING) {
        faults.add(screen + ": outside: " + labeled.getText() + " " + place);
      }
    }
    var inner = node instanceof ScrollPane || node instanceof ListView || node instanceof TableView
        ? new BoundingBox(place.getMinX(), -1e6, place.getWidth(), 2e6) : room;
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(faults, screen, child, inner));
    }
  }

  private static boolean hasWords(Labeled labeled) {
    return labeled.getText() != null && !labeled.getText().isEmpty()
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
  }
}
