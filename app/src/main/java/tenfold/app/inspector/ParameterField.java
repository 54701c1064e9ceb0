package tenfold.app.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// One parameter to read and change: a field for numbers, a choice for the rest. A value outside the legal range is
/// said at the field and goes nowhere.
final class ParameterField extends VBox {
  private static final double UNIT_WIDTH = 72;
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Parameter parameter;
  private final Record owner;
  private final Consumer<Record> onChange;
  private final Label fault = new Label();

  /// @param onChange gets the component with the changed parameter
  ParameterField(Parameter parameter, Record owner, Consumer<Record> onChange) {
    this.parameter = parameter;
    this.owner = owner;
    this.onChange = onChange;
    getStyleClass().add("parameter");
    var name = new Label(parameter.annotation().label());
    name.getStyleClass().add("name");
    name.setTooltip(new Tooltip(tip()));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var row = new HBox(8, name, control());
    row.setAlignment(Pos.CENTER_LEFT);
    fault.getStyleClass().add("fault");
    fault.setWrapText(true);
    fault.setManaged(false);
    fault.setVisible(false);
    getChildren().addAll(row, fault);
  }

  private Node control() {
    var value = parameter.value(owner);
    if (value instanceof List<?> list) {
      var entries = new Label(Texts.get("inspector.entries", list.size()));
      entries.getStyleClass().add("unit");
      return entries;
    }
    return parameter.type().isEnum() ? choice(value) : field(value);
  }

  private Node choice(Object value) {
    var box = new ChoiceBox<Object>();
    box.getItems().setAll(Arrays.asList(parameter.type().getEnumConstants()));
    box.setValue(value);
    box.setAccessibleText(parameter.annotation().label());
    box.valueProperty().addListener((_, _, chosen) -> onChange.accept(parameter.with(owner, chosen)));
    return box;
  }

  private Node field(Object value) {
    var field = new TextField(value instanceof Double number ? Numbers.plain(number) : String.valueOf(value));
    field.setPrefColumnCount(value instanceof String ? 8 : 4);
    field.setAlignment(value instanceof Number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    field.setAccessibleText(parameter.annotation().label() + " " + parameter.annotation().unit());
    field.setOnAction(_ -> commit(field));
    field.focusedProperty().addListener((_, _, isFocused) -> {
      if (!isFocused) {
        commit(field);
      }
    });
    var unit = new Label(parameter.annotation().unit());
    unit.getStyleClass().add("unit");
    unit.setMinWidth(UNIT_WIDTH);
    unit.setMaxWidth(UNIT_WIDTH);
    var box = new HBox(6, field, unit);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void commit(TextField field) {
    var value = parse(field.getText().strip());
    var changed = value.map(known -> parameter.with(owner, known));
    var faults = changed.map(parameter::faults).orElse(List.of(Texts.get("inspector.number", field.getText())));
    field.pseudoClassStateChanged(INVALID, !faults.isEmpty());
    fault.setText(String.join("\n", faults));
    fault.setVisible(!faults.isEmpty());
    fault.setManaged(!faults.isEmpty());
    if (faults.isEmpty() && !changed.orElseThrow().equals(owner)) {
      onChange.accept(changed.orElseThrow());
    }
  }

  private Optional<Object> parse(String text) {
    try {
      if (parameter.type() == int.class) {
        return Optional.of(Integer.parseInt(text.replace(",", "")));
      }
      return Optional.of(parameter.type() == double.class ? (Object) Double.parseDouble(text.replace(",", "")) : text);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private String tip() {
    var annotation = parameter.annotation();
    var range = parameter.type().isPrimitive()
        ? Texts.get("inspector.range", Numbers.plain(annotation.min()), Numbers.plain(annotation.max()),
            annotation.unit()) + "\n"
        : "";
    var effect = Texts.get(annotation.live() ? "inspector.live" : "inspector.restart");
    var source = annotation.source().isEmpty() ? "" : "\n" + Texts.get("inspector.source", annotation.source());
    return range + effect + source;
  }
}
