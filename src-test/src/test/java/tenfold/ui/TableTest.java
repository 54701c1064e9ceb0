package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenfold.topology.Topology;

/// The topology as a table: what it says, and every edit by keyboard, without a mouse.
final class TableTest extends WindowTest {

  @BeforeEach
  void openTable() {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    waitUntil("the table", 10, () -> nodes().isVisible() && nodes().isFocused());
  }

  @Test
  void itSaysWhatTheDrawingSays() {
    assertEquals(List.of("Families", "Server", "Primary"), column(0));
    assertEquals(List.of("Families", "Server", "Primary"), column(1));
    assertEquals(List.of("Server", "Primary", ""), column(7));
    waitUntil("live numbers", 10, () -> column(4).get(1).endsWith("%") && column(6).get(1).endsWith("s"));
    var links = (TableView<?>) find("topology-links");
    assertEquals(2, links.getItems().size());
    waitUntil("calls over a link", 10, () -> links.getColumns().get(3).getCellData(0).toString().endsWith("/s"));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertFalse(find("topology-nodes").getParent().isVisible());
  }

  @Test
  void aNodeIsAddedLinkedRenamedStackedAndDeletedByKeyboard() {
    onScreen(() -> ((Button) find("table-add")).fire());
    choose("Cache");
    assertEquals(List.of("Families", "Server", "Primary", "Cache"), column(0));
    assertTrue(topology().link("Server", "Cache").isPresent(), "wired by itself");
    selectRow(1);
    robot.type(KeyCode.L);
    choose("Unlink from Cache");
    assertTrue(topology().link("Server", "Cache").isEmpty());
    robot.type(KeyCode.L);
    choose("Link to Cache");
    assertTrue(topology().link("Server", "Cache").isPresent());

    robot.type(KeyCode.EQUALS).type(KeyCode.EQUALS).type(KeyCode.MINUS);
    assertEquals(2, topology().node("Server").orElseThrow().component().instances());
    robot.type(KeyCode.F2);
    typeName("Primary");
    assertEquals("There is a part “Primary” already. Choose another name.", ((Label) find("table-said")).getText());
    robot.type(KeyCode.F2);
    typeName("Web");
    assertTrue(topology().link("Web", "Cache").isPresent());
    assertEquals(Set.of("Web"), workbench.selectionProperty().get().nodes());

    selectRow(3);
    robot.type(KeyCode.DELETE);
    assertTrue(topology().node("Cache").isEmpty());
    assertEquals("Delete Cache", workbench.undoable().orElseThrow());
  }

  @Test
  void aLinkIsChosenAndDeleted() {
    onScreen(() -> ((TableView<?>) find("topology-links")).getSelectionModel().select(1));
    assertEquals("Server → Primary", workbench.selectionProperty().get().link().orElseThrow().way());
    onScreen(() -> ((Button) find("table-delete")).fire());
    assertTrue(topology().link("Server", "Primary").isEmpty());
  }

  @Test
  void severalRowsAreOneSelection() {
    selectRow(0);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertEquals(Set.of("Families", "Server"), workbench.selectionProperty().get().nodes());
  }

  private void typeName(String name) {
    var field = robot.from(nodes()).lookup(".text-field").<TextField>query();
    onScreen(() -> field.setText(name));
    robot.type(KeyCode.ENTER);
  }

  private void choose(String text) {
    onScreen(() -> javafx.stage.Window.getWindows().stream().filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream()).filter(item -> text.equals(item.getText()))
        .toList().forEach(MenuItem::fire));
    onScreen(() -> javafx.stage.Window.getWindows().stream().filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast).toList().forEach(ContextMenu::hide));
  }

  private void selectRow(int row) {
    onScreen(() -> {
      nodes().requestFocus();
      nodes().getSelectionModel().clearAndSelect(row);
    });
  }

  private List<String> column(int index) {
    return nodes().getItems().stream().map(row -> nodes().getColumns().get(index).getCellData(nodes().getItems()
        .indexOf(row)).toString()).toList();
  }

  private TableView<?> nodes() {
    return (TableView<?>) find("topology-nodes");
  }

  private Topology topology() {
    return workbench.topologyProperty().get();
  }
}
