package tenfold.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.canvas.CanvasView;
import tenfold.app.canvas.HierarchicalArrangement;
import tenfold.app.charts.ChartView;
import tenfold.app.charts.Curve;
import tenfold.app.charts.Growth;
import tenfold.app.charts.LiveCharts;
import tenfold.app.files.Documents;
import tenfold.app.inspector.InspectorView;
import tenfold.app.lessons.LessonController;
import tenfold.app.lessons.LessonRun;
import tenfold.app.live.GrowthSweep;
import tenfold.app.live.Workbench;
import tenfold.app.look.Icons;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;
import tenfold.app.palette.PaletteView;
import tenfold.lesson.LessonLibrary;
import tenfold.scenario.Gallery;
import tenfold.topology.Inspection;

/// Connects the workbench's view with its view model.
public final class WorkbenchController {
  private static final double[] SPEEDS = {0.01, 0.1, 1, 5, 20, 100, Double.POSITIVE_INFINITY};
  private static final double CHART_SECONDS = 0.15;
  private static final int MAX_PROBLEMS = 3;

  @FXML private StackPane root;
  @FXML private Label title;
  @FXML private Label status;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button restart;
  @FXML private Button play;
  @FXML private ChoiceBox<Double> speed;
  @FXML private Label clock;
  @FXML private Label reached;
  @FXML private FamiliesSlider familiesSlider;
  @FXML private TextField families;
  @FXML private Button lesson;
  @FXML private Button theme;
  @FXML private MenuButton menu;
  @FXML private PaletteView palette;
  @FXML private CanvasView canvas;
  @FXML private HBox legend;
  @FXML private VBox problems;
  @FXML private ChartView timeline;
  @FXML private ChartView responseChart;
  @FXML private ChartView goodputChart;
  @FXML private ChartView growthChart;
  @FXML private StackPane side;
  @FXML private Pane overlay;

  private final AnimationTimer frames = new AnimationTimer() {
    private long last;

    @Override
    public void handle(long now) {
      frame(last == 0 ? 0 : (now - last) / 1e9);
      last = now;
    }
  };
  private Workbench workbench;
  private Theme look;
  private Documents documents;
  private InspectorView inspector;
  private GrowthSweep growth;
  private Optional<LessonRun> lessonRun = Optional.empty();
  private double sinceCharts;

  /// Shows a workbench.
  public void attach(Workbench shown, Theme dress, Documents files) {
    workbench = shown;
    look = dress;
    documents = files;
    canvas.attach(workbench);
    palette.attach(workbench, canvas, overlay);
    inspector = new InspectorView(workbench);
    side.getChildren().setAll(inspector);
    charts();
    transport();
    menu();
    look.darkProperty().addListener((_, _, _) -> dress());
    dress();
    workbench.topologyProperty().addListener((_, _, _) -> showTopology());
    documents.statusProperty().addListener((_, _, _) -> showTopology());
    showTopology();
    frames.start();
  }

  /// Stops drawing and measuring.
  public void close() {
    frames.stop();
    growth.close();
    lessonRun.ifPresent(LessonRun::close);
  }

  /// Keys that work anywhere in the window.
  public void installKeys() {
    var keys = root.getScene().getAccelerators();
    Map.<KeyCombination, Runnable>of(
        shortcut(KeyCode.Z), workbench::undo,
        shortcut(KeyCode.Y), workbench::redo,
        shortcut(KeyCode.O), documents::open,
        shortcut(KeyCode.S), documents::save,
        shortcut(KeyCode.T), this::tidy,
        shortcut(KeyCode.DIGIT0), canvas::fit,
        new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), workbench::redo,
        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), documents::saveAs,
        new KeyCodeCombination(KeyCode.F5), this::togglePlay).forEach(keys::put);
  }

  /// The canvas, for those who look at it from outside.
  public CanvasView canvas() {
    return canvas;
  }

  @FXML
  private void undo() {
    workbench.undo();
  }

  @FXML
  private void redo() {
    workbench.redo();
  }

  @FXML
  private void restart() {
    workbench.restart();
  }

  @FXML
  private void togglePlay() {
    workbench.playingProperty().set(!workbench.playingProperty().get());
  }

  @FXML
  private void toggleTheme() {
    look.darkProperty().set(!look.darkProperty().get());
  }

  @FXML
  private void toggleLesson() {
    if (lessonRun.isPresent()) {
      lessonRun.get().close();
      lessonRun = Optional.empty();
      side.getChildren().setAll(inspector);
    } else if (documents.mayLeave()) {
      takeLesson();
    }
    lesson.setText(Texts.get(lessonRun.isPresent() ? "lesson.close.button" : "lesson.open"));
  }

  private void takeLesson() {
    var run = new LessonRun(LessonLibrary.lessons().getFirst(), workbench,
        task -> Thread.ofPlatform().daemon().name("tenfold-grader").start(task), Platform::runLater);
    var loader = new FXMLLoader(
        Objects.requireNonNull(LessonController.class.getResource("/tenfold/app/lesson.fxml")), Texts.bundle());
    try {
      side.getChildren().setAll(loader.<Node>load());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    loader.<LessonController>getController().attach(run);
    lessonRun = Optional.of(run);
  }

  @FXML
  private void familiesTyped() {
    try {
      workbench.families(Integer.parseInt(families.getText().replaceAll("[,.\\s]", "")), false);
    } catch (NumberFormatException notANumber) {
      documents.say(Texts.get("families.wrong", families.getText()));
    }
    showTopology();
  }

  private void tidy() {
    workbench.arrange(new HierarchicalArrangement().arrange(workbench.topologyProperty().get()));
    canvas.fit();
  }

  private void frame(double seconds) {
    workbench.pulse();
    canvas.pulse(seconds);
    inspector.pulse();
    var snapshot = workbench.snapshotProperty().get();
    if (snapshot != null) {
      clock.setText(Numbers.clock(snapshot.nowNanos()));
    }
    sinceCharts += seconds;
    if (sinceCharts >= CHART_SECONDS) {
      sinceCharts = 0;
      timeline.paint();
      responseChart.paint();
      goodputChart.paint();
      growthChart.paint();
      reached.setText(workbench.playingProperty().get()
          ? Texts.get("speed.reached", factor(workbench.reachedSpeedProperty().get())) : Texts.get("speed.paused"));
      workbench.failureProperty().get().ifPresent(documents::say);
    }
  }

  private void charts() {
    var live = new LiveCharts(workbench::points, workbench::marks);
    live.timeline(timeline);
    live.responseTime(responseChart);
    live.goodput(goodputChart);
    growth = new GrowthSweep(workbench.document().scenario());
    workbench.topologyProperty().addListener((_, _, _) -> growth.measure(workbench.document().scenario()));
    LiveCharts.growth(growthChart, this::growthCurve);
  }

  /// The measured curve, with the prediction of a lesson on it.
  private Growth growthCurve() {
    var curve = Growth.measured(Texts.get("chart.growth"), growth.measured());
    return lessonRun.flatMap(LessonRun::prediction).map(prediction -> curve.with(predicted(prediction))).orElse(curve);
  }

  /// From what the student could see to what he expects.
  private Curve predicted(LessonRun.Prediction prediction) {
    var marks = new ArrayList<Curve.Mark>();
    growth.measured().stream()
        .filter(summary -> summary.families() <= prediction.families() / 10)
        .forEach(summary -> marks.add(new Curve.Mark(summary.families(), summary.meanMs().mean())));
    marks.add(new Curve.Mark(prediction.families(), prediction.millis()));
    return new Curve(Texts.get("chart.prediction"), marks, Ink.ACCENT, true);
  }

  private void transport() {
    graphic(undo, Feather.CORNER_UP_LEFT, "undo");
    graphic(redo, Feather.CORNER_UP_RIGHT, "redo");
    graphic(restart, Feather.SKIP_BACK, "restart");
    graphic(play, Feather.PAUSE, "play");
    graphic(theme, Feather.MOON, "theme");
    workbench.playingProperty().addListener((_, _, plays) ->
        play.setGraphic(Icons.icon(plays ? Feather.PAUSE : Feather.PLAY)));
    for (double choice : SPEEDS) {
      speed.getItems().add(choice);
    }
    speed.setConverter(new StringConverter<>() {
      @Override
      public String toString(Double value) {
        return factor(value);
      }

      @Override
      public Double fromString(String text) {
        throw new UnsupportedOperationException("speeds are chosen, not typed");
      }
    });
    speed.setAccessibleText(Texts.get("tip.speed"));
    speed.setTooltip(new Tooltip(Texts.get("tip.speed")));
    speed.setValue(workbench.speedProperty().get());
    speed.valueProperty().addListener((_, _, chosen) -> workbench.speedProperty().set(chosen));
    families.setAccessibleText(Texts.get("families.field"));
    familiesSlider.onChange(workbench::families);
    canvas.callsPerDotProperty().addListener((_, _, _) -> legend());
    legend();
  }

  private void menu() {
    menu.setGraphic(Icons.icon(Feather.MORE_HORIZONTAL));
    menu.setAccessibleText(Texts.get("tip.menu"));
    item("menu.open", documents::open);
    item("menu.save", documents::save);
    item("menu.saveAs", documents::saveAs);
    menu.getItems().add(new SeparatorMenuItem());
    item("menu.tidy", this::tidy);
    item("menu.fit", canvas::fit);
    menu.getItems().add(new SeparatorMenuItem());
    for (var name : Gallery.NAMES) {
      var entry = new MenuItem(Gallery.scenario(name).title());
      entry.setId("scenario-" + name);
      entry.setOnAction(_ -> documents.openShipped(name));
      menu.getItems().add(entry);
    }
    menu.getItems().add(new SeparatorMenuItem());
    item("menu.quit", () -> root.getScene().getWindow().fireEvent(
        new WindowEvent(root.getScene().getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void item(String key, Runnable action) {
    var item = new MenuItem(Texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    menu.getItems().add(item);
  }

  private void showTopology() {
    title.setText(workbench.document().scenario().title());
    status.setText(documents.statusProperty().get().isEmpty()
        ? Texts.get(workbench.isEdited() ? "status.edited" : "status.unedited")
        : documents.statusProperty().get());
    undo.setDisable(workbench.undoable().isEmpty());
    redo.setDisable(workbench.redoable().isEmpty());
    undo.getTooltip().setText(
        workbench.undoable().map(label -> Texts.get("tip.undo.of", label)).orElse(Texts.get("tip.undo")));
    redo.getTooltip().setText(
        workbench.redoable().map(label -> Texts.get("tip.redo.of", label)).orElse(Texts.get("tip.redo")));
    int count = workbench.families();
    familiesSlider.show(Math.max(1, count));
    families.setText(Numbers.count(count));
    showProblems();
  }

  private void showProblems() {
    problems.getChildren().clear();
    Inspection.problems(workbench.topologyProperty().get()).stream().limit(MAX_PROBLEMS).forEach(problem -> {
      var label = new Label(problem.toString(), Icons.icon(Feather.ALERT_TRIANGLE));
      label.setWrapText(true);
      problems.getChildren().add(label);
    });
    problems.setVisible(!problems.getChildren().isEmpty());
  }

  private void legend() {
    legend.getChildren().setAll(
        Legend.entries(canvas.callsPerDotProperty().get(), look.darkProperty().get()));
  }

  private void dress() {
    boolean isDark = look.darkProperty().get();
    theme.setGraphic(Icons.icon(isDark ? Feather.SUN : Feather.MOON));
    canvas.theme(isDark);
    for (var chart : new ChartView[] {timeline, responseChart, goodputChart, growthChart}) {
      chart.theme(isDark);
    }
    legend();
  }

  private void graphic(Button button, Feather picture, String key) {
    button.setGraphic(Icons.icon(picture));
    button.setAccessibleText(Texts.get("tip." + key));
    button.setTooltip(new Tooltip(Texts.get("tip." + key)));
  }

  private static String factor(double value) {
    return Double.isInfinite(value) ? Texts.get("speed.max") : Numbers.factor(value);
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
