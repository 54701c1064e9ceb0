package tenfold.app.inspector;

import java.util.function.Consumer;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// A parameter with a few possible values, to be chosen in words.
final class ValueChoice extends ChoiceBox<Object> implements ValueView {
  private final Parameter parameter;
  private Record owner;

  /// @param onChange gets the record with the chosen value
  ValueChoice(Parameter parameter, Record owner, Consumer<Record> onChange) {
    this.parameter = parameter;
    this.owner = owner;
    getItems().setAll(values(parameter.type()));
    setAccessibleText(parameter.annotation().label());
    setConverter(new StringConverter<>() {
      @Override
      public String toString(Object constant) {
        return constant == null ? "" : Texts.choice(constant);
      }

      @Override
      public Object fromString(String text) {
        throw new UnsupportedOperationException("values are chosen, not typed");
      }
    });
    show(owner);
    valueProperty().addListener((_, _, chosen) -> {
      if (!chosen.equals(parameter.value(this.owner))) {
        onChange.accept(parameter.with(this.owner, chosen));
      }
    });
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    setValue(parameter.value(changed));
  }

  /// Whether parameters of that type have a few values only.
  static boolean suits(Class<?> type) {
    return type.isEnum() || type == boolean.class;
  }

  private static Object[] values(Class<?> type) {
    return type.isEnum() ? type.getEnumConstants() : new Object[] {false, true};
  }
}
