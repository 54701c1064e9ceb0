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
import org.testfx.util.WaitForAsyncUtils;

/// A mouse that drags from one node to another. The robot of the headless platform forgets the pressed button while
/// it moves, so the events go to the scene itself, as the window's own would.
final class Mouse {
  private static final int STEPS = 8;

  private final Scene scene;

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
    press(from);
    for (int step = 1; step <= STEPS; step++) {
      send(MouseEvent.MOUSE_DRAGGED, from.interpolate(to, (double) step / STEPS), MouseButton.PRIMARY, true);
    }
    release(to);
  }

  private void press(Point2D point) {
    send(MouseEvent.MOUSE_MOVED, point, MouseButton.NONE, false);
    send(MouseEvent.MOUSE_PRESSED, point, MouseButton.PRIMARY, true);
  }

  private void release(Point2D point) {
    send(MouseEvent.MOUSE_RELEASED, point, MouseButton.PRIMARY, false);
  }

  private void send(EventType<MouseEvent> type, Point2D point, MouseButton button, boolean isDown) {
    Platform.runLater(() -> SceneHelper.processMouseEvent(scene, new MouseEvent(type, point.getX(), point.getY(),
        point.getX(), point.getY(), button, button == MouseButton.NONE ? 0 : 1, false, false, false, false, isDown,
        false, false, false, false, true, null)));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
