package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import javafx.geometry.Point2D;
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

  private void height(double pixels) {
    onScreen(() -> window.scene().getWindow().setHeight(pixels));
    robot.sleep(300);
  }

  private void pan() {
    mouse.drag(new Point2D(300, 150), new Point2D(350, 190));
  }

  private Viewport viewport() {
    return window.controller().canvas().viewport();
  }
}
