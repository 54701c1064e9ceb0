package tenfold.app.inspector;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Figure;
import tenfold.component.MessageQueue;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Node;

/// What a node does now, in numbers: those that mean something for its kind.
final class LiveNumbers extends GridPane {
  private final Map<Label, Function<NodeView, String>> numbers = new LinkedHashMap<>();

  /// @param isScaled whether an auto-scaler decides how many of it there are
  LiveNumbers(Node node, boolean isScaled) {
    getStyleClass().add("live");
    var figures = Arrays.asList(node.component().kind().figures());
    if (isScaled || figures.contains(Figure.SCALING)) {
      add("wanted", view -> Numbers.count(view.wanted()));
      add("inService", view -> Numbers.count(view.inService()));
    }
    if (figures.contains(Figure.UTILISATION)) {
      add("busy", view -> Numbers.percent(view.utilisation()));
    }
    if (figures.contains(Figure.QUEUE_LENGTH)) {
      add("waiting", LiveNumbers::waiting);
    }
    if (figures.contains(Figure.RESPONSE_TIME)) {
      add("calls", view -> Numbers.perSecond(view.callsPerSecond()));
      add("p95", view -> Numbers.millis(view.p95Ms()));
    }
    if (figures.contains(Figure.LAG)) {
      add(node.component() instanceof MessageQueue ? "done" : "lag", view -> Numbers.millis(view.lagMs()));
    }
    if (node.component() instanceof MessageQueue) {
      add("dead", view -> Numbers.count(view.deadLetters()));
    }
  }

  /// Shows the newest numbers.
  void show(NodeView view) {
    numbers.forEach((label, number) -> label.setText(number.apply(view)));
  }

  private void add(String key, Function<NodeView, String> number) {
    var label = new Label("–");
    label.setId("live-" + key);
    label.getStyleClass().add("number");
    addRow(numbers.size(), new Label(Texts.get("inspector.live." + key)), label);
    numbers.put(label, number);
  }

  private static String waiting(NodeView view) {
    return view.abandoned() > 0
        ? Texts.get("inspector.abandoned", Numbers.count(view.waiting()), Numbers.count(view.abandoned()))
        : Numbers.count(view.waiting());
  }
}
