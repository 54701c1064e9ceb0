package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import tenfold.topology.Topology;

/// What goes wrong in every run of the scenario: what, where and when, to read, change, add and take away.
final class FaultScript extends ScrollPane {
  private static final Parameter AT = parameter("atSeconds");
  private static final Parameter STRENGTH = parameter("strength");
  private static final Parameter FOR = parameter("forSeconds");

  private final Workbench workbench;
  private final VBox content = new VBox();
  private final VBox entries = new VBox();
  private final Button add = new Button(Texts.get("faults.add"), Icons.icon(Feather.PLUS));
  private Topology shownTopology = new Topology(List.of(), List.of());
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
    var topology = workbench.topologyProperty().get();
    var faults = workbench.faultsProperty().get();
    if (!isLike(topology) || !faults.equals(shown) || entries.getChildren().isEmpty()) {
      shownTopology = topology;
      shown = faults;
      entries.getChildren().setAll(IntStream.range(0, faults.size()).mapToObj(this::entry).toList());
      if (faults.isEmpty()) {
        entries.getChildren().setAll(text("faults.none", "summary"));
      }
      add.setDisable(possible(topology).isEmpty());
    }
  }

  /// Whether the same faults can happen at the same places as in what is shown.
  private boolean isLike(Topology topology) {
    return possible(topology).equals(possible(shownTopology))
        && topology.links().equals(shownTopology.links())
        && topology.nodes().stream().map(node -> node.component().instances()).toList()
            .equals(shownTopology.nodes().stream().map(node -> node.component().instances()).toList());
  }

  private static List<ScheduledFault> possible(Topology topology) {
    return ScheduledFault.possible(topology, 0);
  }

  /// A first fault of what is selected, or of anything.
  private void addOne() {
    var selected = workbench.selectionProperty().get().nodes();
    var snapshot = workbench.snapshotProperty().get();
    double soon = snapshot == null ? 0 : Math.ceil(snapshot.nowNanos() / 1e10) * 10;
    var possible = possible(shownTopology);
    var fault = possible.stream().filter(one -> selected.contains(one.node())).findFirst().orElse(possible.getFirst());
    var script = new ArrayList<>(workbench.faultsProperty().get());
    script.add(fault.at(soon + 10));
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
    which(index, fault).ifPresent(row -> entry.getChildren().add(2, row));
    if (fault.fault().lasts()) {
      entry.getChildren().add(entry.getChildren().size() - 1, howLong(index, fault, faults));
    }
    entry.getStyleClass().addAll("entry", "parameter");
    return entry;
  }

  private ChoiceBox<Fault> what(int index, ScheduledFault fault) {
    var possible = Arrays.stream(Fault.values())
        .filter(one -> one == fault.fault() || !ScheduledFault.places(one, shownTopology).isEmpty()).toList();
    return choice("fault-what-" + index, "faults.what", possible, fault.fault(), Texts::choice,
        chosen -> of(chosen, fault), index);
  }

  /// The other fault at the same place, or where it can happen.
  private ScheduledFault of(Fault chosen, ScheduledFault before) {
    var places = ScheduledFault.places(chosen, shownTopology);
    var place = places.contains(before.node()) || places.isEmpty() ? before.node() : places.getFirst();
    return new ScheduledFault(before.atSeconds(), place, before.instance(), chosen);
  }

  private ChoiceBox<String> where(int index, ScheduledFault fault) {
    var choice = choice("fault-node-" + index, "faults.where", ScheduledFault.places(fault.fault(), shownTopology),
        fault.node(), name -> name,
        name -> new ScheduledFault(fault.atSeconds(), name, 0, fault.fault())
            .lasting(fault.strength(), fault.forSeconds()), index);
    choice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    return choice;
  }

  /// Which of a stack, or which way.
  private Optional<HBox> which(int index, ScheduledFault fault) {
    return switch (fault.fault().reach()) {
      case PART -> shownTopology.node(fault.node()).map(node -> node.component().instances())
          .filter(count -> count > 1).map(count -> row(label("faults.which"),
              choice("fault-which-" + index, "faults.instance", IntStream.rangeClosed(0, count).boxed().toList(),
                  fault.instance(), FaultButtons.instances()::toString,
                  chosen -> new ScheduledFault(fault.atSeconds(), fault.node(), chosen, fault.fault(), "",
                      fault.strength(), fault.forSeconds()), index)));
      case WAY -> Optional.of(row(label("faults.to"), choice("fault-to-" + index, "faults.to.spoken",
          Stream.concat(Stream.of(""), ScheduledFault.otherEnds(fault.node(), shownTopology).stream()).toList(),
          fault.to(), name -> name.isEmpty() ? Texts.get("faults.everybody") : name, fault::to, index)));
      case ZONE -> Optional.empty();
    };
  }

  private HBox howLong(int index, ScheduledFault fault, Faults faults) {
    var row = row();
    fault.fault().strength().ifPresent(strength -> {
      var field = new ValueField(STRENGTH, fault, changed -> {
        var wanted = (ScheduledFault) changed;
        var found = outside(strength, wanted.strength());
        faults.put(STRENGTH, found);
        if (found.isEmpty()) {
          replace(index, List.of(wanted));
        }
      }, found -> faults.put(STRENGTH, found));
      field.setId("fault-strength-" + index);
      row.getChildren().addAll(label("faults.strength." + strength.unit()), field);
    });
    var seconds = new ValueField(FOR, fault, changed -> replace(index, List.of((ScheduledFault) changed)),
        found -> faults.put(FOR, found));
    seconds.setId("fault-for-" + index);
    row.getChildren().addAll(label("faults.for"), seconds, label("faults.seconds"));
    return row;
  }

  /// What is wrong with a strength that this fault cannot have, though another could.
  private static List<String> outside(Fault.Strength range, double strength) {
    return strength >= range.min() && strength <= range.max() ? List.of()
        : List.of(Texts.get("faults.strength.range", Parameter.plain(range.min()), Parameter.plain(range.max()),
            Parameter.plain(strength)));
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
