package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tenfold.app.live.EditHistory.Joining;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;


/// Undo gives every earlier value back, and redo every later one.
final class EditHistoryTest {
  private final Scenario start = Gallery.scenario("growth-crisis");
  private long wallNanos = 7;
  private final EditHistory history = new EditHistory(start, () -> wallNanos);

  @Test
  void undoAndRedoGoThroughAllValues() {
    history.make("a", families(20), Joining.ALONE);
    history.make("b", families(30), Joining.ALONE);
    history.undo();
    assertEquals(families(20), history.current());
    history.undo();
    assertEquals(start, history.current());
    assertTrue(history.undo().isEmpty());
    history.redo();
    history.redo();
    assertEquals(families(30), history.current());
    assertTrue(history.redo().isEmpty());
  }

  @Test
  void theStepsOfADragAreOneEdit() {
    history.make("slide", families(20), Joining.ALONE);
    history.make("slide", families(30), Joining.DRAG);
    history.make("slide", families(40), Joining.DRAG);
    history.undo();
    assertEquals(start, history.current());
  }

  /// A drag ends when the button is released, however long the hand rests on the way.
  @Test
  void aDragMayRest() {
    history.make("slide", families(20), Joining.ALONE);
    wallNanos += 60_000_000_000L;
    history.make("slide", families(30), Joining.DRAG);
    history.undo();
    assertEquals(start, history.current());
  }

  /// Presses at 0 s, 1.5 s, 3 s and 4.6 s: the last comes too late to belong to the others.
  @Test
  void pressesThatFollowEachOtherSoonAreOneEditAndLaterOnesAnother() {
    for (int families : new int[] {20, 30, 40}) {
      history.make("press", families(families), Joining.SOON);
      wallNanos += 1_500_000_000;
    }
    wallNanos += 100_000_000;
    history.make("press", families(50), Joining.SOON);
    history.undo();
    assertEquals(families(40), history.current());
    history.undo();
    assertEquals(start, history.current());
  }

  @Test
  void anotherLabelIsAnotherEdit() {
    history.make("one", families(20), Joining.SOON);
    history.make("other", families(30), Joining.SOON);
    history.undo();
    assertEquals(families(20), history.current());
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    history.make("a", families(20), Joining.ALONE);
    history.undo();
    history.make("b", families(30), Joining.ALONE);
    assertTrue(history.redoable().isEmpty());
    assertEquals("b", history.undoable().orElseThrow().label());
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    history.make("nothing", families(10), Joining.ALONE);
    assertTrue(history.undoable().isEmpty());
  }

  private Scenario families(int count) {
    return start.with(start.topology().withFamilies(count));
  }
}
