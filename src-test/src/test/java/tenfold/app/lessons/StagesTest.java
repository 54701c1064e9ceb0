package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.LessonMistake;
import tenfold.lesson.Medal;
import tenfold.lesson.Progress;
import tenfold.lesson.Step;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// The capstone, in which one system is built on from stage to stage, without a window.
final class StagesTest {
  private final Lesson lesson;
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("sample-single")));
  private final LessonRun run;

  StagesTest() throws LessonMistake {
    lesson = LessonLibrary.shipped("20-ten-to-ten-million", "en");
    run = new LessonRun(lesson, workbench, Runnable::run, Runnable::run);
  }

  @AfterEach
  void close() {
    run.close();
    workbench.close();
  }

  private void build(String stage) {
    for (int i = 0; i < lesson.steps().size(); i++) {
      if (lesson.steps().get(i) instanceof Step.Build step && step.stage().equals(stage)) {
        run.goTo(i);
      }
    }
  }

  /// Ten families need nothing; what does for them is judged anew for a hundred thousand.
  @Test
  void eachStageIsJudgedByItsOwnGoals() {
    build("village");
    assertEquals(4, run.building().goals().size());
    run.building().check();
    assertTrue(run.building().judged().orElseThrow().report().isPassed());
    assertEquals(1, run.building().stagesPassed());
    assertEquals(Optional.empty(), run.building().askedFor(), "a forecast comes with the last stage");
    build("town");
    assertEquals(Optional.empty(), run.building().judged(), "of this stage nothing was judged yet");
    run.building().check();
    assertFalse(run.building().judged().orElseThrow().report().isPassed());
    assertEquals(1, run.building().stagesPassed());
    assertEquals(Medal.NONE, run.building().medal());
  }

  /// What is built goes on; families, their requests and what goes wrong are those of the stage.
  @Test
  void theDesignGoesOnUnderOtherConditions() {
    build("town");
    assertEquals(100_000, workbench.families());
    assertEquals(1, workbench.scenario().faults().size());
    workbench.stack("Server", 3);
    build("city");
    assertEquals(1_000_000, workbench.families());
    assertEquals(3, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
    build("village");
    assertEquals(10, workbench.families());
    assertEquals(List.of(), workbench.scenario().faults());
    assertEquals(3, workbench.topologyProperty().get().node("Server").orElseThrow().component().instances());
  }

  /// All stages make a medal, and each is remembered for itself.
  @Test
  void stagesAreRemembered() {
    build("village");
    run.building().check();
    var taken = run.taken();
    assertEquals(new Progress.Stage(1, true), taken.stages().get("village"));
    assertEquals(0.25, taken.share(), 1e-12);
    assertFalse(taken.isGold());
    var again = new LessonRun(lesson, workbench, Runnable::run, Runnable::run);
    again.resume(taken);
    assertEquals(1, again.building().stagesPassed());
    again.close();
  }
}
