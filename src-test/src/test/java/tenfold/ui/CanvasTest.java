package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import tenfold.app.canvas.Viewport;

/// When the canvas shows the whole drawing by itself, and when it leaves the view to the user.
final class CanvasTest extends WindowTest {

  /// Most shipped scenarios have nodes of the same names, which must not hide that another one was opened.
  @Test
  void anotherScenarioIsShownWhole() {
    var fitted = viewport();
    pan();
    assertNotEquals(fitted, viewport());
    onScreen(() -> window.documents().openShipped("n-plus-one"));
    waitUntil("the drawing in the middle", 10, () -> viewport().equals(fitted));
  }

  @Test
  void aResizedWindowShowsTheWholeDrawingUntilTheUserPans() {
    var fitted = viewport();
    height(600);
    waitUntil("the drawing in the middle", 10, () -> !viewport().equals(fitted));
    var small = viewport();
    pan();
    var panned = viewport();
    assertNotEquals(small, panned);
    height(760);
    assertEquals(panned, viewport());
    onScreen(window.controller()::fit);
    assertEquals(fitted, viewport());
  }

  @Test
  void theWheelZoomsAtTheMouseAndTwoFingersMoveTheView() {
    var start = viewport();
    var canvas = window.controller().canvas();
    double under = start.worldX(200);
    mouse.scroll(canvas.localToScene(200, 100), 0, 80, false, false);
    assertTrue(viewport().scale() > start.scale());
    assertEquals(under, viewport().worldX(200), 1, "what is under the mouse stays there");
    var zoomed = viewport();
    mouse.scroll(canvas.localToScene(200, 100), 0, 80, true, false);
    assertEquals(zoomed.moved(80, 0), viewport());
    mouse.scroll(canvas.localToScene(200, 100), -13, 7.5, false, false);
    assertEquals(zoomed.moved(80, 0).moved(-13, 7.5), viewport());
    mouse.scroll(canvas.localToScene(200, 100), 0, -7.5, false, true);
    assertTrue(viewport().scale() < zoomed.scale(), "Control zooms on a touch pad too");
  }

  @Test
  void keysZoomAndShowEverything() {
    var fitted = viewport();
    robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
    assertEquals(1.25 * fitted.scale(), viewport().scale(), 1e-9);
    robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).type(KeyCode.MINUS).release(KeyCode.CONTROL);
    assertEquals(fitted.scale() / 1.25, viewport().scale(), 1e-9);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    assertEquals(fitted, viewport());
  }

  @Test
  void theSpaceBarLetsTheMouseMoveTheView() {
    var before = viewport();
    onScreen(() -> find("node-Server").requestFocus());
    robot.press(KeyCode.SPACE);
    mouse.drag(Mouse.middle(find("node-Server").lookup(".chip")), new Point2D(400, 400));
    robot.release(KeyCode.SPACE);
    assertNotEquals(before, viewport());
    assertTrue(workbench.undoable().isEmpty(), "nothing was moved but the view");
  }

  @Test
  void theSmallMapIsDraggedAndFolded() {
    var before = viewport();
    var map = find("minimap-map");
    mouse.drag(Mouse.middle(map), Mouse.middle(map).add(20, 10));
    assertNotEquals(before, viewport());
    robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    assertFalse(map.isVisible());
    assertTrue(find("view-fit").isVisible(), "the buttons stay");
    onScreen(() -> ((javafx.scene.control.Button) find("view-fit")).fire());
    assertEquals(before, viewport());
  }

  private void height(double pixels) {
    onScreen(() -> window.scene().getWindow().setHeight(pixels));
    robot.sleep(300);
  }

  private void pan() {
    mouse.drag(new Point2D(300, 150), new Point2D(350, 190), MouseButton.MIDDLE, () -> {});
  }

  private Viewport viewport() {
    return window.controller().canvas().viewport();
  }
}
