package tenfold.app.wrong;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Sought;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Truth.Account;
import tenfold.component.Truth.Incident;
import tenfold.component.Truth.Wrong;

/// What clients were told in this run that is not so: how often each thing, and the newest incidents, newest first. The
/// list stands still while one of them is selected, and the parts that made that one wrong are pointed at; if it was
/// the answer to a request, what that request's time went to is a click away.
public final class WrongDataView extends VBox {
  private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

  private final Workbench workbench;
  private final Map<Wrong, Label> counts = new EnumMap<>(Wrong.class);
  private final Label reads = new Label();
  private final Label none = new Label(Texts.get("wrong.none"));
  private final ListView<Incident> incidents = new ListView<>();
  private final Button goOn = new Button(Texts.get("wrong.goOn"));
  private final Button trace = new Button(Texts.get("wrong.trace"));
  private Account shown = Account.EMPTY;

  /// Shows what a workbench's run tells.
  public WrongDataView(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().addAll("inspector", "wrong-data");
    reads.getStyleClass().add("hint");
    reads.setWrapText(true);
    reads.setMinHeight(USE_PREF_SIZE);
    none.setMinHeight(USE_PREF_SIZE);
    none.getStyleClass().add("summary");
    none.setWrapText(true);
    incidents.setId("incidents");
    incidents.setAccessibleText(Texts.get("wrong.incidents"));
    incidents.setCellFactory(_ -> new IncidentCell());
    incidents.getSelectionModel().selectedItemProperty().addListener((_, _, selected) -> point(selected));
    goOn.setId("incidents-go-on");
    goOn.setOnAction(_ -> incidents.getSelectionModel().clearSelection());
    trace.setId("incident-trace");
    trace.getStyleClass().add("accent");
    trace.setOnAction(_ -> sought().ifPresent(workbench.time()::traceExactly));
    trace.setTooltip(new Tooltip(Texts.get("wrong.trace.tip")));
    VBox.setVgrow(incidents, Priority.ALWAYS);
    getChildren().addAll(label("wrong.heading", "heading2"), counters(), reads, heading(), none, incidents);
    workbench.openedProperty().addListener((_, _, _) -> incidents.getSelectionModel().clearSelection());
    show();
    point(null);
  }

  /// How many things were wrong so far, in all.
  public long total() {
    return shown.total();
  }

  /// Takes over the newest numbers, and shows them if they can be seen.
  public void pulse(boolean isSeen) {
    var snapshot = workbench.snapshotProperty().get();
    if (snapshot != null) {
      shown = snapshot.wrong();
      if (isSeen) {
        show();
      }
    }
  }

  private void show() {
    counts.forEach((what, label) -> {
      long count = shown.count(what);
      label.setText(Numbers.count(count));
      label.pseudoClassStateChanged(SOME, count > 0);
    });
    reads.setText(Texts.get("wrong.reads", Numbers.count(shown.reads()), Numbers.count(shown.reloads())));
    if (incidents.getSelectionModel().isEmpty() && !shown.incidents().reversed().equals(incidents.getItems())) {
      incidents.getItems().setAll(shown.incidents().reversed());
    }
    shown(none, incidents.getItems().isEmpty());
    shown(incidents, !incidents.getItems().isEmpty());
  }

  private void point(@Nullable Incident selected) {
    workbench.pointAt(selected == null ? Set.of()
        : IncidentText.nodes(selected, workbench.topologyProperty().get()));
    shown(goOn, selected != null);
    shown(trace, sought().isPresent());
    if (selected == null) {
      show();
    }
  }

  /// The request whose answer the selected incident is.
  private Optional<Sought> sought() {
    return Optional.ofNullable(incidents.getSelectionModel().getSelectedItem()).flatMap(Sought::of);
  }

  private GridPane counters() {
    var grid = new GridPane();
    grid.getStyleClass().add("live");
    for (var what : Wrong.values()) {
      var name = new Label(Texts.get("wrong." + what));
      var count = new Label();
      count.setId("count-" + what);
      count.getStyleClass().add("number");
      GridPane.setHalignment(count, HPos.RIGHT);
      GridPane.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      counts.put(what, count);
      grid.addRow(what.ordinal(), name, count);
    }
    return grid;
  }

  private HBox heading() {
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var heading = new HBox(label("wrong.incidents", "heading2"), room, trace, goOn);
    heading.getStyleClass().add("heading-row");
    return heading;
  }

  private static Label label(String key, String style) {
    var label = new Label(Texts.get(key));
    label.getStyleClass().add(style);
    return label;
  }

  private static void shown(Region part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }

  /// What, when, told and true, and why.
  private static final class IncidentCell extends ListCell<Incident> {
    private final Label what = new Label();
    private final Label when = new Label();
    private final Label told = new Label();
    private final Label cause = new Label();
    private final VBox box;

    IncidentCell() {
      what.getStyleClass().add("what");
      when.getStyleClass().add("when");
      cause.getStyleClass().add("cause");
      var room = new Region();
      HBox.setHgrow(room, Priority.ALWAYS);
      box = new VBox(2, new HBox(6, what, room, when), told, cause);
      box.getStyleClass().add("incident");
      for (var text : List.of(told, cause)) {
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
      }
      setPrefWidth(0); // As wide as the list, so that long sentences wrap.
    }

    @Override
    protected void updateItem(Incident incident, boolean isEmpty) {
      super.updateItem(incident, isEmpty);
      setGraphic(isEmpty ? null : box);
      if (!isEmpty) {
        what.setText(IncidentText.what(incident));
        when.setText(IncidentText.when(incident));
        told.setText(IncidentText.told(incident));
        cause.setText(IncidentText.cause(incident));
      }
    }
  }
}
