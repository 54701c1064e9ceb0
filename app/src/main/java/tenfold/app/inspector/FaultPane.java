package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// What goes wrong: now, by a button for each fault of a part or a way; in every run, by a script; and what has
/// happened so far.
final class FaultPane extends VBox {
  /// What is left of the script at least, in pixels, so that the log keeps its place; it scrolls.
  private static final double SCRIPT_HEIGHT = 140;

  private final Workbench workbench;
  private final ChoiceBox<Place> place = new ChoiceBox<>();
  private final VBox buttons = new VBox();
  private final TitledPane script;
  private final LogView log;

  /// Where something can go wrong.
  private sealed interface Place {
    /// A part.
    record Part(String name) implements Place {}

    /// The way between two parts.
    record Way(String from, String to) implements Place {}
  }

  FaultPane(Workbench workbench) {
    this.workbench = workbench;
    this.log = new LogView(workbench.time());
    getStyleClass().add("fault-pane");
    place.setId("fault-place");
    place.setAccessibleText(Texts.get("faults.place"));
    place.setMaxWidth(Double.MAX_VALUE);
    place.setConverter(words());
    place.valueProperty().addListener((_, _, chosen) -> showButtons(chosen));
    script = new TitledPane("", new FaultScript(workbench));
    script.setId("fault-script");
    script.getStyleClass().add("foldable");
    script.setAnimated(false);
    script.minHeightProperty().bind(
        Bindings.when(script.expandedProperty()).then(SCRIPT_HEIGHT).otherwise(Region.USE_PREF_SIZE));
    script.setExpanded(!workbench.faultsProperty().get().isEmpty());
    VBox.setVgrow(log, Priority.ALWAYS);
    getChildren().addAll(new VBox(8, place, buttons), script, log);
    workbench.topologyProperty().addListener((_, _, _) -> show());
    workbench.faultsProperty().subscribe(faults -> script.setText(
        Texts.get("faults.script", Numbers.count(faults.size()))));
    workbench.openedProperty().addListener((_, _, opened) ->
        script.setExpanded(!opened.scenario().faults().isEmpty()));
    workbench.selectionProperty().addListener((_, _, _) -> followSelection());
    show();
    followSelection();
  }

  /// Shows what has happened, while the pane is seen.
  void pulse(boolean isSeen) {
    if (isSeen) {
      log.show();
    }
  }

  private void show() {
    var places = places(workbench.topologyProperty().get());
    if (!places.equals(place.getItems())) {
      var chosen = place.getValue();
      place.getItems().setAll(places);
      place.setValue(places.contains(chosen) ? chosen : places.stream().findFirst().orElse(null));
    } else {
      showButtons(place.getValue());
    }
  }

  private void followSelection() {
    var selected = workbench.selectionProperty().get();
    var wanted = selected.link().<Place>map(link -> new Place.Way(link.from(), link.to()))
        .or(() -> selected.nodes().stream().findFirst().map(Place.Part::new));
    wanted.filter(place.getItems()::contains).ifPresent(place::setValue);
  }

  /// The buttons of a part know how many instances it has, so they are made anew when that changes.
  private void showButtons(Place chosen) {
    var topology = workbench.topologyProperty().get();
    Optional<FaultButtons> shown = switch (chosen) {
      case Place.Part part -> topology.node(part.name).map(node -> new FaultButtons(workbench, node, "now-"));
      case Place.Way way -> topology.link(way.from, way.to).map(link -> new FaultButtons(workbench, link, "now-"));
      case null -> Optional.empty();
    };
    buttons.getChildren().setAll(shown.map(List::of).orElse(List.of()));
  }

  private static List<Place> places(Topology topology) {
    var places = new ArrayList<Place>();
    topology.nodes().stream().filter(node -> node.component().kind().faults().length > 0).map(Node::name)
        .map(Place.Part::new).forEach(places::add);
    topology.links().stream().map(FaultPane::way).forEach(places::add);
    return places;
  }

  private static Place way(Link link) {
    return new Place.Way(link.from(), link.to());
  }

  private static StringConverter<Place> words() {
    return new StringConverter<>() {
      @Override
      public String toString(Place shown) {
        return switch (shown) {
          case Place.Part part -> part.name;
          case Place.Way way -> way.from + " → " + way.to;
          case null -> "";
        };
      }

      @Override
      public Place fromString(String text) {
        throw new UnsupportedOperationException("places are chosen, not typed");
      }
    };
  }
}
