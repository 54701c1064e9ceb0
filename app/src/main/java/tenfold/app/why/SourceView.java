package tenfold.app.why;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Breakdown;
import tenfold.run.Breakdown.Part;
import tenfold.run.Trace.Line;

/// The source of the code that ran for a request, with each line's milliseconds in the margin; the line that took
/// longest is marked. Where several files had a part in it, each can be chosen.
final class SourceView extends VBox {
  private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
  private static final int LINES_ABOVE = 3;
  private static final double SCROLL_BAR = 12;

  private final Label nothing = new Label(Texts.get("why.noSource"));
  private final FlowPane files = new FlowPane(4, 4);
  private final ListView<Integer> lines = new ListView<>();
  private List<String> text = List.of();
  private Map<Integer, Double> millis = Map.of();
  private int hottest;

  SourceView() {
    getStyleClass().add("source");
    nothing.setWrapText(true);
    nothing.getStyleClass().add("hint");
    lines.setId("why-source");
    lines.getStyleClass().add("lines");
    lines.setAccessibleText(Texts.get("why.source.spoken"));
    lines.setCellFactory(_ -> new LineCell());
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren().addAll(nothing, files, lines);
  }

  /// Shows the code of a request; the file first in which the longest part of its time was spent.
  void show(Breakdown breakdown) {
    var spent = new LinkedHashMap<String, Double>();
    for (var part : breakdown.parts()) {
      part.lines().stream().map(Line::source).distinct().filter(source -> !HandlerSource.lines(source).isEmpty())
          .forEach(source -> spent.merge(source, part.millis(), Double::sum));
    }
    shown(nothing, spent.isEmpty());
    shown(lines, !spent.isEmpty());
    shown(files, spent.size() > 1);
    files.getChildren().clear();
    var group = new ToggleGroup();
    var first = innermost(breakdown);
    for (var source : spent.keySet()) {
      var button = new ToggleButton(source);
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        show(source, breakdown);
      });
      button.setSelected(first.filter(source::equals).isPresent());
      files.getChildren().add(button);
    }
    first.ifPresent(source -> show(source, breakdown));
  }

  /// The file of the line that was being run, without the calls from there, in the longest of the parts that ran one.
  private static Optional<String> innermost(Breakdown breakdown) {
    return breakdown.parts().stream()
        .filter(part -> part.lines().stream().anyMatch(line -> !HandlerSource.lines(line.source()).isEmpty()))
        .max((one, other) -> Double.compare(one.millis(), other.millis()))
        .map(Part::lines).map(List::getFirst).map(Line::source);
  }

  private void show(String source, Breakdown breakdown) {
    text = HandlerSource.lines(source);
    millis = breakdown.millisByLine(source);
    hottest = breakdown.hottestLine(source);
    lines.getItems().setAll(java.util.stream.IntStream.rangeClosed(1, text.size()).boxed().toList());
    lines.refresh();
    int first = Math.max(0, hottest - 1 - LINES_ABOVE);
    lines.scrollTo(first);
    Platform.runLater(() -> lines.scrollTo(first)); // Once more when the lines have their heights.
  }

  private static void shown(Region part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }

  /// Number, code, milliseconds.
  private final class LineCell extends ListCell<Integer> {
    private final Label code = new Label();
    private final Label spent = new Label();
    private final HBox box;

    LineCell() {
      code.getStyleClass().add("code");
      code.setWrapText(true);
      code.setMinHeight(Region.USE_PREF_SIZE);
      spent.getStyleClass().add("spent");
      spent.setMinWidth(Region.USE_PREF_SIZE);
      code.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(code, Priority.ALWAYS);
      box = new HBox(6, code, spent);
      box.setAlignment(Pos.TOP_LEFT);
      setPrefWidth(0); // As wide as the list, so that long lines wrap.
    }

    /// A cell asks its graphic for a height without telling it the width that its words have to wrap to.
    @Override
    protected double computePrefHeight(double width) {
      double inner = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
      double words = inner - box.getSpacing() - spent.prefWidth(-1);
      return Math.ceil(code.prefHeight(words)) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void updateItem(Integer number, boolean isEmpty) {
      super.updateItem(number, isEmpty);
      boolean isLine = !isEmpty && number <= text.size();
      setGraphic(isLine ? box : null);
      pseudoClassStateChanged(HOT, isLine && number == hottest && millis.containsKey(number));
      if (isLine) {
        code.setText(text.get(number - 1).replaceFirst("^  ", ""));
        spent.setText(millis.containsKey(number) ? Numbers.millis(millis.get(number)) : "");
      }
    }
  }
}
