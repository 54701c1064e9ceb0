package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.Fault;
import tenfold.scenario.ScheduledFault;

/// Letting parts go wrong: now, by a button, and in every run, by the scenario's script. What is over after a few
/// simulated seconds is looked at while time stands still, so that a slow machine does not miss it.
final class FaultsTest extends WindowTest {

  @Test
  void aServerIsCrashedByAButtonAndComesBack() {
    pause();
    onScreen(() -> workbench.select(Selection.of("Server")));
    press("fault-crash");
    waitUntil("the server to be down", 20, () -> view("Server").orElseThrow().down() == 1);
    waitUntil("its card to say so", 20, () -> cardSays("Server", "down"));
    assertTrue(workbench.marks().stream().anyMatch(mark -> mark.label().equals("Crash: Server")));
    assertFalse(workbench.isEdited(), "it is no edit");
    onScreen(() -> {
      workbench.speedProperty().set(100);
      workbench.playingProperty().set(true);
    });
    waitUntil("the server to be back", 30, () -> view("Server").orElseThrow().down() == 0);
  }

  /// A process that hangs is up, and its card says what is wrong with it until it is restarted.
  @Test
  void aPrimaryThatHangsSaysSo() {
    pause();
    onScreen(() -> workbench.select(Selection.of("Primary")));
    press("fault-hang");
    waitUntil("its card to say so", 20, () -> cardSays("Primary", "hangs"));
    press("fault-restart");
    waitUntil("the restart", 20, () -> view("Primary").orElseThrow().down() == 1);
    assertEquals(0, view("Primary").orElseThrow().hanging());
  }

  @Test
  void oneOfAStackIsCrashedAlone() {
    pause();
    onScreen(() -> workbench.stack("Server", 3));
    onScreen(() -> workbench.select(Selection.of("Server")));
    ChoiceBox<Integer> which = choice("fault-instance");
    assertEquals(List.of(0, 1, 2, 3), which.getItems());
    onScreen(() -> which.setValue(2));
    press("fault-crash");
    waitUntil("one to be down", 20, () -> view("Server").orElseThrow().down() == 1);
  }

  /// The longest row of buttons fits into the pane, in words that are not cut off.
  @Test
  void theButtonsOfAStackCanBeRead() {
    onScreen(() -> workbench.stack("Server", 3));
    onScreen(() -> workbench.select(Selection.of("Server")));
    for (var id : List.of("fault-crash", "fault-hang", "fault-restart")) {
      var button = (Button) find(id);
      assertEquals(button.getText(), ((javafx.scene.text.Text) button.lookup(".text")).getText());
    }
  }

  /// Its button comes with the zone, and takes everything in it.
  @Test
  void aZoneGoesByAButtonOfAPartThatStandsInIt() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    assertTrue(robot.lookup("#fault-zone-b").tryQuery().isEmpty());
    onScreen(() -> {
      workbench.moveTo("Server", "b");
      workbench.moveTo("Primary", "b");
    });
    press("fault-zone-b");
    waitUntil("both to be down", 20, () -> view("Server").orElseThrow().down() == 1
        && view("Primary").orElseThrow().down() == 1);
  }

  /// Families cannot crash, so there is no button for it.
  @Test
  void thereAreButtonsOnlyForWhatCanHappen() {
    onScreen(() -> workbench.select(Selection.of("Families")));
    assertTrue(robot.lookup("#fault-crash").tryQuery().isEmpty());
  }

  @Test
  void theScriptIsAddedToChangedUndoneAndSaved() {
    showTab("tab-faults");
    press("fault-add");
    assertEquals(1, script().size());
    assertEquals("Server", script().getFirst().node());
    ChoiceBox<String> where = choice("fault-node-0");
    assertEquals(List.of("Server", "Primary"), where.getItems());
    onScreen(() -> where.setValue("Primary"));
    ChoiceBox<Fault> what = choice("fault-what-0");
    onScreen(() -> what.setValue(Fault.HANG));
    type("fault-at-0", "45");
    assertEquals(List.of(new ScheduledFault(45, "Primary", 0, Fault.HANG)), script());
    assertEquals(script(), workbench.document().scenario().faults());
    assertTrue(workbench.isEdited());
    onScreen(workbench::undo);
    assertEquals(Fault.HANG, script().getFirst().fault());
    onScreen(workbench::redo);
    assertEquals(45, script().getFirst().atSeconds());
    type("fault-at-0", "-5");
    assertEquals(45, script().getFirst().atSeconds());
    assertTrue(robot.lookup("atSeconds must be between 0 and 172800, not -5").tryQuery().isPresent());
    press("fault-remove-0");
    assertEquals(List.of(), script());
  }

  /// What one fault may be as bad as another may not; 0 is as bad as it usually is.
  @Test
  void aStrengthHasTheRangeOfItsFault() {
    showTab("tab-faults");
    onScreen(() -> workbench.faults(List.of(new ScheduledFault(1_000, "Server", 0, Fault.SLOW))));
    type("fault-strength-0", "2000");
    assertEquals(5, script().getFirst().strength());
    assertTrue(robot.lookup("strength must be between 1 and 1000, not 2000").tryQuery().isPresent());
    type("fault-strength-0", "0");
    assertEquals("5", ((TextField) find("fault-strength-0")).getText());
    assertTrue(robot.lookup("strength must be between 1 and 1000, not 2000").tryQuery().isEmpty());
  }

  @Test
  void whatIsScheduledHappensInTheRunThatGoesOn() {
    onScreen(() -> {
      workbench.speedProperty().set(1);
      double now = workbench.snapshotProperty().get().nowNanos() / 1e9;
      workbench.faults(List.of(new ScheduledFault(now + 3, "Server", 0, Fault.CRASH)));
    });
    waitUntil("the server to be down", 20, () -> view("Server").orElseThrow().down() == 1);
    assertTrue(workbench.marks().stream().anyMatch(mark -> mark.label().equals("Crash: Server")));
  }

  @Test
  void whatWasToHappenToADeletedNodeGoesWithIt() {
    showTab("tab-faults");
    onScreen(() -> workbench.faults(List.of(new ScheduledFault(1_000, "Primary", 0, Fault.CRASH))));
    onScreen(() -> workbench.select(Selection.of("Primary")));
    onScreen(workbench::deleteSelection);
    assertEquals(List.of(), script());
    onScreen(workbench::undo);
    assertEquals(1, script().size());
  }

  /// A fault that lasts is on the card, beside the numbers and, on a way, on the drawing, until it is over.
  @Test
  void whatLastsIsSaidWhileItLasts() {
    pause();
    onScreen(() -> workbench.stack("Server", 3));
    onScreen(() -> workbench.select(Selection.of("Server")));
    onScreen(() -> this.<Integer>choice("fault-instance").setValue(2));
    press("fault-slow");
    waitUntil("its card to say so", 20, () -> cardSays("Server", "Slow ×5, 1 of 3"));
    assertTrue(robot.lookup("Now: Slow ×5 (1 of 3)").tryQuery().isPresent());
    var link = workbench.topologyProperty().get().link("Server", "Primary");
    onScreen(() -> workbench.select(new Selection(Set.of(), link)));
    press("fault-partition");
    waitUntil("the link to say so", 20, () -> robot.lookup("Now: Partition").tryQuery().isPresent());
    onScreen(() -> {
      workbench.speedProperty().set(Double.POSITIVE_INFINITY);
      workbench.playingProperty().set(true);
    });
    waitUntil("the partition to be over", 30, () -> robot.lookup("Now: Partition").tryQuery().isEmpty());
    waitUntil("the server to be fast", 30, () -> !cardSays("Server", "Slow ×5, 1 of 3"));
  }

  private void pause() {
    onScreen(() -> workbench.playingProperty().set(false));
  }

  private boolean cardSays(String node, String words) {
    return robot.from(find("node-" + node)).lookup((Label label) -> words.equals(label.getText())).tryQuery()
        .isPresent();
  }

  private List<ScheduledFault> script() {
    return workbench.faultsProperty().get();
  }

  private void press(String id) {
    onScreen(() -> ((Button) find(id)).fire());
  }

  private void type(String id, String text) {
    var field = (TextField) find(id);
    onScreen(() -> {
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
  }

  @SuppressWarnings("unchecked") // the test knows what is to be chosen from
  private <T> ChoiceBox<T> choice(String id) {
    return (ChoiceBox<T>) find(id);
  }
}
