package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.live.Workbench;
import tenfold.app.look.Icons;
import tenfold.app.look.Texts;
import tenfold.component.Fault;
import tenfold.component.Parameter;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Node;

/// What goes wrong in every run of the scenario: what, where and when, to read, change, add and take away.
final class FaultScript extends ScrollPane {
  private static final Parameter AT = parameter("atSeconds");

  private final Workbench workbench;
  private final VBox content = new VBox();
  private final VBox entries = new VBox();
  private final Button add = new Button(Texts.get("faults.add"), Icons.icon(Feather.PLUS));
  private List<Node> shownNodes = List.of();
  private List<ScheduledFault> shown = List.of();

  FaultScript(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("content");
    entries.getStyleClass().add("fault-script");
    add.setId("fault-add");
    add.setOnAction(_ -> addOne());
    content.getChildren().addAll(text("faults.heading", "heading2"), text("faults.explained", "hint"), entries, add);
    setContent(content);
    workbench.faultsProperty().addListener((_, _, _) -> show());
    workbench.topologyProperty().addListener((_, _, _) -> show());
    show();
  }

  /// Fields stay where they are, and the keyboard with them, unless there is something else to show.
  private void show() {
    var nodes = ScheduledFault.possibleNodes(workbench.topologyProperty().get());
    var faults = workbench.faultsProperty().get();
    if (!nodes.equals(shownNodes) || !faults.equals(shown) || entries.getChildren().isEmpty()) {
      shownNodes = nodes;
      shown = faults;
      entries.getChildren().setAll(IntStream.range(0, faults.size()).mapToObj(this::entry).toList());
      if (faults.isEmpty()) {
        entries.getChildren().setAll(text("faults.none", "summary"));
      }
      add.setDisable(nodes.isEmpty());
    }
  }

  private void addOne() {
    var node = shownNodes.stream()
        .filter(possible -> workbench.selectionProperty().get().nodes().contains(possible.name()))
        .findFirst().orElse(shownNodes.getFirst());
    var snapshot = workbench.snapshotProperty().get();
    double soon = snapshot == null ? 0 : Math.ceil(snapshot.nowNanos() / 1e10) * 10;
    var script = new ArrayList<>(workbench.faultsProperty().get());
    script.add(new ScheduledFault(soon + 10, node.name(), 0, node.component().kind().faults()[0]));
    workbench.faults(script);
  }

  private void replace(int index, List<ScheduledFault> changed) {
    var script = new ArrayList<>(workbench.faultsProperty().get());
    script.remove(index);
    script.addAll(index, changed);
    workbench.faults(script);
  }

  private Region entry(int index) {
    var fault = shown.get(index);
    var faults = new Faults();
    var seconds = new ValueField(AT, fault, changed -> replace(index, List.of((ScheduledFault) changed)),
        found -> faults.put(AT, found));
    seconds.setId("fault-at-" + index);
    var remove = new Button("", Icons.icon(Feather.X));
    remove.setId("fault-remove-" + index);
    remove.getStyleClass().add("quiet");
    remove.setAccessibleText(Texts.get("faults.remove"));
    remove.setTooltip(new Tooltip(Texts.get("faults.remove")));
    remove.setOnAction(_ -> replace(index, List.of()));
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var entry = new VBox(6,
        row(label("faults.at"), seconds, label("faults.seconds"), room, remove),
        row(what(index, fault), label("faults.of"), where(index, fault)), faults);
    which(index, fault).ifPresent(choice -> entry.getChildren().add(2, row(label("faults.which"), choice)));
    entry.getStyleClass().addAll("entry", "parameter");
    return entry;
  }

  private ChoiceBox<Fault> what(int index, ScheduledFault fault) {
    var possible = node(fault).map(node -> List.of(node.component().kind().faults())).orElse(List.of(fault.fault()));
    return choice("fault-what-" + index, "faults.what", possible, fault.fault(), Texts::choice,
        chosen -> new ScheduledFault(fault.atSeconds(), fault.node(), fault.instance(), chosen), index);
  }

  private ChoiceBox<String> where(int index, ScheduledFault fault) {
    var choice = choice("fault-node-" + index, "faults.where", shownNodes.stream().map(Node::name).toList(),
        fault.node(), name -> name,
        name -> new ScheduledFault(fault.atSeconds(), name, 0, fault.fault()), index);
    choice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    return choice;
  }

  private Optional<ChoiceBox<Integer>> which(int index, ScheduledFault fault) {
    return node(fault).map(node -> node.component().instances()).filter(count -> count > 1).map(count ->
        choice("fault-which-" + index, "faults.instance", IntStream.rangeClosed(0, count).boxed().toList(),
            fault.instance(), FaultButtons.instances()::toString,
            chosen -> new ScheduledFault(fault.atSeconds(), fault.node(), chosen, fault.fault()), index));
  }

  private <T> ChoiceBox<T> choice(String id, String spoken, List<T> possible, T present,
      Function<T, String> words, Function<T, ScheduledFault> changed, int index) {
    var choice = new ChoiceBox<T>();
    choice.setId(id);
    choice.setAccessibleText(Texts.get(spoken));
    choice.setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("values are chosen, not typed");
      }
    });
    choice.getItems().setAll(possible);
    choice.setValue(present);

    choice.valueProperty().addListener((_, _, chosen) -> replace(index, List.of(changed.apply(chosen))));
    return choice;
  }

  private Optional<Node> node(ScheduledFault fault) {
    return shownNodes.stream().filter(node -> node.name().equals(fault.node())).findFirst();
  }

  private static HBox row(javafx.scene.Node... parts) {
    var row = new HBox(8, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label label(String key) {
    var label = new Label(Texts.get(key));
    label.getStyleClass().add("name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label text(String key, String style) {
    var label = new Label(Texts.get(key));
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private static Parameter parameter(String path) {
    return Parameter.of(ScheduledFault.class).stream()
        .filter(parameter -> parameter.path().equals(path)).findFirst().orElseThrow();
  }
}
