package tenfold.app.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tenfold.app.live.Workbench;
import tenfold.app.look.FaultText;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Fault;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// What can go wrong with a part or a way now: a button for each fault, and of a stack, which of its instances it
/// happens to. A fault that lasts goes on for a minute, as bad as it usually is.
final class FaultButtons extends VBox {
  private final ChoiceBox<Integer> instance = new ChoiceBox<>();
  private final FlowPane zones = new FlowPane(6, 6);
  private final Workbench workbench;
  private final String ids;

  /// For a part, and for the zones that it stands in.
  ///
  /// @param ids what the buttons' ids begin with
  FaultButtons(Workbench workbench, Node node, String ids) {
    this(workbench, ids, List.of(node.component().kind().faults()),
        (fault, number) -> new ScheduledFault(0, node.name(), number, fault));
    show(node);
  }

  /// For the way between two parts.
  ///
  /// @param ids what the buttons' ids begin with
  FaultButtons(Workbench workbench, Link link, String ids) {
    this(workbench, ids, Arrays.stream(Fault.values()).filter(fault -> fault.reach() == Fault.Reach.WAY).toList(),
        (fault, number) -> new ScheduledFault(0, link.from(), number, fault).to(link.to()));
    showInstances(1);
  }

  private FaultButtons(
      Workbench workbench, String ids, List<Fault> faults,
      BiFunction<Fault, Integer, ScheduledFault> faultOfInstance) {
    this.workbench = workbench;
    this.ids = ids;
    getStyleClass().addAll("faults-now", "parameter");
    var heading = new Label(Texts.get("faults.now"));
    heading.getStyleClass().add("heading2");
    instance.setId(ids + "instance");
    instance.setAccessibleText(Texts.get("faults.instance"));
    instance.setConverter(instances());
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var head = new HBox(heading, room, instance);
    head.setAlignment(Pos.CENTER_LEFT);
    var buttons = new FlowPane(6, 6);
    for (var fault : faults) {
      var button = button(fault);
      button.setOnAction(_ -> workbench.suffer(faultOfInstance.apply(fault, instance.getValue())));
      buttons.getChildren().add(button);
    }
    getChildren().addAll(head, buttons, zones);
    zones.setManaged(false);
  }

  /// Takes over how many instances there are, and in which zones.
  void show(Node node) {
    showInstances(node.component().instances());
    zones.getChildren().setAll(node.zones().stream().distinct().map(this::zoneButton).toList());
    zones.setManaged(!zones.getChildren().isEmpty());
  }

  private Button zoneButton(String zone) {
    var button = button(Fault.ZONE_OUTAGE);
    button.setText(Texts.get("mark.fault", Texts.choice(Fault.ZONE_OUTAGE), zone));
    button.setId(ids + "zone-" + zone);
    button.setOnAction(_ -> workbench.suffer(new ScheduledFault(0, zone, 0, Fault.ZONE_OUTAGE)));
    return button;
  }

  private void showInstances(int count) {
    int chosen = instance.getItems().isEmpty() ? 0 : instance.getValue();
    instance.getItems().setAll(IntStream.rangeClosed(0, count).boxed().toList());
    instance.setValue(chosen <= count ? chosen : 0);
    instance.setVisible(count > 1);
    instance.setManaged(count > 1);
  }

  /// The words for an instance of a stack: its number from 1, or all of them for 0.
  static StringConverter<Integer> instances() {
    return new StringConverter<>() {
      @Override
      public String toString(Integer number) {
        return number == null || number == 0 ? Texts.get("faults.all") : Texts.get("faults.one", number);
      }

      @Override
      public Integer fromString(String text) {
        throw new UnsupportedOperationException("instances are chosen, not typed");
      }
    };
  }

  private Button button(Fault fault) {
    var button = new Button(Texts.choice(fault));
    button.setMinWidth(USE_PREF_SIZE);
    button.setId(ids + fault);
    button.setTooltip(new Tooltip(Texts.get("fault.meaning." + fault)
        + fault.strength().map(strength -> " " + Texts.get("fault.standard",
            FaultText.strength(fault, strength.standard()), Numbers.count((long) Fault.STANDARD_SECONDS))).orElse("")));
    return button;
  }
}
