package tenfold.app.inspector;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Inspection;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// What is selected: a node with its live numbers and its parameters, a link, or the whole scenario.
public final class InspectorView extends ScrollPane {
  private static final int LIVE_ROWS = 4;

  private final Workbench workbench;
  private final VBox content = new VBox();
  private final Label[] live = new Label[LIVE_ROWS];
  private Optional<Node> shown = Optional.empty();

  /// Shows what is selected in the workbench.
  public InspectorView(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("content");
    setContent(content);
    workbench.selectionProperty().addListener((_, _, _) -> show());
    workbench.topologyProperty().addListener((_, _, _) -> showChanged());
    show();
  }

  /// Shows the newest numbers.
  public void pulse() {
    var snapshot = workbench.snapshotProperty().get();
    if (snapshot != null) {
      shown.flatMap(node -> snapshot.nodes().stream().filter(view -> view.name().equals(node.name())).findFirst())
          .ifPresent(this::showLive);
    }
  }

  /// An edit that concerns what is shown.
  private void showChanged() {
    var now = shown.flatMap(node -> workbench.topologyProperty().get().node(node.name()));
    boolean isSame = shown.isPresent() && now.isPresent()
        && now.get().component().equals(shown.get().component());
    if (!isSame) {
      show();
    }
  }

  private void show() {
    var topology = workbench.topologyProperty().get();
    var selection = workbench.selectionProperty().get();
    shown = selection.nodes().size() == 1
        ? topology.node(selection.nodes().iterator().next()) : Optional.empty();
    content.getChildren().clear();
    if (shown.isPresent()) {
      showNode(shown.get());
    } else if (selection.link().isPresent()) {
      showLink(selection.link().get());
    } else {
      showScenario();
    }
  }

  private void showScenario() {
    var scenario = workbench.document().scenario();
    heading(scenario.title());
    text(scenario.description(), "summary");
    heading2(Texts.get("inspector.try"));
    for (int i = 1; i <= 4; i++) {
      text(Texts.get("inspector.try." + i), "hint");
    }
  }

  private void showLink(Link link) {
    heading(link.from() + " → " + link.to());
    text(Texts.get("inspector.link", Numbers.millis(link.roundTripMs())), "summary");
    text(Texts.get("inspector.link.delete"), "hint");
  }

  private void showNode(Node node) {
    heading(node.name());
    text(node.component().kind().summary(), "summary");
    for (var problem : Inspection.problems(workbench.topologyProperty().get())) {
      if (problem.node().equals(node.name())) {
        text(problem.message() + ". " + problem.remedy() + ".", "problem");
      }
    }
    var grid = new GridPane();
    grid.getStyleClass().add("live");
    for (int i = 0; i < LIVE_ROWS; i++) {
      live[i] = new Label("–");
      live[i].getStyleClass().add("number");
      grid.addRow(i, new Label(Texts.get("inspector.live." + i)), live[i]);
    }
    content.getChildren().add(grid);
    heading2(Texts.get("inspector.parameters"));
    parameters(node, (Record) node.component());
  }

  private <R extends Record> void parameters(Node node, R component) {
    for (var parameter : Parameter.of(component.getClass())) {
      content.getChildren().add(new ParameterField(parameter, component, changed ->
          workbench.change(node.name(), (ComponentSpec) changed)));
    }
  }

  private void showLive(NodeView view) {
    put(0, Numbers.percent(view.utilisation()));
    put(1, view.abandoned() > 0
        ? Texts.get("inspector.abandoned", Numbers.count(view.waiting()), Numbers.count(view.abandoned()))
        : Numbers.count(view.waiting()));
    put(2, Numbers.perSecond(view.callsPerSecond()));
    put(3, Numbers.millis(view.p95Ms()));
  }

  private void put(int row, String text) {
    @Nullable Label label = live[row];
    if (label != null) {
      label.setText(text);
    }
  }

  private void heading(String text) {
    text(text, "heading");
  }

  private void heading2(String text) {
    text(text, "heading2");
  }

  private void text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    content.getChildren().add(label);
  }
}
