package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.scenario.Gallery;

/// The way from the menu to a shipped scenario.
final class ScenariosTest extends WindowTest {

  @Test
  void everyShippedScenarioStandsInAGroupWithWhatItShowsAndIsOpenedFromThere() {
    open();
    assertTrue(isOpen());
    assertEquals(Gallery.NAMES, shown());
    for (var card : cards()) {
      var scenario = Gallery.scenario(card.getId().replaceFirst("scenario-", ""));
      assertEquals(List.of(scenario.title(), scenario.description()),
          List.of(text(card, ".name"), text(card, ".description")));
      assertEquals(scenario.topology().nodes().size(), count(card, ".thumbnail .box"), card.getId());
      assertEquals(scenario.topology().links().size(), count(card, ".thumbnail .link"), card.getId());
    }
    assertEquals(Gallery.GROUPS.size(), robot.from(find("scenarios")).lookup(".heading").queryAll().size());
    onScreen(() -> ((Button) find("scenario-failover")).fire());
    assertFalse(isOpen());
    assertEquals(Gallery.scenario("failover"), workbench.document().scenario());
  }

  @Test
  void escapeGoesBackToWhatWasOpen() {
    open();
    robot.type(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertEquals(Gallery.scenario("growth-crisis"), workbench.document().scenario());
  }

  /// Each box of a thumbnail is inside its picture, and none covers another.
  @Test
  void boxesOfAThumbnailStandApart() {
    open();
    for (var picture : find("scenarios").lookupAll(".thumbnail")) {
      var boxes = picture.lookupAll(".box").stream().map(Node::getBoundsInParent).toList();
      for (var box : boxes) {
        assertTrue(picture.getLayoutBounds().contains(box), box + " is outside");
        assertTrue(boxes.stream().noneMatch(other -> other != box && other.intersects(box)), box + " is covered");
      }
    }
  }

  @Test
  void aWordFindsScenariosAndTheKeyboardOpensOne() {
    open();
    robot.write("like");
    assertEquals(List.of("like-netflix", "like-facebook", "like-aws", "like-stripe"), shown());
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.TAB);
    robot.type(KeyCode.SPACE);
    assertFalse(isOpen());
    assertEquals(Gallery.scenario("like-facebook"), workbench.document().scenario());
  }

  @Test
  void enterOpensTheFirstThatIsFound() {
    open();
    robot.write("thread lost like nothing else");
    assertEquals(List.of(), shown());
    robot.type(KeyCode.ENTER);
    assertTrue(isOpen());
    onScreen(() -> ((TextField) find("scenarios-search")).setText("tokyo edge"));
    robot.type(KeyCode.ENTER);
    assertFalse(isOpen());
    assertEquals(Gallery.scenario("tokyo"), workbench.document().scenario());
  }

  private void open() {
    onScreen(() -> robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> "menu-scenarios".equals(item.getId()))
        .forEach(MenuItem::fire));
  }

  private boolean isOpen() {
    return find("scenarios").getParent().isVisible();
  }

  /// Names of the scenarios that are offered, from the top.
  private List<String> shown() {
    return cards().stream().map(card -> card.getId().replaceFirst("scenario-", "")).toList();
  }

  private List<Button> cards() {
    return find("scenarios").lookupAll(".scenario").stream().map(Button.class::cast).toList();
  }

  private static String text(Button card, String style) {
    return ((Label) card.lookup(style)).getText();
  }

  private static int count(Button card, String selector) {
    return card.lookupAll(selector).size();
  }
}
