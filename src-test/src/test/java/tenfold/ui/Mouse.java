package tenfold.ui;

import com.sun.javafx.scene.SceneHelper;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.testfx.util.WaitForAsyncUtils;

/// A mouse that drags from one node to another. The robot of the headless platform forgets the pressed button while
/// it moves, so the events go to the scene itself, as the window's own would.
final class Mouse {
  private static final int STEPS = 8;

  private final Scene scene;
  private boolean isShiftHeld;

  Mouse(Scene scene) {
    this.scene = scene;
  }

  /// The middle of a node, in the scene.
  static Point2D middle(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  void click(Point2D point) {
    press(point);
    release(point);
    send(MouseEvent.MOUSE_CLICKED, point, MouseButton.PRIMARY, false);
  }

  void drag(Point2D from, Point2D to) {
    drag(from, to, MouseButton.PRIMARY, () -> {});
  }

  /// Drags with that button, and looks before it lets go.
  void drag(Point2D from, Point2D to, MouseButton button, Runnable look) {
    press(from, button);
    for (int step = 1; step <= STEPS; step++) {
      send(MouseEvent.MOUSE_DRAGGED, from.interpolate(to, (double) step / STEPS), button, true);
    }
    look.run();
    send(MouseEvent.MOUSE_RELEASED, to, button, false);
  }

  private void press(Point2D point) {
    press(point, MouseButton.PRIMARY);
  }

  private void press(Point2D point, MouseButton button) {
    send(MouseEvent.MOUSE_MOVED, point, MouseButton.NONE, false);
    send(MouseEvent.MOUSE_PRESSED, point, button, true);
  }

  private void release(Point2D point) {
    send(MouseEvent.MOUSE_RELEASED, point, MouseButton.PRIMARY, false);
  }

  /// Turns the wheel at a point by as many pixels.
  void scroll(Point2D point, double dx, double dy, boolean isShiftDown, boolean isControlDown) {
    Platform.runLater(() -> scene.getRoot().lookup(".canvas").fireEvent(new ScrollEvent(ScrollEvent.SCROLL,
        point.getX(), point.getY(), point.getX(), point.getY(), isShiftDown, isControlDown, false, false, true, false,
        dx, dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
        null)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void send(EventType<MouseEvent> type, Point2D point, MouseButton button, boolean isDown) {
    Platform.runLater(() -> SceneHelper.processMouseEvent(scene, new MouseEvent(type, point.getX(), point.getY(),
        point.getX(), point.getY(), button, button == MouseButton.NONE ? 0 : 1, isShiftHeld, false, false, false,
        isDown && button == MouseButton.PRIMARY, isDown && button == MouseButton.MIDDLE, false, false, false, true,
        null)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Whether the Shift key is held from now on.
  void holdShift(boolean isHeld) {
    isShiftHeld = isHeld;
  }
}
