package tenfold.app.why;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import tenfold.app.live.Retrace.Search;
import tenfold.app.live.Sought;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.run.Snapshot.Extremes;

/// Offers the slow requests of the whole run up to the instant that is shown, which need not have been traced: the run
/// is run again to trace them. While it is, says how far it is and lets it be given up.
final class ExactBar extends HBox {
  private final Workbench workbench;
  private final Label words = new Label(Texts.get("why.exact"));
  private final Button p99;
  private final Button slowest;
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = new Button(Texts.get("past.cancel"));

  ExactBar(Workbench workbench) {
    this.workbench = workbench;
    p99 = button("p99", Sought::p99);
    slowest = button("slowest", Sought::slowest);
    getStyleClass().add("exact");
    setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("hint");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    List.of(p99, slowest, bar, cancel).forEach(part -> part.setMinWidth(USE_PREF_SIZE));
    cancel.setId("why-exact-cancel");
    cancel.setOnAction(_ -> workbench.time().retrace().stop());
    getChildren().addAll(words, p99, slowest, bar, cancel);
    workbench.time().retrace().searchProperty().subscribe(this::show);
  }

  /// Shows how far it is, and what there is to be traced.
  void pulse() {
    workbench.time().retrace().searchProperty().get().ifPresent(search ->
        bar.setProgress(search.rewind().progress()));
    p99.setDisable(extremes().p99().isEmpty());
    slowest.setDisable(extremes().slowest().isEmpty());
  }

  private void show(Optional<Search> search) {
    words.setText(Texts.get(search.isPresent() ? "why.exact.running" : "why.exact"));
    bar.setProgress(0);
    shown(p99, search.isEmpty());
    shown(slowest, search.isEmpty());
    shown(bar, search.isPresent());
    shown(cancel, search.isPresent());
  }

  private Button button(String name, Function<Extremes, Optional<Sought>> sought) {
    var button = new Button(Texts.get("why.choice." + name));
    button.setId("why-exact-" + name);
    button.setAccessibleText(Texts.get("why.exact." + name + ".spoken"));
    button.setTooltip(new Tooltip(Texts.get("why.exact." + name + ".spoken")));
    button.setOnAction(_ -> sought.apply(extremes()).ifPresent(workbench.time()::traceExactly));
    return button;
  }

  private Extremes extremes() {
    var picture = workbench.snapshotProperty().get();
    return picture == null ? Extremes.NONE : picture.extremes();
  }

  private static void shown(Node part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }
}
