package tenfold.app.inspector;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.live.LogLine;
import tenfold.app.live.TimeTravel;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;

/// What happened so far, newest first. A click on a line, or Enter, looks back at that moment.
final class LogView extends VBox {
  private static final double GAP = 10;
  private static final double SCROLL_BAR = 14;

  private final TimeTravel time;
  private final ListView<LogLine> lines = new ListView<>();

  LogView(TimeTravel time) {
    this.time = time;
    getStyleClass().add("log");
    var heading = new Label(Texts.get("log.heading"));
    heading.getStyleClass().add("heading2");
    lines.setId("log");
    lines.setAccessibleText(Texts.get("log.spoken"));
    var none = new Label(Texts.get("log.none"));
    none.getStyleClass().add("hint");
    none.setWrapText(true);
    lines.setPlaceholder(none);
    lines.setCellFactory(_ -> new Line());
    lines.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        lookBack();
        event.consume();
      }
    });
    lines.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        lookBack();
      }
    });
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren().addAll(heading, lines);
  }

  /// Shows what there is now. While one looks back it stands still.
  void show() {
    var now = time.log().reversed();
    if (time.pastProperty().get().isEmpty() && !now.equals(List.copyOf(lines.getItems()))) {
      lines.getItems().setAll(now);
    }
  }

  private void lookBack() {
    var chosen = lines.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      time.lookBack(chosen.seconds());
    }
  }

  /// When, and what.
  private static final class Line extends ListCell<LogLine> {
    private final Label when = new Label();
    private final Label what = new Label();
    private final HBox box = new HBox(GAP, when, what);

    Line() {
      when.getStyleClass().add("when");
      when.setMinWidth(Region.USE_PREF_SIZE);
      what.setWrapText(true);
      setPrefWidth(0); // As wide as the list, so that long sentences wrap.
    }

    /// A cell asks its graphic for a height without telling it the width that its words have to wrap to.
    @Override
    protected double computePrefHeight(double width) {
      double words = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR - GAP
          - when.prefWidth(-1);
      return Math.ceil(Math.max(when.prefHeight(-1), what.prefHeight(words))) + snappedTopInset()
          + snappedBottomInset();
    }

    @Override
    protected void updateItem(LogLine line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      setGraphic(isEmpty ? null : box);
      if (!isEmpty) {
        when.setText(Numbers.clock(Math.round(line.seconds() * 1e9)));
        what.setText(line.words());
        what.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        what.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
