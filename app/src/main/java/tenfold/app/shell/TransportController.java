package tenfold.app.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.WindowEvent;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.LiveRun;
import tenfold.app.live.Workbench;
import tenfold.app.look.Icons;
import tenfold.app.look.Language;
import tenfold.app.look.Numbers;
import tenfold.app.look.ScenarioText;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;

/// Connects the transport bar with the view model: document, undo, time, families, menu.
public final class TransportController {
  private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");

  /// Below this share of the speed that is wanted, time is said to lag behind.
  private static final double ABREAST = 0.8;
  private static final double[] SPEEDS = {0.01, 0.1, 1, 5, 20, 100, Double.POSITIVE_INFINITY};

  @FXML private HBox bar;
  @FXML private Label title;
  @FXML private Label status;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button restart;
  @FXML private Button play;
  @FXML private SplitMenuButton step;
  @FXML private ChoiceBox<Double> speed;
  @FXML private Label clock;
  @FXML private Label reached;
  @FXML private FamiliesSlider familiesSlider;
  @FXML private FamiliesField families;
  @FXML private Button experiment;
  @FXML private Button lesson;
  @FXML private Button theme;
  @FXML private Button edit;
  @FXML private MenuButton menu;

  private final LanguageMenu language = new LanguageMenu();
  private Workbench workbench;
  private Theme look;
  private Documents documents;
  private Actions actions;

  /// What the bar asks the rest of the window to do.
  interface Actions {
    /// Puts the nodes in order.
    void tidy();

    /// Shows the whole drawing.
    void fit();

    /// All edits and views of the drawing, as they are possible now.
    List<MenuItem> editMenu();

    /// Shows where one begins: lessons, scenarios, files.
    void showStart();

    /// Shows the shipped scenarios, to be chosen from.
    void showScenarios();

    /// Shows the Experiment sheet.
    void showExperiment();

    /// Shows the reference.
    void showReference();

    /// Opens or leaves the lesson.
    void toggleLesson();

    /// Whether a lesson is open.
    ReadOnlyBooleanProperty lessonOpenProperty();
  }

  /// @param overlay covers the window; what is said at a field appears on it
  void attach(Workbench shown, Theme dress, Documents files, Actions window, Pane overlay) {
    workbench = shown;
    look = dress;
    documents = files;
    actions = window;
    graphic(undo, Feather.CORNER_UP_LEFT, "undo");
    graphic(redo, Feather.CORNER_UP_RIGHT, "redo");
    graphic(restart, Feather.SKIP_BACK, "restart");
    graphic(play, Feather.PAUSE, "play");
    graphic(step, Feather.SKIP_FORWARD, "step");
    step.getItems().addAll(entry("step.request", this::stepRequest), entry("step.event", this::stepEvent));
    graphic(theme, Feather.MOON, "theme");
    workbench.playingProperty().addListener((_, _, plays) ->
        play.setGraphic(Icons.icon(plays ? Feather.PAUSE : Feather.PLAY)));
    look.paletteProperty().subscribe(palette -> theme.setGraphic(Icons.icon(switch (palette) {
      case LIGHT -> Feather.MOON;
      case DARK -> Feather.EYE;
      case CONTRAST -> Feather.SUN;
    })));
    families.attach(count -> workbench.families(count, Joining.ALONE), overlay);
    familiesSlider.onChange(workbench::families);
    actions.lessonOpenProperty().subscribe(isOpen ->
        lesson.setText(Texts.get(isOpen ? "lesson.close.button" : "lesson.open")));
    Stream.of(edit, experiment, lesson).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
    speeds();
    menu();
    workbench.topologyProperty().addListener((_, _, _) -> show());
    workbench.faultsProperty().addListener((_, _, _) -> show());
    workbench.openedProperty().addListener((_, _, _) -> show());
    workbench.noticeProperty().addListener((_, _, _) -> show());
    documents.statusProperty().addListener((_, _, _) -> show());
    show();
    showClock(); // With words from the beginning, so that the bar does not grow when they come.
    showSpeed();
  }

  /// Leaves out what the menu offers too, as far as there is no room for it.
  ///
  /// @param width that the bar may have
  void fit(double width) {
    var dispensable = List.of(theme, experiment, lesson);
    dispensable.forEach(button -> button.setManaged(true));
    bar.applyCss();
    for (var button : dispensable) {
      button.setManaged(bar.minWidth(-1) <= width);
      button.setVisible(button.isManaged());
    }
  }

  /// Shows the time of the newest picture.
  void showClock() {
    var snapshot = workbench.snapshotProperty().get();
    clock.setText(Numbers.clock(snapshot == null ? 0 : snapshot.nowNanos()));
  }

  /// Shows how fast time really runs.
  void showSpeed() {
    boolean isPlaying = workbench.playingProperty().get();
    double runsAt = workbench.reachedSpeedProperty().get();
    double wanted = workbench.speedProperty().get();
    reached.setText(isPlaying ? Texts.get("speed.reached", Numbers.pace(runsAt)) : Texts.get("speed.paused"));
    reached.pseudoClassStateChanged(
        BEHIND, isPlaying && runsAt > 0 && !Double.isInfinite(wanted) && runsAt < ABREAST * wanted);
  }

  @FXML
  private void undo() {
    workbench.undo();
  }

  @FXML
  private void redo() {
    workbench.redo();
  }

  /// What is in this menu depends on what is selected, so it is made anew whenever it is opened.
  @FXML
  private void showEdits() {
    var edits = new ContextMenu(actions.editMenu().toArray(MenuItem[]::new));
    edits.setId("edit-menu");
    edits.show(edit, Side.BOTTOM, 0, 2);
  }

  @FXML
  private void restart() {
    workbench.restart();
  }

  @FXML
  void togglePlay() {
    workbench.playingProperty().set(!workbench.playingProperty().get());
  }

  @FXML
  void stepRequest() {
    workbench.time().step(LiveRun.Step.REQUEST);
  }

  void stepEvent() {
    workbench.time().step(LiveRun.Step.EVENT);
  }

  private static MenuItem entry(String key, Runnable action) {
    var item = new MenuItem(Texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  @FXML
  private void toggleTheme() {
    look.paletteProperty().set(look.paletteProperty().get().next());
  }

  @FXML
  private void showExperiment() {
    actions.showExperiment();
  }

  @FXML
  private void toggleLesson() {
    actions.toggleLesson();
  }

  private void speeds() {
    for (double choice : SPEEDS) {
      speed.getItems().add(choice);
    }
    speed.setConverter(new StringConverter<>() {
      @Override
      public String toString(Double value) {
        return Double.isInfinite(value) ? Texts.get("speed.max") : Numbers.factor(value);
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
    workbench.speedProperty().addListener((_, _, now) -> speed.setValue(now.doubleValue()));
  }

  private void menu() {
    menu.setGraphic(Icons.icon(Feather.MORE_HORIZONTAL));
    menu.setAccessibleText(Texts.get("tip.menu"));
    item("menu.start", actions::showStart);
    item("menu.scenarios", actions::showScenarios);
    item("menu.open", documents::open);
    item("menu.experiment", actions::showExperiment);
    item("lesson.open", actions::toggleLesson);
    menu.getItems().getLast().textProperty().bind(lesson.textProperty());
    item("menu.trace", documents::replayTrace);
    item("menu.save", documents::save);
    item("menu.saveAs", documents::saveAs);
    menu.getItems().add(new SeparatorMenuItem());
    item("menu.tidy", actions::tidy);
    item("menu.fit", actions::fit);
    item("menu.prices", documents::usePrices);
    item("menu.reference", actions::showReference);
    item("tip.theme", this::toggleTheme);
    menu.getItems().addAll(language, new SeparatorMenuItem());
    item("menu.quit", this::quit);
  }

  /// The language for the next start.
  ObjectProperty<Language> languageProperty() {
    return language.chosenProperty();
  }

  /// Offers to show everything larger.
  void projector(BooleanProperty larger) {
    check("menu.projector", larger,
        new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
  }

  /// Offers to hide a pane, which leaves more room to the canvas.
  void pane(String key, Node pane, KeyCode code) {
    pane.managedProperty().bind(pane.visibleProperty());
    check(key, pane.visibleProperty(), new KeyCodeCombination(code));
  }

  private void check(String key, BooleanProperty value, KeyCombination keys) {
    var item = new CheckMenuItem(Texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setAccelerator(keys);
    item.selectedProperty().bindBidirectional(value);
    menu.getItems().add(menu.getItems().size() - 2, item);
  }

  private void quit() {
    var window = menu.getScene().getWindow();
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void item(String key, Runnable action) {
    menu.getItems().add(entry(key, action));
  }

  private void show() {
    title.setText(ScenarioText.title(workbench.document().scenario()));
    title.setTooltip(new Tooltip(title.getText()));
    status.setText(Stream.of(workbench.noticeProperty().get(), documents.statusProperty().get())
        .filter(text -> !text.isEmpty()).findFirst()
        .orElse(Texts.get(workbench.isEdited() ? "status.edited" : "status.unedited")));
    undo.setDisable(workbench.undoable().isEmpty());
    redo.setDisable(workbench.redoable().isEmpty());
    undo.getTooltip().setText(
        workbench.undoable().map(label -> Texts.get("tip.undo.of", label)).orElse(Texts.get("tip.undo")));
    redo.getTooltip().setText(
        workbench.redoable().map(label -> Texts.get("tip.redo.of", label)).orElse(Texts.get("tip.redo")));
    int count = workbench.families();
    familiesSlider.show(Math.max(1, count));
    families.show(count);
  }

  private static void graphic(ButtonBase button, Feather picture, String key) {
    button.setGraphic(Icons.icon(picture));
    button.setAccessibleText(Texts.get("tip." + key));
    button.setTooltip(new Tooltip(Texts.get("tip." + key)));
  }
}
