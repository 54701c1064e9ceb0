package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.LessonMistake;
import tenfold.lesson.Medal;
import tenfold.lesson.Progress;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.stats.Interval;

/// A lesson that is taken, without a window.
final class LessonRunTest {
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("sample-single")));
  private final LessonRun run;

  LessonRunTest() throws LessonMistake {
    run = new LessonRun(LessonLibrary.shipped("02-success-disaster", "en"), workbench, _ -> {}, Runnable::run);
  }

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

  /// What is watched after a prediction is what it was about, also when something else was looked at before.
  @Test
  void aPredictionIsWatchedOnItsOwnSystem() {
    run.next();
    workbench.stack("Server", 7);
    run.lock(List.of(50.0, 200.0, 1_700.0));
    assertEquals(run.lesson().start().topology().withFamilies(1_000), workbench.topologyProperty().get());
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

  /// With as many families as the goals are about.
  @Test
  void whatIsBuiltStaysWhileTheLessonIsReadOn() {
    run.goTo(5);
    assertEquals(1_000, workbench.families());
    workbench.stack("Server", 7);
    run.goTo(6);
    workbench.families(10, Joining.ALONE);
    run.reset();
    run.goTo(5);
    assertEquals(7, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
    assertEquals(1_000, workbench.families());
    var taken = run.taken();
    var again = new LessonRun(run.lesson(), workbench, _ -> {}, Runnable::run);
    again.resume(taken);
    assertEquals(5, again.stepProperty().get());
    assertEquals(7, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
    run.building().beginAnew();
    assertEquals(1, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
    again.close();
  }

  /// What a link opens is looked at; what was built is not lost over it.
  @Test
  void anotherSystemIsLookedAtAndTheOwnOneStays() {
    run.goTo(5);
    workbench.stack("Server", 7);
    run.open("start.json");
    assertEquals(10, workbench.families());
    assertTrue(run.building().isElsewhere());
    run.building().comeBack();
    assertFalse(run.building().isElsewhere());
    assertEquals(7, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
    run.open("start.json");
    run.goTo(6);
    run.goTo(5);
    assertEquals(7, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
  }

  /// A design that this version cannot read is told, and the lesson begins with its own.
  @Test
  void aDesignThatCannotBeReadIsTold() {
    run.resume(new Progress.Taken(5, Map.of(), 0, false, false, 1, "{\"version\": 99}", Map.of()));
    assertTrue(run.building().refusal().contains("cannot be opened any more"), run.building().refusal());
    assertEquals(run.lesson().start().topology().withFamilies(1_000), workbench.topologyProperty().get());
  }

  /// Meeting the goals is bronze, foretelling silver, the stricter goals gold; what was reached stays.
  @Test
  void medalsFollowWhatWasReached() {
    assertEquals(Medal.NONE, run.lesson().medal(taken(0.9, true, true)));
    assertEquals(Medal.BRONZE, run.lesson().medal(taken(1, false, true)));
    assertEquals(Medal.SILVER, run.lesson().medal(taken(1, true, false)));
    assertEquals(Medal.GOLD, run.lesson().medal(taken(1, true, true)));
  }

  private static Progress.Taken taken(double share, boolean isForetold, boolean isGold) {
    return new Progress.Taken(0, Map.of(), share, isForetold, isGold, 1, "", Map.of());
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
    again.resume(new Progress.Taken(taken.step(), more, 0.5, false, false, 0, "", Map.of()));
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
