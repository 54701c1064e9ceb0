package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tenfold.scenario.Gallery;
import tenfold.topology.Topology;

/// Undo gives every earlier value back, and redo every later one.
final class EditHistoryTest {
  private final Topology start = Gallery.scenario("growth-crisis").topology();

  @Test
  void undoAndRedoGoThroughAllValues() {
    var history = new EditHistory(start);
    history.make("a", start.withFamilies(20), false);
    history.make("b", start.withFamilies(30), false);
    history.undo();
    assertEquals(start.withFamilies(20), history.current());
    history.undo();
    assertEquals(start, history.current());
    assertTrue(history.undo().isEmpty());
    history.redo();
    history.redo();
    assertEquals(start.withFamilies(30), history.current());
    assertTrue(history.redo().isEmpty());
  }

  @Test
  void theStepsOfADragAreOneEdit() {
    var history = new EditHistory(start);
    history.make("slide", start.withFamilies(20), false);
    history.make("slide", start.withFamilies(30), true);
    history.make("slide", start.withFamilies(40), true);
    history.undo();
    assertEquals(start, history.current());
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    var history = new EditHistory(start);
    history.make("a", start.withFamilies(20), false);
    history.undo();
    history.make("b", start.withFamilies(30), false);
    assertTrue(history.redoable().isEmpty());
    assertEquals("b", history.undoable().orElseThrow().label());
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    var history = new EditHistory(start);
    history.make("nothing", start.withFamilies(10), false);
    assertTrue(history.undoable().isEmpty());
  }
}
