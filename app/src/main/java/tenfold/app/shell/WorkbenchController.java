package tenfold.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.canvas.CanvasView;
import tenfold.app.charts.ChartShelf;
import tenfold.app.charts.ChartSource;
import tenfold.app.charts.ChartView;
import tenfold.app.charts.Curve;
import tenfold.app.charts.Growth;
import tenfold.app.charts.TimelineView;
import tenfold.app.experiment.ExperimentSheet;
import tenfold.app.files.Documents;
import tenfold.app.inspector.SidePane;
import tenfold.app.lessons.Course;
import tenfold.app.lessons.LessonController;
import tenfold.app.lessons.LessonRun;
import tenfold.app.live.GrowthSweep;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.app.look.Icons;
import tenfold.app.look.Ink;
import tenfold.app.look.Language;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;
import tenfold.app.palette.Kinds;
import tenfold.app.palette.PaletteView;
import tenfold.app.table.TopologyTable;
import tenfold.lesson.Lesson;
import tenfold.run.Bill;

/// Connects the workbench's view with its view model.
public final class WorkbenchController implements TransportController.Actions {
  private static final double CHART_SECONDS = 0.1;
  private static final int MAX_PROBLEMS = 3;

  /// From this width on the palette's names leave enough room to the canvas, in pixels.
  private static final double FULL_WIDTH = 1_200;

  /// What the legend leaves to the small map on its right, in pixels.
  private static final double MINIMAP_ROOM = 204;

  @FXML private StackPane root;
  @FXML private TransportController transportController;
  @FXML private ScrollPane paletteScroll;
  @FXML private PaletteView palette;
  @FXML private CanvasView canvas;
  @FXML private FlowPane legend;
  @FXML private VBox problems;
  @FXML private Label cost;
  @FXML private TimelineView timeline;
  @FXML private PastBar past;
  @FXML private ChartShelf charts;
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
  private final ReadOnlyBooleanWrapper lessonOpen = new ReadOnlyBooleanWrapper();
  private Sheets sheets;
  private Workbench workbench;
  private Theme look;
  private Documents documents;
  private Optional<TopologyTable> table = Optional.empty();
  private SidePane sidePane;
  private GrowthSweep growth;
  private Course course;
  private Optional<LessonRun> lessonRun = Optional.empty();
  private double sinceCharts = CHART_SECONDS;

  /// Shows a workbench.
  ///
  /// @param larger whether everything is shown larger
  public void attach(Workbench shown, Theme dress, Documents files, BooleanProperty larger) {
    workbench = shown;
    look = dress;
    documents = files;
    canvas.attach(workbench);
    palette.attach(workbench, canvas, overlay);
    prepareTable();
    sidePane = new SidePane(workbench, component -> sheets.reference().open(component), () -> growth.theory());
    course = new Course(workbench, documents.progress(), documents::tell);
    sheets = new Sheets(root, workbench, documents, look, course, this::takeLesson);
    side.getChildren().setAll(sidePane);
    showCharts();
    transportController.attach(workbench, look, documents, this, overlay);
    transportController.projector(larger);
    transportController.pane("menu.palette", paletteScroll, KeyCode.F7);
    transportController.pane("menu.charts", charts, KeyCode.F8);
    transportController.pane("menu.side", side, KeyCode.F9);
    root.widthProperty().subscribe(this::makeDo);
    canvas.widthProperty().subscribe(this::fitLegend);
    look.paletteProperty().subscribe(this::dress);
    canvas.calmProperty().bind(look.reducedMotionProperty());
    canvas.calmProperty().subscribe(this::legend);
    canvas.callsPerDotProperty().subscribe(this::legend);
    workbench.topologyProperty().addListener((_, _, _) -> showProblems());
    workbench.faultsProperty().addListener((_, _, _) -> showProblems());
    showProblems();
    workbench.failureProperty().addListener((_, _, failure) -> failure.ifPresent(documents::say));
    frames.start();
  }

  /// Makes do with the room there is: less than usual when everything is larger, for a projector.
  private void makeDo() {
    palette.compactProperty().set(root.getWidth() < FULL_WIDTH);
    transportController.fit(root.getWidth());
  }

  /// The legend is as wide as what is in it, in as many rows as the small map leaves room for.
  private void fitLegend() {
    legend.applyCss();
    double entries = legend.getChildren().stream().mapToDouble(entry -> entry.prefWidth(-1) + legend.getHgap()).sum();
    legend.setPrefWrapLength(Math.max(0, Math.min(Math.ceil(entries), canvas.getWidth() - MINIMAP_ROOM)));
  }

  /// Stops drawing and measuring.
  public void close() {
    frames.stop();
    growth.close();
    sheets.end();
    lessonRun.ifPresent(LessonRun::close);
  }

  /// What needs the scene and its style: keys that work anywhere in the window, and how wide the legend is.
  public void enter() {
    fitLegend();
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::deleteKey);
    canvas.actions().installKeys(root.getScene());
    var keys = root.getScene().getAccelerators();
    Map.<KeyCombination, Runnable>of(
        shortcut(KeyCode.O), documents::open,
        shortcut(KeyCode.S), documents::save,
        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), documents::saveAs,
        new KeyCodeCombination(KeyCode.F5), transportController::togglePlay).forEach(keys::put);
    keys.put(new KeyCodeCombination(KeyCode.F6), transportController::stepRequest);
    keys.put(new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN), transportController::stepEvent);
    keys.put(shortcut(KeyCode.E), this::showExperiment);
  }

  /// The charts, for those who look at them from outside.
  public ChartShelf charts() {
    return charts;
  }

  /// The language that was chosen for the next start.
  public ReadOnlyProperty<Language> languageProperty() {
    return transportController.languageProperty();
  }

  /// The Experiment sheet, for those who look at it from outside.
  public ExperimentSheet experiment() {
    return sheets.experiment();
  }

  /// The canvas, for those who look at it from outside.
  public CanvasView canvas() {
    return canvas;
  }

  @Override
  public void toggleLesson() {
    if (lessonRun.isPresent()) {
      leaveLesson();
    } else {
      takeLesson(course.next());
    }
  }

  /// The lesson that is taken, if one is.
  public Optional<LessonRun> lesson() {
    return lessonRun;
  }

  /// Takes a lesson, unless there is unsaved work that the user wants to keep.
  ///
  /// @param lesson its folder, as in "02-success-disaster"
  public void takeLesson(String lesson) {
    if (documents.mayLeave()) {
      leaveLesson();
      course.read(lesson).ifPresent(this::openLesson);
    }
  }

  @Override
  public ReadOnlyBooleanProperty lessonOpenProperty() {
    return lessonOpen.getReadOnlyProperty();
  }

  @Override
  public void tidy() {
    canvas.tidy();
  }

  @Override
  public List<MenuItem> editMenu() {
    return canvas.actions().editMenu();
  }

  @Override
  public void showStart() {
    sheets.start().show();
  }

  @Override
  public void showScenarios() {
    sheets.scenarios().show();
  }

  @Override
  public void showExperiment() {
    sheets.experiment().show();
  }

  @Override
  public void showReference() {
    sheets.reference().open(Kinds.all().getFirst());
  }

  @Override
  public void fit() {
    canvas.fit();
  }

  /// Deletes what is selected wherever the focus is, as after a click on a button, but not where text is edited.
  private void deleteKey(KeyEvent event) {
    boolean isDelete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
    if (isDelete && !(root.getScene().getFocusOwner() instanceof TextInputControl)) {
      workbench.deleteSelection();
      event.consume();
    }
  }

  /// The table covers the drawing and what is said of it. It is made when it is shown for the first time.
  private void prepareTable() {
    legend.visibleProperty().bind(canvas.tableProperty().not());
    cost.visibleProperty().bind(canvas.tableProperty().not());
    cost.managedProperty().bind(cost.visibleProperty());
    problems.managedProperty().bind(problems.visibleProperty());
    canvas.tableProperty().addListener((_, _, isShown) -> {
      if (isShown) {
        table = table.or(() -> Optional.of(newTable()));
        table.get().focusNodes();
      }
    });
  }

  private TopologyTable newTable() {
    var made = new TopologyTable(workbench, () -> canvas.tableProperty().set(false));
    made.visibleProperty().bind(canvas.tableProperty());
    ((Region) problems.getParent()).heightProperty().subscribe(height ->
        made.setPadding(new Insets(height.doubleValue() + 12, 16, 12, 16)));
    ((StackPane) canvas.getParent()).getChildren().add(1, made);
    return made;
  }

  private void openLesson(Lesson lesson) {
    var run = course.take(lesson);
    var loader = new FXMLLoader(
        Objects.requireNonNull(LessonController.class.getResource("/tenfold/app/lesson.fxml")), Texts.bundle());
    try {
      side.getChildren().setAll(loader.<Node>load());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    loader.<LessonController>getController().attach(run, look.paletteProperty()::get, this::leaveLesson);
    lessonRun = Optional.of(run);
    palette.offer(lesson.palette());
    lessonOpen.set(true);
  }

  private void leaveLesson() {
    lessonRun.ifPresent(LessonRun::close);
    lessonRun = Optional.empty();
    side.getChildren().setAll(sidePane);
    palette.offer(List.of());
    lessonOpen.set(false);
  }

  private void frame(double seconds) {
    workbench.pulse();
    canvas.pulse(seconds);
    table.filter(Node::isVisible).ifPresent(shown -> shown.pulse(seconds));
    sidePane.pulse(seconds);
    past.pulse();
    sinceCharts += seconds;
    if (sinceCharts >= CHART_SECONDS) {
      sinceCharts = 0;
      timeline.paint();
      charts.paint();
      transportController.showClock(); // Not in every frame: each change of its words lays the whole window out.
      transportController.showSpeed();
      showCost();
    }
  }

  /// What the system costs as it is at this instant.
  private void showCost() {
    var snapshot = workbench.snapshotProperty().get();
    if (snapshot != null) {
      var bill = Bill.of(workbench.topologyProperty().get(), snapshot,
          documents.pricesProperty().get());
      cost.setText(Texts.get("cost.line", Numbers.dollars(bill.perMonth()), Numbers.dollars(bill.per1000Families()),
          Numbers.dollars(bill.perMillionRequests())));
    }
  }

  private void showCharts() {
    timeline.attach(workbench);
    past.attach(workbench.time());
    workbench.time().pastProperty().addListener((_, _, _) -> showProblems());
    growth = new GrowthSweep(workbench.document().scenario());
    workbench.topologyProperty().addListener((_, _, _) -> growth.measure(workbench.document().scenario()));
    var source = new ChartSource(workbench::points, workbench::marks, documents.pricesProperty()::get,
        this::growthCurve);
    workbench.time().leftProperty().addListener((_, _, left) -> charts.pin(left));
    charts.attach(source, (name, ending, writer) -> documents.export(name, ending, writer::write));
  }

  /// The measured curve with its theory, as far as a lesson lets it be seen, with the lesson's prediction on it.
  private Growth growthCurve() {
    int most = lessonRun.map(LessonRun::mostFamiliesShown).orElse(Integer.MAX_VALUE);
    var measured = Growth.measured(Texts.get("chart.growth"), growth.measured());
    var curve = growth.theory().map(measured::with).orElse(measured).upTo(most);
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

  private void showProblems() {
    problems.getChildren().clear();
    workbench.scenario().problems().stream().limit(MAX_PROBLEMS).forEach(problem -> {
      var label = new Label(EngineText.withNode(problem), Icons.icon(Feather.ALERT_TRIANGLE));
      label.setWrapText(true);
      problems.getChildren().add(label);
    });
    problems.setVisible(!problems.getChildren().isEmpty() && workbench.time().pastProperty().get().isEmpty());
  }

  private void legend() {
    legend.getChildren().setAll(
        Legend.entries(canvas.callsPerDotProperty().get(), look.paletteProperty().get(), canvas.calmProperty().get()));
    fitLegend();
  }

  private void dress() {
    Palette palette = look.paletteProperty().get();
    canvas.theme(palette);
    timeline.theme(palette);
    charts.theme(palette);
    legend();
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
