package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;
import tenfold.component.Fault;
import tenfold.scenario.ScheduledFault;

/// What moves on the canvas, what stays long enough to be read, and that nothing moves for those who want that.
final class MotionTest extends WindowTest {

  @Test
  void withReducedMotionNoDotTravelsAndNothingGlides() {
    waitUntil("dots", 20, () -> window.controller().canvas().dotCount() > 0);
    onScreen(() -> window.theme().reducedMotionProperty().set(true));
    assertEquals(0, window.controller().canvas().dotCount());
    assertTrue(legend("a thicker link has more calls"));
    onScreen(() -> workbench.move(Set.of("Primary"), node -> node.at(node.x(), node.y() + 300), Joining.ALONE));
    assertEquals(y("Primary"), drawnY("Primary"), 1, "it is there at once");
    onScreen(() -> window.theme().reducedMotionProperty().set(false));
    assertFalse(legend("a thicker link has more calls"));
  }

  /// Dots are pixels of the window, in the colour of what becomes of their requests.
  @Test
  void dotsAreSeenOnTheirLinkAndLeaveNothingBehind() {
    waitUntil("dots that are seen", 20, () -> pixelsOnTheLink(Ink.DATABASE) > 0);
    onScreen(() -> window.theme().reducedMotionProperty().set(true));
    waitUntil("an empty link", 10, () -> pixelsOnTheLink(Ink.DATABASE) == 0);
  }

  private int pixelsOnTheLink(Ink ink) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
      var from = find("node-Server").localToScene(tenfold.topology.Node.WIDTH + 10, 0);
      var to = find("node-Primary").localToScene(-10, tenfold.topology.Node.HEIGHT);
      var pixels = window.scene().snapshot(null).getPixelReader();
      int wanted = 0xff000000 | ink.rgb(Palette.LIGHT);
      int count = 0;
      for (int x = (int) from.getX(); x < to.getX(); x++) {
        for (int y = (int) from.getY(); y < to.getY(); y++) {
          count += pixels.getArgb(x, y) == wanted ? 1 : 0;
        }
      }
      return count;
    });
  }

  @Test
  void tidiedNodesGlideToTheirPlaces() {
    onScreen(() -> workbench.move(Set.of("Primary"), node -> node.at(node.x(), node.y() + 300), Joining.ALONE));
    waitUntil("it to arrive", 10, () -> Math.abs(drawnY("Primary") - y("Primary")) < 1);
    double before = y("Primary");
    robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    assertTrue(before - y("Primary") > 100, "the system is tidy at once");
    waitUntil("the drawing to be tidy", 10, () -> Math.abs(drawnY("Primary") - y("Primary")) < 1);
  }

  /// At full speed a crash is over before the next frame.
  @Test
  void aCrashIsSaidLongerThanItLasts() {
    onScreen(() -> workbench.speedProperty().set(Double.POSITIVE_INFINITY));
    onScreen(() -> workbench.suffer(new ScheduledFault(0, "Server", 0, Fault.CRASH)));
    waitUntil("the crash to be said, and that it is over", 20, () -> cardSays("Server", "was: down"));
    waitUntil("the card to say what matters again", 20, () -> cardSays("Server", "4 cores · $100"));
  }

  @Test
  void theDropGhostShowsTheLinksThatItWouldGetAndSnaps() {
    double line = y("Server");
    var canvas = window.controller().canvas();
    var server = find("node-Server");
    var inLine = server.localToScene(68, 29);
    var item = Mouse.middle(find("palette-cache"));
    var before = workbench.topologyProperty().get();
    mouse.drag(item, new Point2D(inLine.getX() + 60, inLine.getY() + 3), MouseButton.PRIMARY, () -> {
      var ghost = robot.lookup(".drop-ghost").query();
      assertEquals("drop: used by all who can call it", ((Label) ghost.lookup(".hint")).getText());
      double top = canvas.localToScene(0, canvas.viewport().screenY(line)).getY();
      assertEquals(top, ghost.localToScene(0, 0).getY(), 2, "in line with the server");
    });
    assertEquals(line, y("Cache"));
    assertTrue(workbench.topologyProperty().get().link("Server", "Cache").isPresent());
    onScreen(workbench::undo);
    mouse.drag(item, new Point2D(500, 740), MouseButton.PRIMARY, () -> assertEquals(
        "let go over the canvas to add it", robot.lookup(".drop-ghost .hint").<Label>query().getText()));
    assertEquals(before, workbench.topologyProperty().get());
  }

  private boolean legend(String words) {
    return robot.lookup(".legend .label").<Label>queryAll().stream().anyMatch(label -> words.equals(label.getText()));
  }

  private boolean cardSays(String node, String words) {
    return robot.from(find("node-" + node)).lookup((Label label) -> words.equals(label.getText())).tryQuery()
        .isPresent();
  }

  private double y(String name) {
    return workbench.topologyProperty().get().node(name).orElseThrow().y();
  }

  /// Where a card is on the canvas, in canvas units.
  private double drawnY(String name) {
    Node card = find("node-" + name);
    var canvas = window.controller().canvas();
    return canvas.viewport().worldY(canvas.sceneToLocal(card.localToScene(0, 0)).getY());
  }
}
