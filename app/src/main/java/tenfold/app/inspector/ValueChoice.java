package tenfold.app.inspector;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// A parameter with a few possible values, to be chosen in words: constants, on and off, or the names of nodes.
final class ValueChoice extends ChoiceBox<Object> implements ValueView {
  /// As many as there is room for beside a label.
  private static final int MOST_LETTERS = 25;

  private final Parameter parameter;
  private final List<String> nodes;
  private Record owner;

  /// @param nodes names of the nodes that a parameter may name which names one
  /// @param onChange gets the record with the chosen value
  ValueChoice(Parameter parameter, Record owner, List<String> nodes, Consumer<Record> onChange) {
    this.parameter = parameter;
    this.owner = owner;
    this.nodes = nodes;
    getItems().setAll(possible());
    setAccessibleText(PartText.label(parameter));
    setConverter(new StringConverter<>() {
      @Override
      public String toString(Object constant) {
        return constant == null ? "" : words(constant);
      }

      @Override
      public Object fromString(String text) {
        throw new UnsupportedOperationException("values are chosen, not typed");
      }
    });
    show(owner);
    valueProperty().addListener((_, _, chosen) -> {
      if (chosen != null && !chosen.equals(parameter.value(this.owner))) {
        onChange.accept(parameter.with(this.owner, chosen));
      }
    });
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    if (!getItems().equals(possible())) {
      getItems().setAll(possible());
    }
    setValue(parameter.value(changed));
  }

  /// Whether its words need a line of their own.
  boolean isWide() {
    return getItems().stream().anyMatch(value -> words(value).length() > MOST_LETTERS);
  }

  /// No node, one of those that there are, or the one that is named though it is not there.
  private List<Object> possible() {
    return parameter.namesNode()
        ? Stream.concat(Stream.concat(Stream.of(""), nodes.stream()), Stream.of(parameter.value(owner)))
            .<Object>map(name -> name).distinct().toList()
        : parameter.choices();
  }

  private static String words(Object value) {
    return switch (value) {
      case String name -> name.isEmpty() ? Texts.get("inspector.nobody") : name;
      case Object constant -> Texts.choice(constant);
    };
  }
}
