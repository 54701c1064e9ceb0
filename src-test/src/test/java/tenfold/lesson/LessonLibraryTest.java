package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.topology.Inspection;

/// Every shipped lesson can be taken, and judges by running its system.
final class LessonLibraryTest {

  @Test
  void everyLessonHasStepsAndAStartThatWorks() {
    for (var lesson : LessonLibrary.lessons()) {
      assertFalse(lesson.steps().isEmpty(), lesson.title());
      assertEquals(List.of(), Inspection.problems(lesson.start().topology()), lesson.title());
      assertTrue(lesson.steps().stream().anyMatch(Step.Predict.class::isInstance), lesson.title());
    }
  }

  /// A translation has other words and the same course: the same steps, families and bounds.
  @Test
  void theLessonsInSpanishAreTheSameLessons() {
    var english = LessonLibrary.lessons();
    var spanish = LessonLibrary.lessons("es");
    assertEquals(english.size(), spanish.size());
    for (int i = 0; i < english.size(); i++) {
      var one = english.get(i);
      var other = spanish.get(i);
      assertNotEquals(one.title(), other.title());
      assertEquals(one.number(), other.number());
      assertEquals(one.minutes(), other.minutes());
      assertEquals(one.start().title(), other.start().title());
      assertEquals(course(one), course(other));
    }
    assertEquals(english.getFirst().title(), LessonLibrary.lessons("fr").getFirst().title());
  }

  private static List<String> course(Lesson lesson) {
    return lesson.steps().stream().map(step -> step instanceof Step.Predict question
            ? question.families() + " " + question.feedback().stream().map(Step.Feedback::belowMs).toList() : "read")
        .toList();
  }

  @Test
  void everyPredictionFindsItsFeedback() {
    for (var lesson : LessonLibrary.lessons()) {
      for (var step : lesson.steps()) {
        if (step instanceof Step.Predict question) {
          var bounds = question.feedback().stream().map(Step.Feedback::belowMs).toList();
          assertEquals(bounds.stream().sorted().toList(), bounds, "bounds must rise");
          assertEquals(Double.POSITIVE_INFINITY, bounds.getLast(), "the last feedback is for all others");
        }
      }
    }
  }

  /// The text's number for 1,000 families is 5,000 ms; the lesson's own run must agree within 5 %.
  @Test
  void theSuccessDisasterIsJudgedByItsOwnRun() {
    var lesson = LessonLibrary.lessons().getFirst();
    var question = (Step.Predict) lesson.steps().get(1);
    var far = Grader.judge(lesson, question, 1_700, () -> false).orElseThrow();
    assertEquals(5_000, far.measuredMs().mean(), 250);
    assertFalse(far.isClose());
    assertTrue(far.feedback().contains("too flat"));
    var close = Grader.judge(lesson, question, 4_500, () -> false).orElseThrow();
    assertTrue(close.isClose());
    assertTrue(Grader.judge(lesson, question, 4_500, () -> true).isEmpty(), "given up");
  }

  @Test
  void aLessonWithAMistakeSaysFileAndRemedy() {
    var missing = assertThrows(IllegalArgumentException.class, () -> LessonText.parse("## read: A\n\nx", "my.md"));
    assertTrue(missing.getMessage().startsWith("my.md: the front matter must say"), missing.getMessage());
    var head = "---\nnumber: 1\ntitle: T\nminutes: 5\nstart: growth-crisis\n---\n";
    assertTrue(assertThrows(IllegalArgumentException.class, () -> LessonText.parse(head, "my.md"))
        .getMessage().contains("no section"));
    assertTrue(assertThrows(IllegalArgumentException.class, () -> LessonText.parse(head + "## predict: A\n", "my.md"))
        .getMessage().contains("needs the number of families"));
  }
}
