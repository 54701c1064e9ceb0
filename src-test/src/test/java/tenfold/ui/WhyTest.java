package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;

/// Why so slow? And back to before it was.
class WhyTest extends WindowTest {
  /// A student asks for the slowest request: he sees where it waited, and then, of a quick one, the handler's line.
  @Test
  void theSlowestRequestIsExplained() {
    onScreen(() -> {
      workbench.speedProperty().set(20);
      workbench.families(700, Joining.ALONE);
      workbench.select(Selection.of("Server"));
    });
    showTab("tab-why");
    waitUntil("long response times", 60, () -> newest(point -> point.p95Ms()) > 1_500);
    onScreen(() -> ((ToggleButton) find("why-slowest")).fire());
    assertTrue(text("why-title").matches("Request [\\d,]+ · GET /api/family/\\d+"), text("why-title"));
    assertTrue(text("why-facts").startsWith("slowest of the last minute · "), text("why-facts"));
    assertTrue(spoken("why-sentence").contains("waiting for"), spoken("why-sentence"));
    waitUntil("the server's story", 10, () -> spoken("why-story").startsWith("Server is full."));

    onScreen(() -> workbench.families(10, Joining.ALONE));
    waitUntil("short response times", 60, () -> newest(point -> point.p95Ms()) < 300);
    onScreen(() -> ((ToggleButton) find("why-p50")).fire());
    var source = (ListView<?>) find("why-source");
    assertTrue(source.getItems().size() > 20, "a whole file is there");
    onScreen(() -> ((ToggleButton) find("why-all")).fire());
    assertEquals("All requests of the last minute", text("why-title"));
  }

  /// The slowest request of the whole run, which need not have been traced.
  @Test
  void theSlowestOfTheWholeRunIsTracedExactly() {
    onScreen(() -> {
      workbench.speedProperty().set(20);
      workbench.families(700, Joining.ALONE);
    });
    showTab("tab-why");
    waitUntil("a hundred requests", 60, () -> !find("why-exact-p99").isDisabled());
    onScreen(() -> workbench.playingProperty().set(false));
    onScreen(() -> ((Button) find("why-exact-slowest")).fire());
    waitUntil("its trace", 60, () -> text("why-facts").startsWith("slowest of all "));
    assertTrue(text("why-facts").matches("slowest of all [\\d,]+ requests so far · .* · .*"), text("why-facts"));
    assertFalse(find("why-exact-cancel").isVisible());
  }

  /// From a link, and so from a dot on it: a request that went there.
  @Test
  void aRequestThatWentOverALinkIsExplained() {
    waitUntil("a request", 20, () -> !workbench.time().traces().isEmpty());
    onScreen(() -> workbench.select(new Selection(Set.of(),
        workbench.topologyProperty().get().link("Server", "Primary"))));
    onScreen(() -> ((Hyperlink) find("link-why")).fire());
    assertTrue(text("why-facts").startsWith("went from Server to Primary"), text("why-facts"));
    assertEquals("tab-why", sideTabs().getSelectionModel().getSelectedItem()
        .getId());
  }

  /// By keyboard: back in time, on from there, and the same by way of an edit.
  @Test
  void whoLooksBackGoesOnFromThere() {
    waitUntil("some seconds", 20, () -> workbench.time().newestSeconds() > 8);
    onScreen(() -> workbench.families(50, Joining.ALONE));
    waitUntil("some more", 20, () -> workbench.time().newestSeconds() > 12);
    assertFalse(find("past").isVisible());
    onScreen(() -> find("timeline").requestFocus());
    robot.push(KeyCode.HOME);
    assertTrue(find("past").isVisible());
    assertEquals(10, workbench.families());
    robot.push(KeyCode.ESCAPE);
    assertFalse(find("past").isVisible());
    assertEquals(50, workbench.families());
    onScreen(() -> workbench.time().lookBack(5));
    double before = workbench.time().newestSeconds();
    onScreen(() -> {
      workbench.speedProperty().set(0.01);
      find("timeline").requestFocus();
    });
    robot.push(KeyCode.ENTER);
    waitUntil("the run from there", 20, () -> !find("past").isVisible());
    assertEquals(10, workbench.families(), "the families of then");
    assertTrue(workbench.time().newestSeconds() < before, "it goes on from there, not from " + before);
    assertTrue(workbench.undoable().orElseThrow().startsWith("Go on from 00:00:"), "and that can be undone");
  }

  private String text(String id) {
    return ((Label) find(id)).getText();
  }

  private String spoken(String id) {
    return find(id).getAccessibleText();
  }
}
