package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;

/// A newcomer's first minutes: growth chokes the one server, more servers rescue it.
final class RescueJourneyTest extends WindowTest {

  @Test
  void aThousandFamiliesChokeTheServerAndSixteenServersRescueThem() {
    assertEquals(10, workbench.families());
    waitUntil("quick answers at 10 families", 20, () -> newest(point -> point.p95Ms()) < 200);

    slideTo(1_000);
    waitUntil("p95 over 3 s", 60, () -> newest(point -> point.p95Ms()) > 3_000);

    drop("palette-app-server", new Point2D(450, 420));
    drop("palette-load-balancer", new Point2D(330, 180));
    assertEquals(2, workbench.topologyProperty().get().nodes(AppServer.class).size());
    waitUntil("requests at the new server", 20, () -> view("Server 2").filter(node -> node.served() > 0).isPresent());

    robot.moveTo(find("node-Server-2"));
    while (stackOf("Server 2") < 15) {
      int before = stackOf("Server 2");
      onScreen(() -> stepper().fire());
      assertEquals(before + 1, stackOf("Server 2"));
    }
    waitUntil("goodput above 2,000/s", 60, () -> newest(point -> point.goodputPerSecond()) > 2_000);
    waitUntil("p95 below 300 ms once the old queue has drained", 60, () -> newest(point -> point.p95Ms()) < 300);
    assertTrue(newest(point -> point.timeoutsPerSecond()) < 20);
  }

  @Test
  void everythingOfTheRescueCanBeUndoneAndRedone() {
    var start = workbench.topologyProperty().get();
    drop("palette-load-balancer", new Point2D(330, 180));
    drop("palette-cache", new Point2D(450, 420));
    var rescued = workbench.topologyProperty().get();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(start, workbench.topologyProperty().get());
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).type(KeyCode.Y).release(KeyCode.CONTROL);
    assertEquals(rescued, workbench.topologyProperty().get());
  }

  private Button stepper() {
    return find("node-Server-2").lookupAll(".step").stream()
        .map(node -> (Button) node)
        .filter(button -> button.getText().equals("+"))
        .findFirst().orElseThrow();
  }

  private int stackOf(String name) {
    return workbench.topologyProperty().get().node(name).orElseThrow().component().instances();
  }

  /// Drags the thumb of the families slider.
  private void slideTo(int families) {
    var slider = (Slider) find("families-slider");
    var thumb = slider.lookup(".thumb");
    var track = slider.localToScene(slider.getLayoutBounds());
    double radius = thumb.getLayoutBounds().getWidth() / 2;
    double share = (Math.log10(families) - slider.getMin()) / (slider.getMax() - slider.getMin());
    var from = Mouse.middle(thumb);
    mouse.drag(from, new Point2D(
        track.getMinX() + radius + share * (track.getWidth() - 2 * radius), from.getY()));
    assertEquals(families, workbench.families());
  }

  private void drop(String item, Point2D place) {
    mouse.drag(Mouse.middle(find(item)), place);
  }
}
