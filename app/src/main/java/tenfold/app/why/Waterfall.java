package tenfold.app.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Breakdown;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Breakdown.Sum;
import tenfold.run.Trace;

/// Where the time went, a row for each place and what was done there, on a common axis of time: waiting, work and the
/// network told apart in words, by colour and by the bar's height.
final class Waterfall extends VBox {
  private static final int MOST_ROWS = 7;

  private final UnaryOperator<String> names;

  /// @param names what an instance is called here
  Waterfall(UnaryOperator<String> names) {
    this.names = names;
    getStyleClass().add("waterfall");
  }

  /// One request: every stretch of its time where it was, in the order in which the rows began.
  void show(Trace trace, Breakdown breakdown) {
    getChildren().clear();
    double length = Math.max(1, trace.endNanos() - trace.startNanos());
    var shown = breakdown.sums(trace).stream().limit(MOST_ROWS)
        .sorted((one, other) -> Long.compare(one.sinceNanos(), other.sinceNanos())).toList();
    for (var sum : shown) {
      var bars = new Bars(sum.doing());
      for (var part : breakdown.parts(trace, sum)) {
        bars.add((part.sinceNanos() - trace.startNanos()) / length, (part.untilNanos() - part.sinceNanos()) / length);
      }
      getChildren().add(row(sum, bars));
    }
    rest(breakdown.sums(trace).stream().skip(MOST_ROWS).mapToDouble(Sum::millis).sum());
  }

  /// The mean of many requests: one bar a row, the rows one after the other like the steps of a stair.
  void show(List<Sum> means) {
    getChildren().clear();
    double whole = Math.max(1e-9, means.stream().mapToDouble(Sum::millis).sum());
    double before = 0;
    for (var sum : means.stream().limit(MOST_ROWS).toList()) {
      var bars = new Bars(sum.doing());
      bars.add(before / whole, sum.millis() / whole);
      before += sum.millis();
      getChildren().add(row(sum, bars));
    }
    rest(means.stream().skip(MOST_ROWS).mapToDouble(Sum::millis).sum());
  }

  private void rest(double millis) {
    if (millis > 0) {
      var rest = new Label(Texts.get("why.rest", Numbers.millis(millis)));
      rest.getStyleClass().add("hint");
      getChildren().add(rest);
    }
  }

  private VBox row(Sum sum, Bars bars) {
    var name = new Label(name(sum));
    var millis = new Label(Numbers.millis(sum.millis()));
    millis.getStyleClass().add("number");
    millis.setMinWidth(Region.USE_PREF_SIZE);
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var words = new HBox(8, name, room, millis);
    words.setAlignment(Pos.BASELINE_LEFT);
    var row = new VBox(3, words, bars);
    row.setAccessibleText(name.getText() + " " + millis.getText());
    return row;
  }

  private String name(Sum sum) {
    return sum.instance().isEmpty() ? PlaceText.of(sum.place(), sum.doing())
        : Texts.get("why.row." + sum.doing().name().toLowerCase(Locale.ROOT), names.apply(sum.instance()),
            PlaceText.of(sum.place(), sum.doing()));
  }

  /// Stretches on a line.
  private static final class Bars extends Pane {
    private static final double HEIGHT = 7;
    private final List<double[]> places = new ArrayList<>();
    private final String style;

    Bars(Doing doing) {
      style = doing.name().toLowerCase(Locale.ROOT);
      getStyleClass().add("track");
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
    }

    /// @param from where it begins, as a share of the whole
    /// @param share how long it is, as a share of the whole
    void add(double from, double share) {
      places.add(new double[] {from, share});
      var bar = new Region();
      bar.getStyleClass().addAll("bar", style);
      getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
      for (int i = 0; i < places.size(); i++) {
        double left = Math.floor(places.get(i)[0] * getWidth());
        double width = Math.max(2, Math.ceil(places.get(i)[1] * getWidth()));
        getChildren().get(i).resizeRelocate(Math.min(left, getWidth() - 2), 0, Math.min(width, getWidth() - left),
            HEIGHT);
      }
    }
  }
}
