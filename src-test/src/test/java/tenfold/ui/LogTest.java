package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.app.live.LogLine;
import tenfold.app.live.Workbench.Selection;

/// What happened stands in the log, and leads back to the moment.
class LogTest extends WindowTest {
  @Test
  void theLogLeadsBack() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    showTab("tab-faults");
    waitUntil("a second", 20, () -> workbench.time().newestSeconds() > 1);
    onScreen(() -> ((Button) find("now-crash")).fire());
    waitUntil("the end and the new beginning", 30, () -> words().contains("Server#1 is up again"));
    assertTrue(words().indexOf("Server#1 is up again") < words().indexOf("Server#1 went down"), "newest first");
    assertTrue(words().contains("Crash at Server#1"));
    var down = log().getItems().stream().filter(line -> line.words().startsWith("Server#1 went down")).findFirst()
        .orElseThrow();
    onScreen(() -> {
      log().requestFocus();
      log().getSelectionModel().select(down);
    });
    robot.push(KeyCode.ENTER);
    assertTrue(find("past").isVisible());
    assertTrue(workbench.snapshotProperty().get().nowNanos() / 1e9 >= down.seconds(), "what followed is to be seen");
    onScreen(() -> ((Button) find("past-now")).fire());
    assertTrue(workbench.playingProperty().get(), "and back to now, which goes on");
  }

  @SuppressWarnings("unchecked") // it lists what happened
  private ListView<LogLine> log() {
    return (ListView<LogLine>) find("log");
  }

  private List<String> words() {
    return List.copyOf(log().getItems()).stream().map(LogLine::words).toList();
  }
}
