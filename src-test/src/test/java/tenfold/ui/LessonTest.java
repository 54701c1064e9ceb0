package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The success disaster, taken in the window.
final class LessonTest extends WindowTest {

  @Test
  void aPredictionIsLockedRunAndJudged() {
    take();
    press("lesson-next");
    assertTrue(((Button) find("lesson-next")).isDisabled(), "the answer comes after the prediction");
    assertTrue(((Button) find("lock-and-run")).isDisabled(), "a curve is locked when all of it is drawn");
    onScreen(() -> find("curve-sketch").requestFocus());
    robot.type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.UP).type(KeyCode.RIGHT).type(KeyCode.UP, 30);
    press("lock-and-run");
    assertEquals(1_000, workbench.families());
    waitUntil("the verdict", 120, () -> !verdict().isEmpty());
    var verdict = verdict();
    assertTrue(verdict.contains("1,000 families: you drew 1.7"), verdict);
    assertTrue(verdict.contains("that line is too flat"), verdict);
  }

  @Test
  void anAnswerIsTakenOnce() {
    take();
    onScreen(() -> window.controller().lesson().orElseThrow().goTo(2));
    assertTrue(((Button) find("tell")).isDisabled());
    robot.clickOn("#option-1");
    press("tell");
    assertTrue(verdict().contains("Yes."), verdict());
    assertTrue(find("option-0").isDisabled());
    press("lesson-next");
    assertTrue(((Button) find("lesson-next")).isDisabled(), "the next question is open");
  }

  @Test
  void whatIsBuiltIsCheckedAndBegunAnew() {
    take();
    onScreen(() -> window.controller().lesson().orElseThrow().goTo(5));
    press("hint");
    press("check");
    waitUntil("the verdict", 120, () -> !verdict().isEmpty());
    assertTrue(verdict().contains("of the points"), verdict());
    assertTrue(robot.lookup(".goal").queryAll().stream().anyMatch(goal ->
        ((Label) goal).getText().startsWith("✗")), "a single server is not fast");
    onScreen(() -> robot.lookup(".goals .see").queryAs(Hyperlink.class).fire());
    waitUntil("the worst moment of the first goal", 60, () -> !workbench.playingProperty().get());
    assertTrue(workbench.time().newestSeconds() > 15, "after the warm-up of 15 s");
    assertEquals(1_000, workbench.families());
    onScreen(() -> workbench.stack("Server", 15));
    press("lesson-reset");
    assertEquals(window.controller().lesson().orElseThrow().lesson().start().topology().withFamilies(1_000),
        workbench.topologyProperty().get());
  }

  private void take() {
    onScreen(() -> window.controller().takeLesson("02-success-disaster"));
  }

  private void press(String id) {
    onScreen(() -> ((Button) find(id)).fire());
  }

  /// What the verdict says; empty while there is none. Read between two frames, so that it is whole.
  private String verdict() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () ->
        robot.lookup("#verdict").tryQuery().map(LessonTest::words).orElse(""));
  }

  private static String words(Node node) {
    var words = new StringBuilder();
    node.lookupAll(".label").forEach(label -> words.append(((Label) label).getText()).append('\n'));
    node.lookupAll(".paragraph").forEach(flow -> ((TextFlow) flow).getChildren()
        .forEach(part -> words.append(part instanceof Text text ? text.getText() : ((Hyperlink) part).getText())));
    return words.toString();
  }
}
