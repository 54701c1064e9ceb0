package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench;
import tenfold.lesson.LessonLibrary;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

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
}
