package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.scenario.Gallery;

/// The way from the menu to a shipped scenario.
final class ScenariosTest extends WindowTest {

  @Test
  void everyShippedScenarioStandsInAGroupWithWhatItShowsAndIsOpenedFromThere() {
    open();
    assertTrue(isOpen());
    var shown = robot.from(find("scenarios")).lookup(".scenario").queryAllAs(Button.class);
    assertEquals(Gallery.NAMES, shown.stream().map(card -> card.getId().replaceFirst("scenario-", "")).toList());
    for (var card : shown) {
      var scenario = Gallery.scenario(card.getId().replaceFirst("scenario-", ""));
      assertEquals(List.of(scenario.title(), scenario.description()),
          List.of(((Label) card.getGraphic()).getText(), card.getText()));
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

  private void open() {
    onScreen(() -> robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> "menu-scenarios".equals(item.getId()))
        .forEach(MenuItem::fire));
  }

  private boolean isOpen() {
    return find("scenarios").getParent().isVisible();
  }
}
