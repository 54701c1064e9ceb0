package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.canvas.HierarchicalArrangement;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// The workbench's view model, without a window.
final class WorkbenchTest {
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void tidyCanBeUndone() {
    workbench.move(java.util.Set.of("Primary"), node -> node.at(0, 400), EditHistory.Joining.ALONE);
    var untidy = workbench.topologyProperty().get();
    workbench.arrange(new HierarchicalArrangement().arrange(untidy));
    assertEquals("Tidy", workbench.undoable().orElseThrow());
    workbench.undo();
    assertEquals(untidy, workbench.topologyProperty().get());
  }

  @Test
  void aSecondLinkBetweenTheSameTwoIsRefusedInWords() {
    var before = workbench.topologyProperty().get();
    workbench.connect("Server", "Primary");
    assertEquals(before, workbench.topologyProperty().get());
    assertEquals("already linked: Server → Primary", workbench.noticeProperty().get());
    workbench.stack("Server", 2);
    assertTrue(workbench.noticeProperty().get().isEmpty(), "the next edit clears it");
  }

  @Test
  void aStackIsCalledAStack() {
    workbench.stack("Server", 2);
    assertEquals("Stack of Server", workbench.undoable().orElseThrow());
  }
}
