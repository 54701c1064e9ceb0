package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;
import tenfold.app.lessons.LessonRun;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.lesson.Check;
import tenfold.lesson.Lesson;
import tenfold.lesson.Measure;
import tenfold.lesson.Medal;
import tenfold.lesson.Question;
import tenfold.lesson.Step;
import tenfold.scenario.ScenarioDocument;
import tenfold.topology.Topology;

/// Every lesson, taken in the window from its first step to gold, and each time a wrong way first. With `-Plong` only;
/// `-Dtenfold.lessons=0` walks those whose name begins so.
@EnabledIfSystemProperty(named = "tenfold.long", matches = "true")
final class CourseTest extends WindowTest {
  private static final int SECONDS = 300;

  @ParameterizedTest
  @MethodSource("tenfold.lesson.WantedLessons#lessons")
  void aLessonIsDoneFromItsStartToGold(Lesson lesson) throws Exception {
    onScreen(() -> window.controller().takeLesson(lesson.id()));
    var run = window.controller().lesson().orElseThrow();
    for (int i = 0; i < lesson.steps().size(); i++) {
      assertEquals(i, run.stepProperty().get(), lesson.id());
      switch (lesson.steps().get(i)) {
        case Step.Read _, Step.Reveal _ -> { }
        case Step.Predict asked -> predict(run, asked);
        case Step.Choose _ -> {
          onScreen(() -> ((RadioButton) find("option-0")).fire());
          press("tell");
          assertTrue(robot.lookup("#verdict").tryQuery().isPresent(), lesson.id());
        }
        case Step.Build step -> build(run, step);
      }
      if (!run.isLast()) {
        press("lesson-next");
      }
    }
    assertEquals(Medal.GOLD, run.building().medal(), lesson.id());
  }

  private void predict(LessonRun run, Step.Predict asked) {
    switch (asked.question()) {
      case Question.Number _ -> onScreen(() -> ((TextField) find("prediction")).setText("1"));
      case Question.Range _ -> onScreen(() -> ((RadioButton) find("option-0")).fire());
      case Question.Curve curve -> {
        onScreen(() -> find("curve-sketch").requestFocus());
        IntStream.range(0, curve.families().size()).forEach(_ -> robot.type(KeyCode.DOWN).type(KeyCode.RIGHT));
      }
      case Question.Order _ -> { }
    }
    press("lock-and-run");
    waitUntil("the verdict on " + asked.id(), SECONDS, () -> isIdle(run) && run.answer().isPresent());
    assertTrue(run.answer().orElseThrow().judgement().isPresent(), asked.id());
    assertTrue(robot.lookup("#verdict").tryQuery().isPresent(), asked.id());
  }

  /// Once wrong, so that what is said of the wrong way is heard; then right, with the forecast for silver.
  private void build(LessonRun run, Step.Build step) throws Exception {
    var lesson = run.lesson();
    var wrong = lesson.wrong().stream().filter(way -> way.stage().equals(step.stage()) && way.isSigned()).findFirst();
    if (wrong.isPresent()) {
      check(run, wrong.get().design());
      assertFalse(run.building().judged().orElseThrow().report().isPassed(), lesson.id());
      assertEquals(wrong, run.building().wrongWay(), lesson.id());
      assertTrue(robot.lookup("#verdict .paragraph").tryQuery().isPresent(), "what is said of " + wrong.get().name());
    }
    var solution = lesson.solutions().get(step.stage());
    check(run, solution);
    assertTrue(run.building().judged().orElseThrow().report().isGold(), lesson.id());
    if (run.building().askedFor().isPresent()) {
      foretell(run, solution);
    }
  }

  private void check(LessonRun run, Topology design) {
    onScreen(() -> workbench.open(ScenarioDocument.of(workbench.scenario().with(design))));
    press("check");
    waitUntil("the judgement", SECONDS, () -> isIdle(run) && run.building().judged().isPresent());
    assertEquals("", run.failure());
  }

  /// By measuring it before, with luck of another kind.
  private void foretell(LessonRun run, Topology design) throws Exception {
    var forecast = run.lesson().forecast().orElseThrow();
    var asked = run.building().askedFor().orElseThrow();
    int attempt = IntStream.range(0, forecast.settings().size())
        .filter(i -> forecast.settingOf(i).equals(asked)).findFirst().orElseThrow();
    var check = new Check(Laboratory.withAllCores(Watcher.NONE), Check.REPLICATIONS, 11);
    double number = check.measure(design, forecast.measure(), forecast.node(), List.of(forecast.worldOf(attempt)))
        .getFirst().mean();
    double typed = forecast.measure().unit() == Measure.Unit.SHARE ? 100 * number : number;
    onScreen(() -> ((TextField) find("forecast")).setText("%.6f".formatted(typed)));
    press("foretell");
    waitUntil("the forecast", SECONDS, () -> isIdle(run) && run.building().foretold().isPresent());
    assertTrue(run.building().foretold().orElseThrow().isMet(), run.building().foretold().toString());
  }

  private static boolean isIdle(LessonRun run) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> !run.isRunning());
  }

  private void press(String id) {
    onScreen(() -> ((Button) find(id)).fire());
  }
}
