package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;
import tenfold.topology.Topology;

/// Every edit of the canvas, by mouse and by keyboard.
final class EditingTest extends WindowTest {

  @Test
  void aLinkIsDrawnFromPortToNodeAndTakenAwayWithDelete() {
    drop("palette-cache", new Point2D(450, 420));
    var link = topology().link("Server", "Cache").orElseThrow();
    onScreen(() -> workbench.select(new Selection(java.util.Set.of(), Optional.of(link))));
    onScreen(() -> workbench.deleteSelection());
    assertTrue(topology().link("Server", "Cache").isEmpty());

    mouse.drag(Mouse.middle(find("node-Server").lookup(".port")), Mouse.middle(find("node-Cache").lookup(".card")));
    assertTrue(topology().link("Server", "Cache").isPresent());
  }

  @Test
  void aLinkThatMakesNoSenseIsNotDrawn() {
    var before = topology();
    mouse.drag(Mouse.middle(find("node-Primary").lookup(".port")), Mouse.middle(find("node-Families").lookup(".chip")));
    assertEquals(before.links(), topology().links());
  }

  @Test
  void aLinkIsMadeAndUnmadeByKeyboardAlone() {
    drop("palette-cache", new Point2D(450, 420));
    assertTrue(topology().link("Server", "Cache").isPresent());
    linkByKeys("Server", "Cache");
    assertTrue(topology().link("Server", "Cache").isEmpty());
    assertEquals(Selection.of("Cache"), workbench.selectionProperty().get());
    linkByKeys("Server", "Cache");
    assertTrue(topology().link("Server", "Cache").isPresent());
  }

  @Test
  void aNodeIsAddedStackedMovedAndDeletedByKeyboardAlone() {
    focus("palette-app-server");
    robot.type(KeyCode.ENTER);
    assertTrue(topology().node("Server 2").isPresent());
    focus("node-Server-2");
    robot.type(KeyCode.EQUALS).type(KeyCode.EQUALS).type(KeyCode.MINUS); // + shares its key with = on most keyboards
    assertEquals(2, topology().node("Server 2").orElseThrow().component().instances());
    double x = topology().node("Server 2").orElseThrow().x();
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertEquals(x + 8, topology().node("Server 2").orElseThrow().x());
    robot.type(KeyCode.DELETE);
    assertTrue(topology().node("Server 2").isEmpty());
  }

  @Test
  void aNodeIsDeletedByMouseAlone() {
    drop("palette-cache", new Point2D(450, 420));
    chooseFromMenu("node-Cache", "Delete");
    assertTrue(topology().node("Cache").isEmpty());
  }

  @Test
  void aDraggedNodeMovesAndTheMoveIsOneStepToUndo() {
    var before = topology();
    var card = Mouse.middle(find("node-Primary").lookup(".chip"));
    mouse.drag(card, card.add(0, 120));
    double moved = topology().node("Primary").orElseThrow().y() - before.node("Primary").orElseThrow().y();
    assertTrue(moved > 60, "moved by " + moved);
    onScreen(workbench::undo);
    assertEquals(before, topology());
  }

  @Test
  void escapeGivesADragFromThePaletteUp() {
    var before = topology();
    mouse.drag(Mouse.middle(find("palette-cache")), new Point2D(40, 700));
    assertEquals(before, topology());
  }

  @Test
  void familiesCanBeTypedAndNonsenseIsRefusedAtTheField() {
    type("families", "2,500");
    assertEquals(2_500, workbench.families());
    for (var nonsense : new String[] {"many", "1.5", "1,5", "0", "10,000,001"}) {
      type("families", nonsense);
      assertEquals(2_500, workbench.families());
      assertTrue(find("families-fault").isVisible(), nonsense);
    }
    assertTrue(robot.lookup("A whole number from 1 to 10,000,000 is needed.").tryQuery().isPresent());
    assertTrue(robot.lookup(".dialog-pane").tryQuery().isEmpty());
    focus("families");
    robot.type(KeyCode.ESCAPE);
    assertEquals("2,500", ((TextField) find("families")).getText());
    assertFalse(find("families-fault").isVisible());
  }

  @Test
  void leavingWithUnsavedEditsAsksAndACancelledSaveStays() {
    onScreen(() -> workbench.families(77, Joining.ALONE));
    leave("Cancel");
    assertEquals(77, workbench.families());
    leave("Save"); // the test chooses no file
    assertEquals(77, workbench.families());
    leave("Discard");
    assertEquals(1_000, workbench.families());
  }

  @Test
  void deleteWorksAfterAClickOnAButton() {
    drop("palette-cache", new Point2D(450, 420));
    focus("undo");
    robot.type(KeyCode.DELETE);
    assertTrue(topology().node("Cache").isEmpty());
    onScreen(() -> workbench.select(Selection.of("Server")));
    focus("families");
    robot.type(KeyCode.BACK_SPACE);
    assertTrue(topology().node("Server").isPresent(), "in a text field it deletes a letter");
  }

  @Test
  void aLinkDrawnOntoALinkedNodeChangesNothingAndSaysSo() {
    var before = topology();
    mouse.drag(Mouse.middle(find("node-Server").lookup(".port")), Mouse.middle(find("node-Primary").lookup(".chip")));
    assertEquals(before, topology());
    assertTrue(robot.lookup("already linked: Server → Primary").tryQuery().isPresent());
  }

  @Test
  void aScenarioSurvivesSavingAndOpening(@TempDir Path folder) {
    var file = folder.resolve("mine.tenfold");
    drop("palette-read-replica", new Point2D(600, 420));
    var drawn = topology();
    files.next = Optional.of(file);
    onScreen(window.documents()::saveAs);
    assertFalse(workbench.isEdited());
    onScreen(() -> workbench.families(77, Joining.ALONE));
    onScreen(window.documents()::save);
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> window.documents().open(file));
    assertEquals(drawn.withFamilies(77), topology());
  }

  @Test
  void aBrokenFileChangesNothingAndSaysWhere(@TempDir Path folder) throws IOException {
    var file = folder.resolve("broken.tenfold");
    java.nio.file.Files.writeString(file, "{\"kind\": \"scenario\", \"version\": 1, \"titel\": \"x\"}");
    var before = topology();
    onScreen(() -> window.documents().open(file));
    assertEquals(before, topology());
    var said = robot.lookup(".dialog-pane").queryAs(javafx.scene.control.DialogPane.class).getContentText();
    assertTrue(said.contains("line 1") && said.contains("titel") && said.contains("title"), said);
    robot.type(KeyCode.ENTER);
  }

  @Test
  void tidyPutsTheNodesInLayers() {
    onScreen(() -> workbench.move(java.util.Set.of("Primary"), node -> node.at(0, 400), Joining.ALONE));
    robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    assertTrue(x("Families") < x("Server") && x("Server") < x("Primary"));
  }

  @Test
  void aSystemThatCannotWorkIsMarkedAndSaysTheRemedy() {
    onScreen(() -> workbench.select(Selection.of("Primary")));
    onScreen(workbench::deleteSelection);
    assertTrue(robot.lookup("Server: it has no database. Link it to a primary.").tryQuery().isPresent());
    waitUntil("failures", 20, () -> newest(point -> point.errorsPerSecond()) > 0);
  }

  /// Opens another scenario and answers the question about the edits.
  private void leave(String answer) {
    javafx.application.Platform.runLater(() -> window.documents().openShipped("sample-scaled"));
    waitUntil("the question", 10, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    onScreen(() -> robot.lookup(".dialog-pane .button").queryAllAs(javafx.scene.control.Button.class).stream()
        .filter(button -> button.getText().equals(answer))
        .forEach(javafx.scene.control.Button::fire));
    waitUntil("the answer", 10, () -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
  }

  private void chooseFromMenu(String id, String text) {
    var card = find(id);
    var place = card.localToScreen(20, 20);
    onScreen(() -> card.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20,
        place.getX(), place.getY(), false, null)));
    onScreen(() -> javafx.stage.Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> text.equals(item.getText()))
        .toList()
        .forEach(MenuItem::fire));
  }

  private Topology topology() {
    return workbench.topologyProperty().get();
  }

  private double x(String name) {
    return topology().node(name).orElseThrow().x();
  }

  private void drop(String item, Point2D place) {
    mouse.drag(Mouse.middle(find(item)), place);
  }

  private void focus(String id) {
    var node = find(id);
    onScreen(node::requestFocus);
  }

  private void linkByKeys(String from, String to) {
    focus("node-" + from);
    robot.type(KeyCode.L);
    focus("node-" + to);
    robot.type(KeyCode.ENTER);
  }

  private void type(String id, String text) {
    var field = (TextField) find(id);
    onScreen(() -> {
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
  }
}
