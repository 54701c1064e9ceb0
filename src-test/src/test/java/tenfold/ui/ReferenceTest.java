package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.app.live.Workbench.Selection;

/// The way from a selected component to its page of the reference, and back.
final class ReferenceTest extends WindowTest {

  @Test
  void theSelectedComponentHasAWayToItsPage() {
    onScreen(() -> workbench.select(Selection.of("Primary")));
    onScreen(() -> ((Hyperlink) find("reference-open")).fire());
    assertTrue(isOpen());
    assertEquals("Primary", title());
    assertTrue(says("maxConnections") && says("MySQL max_connections 151") && says("1 to 100,000"));
    onScreen(() -> ((Button) find("reference-read-replica")).fire());
    assertEquals("Replica", title());
    robot.type(KeyCode.DELETE);
    robot.type(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertTrue(workbench.topologyProperty().get().node("Primary").isPresent(), "no key reaches the canvas below");
  }

  @Test
  void itsCrossClosesIt() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    onScreen(() -> ((Hyperlink) find("reference-open")).fire());
    assertTrue(isOpen());
    onScreen(() -> ((Button) find("reference-close")).fire());
    assertFalse(isOpen());
  }

  /// As often as there is something to come to, and once round.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theKeyboardGoesRoundInTheSheet(boolean isBackwards) {
    onScreen(() -> workbench.select(Selection.of("Server")));
    onScreen(() -> ((Hyperlink) find("reference-open")).fire());
    var reached = new HashSet<Node>();
    for (int i = 0; i < 60; i++) {
      reached.add(window.scene().getFocusOwner());
      if (isBackwards) {
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
      } else {
        robot.type(KeyCode.TAB);
      }
    }
    var sheet = find("reference");
    assertEquals(Set.of(), reached.stream().filter(node -> !isIn(node, sheet)).collect(Collectors.toSet()));
    assertTrue(reached.contains(find("reference-close")) && reached.contains(find("reference-database-primary")),
        reached.toString());
  }

  private static boolean isIn(Node node, Node whole) {
    return node == whole || node.getParent() != null && isIn(node.getParent(), whole);
  }

  private boolean isOpen() {
    return find("reference").getParent().isVisible();
  }

  private String title() {
    return robot.from(find("reference")).lookup(".title").queryAs(Label.class).getText();
  }

  private boolean says(String words) {
    return robot.from(find("reference")).lookup((Label label) -> words.equals(label.getText())).tryQuery().isPresent();
  }
}
