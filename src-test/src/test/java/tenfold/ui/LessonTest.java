package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The success disaster, taken in the window.
final class LessonTest extends WindowTest {

  @Test
  void aPredictionIsLockedRunAndJudged() {
    press("lesson");
    press("lesson-next");
    assertTrue(((Button) find("lesson-next")).isDisabled(), "the answer comes after the prediction");
    onScreen(() -> ((TextField) find("prediction")).setText("fast"));
    press("lock-and-run");
    assertEquals(10, workbench.families(), "nonsense is not run");
    onScreen(() -> ((TextField) find("prediction")).setText("1700"));
    press("lock-and-run");
    assertEquals(1_000, workbench.families());
    assertTrue(find("prediction").isDisabled());
    waitUntil("the verdict", 120, () -> !verdict().isEmpty());
    var verdict = verdict();
    assertTrue(verdict.contains("You predicted 1,700 ms"), verdict);
    assertTrue(verdict.contains("that line is too flat"), verdict);
    assertTrue(robot.lookup("Not quite").tryQuery().isPresent());
    press("lesson-next");
    assertEquals("Finish", ((Button) find("lesson-next")).getText());
    press("lesson-next");
    assertTrue(robot.lookup("#verdict").tryQuery().isEmpty());
    assertEquals("Take the lesson", ((Button) find("lesson")).getText());
  }

  private void press(String id) {
    onScreen(() -> ((Button) find(id)).fire());
  }

  /// What the verdict says; empty while there is none. Read between two frames, so that it is whole.
  private String verdict() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () ->
        find("verdict").isVisible() ? words(find("verdict")) : "");
  }

  private static String words(Node node) {
    var words = new StringBuilder();
    node.lookupAll(".label").forEach(label -> words.append(((Label) label).getText()).append('\n'));
    node.lookupAll(".paragraph").forEach(flow -> ((TextFlow) flow).getChildren()
        .forEach(text -> words.append(((javafx.scene.text.Text) text).getText())));
    return words.toString();
  }
}
