package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// One parameter to read and change: its name, its value, its unit. A value outside the legal range is said below it
/// and goes nowhere.
final class ParameterField extends VBox implements ValueView {
  private static final double UNIT_WIDTH = 72;

  private final Faults faults = new Faults();
  private final ValueView value;
  private final List<ValueView> more = new ArrayList<>(1);

  /// @param nodes names of the nodes that it may name, if it names one
  /// @param onChange gets the component with the changed parameter
  ParameterField(Parameter parameter, Record owner, List<String> nodes, Consumer<Record> onChange) {
    getStyleClass().add("parameter");
    var name = new Label(PartText.label(parameter));
    name.getStyleClass().add("name");
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(new Tooltip(tip(parameter)));
    HBox.setHgrow(name, Priority.ALWAYS);
    var row = new HBox(8, name);
    row.setAlignment(Pos.CENTER_LEFT);
    if (parameter.namesNode() || !parameter.choices().isEmpty()) {
      var choice = new ValueChoice(parameter, owner, nodes, onChange);
      value = choice;
      if (choice.isWide()) {
        choice.getStyleClass().add("wide");
        choice.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(choice);
      } else {
        row.getChildren().add(choice);
      }
    } else {
      var field = new ValueField(parameter, owner, onChange, found -> faults.put(this, found));
      value = field;
      row.getChildren().addAll(field, unit(parameter));
    }
    getChildren().addFirst(row);
    if (ShareSlider.suits(parameter)) {
      var slider = new ShareSlider(parameter, owner, onChange);
      more.add(slider);
      getChildren().add(slider);
    }
    getChildren().add(faults);
  }

  @Override
  public void show(Record owner) {
    value.show(owner);
    more.forEach(view -> view.show(owner));
  }

  private static Node unit(Parameter parameter) {
    var unit = new Label(PartText.unit(parameter));
    unit.getStyleClass().add("unit");
    unit.setMinWidth(UNIT_WIDTH);
    unit.setMaxWidth(UNIT_WIDTH);
    return unit;
  }

  private static String tip(Parameter parameter) {
    var annotation = parameter.annotation();
    var range = parameter.type().isPrimitive() && parameter.choices().isEmpty()
        ? Texts.get("inspector.range", Numbers.plain(annotation.min()), Numbers.plain(annotation.max()),
            PartText.unit(parameter)) + "\n"
        : "";
    var effect = Texts.get(annotation.live() ? "inspector.live" : "inspector.restart");
    var source = annotation.source().isEmpty() ? "" : "\n" + Texts.get("inspector.source", annotation.source());
    return range + effect + source;
  }
}
