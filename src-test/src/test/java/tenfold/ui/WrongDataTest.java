package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.Truth.Incident;
import tenfold.component.Truth.Wrong;

/// What the window says of data that were told and are not so.
final class WrongDataTest extends WindowTest {

  @Test
  void withoutIncidentsASentenceSaysWhatWouldBeListed() {
    showTab("tab-wrong");
    assertTrue(robot.lookup((Label label) -> label.isVisible()
        && label.getText().startsWith("Nothing was told so far that is not so.")).tryQuery().isPresent());
    assertEquals("0", count(Wrong.STALE_READ));
  }

  /// The ghost name: counters go up, and an incident names what was told, what was true, and the change that it missed.
  @Test
  void incidentsAreCountedListedAndTracedToTheirCause() {
    onScreen(() -> window.documents().openShipped("ghost-name"));
    showTab("tab-wrong");
    onScreen(() -> workbench.speedProperty().set(100));
    waitUntil("old names after a save", 60, () -> !count(Wrong.OLD_AFTER_SAVE).equals("0"));
    waitUntil("the chart to have them", 30, () -> newest(point -> point.wrong().perSecond()) > 0);
    onScreen(() -> workbench.playingProperty().set(false));
    var list = incidents();
    onScreen(() -> list.getSelectionModel().select(list.getItems().stream()
        .filter(incident -> incident.what() == Wrong.OLD_AFTER_SAVE).findFirst().orElseThrow()));
    var incident = list.getSelectionModel().getSelectedItem();
    assertTrue(incident.causeSeconds() < incident.atSeconds(), incident.toString());
    assertTrue(workbench.pointedAtProperty().get().contains("Primary"), workbench.pointedAtProperty().get().toString());
    assertTrue(find("node-Primary").getPseudoClassStates().toString().contains("pointed-at"));
    onScreen(() -> list.scrollTo(incident));
    assertTrue(says("Family " + incident.reader() + " saved, reloaded and was told “.*”; true was “Renamed \\d+”\\."));
    assertTrue(says("The name was changed at 00:.* in Primary; the answer came from .*\\."));
    onScreen(() -> ((Button) find("incident-trace")).fire());
    assertEquals("tab-why", sideTabs().getSelectionModel().getSelectedItem().getId());
    waitUntil("its trace", 60, () -> ((Label) find("why-facts")).getText()
        .startsWith("the one with the wrong answer: Old name after saving · "));
    assertTrue(((Label) find("why-title")).getText().endsWith("GET /api/family/" + incident.family()));
    showTab("tab-wrong");
    onScreen(() -> ((Button) find("incidents-go-on")).fire());
    assertEquals(java.util.Set.of(), workbench.pointedAtProperty().get());
  }

  /// What is selected stays where it is while the run goes on.
  @Test
  void theListStandsStillWhileOneIsSelected() {
    onScreen(() -> window.documents().openShipped("sessions-in-memory"));
    showTab("tab-wrong");
    waitUntil("somebody who is not known", 30, () -> !incidents().getItems().isEmpty());
    var list = incidents();
    onScreen(() -> list.getSelectionModel().selectFirst());
    var before = java.util.List.copyOf(list.getItems());
    var counted = count(Wrong.SESSION_UNKNOWN);
    waitUntil("one more", 30, () -> !count(Wrong.SESSION_UNKNOWN).equals(counted));
    assertEquals(before, list.getItems());
    onScreen(() -> ((Button) find("incidents-go-on")).fire());
    waitUntil("the newest", 30, () -> !before.equals(list.getItems()));
  }

  @Test
  void selectingANodeBringsItToTheFront() {
    showTab("tab-wrong");
    onScreen(() -> workbench.select(Selection.of("Server")));
    assertEquals("Server", sideTabs().getSelectionModel().getSelectedItem().getText());
  }

  @SuppressWarnings("unchecked") // it lists incidents
  private ListView<Incident> incidents() {
    return (ListView<Incident>) find("incidents");
  }

  private String count(Wrong what) {
    return ((Label) find("count-" + what)).getText();
  }

  private boolean says(String pattern) {
    return robot.from(incidents()).lookup((Label label) -> label.getText() != null && label.getText().matches(pattern))
        .tryQuery().isPresent();
  }
}
