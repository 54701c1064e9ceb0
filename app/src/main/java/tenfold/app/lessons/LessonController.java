package tenfold.app.lessons;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// Connects the lesson pane with its view model.
public final class LessonController {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  @FXML private Parent root;
  @FXML private Label place;
  @FXML private Label minutes;
  @FXML private Label title;
  @FXML private HBox progress;
  @FXML private VBox body;
  @FXML private Button back;
  @FXML private Button next;

  private LessonRun run;
  private Runnable onFinish;
  private Supplier<Palette> palette;

  /// Shows a lesson that is being taken.
  ///
  /// @param colours what is drawn in
  /// @param finish leaves it after its last step
  public void attach(LessonRun taken, Supplier<Palette> colours, Runnable finish) {
    run = taken;
    palette = colours;
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
    run.changesProperty().addListener((_, _, _) -> show());
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

  private void show() {
    int current = run.stepProperty().get();
    for (int i = 0; i < progress.getChildren().size(); i++) {
      progress.getChildren().get(i).pseudoClassStateChanged(DONE, i <= current);
    }
    body.getChildren().setAll(new StepView(run, palette.get()));
    back.setDisable(current == 0 || run.isRunning());
    next.setText(Texts.get(run.isLast() ? "lesson.finish" : "lesson.next"));
    next.setDisable(!run.isDone());
  }
}
