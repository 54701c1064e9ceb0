package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.charts.ChartMemory;

/// What can be done with the charts below the canvas.
final class ChartsTest extends WindowTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void eachPlaceShowsTheChartThatIsChosen() {
    assertEquals("response,goodput,growth", chosen());
    onScreen(() -> choose(2, "utilisation"));
    assertEquals("response,utilisation,growth", chosen());
    assertEquals("Utilisation", ((MenuButton) find("chart-choice-2")).getText());
  }

  @Test
  void theChoiceIsRememberedAndWhatIsNoChartIsPassedOver() throws BackingStoreException {
    var memory = Preferences.userRoot().node("tenfold-test-" + System.nanoTime());
    memory.put("charts", "cost,none,queues");
    onScreen(() -> new ChartMemory(memory).keep(window.controller().charts()));
    assertEquals("cost,goodput,queues", chosen());
    onScreen(() -> choose(1, "wrong"));
    assertEquals("wrong,goodput,queues", memory.get("charts", ""));
    memory.removeNode();
  }

  @Test
  void aChartIsSavedByTheMenu() throws IOException {
    waitUntil("a point", 20, () -> newest(point -> point.seconds()) > 0);
    var file = folder.resolve("response.svg");
    files.next = Optional.of(file);
    onScreen(() -> act(1, "svg"));
    assertTrue(java.nio.file.Files.readString(file).contains("<title>Response time</title>"));
    assertTrue(window.documents().statusProperty().get().contains("response.svg"));
    files.next = Optional.of(folder.resolve("numbers.csv"));
    onScreen(() -> act(2, "csv"));
    assertTrue(java.nio.file.Files.readString(folder.resolve("numbers.csv")).startsWith("seconds,"));
  }

  @Test
  void aRunIsPinnedAndTheOneBeforeTheRestartToo() {
    waitUntil("a point", 20, () -> newest(point -> point.seconds()) > 0);
    var charts = window.controller().charts();
    onScreen(() -> act(1, "pin"));
    assertFalse(charts.pinned().isEmpty());
    onScreen(() -> act(1, "unpin"));
    assertTrue(charts.pinned().isEmpty());
    onScreen(() -> {
      workbench.restart();
      charts.paint();
      act(3, "pinBefore");
    });
    assertTrue(charts.pinned().size() >= 1);
  }

  /// The keyboard reads values and opens what can be done.
  @Test
  void theKeyboardReadsValues() {
    onScreen(() -> find("chart-1").requestFocus());
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.END);
    assertTrue(find("chart-1").isFocused());
    robot.type(KeyCode.ENTER);
    assertTrue(((MenuButton) find("chart-more-1")).isShowing());
    robot.type(KeyCode.ESCAPE);
  }

  private String chosen() {
    return window.controller().charts().chosenProperty().get();
  }

  private void choose(int place, String chart) {
    fire("chart-choice-" + place, "chart-choice-" + place + "-" + chart);
  }

  private void act(int place, String what) {
    var more = (MenuButton) find("chart-more-" + place);
    more.show();
    fire("chart-more-" + place, "chart-more-" + place + "-" + what);
    more.hide();
  }

  private void fire(String menu, String item) {
    ((MenuButton) find(menu)).getItems().stream().filter(one -> item.equals(one.getId())).forEach(MenuItem::fire);
  }
}
