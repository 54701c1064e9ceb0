package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;

/// Where one begins: three doors.
class StartTest extends WindowTest {
  @TempDir Path folder;

  @Test
  void theDoorsLeadOn() throws Exception {
    onScreen(() -> window.controller().showStart());
    assertTrue(find("start").getParent().isVisible());
    onScreen(() -> ((Button) find("start-sample-scaled")).fire());
    assertFalse(find("start").getParent().isVisible());
    assertEquals("Sample code, scaled out", workbench.document().scenario().title());

    var file = folder.resolve("of-mine.tenfold");
    ScenarioFile.write(file, ScenarioDocument.of(Gallery.scenario("stampede")));
    files.next = Optional.of(file);
    onScreen(() -> window.controller().showStart());
    onScreen(() -> ((Button) find("start-open")).fire());
    assertEquals(Gallery.scenario("stampede").title(), workbench.document().scenario().title());

    onScreen(() -> window.controller().showStart());
    robot.push(KeyCode.ESCAPE);
    assertFalse(find("start").getParent().isVisible());
  }
}
