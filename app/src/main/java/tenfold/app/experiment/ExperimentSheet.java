package tenfold.app.experiment;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.charts.ChartFiles;
import tenfold.app.charts.Csv;
import tenfold.app.charts.Picture;
import tenfold.app.experiment.Finding.Figure;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.Icons;
import tenfold.app.look.Palette;
import tenfold.app.look.Sheet;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;

/// The Experiment sheet: on its left what is to be found out and how, on its right what was found. It goes on in the
/// background while the sheet is closed.
public final class ExperimentSheet extends Sheet {
  private static final List<String> EXPORTS = List.of("html", "png", "svg", "csv");

  private final ExperimentRun run = new ExperimentRun();
  private final FindingView found = new FindingView();
  private final Label intro = new Label();
  private final Label trouble = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label percent = new Label();
  private final Button start = new Button();
  private final Button cancel = new Button(Texts.get("experiment.cancel"));
  private final MenuButton save = new MenuButton(Texts.get("experiment.save"));
  private final ToggleGroup tabs = new ToggleGroup();
  private final VBox form = new VBox();
  private final List<ExperimentForm> forms;
  private final Documents documents;
  private final Theme theme;
  private ExperimentForm current;

  private final AnimationTimer progress = new AnimationTimer() {
    @Override
    public void handle(long now) {
      bar.setProgress(run.progress());
      percent.setText(tenfold.app.look.Numbers.percent(run.progress()));
    }
  };

  /// A closed one.
  public ExperimentSheet(Workbench workbench, Documents files, Theme look) {
    super("experiment", Texts.get("experiment.title"));
    documents = files;
    theme = look;
    var attempts = new Attempts(files);
    var board = new AttemptForm(workbench, files, attempts);
    forms = List.of(new ReplicateForm(workbench, files), new SweepForm(workbench, files),
        new DecompositionForm(workbench, files), new CompareForm(workbench, files, attempts), board);
    board.onForget(() -> run.show(board.present().orElse(null)));
    current = forms.getFirst();
    var title = new Label(Texts.get("experiment.title"));
    title.getStyleClass().add("title");
    head(title, save);
    saving();
    left(side());
    content().getChildren().addAll(trouble, intro, found);
    found.managedProperty().bind(found.visibleProperty());
    intro.managedProperty().bind(intro.visibleProperty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    intro.setWrapText(true);
    intro.getStyleClass().add("intro");
    trouble.setId("experiment-trouble");
    trouble.setWrapText(true);
    trouble.getStyleClass().add("fault");
    run.runningProperty().subscribe(this::showRunning);
    run.troubleProperty().subscribe(sentence -> {
      trouble.setText(sentence);
      trouble.setVisible(!sentence.isEmpty());
    });
    run.findingProperty().subscribe(this::showFinding);
    theme.paletteProperty().subscribe(found::theme);
    choose(current);
  }

  /// Shows it, with the keyboard at the first thing to be filled in.
  public void show() {
    forms.forEach(ExperimentForm::refresh);
    open();
    current.firstField().ifPresentOrElse(Node::requestFocus, start::requestFocus);
  }

  /// What runs, for those who look from outside.
  public ExperimentRun run() {
    return run;
  }

  /// Ends what runs.
  public void end() {
    progress.stop();
    run.cancel();
  }

  private VBox side() {
    var side = new VBox();
    side.getStyleClass().add("experiment-side");
    for (var one : forms) {
      var tab = new ToggleButton(Texts.get("experiment." + one.id()));
      tab.setId("experiment-" + one.id());
      tab.setGraphic(Icons.icon(one.icon()));
      tab.setAlignment(Pos.CENTER_LEFT);
      tab.setMaxWidth(Double.MAX_VALUE);
      tab.setToggleGroup(tabs);
      tab.setSelected(one == current);
      tab.setOnAction(_ -> {
        tab.setSelected(true);
        choose(one);
      });
      side.getChildren().add(tab);
    }
    form.getStyleClass().add("form");
    start.setId("experiment-start");
    start.getStyleClass().add("accent");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setOnAction(_ -> begin());
    cancel.setId("experiment-cancel");
    cancel.setOnAction(_ -> run.cancel());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.get("experiment.progress"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    var running = new HBox(bar, percent, cancel);
    running.getStyleClass().add("running");
    running.setAlignment(Pos.CENTER_LEFT);
    running.visibleProperty().bind(run.runningProperty());
    side.getChildren().addAll(form, start, running);
    return side;
  }

  private void choose(ExperimentForm chosen) {
    current = chosen;
    chosen.refresh();
    form.getChildren().setAll(chosen);
    chosen.onEnter(this::begin);
    start.setText(Texts.get("experiment.start." + chosen.id()));
    if (!run.runningProperty().get()) {
      run.show(chosen.present().orElse(null));
    }
    showFinding(run.findingProperty().get());
  }

  private void begin() {
    run.refuse("");
    current.begin(run);
  }

  private void showRunning(boolean isRunning) {
    start.setDisable(isRunning);
    if (isRunning) {
      progress.start();
    } else {
      progress.stop();
    }
  }

  private void showFinding(@org.jspecify.annotations.Nullable Finding finding) {
    intro.setText(Texts.get("experiment.intro." + current.id()));
    intro.setVisible(finding == null);
    found.setVisible(finding != null);
    save.setDisable(finding == null);
    if (finding != null) {
      found.show(finding);
      scrollToTop();
    }
  }

  private void saving() {
    save.setId("experiment-save");
    save.setGraphic(Icons.icon(Feather.DOWNLOAD));
    for (var kind : EXPORTS) {
      var item = new MenuItem(Texts.get("experiment.save." + kind));
      item.setId("experiment-save-" + kind);
      item.setOnAction(_ -> export("." + kind));
      save.getItems().add(item);
    }
    save.setOnShowing(_ -> save.getItems().subList(1, 3).forEach(item -> item.setDisable(figure().isEmpty())));
  }

  private Optional<Figure> figure() {
    var finding = run.findingProperty().get();
    return finding == null ? Optional.empty()
        : finding.parts().stream().filter(Figure.class::isInstance).map(Figure.class::cast).findFirst();
  }

  private void export(String ending) {
    var finding = run.findingProperty().get();
    if (finding == null) {
      return;
    }
    Palette palette = theme.paletteProperty().get();
    documents.export(finding.title(), ending, file -> {
      switch (ending) {
        case ".html" -> HtmlPage.write(finding, file);
        case ".csv" -> Picture.write(file, Csv.text(finding.table()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        default -> {
          var figure = figure().orElseThrow();
          ChartFiles.write(figure.title(), figure.drawing(), Figure.WIDTH, figure.height(), file, palette);
        }
      }
    });
  }
}
