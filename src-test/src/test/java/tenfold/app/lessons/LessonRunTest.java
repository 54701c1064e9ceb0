package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.Progress;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.stats.Interval;

/// A lesson that is taken, without a window.
final class LessonRunTest {
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("sample-single")));
  private final LessonRun run =
      new LessonRun(LessonLibrary.shipped("en").lesson("2").orElseThrow(), workbench, _ -> {}, Runnable::run);

  @AfterEach
  void close() {
    run.close();
    workbench.close();
  }

  /// The question is about 1,000 families; what is measured at more than 100 would give the answer away.
  @Test
  void nothingBeyondATenthOfTheQuestionIsShownBeforeThePredictionIsLocked() {
    assertEquals(100, run.mostFamiliesShown(), "while the question is still to come");
    run.next();
    assertEquals(100, run.mostFamiliesShown(), "while it is open");
    run.lock(List.of(50.0, 200.0, 1_700.0));
    assertEquals(500, run.mostFamiliesShown(), "a question about 5,000 families is to come");
  }

  @Test
  void theStartDoesNotTellTheAnswer() {
    assertFalse(run.lesson().start().description().contains("5 s"), run.lesson().start().description());
  }

  @Test
  void aPredictionComesBeforeItsAnswer() {
    assertTrue(run.isDone());
    run.next();
    assertFalse(run.isDone());
    run.next();
    assertEquals(1, run.stepProperty().get());
    assertFalse(run.isLast());
  }

  /// What was said is there again, and the next step is the one that was open; what no longer fits is forgotten.
  @Test
  void aLessonIsTakenUpWhereItWasLeft() {
    run.next();
    run.next();
    run.goTo(2);
    run.choose(1, "the line");
    run.next();
    var taken = run.taken();
    var measured = List.of(new Interval(50, 1, 0.95), new Interval(200, 1, 0.95), new Interval(5_000, 9, 0.95));
    var more = new HashMap<>(taken.said());
    more.put(1, new Progress.Said(List.of(50.0, 200.0, 1_700.0), "", measured));
    more.put(4, new Progress.Said(List.of(9.0), "", measured));
    more.put(99, new Progress.Said(List.of(9.0), "", measured));
    var again = new LessonRun(run.lesson(), workbench, _ -> {}, Runnable::run);
    again.resume(new Progress.Taken(taken.step(), more, 0.5, false, false, 0, ""));
    assertEquals(3, again.stepProperty().get());
    again.goTo(1);
    var judgement = again.answer().orElseThrow().judgement().orElseThrow();
    assertEquals(2.0 / 3, judgement.score(), 1e-12);
    assertTrue(judgement.feedback().contains("too flat"), judgement.feedback());
    again.goTo(2);
    assertEquals("the line", again.answer().orElseThrow().words());
    again.goTo(4);
    assertTrue(again.answer().isEmpty(), "an option that is not there");
    assertEquals(0.5, again.taken().share());
    again.close();
  }
}
