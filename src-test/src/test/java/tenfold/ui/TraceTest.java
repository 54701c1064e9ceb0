package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.component.Families;
import tenfold.component.TracePoint;

/// A recorded trace is brought in from the menu, and is an edit like any other.
final class TraceTest extends WindowTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void aRecordedTraceIsReplayedAndTakenBack() throws IOException {
    give("time_s,rate_per_s\n0,5\n60,50\n");
    onScreen(this::replay);
    assertEquals(List.of(new TracePoint(0, 5), new TracePoint(60, 50)), families().trace());
    assertEquals(Families.Model.OPEN_POISSON, families().model());
    onScreen(workbench::undo);
    assertEquals(List.of(), families().trace());
  }

  @Test
  void aFileThatIsNoTraceChangesNothingAndIsSaid() throws IOException {
    give("time_s,rate_per_s\n5,1\n4,1\n");
    Platform.runLater(this::replay);
    waitUntil("the sentence", 10, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    var said = robot.lookup(".dialog-pane").queryAs(DialogPane.class).getContentText();
    robot.type(KeyCode.ESCAPE);
    assertTrue(said.contains("day.csv, line 3: time_s must be later"), said);
    assertEquals(List.of(), families().trace());
  }

  private void give(String text) throws IOException {
    files.next = Optional.of(java.nio.file.Files.writeString(folder.resolve("day.csv"), text));
  }

  private void replay() {
    robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> "menu-trace".equals(item.getId()))
        .forEach(MenuItem::fire);
  }

  private Families families() {
    return (Families) workbench.topologyProperty().get().nodes(Families.class).getFirst().component();
  }
}
