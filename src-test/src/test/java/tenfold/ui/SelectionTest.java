package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench.Selection;
import tenfold.scenario.Frame;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Several parts at once: box, move, align, clipboard, names and frames, by mouse and by keyboard.
final class SelectionTest extends WindowTest {

  @Test
  void aBoxSelectsWhatItTouchesAndWithShiftAddsToIt() {
    var first = Mouse.middle(find("node-Families").lookup(".card"));
    var last = Mouse.middle(find("node-Server").lookup(".card"));
    mouse.drag(first.add(-70, -60), new Point2D(last.getX(), first.getY()));
    assertEquals(Set.of("Families", "Server"), selected());
    assertFalse(find("node-Families").getParent().getParent().lookup(".selection-box").isVisible());
    mouse.holdShift(true);
    var primary = Mouse.middle(find("node-Primary").lookup(".card"));
    mouse.drag(primary.add(-5, 90), primary);
    mouse.holdShift(false);
    assertEquals(Set.of("Families", "Server", "Primary"), selected());
    mouse.click(first.add(0, 120));
    assertEquals(Set.of(), selected());
  }

  @Test
  void severalNodesMoveTogetherAndAClickSelectsOneOfThem() {
    select("Server", "Primary");
    var before = topology();
    var chip = Mouse.middle(find("node-Server").lookup(".chip"));
    mouse.drag(chip, chip.add(0, 144));
    double moved = y("Server") - before.node("Server").orElseThrow().y();
    assertTrue(moved > 60, "moved by " + moved);
    assertEquals(moved, y("Primary") - before.node("Primary").orElseThrow().y());
    assertEquals("Move Server, Primary", workbench.undoable().orElseThrow());
    assertEquals(Set.of("Server", "Primary"), selected());
    mouse.click(Mouse.middle(find("node-Server").lookup(".chip")));
    assertEquals(Set.of("Server"), selected());
    onScreen(workbench::undo);
    assertEquals(before, topology());
  }

  /// Moved a little beside the line of its neighbours, a node comes to rest on it, and the line is shown meanwhile.
  @Test
  void aMovedNodeComesIntoLineWithItsNeighbours() {
    double line = y("Server");
    onScreen(() -> workbench.move(Set.of("Primary"), node -> node.at(node.x(), line + 97),
        tenfold.app.live.EditHistory.Joining.ALONE));
    robot.sleep(600); // it goes there
    var chip = Mouse.middle(find("node-Primary").lookup(".chip"));
    double scale = window.controller().canvas().viewport().scale();
    mouse.drag(chip, chip.add(0, -(97 - 3) * scale), MouseButton.PRIMARY, () ->
        assertTrue(robot.lookup(".guide").queryAll().stream().anyMatch(javafx.scene.Node::isVisible)));
    assertEquals(line, y("Primary"));
    assertTrue(robot.lookup(".guide").queryAll().stream().noneMatch(javafx.scene.Node::isVisible));
  }

  @Test
  void partsAreCopiedCutAndPastedByKeys() {
    select("Server", "Primary");
    focus("node-Server");
    select("Server", "Primary");
    keys(KeyCode.C);
    keys(KeyCode.V);
    assertEquals(Set.of("Server 2", "Primary 2"), selected());
    keys(KeyCode.X);
    assertTrue(topology().node("Server 2").isEmpty());
    keys(KeyCode.V);
    assertTrue(topology().link("Server 2", "Primary 2").isPresent());
    assertEquals("Paste Server 2, Primary 2", workbench.undoable().orElseThrow());
    keys(KeyCode.D);
    assertEquals(Set.of("Server 3", "Primary 3"), selected());
    keys(KeyCode.A);
    assertEquals(topology().nodes().size(), selected().size());
  }

  @Test
  void whatIsNoPartOfASystemIsRefusedInOneSentence() {
    var before = topology();
    onScreen(() -> {
      var content = new ClipboardContent();
      content.putString("a shopping list");
      Clipboard.getSystemClipboard().setContent(content);
    });
    focus("node-Server");
    keys(KeyCode.V);
    assertEquals(before, topology());
    assertEquals("The copied text is no part of a system. Select nodes and copy them first.", said());
  }

  @Test
  void partsAreAlignedByMenuAndByKeys() {
    onScreen(() -> workbench.move(Set.of("Server"), node -> node.at(node.x() + 10, node.y() + 133),
        tenfold.app.live.EditHistory.Joining.ALONE));
    select("Families", "Server", "Primary");
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT, KeyCode.CONTROL);
    assertEquals(y("Families"), y("Server"));
    assertEquals("Align tops", workbench.undoable().orElseThrow());
    onScreen(() -> ((javafx.scene.control.Button) find("edit")).fire());
    choose("action-align", "action-align-ACROSS");
    assertEquals((x("Families") + x("Primary")) / 2, x("Server"), 1);
  }

  @Test
  void theEditMenuNamesWhatItTakesBack() {
    onScreen(() -> workbench.stack("Server", 2));
    onScreen(() -> ((javafx.scene.control.Button) find("edit")).fire());
    assertEquals("Undo: Stack of Server", entry("action-undo").getText());
    assertTrue(entry("action-rename").isDisable(), "nothing is selected");
    choose("action-undo");
    assertEquals(1, topology().node("Server").orElseThrow().component().instances());
  }

  @Test
  void aNodeIsRenamedByKeyboardAndNonsenseIsSaidAtTheField() {
    focus("node-Server");
    robot.type(KeyCode.F2);
    var field = (TextField) find("part-name");
    onScreen(() -> field.setText("Primary"));
    robot.type(KeyCode.ENTER);
    assertTrue(topology().node("Server").isPresent());
    assertEquals("There is a part “Primary” already. Choose another name.",
        ((Label) find("part-editor").lookup(".fault")).getText());
    onScreen(() -> field.setText("Web"));
    robot.type(KeyCode.ENTER);
    assertTrue(topology().link("Web", "Primary").isPresent());
    assertTrue(robot.lookup("#part-editor").tryQuery().isEmpty());
    assertEquals(Set.of("Web"), selected());
    waitUntil("the run to know the name", 10, () -> workbench.snapshotProperty().get().nodes().stream()
        .anyMatch(view -> view.name().equals("Web")));
  }

  @Test
  void aNoteIsMadeTypedMovedResizedAndDeletedByKeyboard() {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.N).release(KeyCode.SHIFT, KeyCode.CONTROL);
    var text = (TextArea) find("part-text");
    onScreen(() -> text.setText("Look here"));
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    var note = frame("Note");
    assertEquals("Look here", note.text());
    assertTrue(find("frame-Note").isFocused());
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.DOWN).release(KeyCode.CONTROL);
    assertEquals(note.at(note.x() + 8, note.y()).sized(note.width(), note.height() + 8), frame("Note"));
    robot.type(KeyCode.DELETE);
    assertEquals(List.of(), workbench.framesProperty().get());
    onScreen(workbench::undo);
    assertEquals("Look here", frame("Note").text());
  }

  @Test
  void aRegionIsDrawnAroundNodesAndDraggedWithThem() {
    select("Server", "Primary");
    keys(KeyCode.G);
    robot.type(KeyCode.ESCAPE);
    double x = x("Server");
    var region = frame("Region");
    var corner = Mouse.middle(find("frame-Region").lookup(".corner"));
    mouse.drag(corner, corner.add(40, 30));
    assertTrue(frame("Region").width() > region.width());
    var head = Mouse.middle(find("frame-Region").lookup(".name"));
    mouse.drag(head, head.add(0, 120));
    double moved = frame("Region").y() - region.y();
    assertTrue(moved > 60, "moved by " + moved);
    assertEquals(x, x("Server"));
    onScreen(workbench::undo);
    onScreen(workbench::undo);
    assertEquals(region, frame("Region"));
  }

  @Test
  void aLinkSaysWhileItIsDrawnWhatItWouldBeOrWhyItCannotBe() {
    onScreen(() -> workbench.add(new tenfold.component.RedisCache(), 400, 420));
    onScreen(() -> workbench.toggleLink("Server", "Cache"));
    var port = Mouse.middle(find("node-Server").lookup(".port"));
    mouse.drag(port, Mouse.middle(find("node-Cache").lookup(".card")), MouseButton.PRIMARY, () -> {
      assertEquals("Link Server to Cache", whisper());
      assertEquals(0.4, find("node-Families").getOpacity(), 0.01);
      assertEquals(1, find("node-Cache").getOpacity());
    });
    assertTrue(topology().link("Server", "Cache").isPresent());
    mouse.drag(port, Mouse.middle(find("node-Families").lookup(".card")), MouseButton.PRIMARY, () ->
        assertTrue(whisper().startsWith("Not possible: Server → Families. From here links go to: Cache"), whisper()));
    assertFalse(robot.lookup(".whisper").query().isVisible());
  }

  private String whisper() {
    return robot.lookup(".whisper").<Label>query().getText();
  }

  private String said() {
    return ((Label) find("canvas-said")).getText();
  }

  private static MenuItem entry(String id) {
    return javafx.stage.Window.getWindows().stream().filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  /// Chooses an entry of the menu that is open, through its submenus.
  private void choose(String... ids) {
    onScreen(() -> {
      var item = entry(ids[0]);
      for (int i = 1; i < ids.length; i++) {
        var id = ids[i];
        item = ((javafx.scene.control.Menu) item).getItems().stream().filter(inner -> id.equals(inner.getId()))
            .findFirst().orElseThrow();
      }
      item.fire();
    });
  }

  private void select(String... names) {
    onScreen(() -> workbench.select(new Selection(new LinkedHashSet<>(List.of(names)), Optional.empty())));
  }

  private Set<String> selected() {
    return workbench.selectionProperty().get().nodes();
  }

  private void keys(KeyCode code) {
    robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
  }

  private void focus(String id) {
    var node = find(id);
    onScreen(node::requestFocus);
  }

  private Frame frame(String name) {
    return workbench.document().scenario().frame(name).orElseThrow();
  }

  private Topology topology() {
    return workbench.topologyProperty().get();
  }

  private double x(String name) {
    return node(name).x();
  }

  private double y(String name) {
    return node(name).y();
  }

  private Node node(String name) {
    return topology().node(name).orElseThrow();
  }
}
