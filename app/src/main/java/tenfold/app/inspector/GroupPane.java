package tenfold.app.inspector;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;
import tenfold.component.ParameterGroup;

/// A group of parameters that can be folded away. A group that begins with something to switch on or off has the
/// switch in its heading; one that is not as in a new component has a way back to that. Its fields are made when it is
/// unfolded for the first time, because there are many and few are looked at.
final class GroupPane extends TitledPane implements ValueView {
  private static final double ARROW_WIDTH = 24;

  private final Parameter whole;
  private final Optional<Parameter> onOff;
  private final List<ValueView> values = new ArrayList<>();
  private final VBox fields = new VBox();
  private final ToggleSwitch toggle = new ToggleSwitch();
  private final Button reset = new Button("", Icons.icon(Feather.ROTATE_CCW));
  private Record owner;

  /// @param nodes names of the nodes that a parameter may name which names one
  /// @param onChange gets the component with the changed group
  GroupPane(
      ParameterGroup group, Record owner, Function<Parameter, List<String>> nodes, Consumer<Record> onChange) {
    this.whole = group.whole().orElseThrow();
    this.onOff = group.onOff();
    this.owner = owner;
    getStyleClass().addAll("foldable", "group", "parameter");
    setId("group-" + whole.path());
    fields.getStyleClass().add("fields");
    setExpanded(false);
    expandedProperty().addListener((_, _, isUnfolded) -> {
      if (isUnfolded && values.isEmpty()) {
        explain();
        group.parameters().stream().filter(parameter -> !onOff.equals(Optional.of(parameter)))
            .forEach(parameter -> add(new ParameterField(parameter, this.owner, nodes.apply(parameter), onChange)));
      }
    });
    toggle.setId("switch-" + whole.path());
    toggle.selectedProperty().addListener((_, _, isOn) -> onOff
        .filter(parameter -> !parameter.value(this.owner).equals(isOn))
        .ifPresent(parameter -> {
          setExpanded(isOn);
          onChange.accept(parameter.with(this.owner, isOn));
        }));
    reset.setId("reset-" + whole.path());
    reset.getStyleClass().add("quiet");
    reset.setAccessibleText(Texts.get("inspector.reset"));
    reset.setTooltip(new Tooltip(Texts.get("inspector.reset")));
    reset.setOnAction(_ -> onChange.accept(whole.with(this.owner, whole.standard(this.owner))));
    setText(PartText.label(whole));
    setGraphic(heading());
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setContent(fields);
    setAnimated(false);
    show(owner);
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    onOff.ifPresent(parameter -> toggle.setSelected((boolean) parameter.value(owner)));
    fields.setDisable(onOff.isPresent() && !toggle.isSelected());
    reset.setVisible(!whole.value(owner).equals(whole.standard(owner)));
    values.forEach(value -> value.show(owner));
  }

  /// What is to be known of all its fields, where there is something.
  private void explain() {
    var key = "inspector.group." + whole.type().getSimpleName();
    if (Texts.bundle().containsKey(key)) {
      var hint = new Label(Texts.get(key));
      hint.setWrapText(true);
      hint.getStyleClass().add("unit");
      fields.getChildren().add(hint);
    }
  }

  private void add(ParameterField field) {
    values.add(field);
    fields.getChildren().add(field);
  }

  /// As wide as the pane, so that what stands at its right end does so.
  private HBox heading() {
    var name = new Label(PartText.label(whole));
    name.getStyleClass().add("group-name");
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    toggle.setVisible(onOff.isPresent());
    toggle.setManaged(onOff.isPresent());
    toggle.setAccessibleText(PartText.label(whole));
    var heading = new HBox(6, name, room, reset, toggle);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.prefWidthProperty().bind(widthProperty().subtract(ARROW_WIDTH));
    return heading;
  }
}
