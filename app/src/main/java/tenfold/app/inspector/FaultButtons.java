package tenfold.app.inspector;

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
import tenfold.app.look.Texts;
import tenfold.component.Fault;
import tenfold.topology.Node;

/// What can be done to a node now: a button for each fault that its kind can suffer, and of a stack, to which of its
/// instances.
final class FaultButtons extends VBox {
  private final ChoiceBox<Integer> instance = new ChoiceBox<>();

  FaultButtons(Workbench workbench, Node node) {
    getStyleClass().addAll("faults-now", "parameter");
    var heading = new Label(Texts.get("faults.now"));
    heading.getStyleClass().add("heading2");
    instance.setId("fault-instance");
    instance.setAccessibleText(Texts.get("faults.instance"));
    instance.setConverter(instances());
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var head = new HBox(heading, room, instance);
    head.setAlignment(Pos.BOTTOM_LEFT);
    var buttons = new FlowPane(6, 6);
    for (var fault : node.component().kind().faults()) {
      buttons.getChildren().add(button(fault, workbench, node.name()));
    }
    getChildren().addAll(head, buttons);
    show(node);
  }

  /// Takes over how many instances there are.
  void show(Node node) {
    int chosen = instance.getItems().isEmpty() ? 0 : instance.getValue();
    int count = node.component().instances();
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

  private Button button(Fault fault, Workbench workbench, String node) {
    var button = new Button(Texts.choice(fault));
    button.setMinWidth(USE_PREF_SIZE);
    button.setId("fault-" + fault);
    button.setTooltip(new Tooltip(Texts.get("fault.meaning." + fault)));
    button.setOnAction(_ -> workbench.suffer(node, instance.getValue(), fault));
    return button;
  }
}
