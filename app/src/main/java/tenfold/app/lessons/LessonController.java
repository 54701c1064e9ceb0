package tenfold.app.lessons;

import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.lesson.Judgement;
import tenfold.lesson.Step;

/// Connects the lesson pane with its view model.
public final class LessonController {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");

  @FXML private Parent root;
  @FXML private Label place;
  @FXML private Label minutes;
  @FXML private Label title;
  @FXML private HBox progress;
  @FXML private Label heading;
  @FXML private VBox text;
  @FXML private VBox question;
  @FXML private TextField answer;
  @FXML private Button lock;
  @FXML private Label fault;
  @FXML private HBox running;
  @FXML private ProgressIndicator indicator;
  @FXML private VBox verdict;
  @FXML private Button back;
  @FXML private Button next;

  private LessonRun run;
  private Runnable onFinish;

  /// Shows a lesson that is being taken.
  ///
  /// @param finish leaves it after its last step
  public void attach(LessonRun taken, Runnable finish) {
    run = taken;
    onFinish = finish;
    place.setText(Texts.get("lesson.place", run.lesson().number()));
    minutes.setText(Texts.get("lesson.minutes", run.lesson().minutes()));
    title.setText(run.lesson().title());
    IntStream.range(0, run.lesson().steps().size()).forEach(_ -> {
      var segment = new Region();
      segment.getStyleClass().add("segment");
      HBox.setHgrow(segment, Priority.ALWAYS);
      progress.getChildren().add(segment);
    });
    run.stepProperty().addListener((_, _, _) -> show());
    run.stateProperty().addListener((_, _, _) -> show());
    show();
  }

  /// The pane.
  public Parent view() {
    return root;
  }

  @FXML
  private void goBack() {
    run.back();
  }

  @FXML
  private void goOn() {
    if (run.isLast()) {
      onFinish.run();
    } else {
      run.next();
    }
  }

  @FXML
  private void lockAndRun() {
    var wrong = run.lockAndRun(answer.getText());
    fault.setText(wrong.orElse(""));
    shown(fault, wrong.isPresent());
  }

  private void show() {
    int current = run.stepProperty().get();
    for (int i = 0; i < progress.getChildren().size(); i++) {
      progress.getChildren().get(i).pseudoClassStateChanged(DONE, i <= current);
    }
    var step = run.current();
    var state = run.stateProperty().get();
    heading.setText(step.heading());
    text.getChildren().setAll(new MarkdownView(step.text()));
    boolean isQuestion = step instanceof Step.Predict;
    shown(question, isQuestion);
    answer.setDisable(state != LessonRun.State.OPEN);
    lock.setDisable(state != LessonRun.State.OPEN);
    shown(running, isQuestion && state == LessonRun.State.RUNNING);
    indicator.setProgress(ProgressIndicator.INDETERMINATE_PROGRESS);
    boolean isJudged = isQuestion && state == LessonRun.State.JUDGED;
    shown(verdict, isJudged);
    if (isJudged) {
      run.judgement().ifPresent(this::show);
    }
    back.setDisable(current == 0 || state == LessonRun.State.RUNNING);
    next.setText(Texts.get(run.isLast() ? "lesson.finish" : "lesson.next"));
    next.setDisable(!run.isDone());
  }

  private void show(Judgement judgement) {
    var result = new Label(Texts.get(judgement.isClose() ? "lesson.close" : "lesson.far"));
    result.getStyleClass().add("result");
    var numbers = new Label(Texts.get("lesson.compared",
        Numbers.count(Math.round(judgement.predictedMs())),
        Numbers.count(Math.round(judgement.measuredMs().mean())),
        Numbers.count(Math.round(judgement.measuredMs().halfWidth())),
        judgement.replications()));
    numbers.setWrapText(true);
    verdict.getChildren().setAll(result, numbers, new MarkdownView(judgement.feedback()));
    verdict.pseudoClassStateChanged(CLOSE, judgement.isClose());
  }

  private static void shown(javafx.scene.Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
