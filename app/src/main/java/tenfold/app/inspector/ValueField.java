package tenfold.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// A parameter to be typed. What is no legal value is reported and goes nowhere; Escape gives the value back that was
/// there.
final class ValueField extends TextField implements ValueView {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Parameter parameter;
  private final Consumer<Record> onChange;
  private final Consumer<List<String>> onFaults;
  private Record owner;

  /// @param onChange gets the record with the typed value
  /// @param onFaults gets what is wrong with what was typed, each time; nothing when it is right
  ValueField(Parameter parameter, Record owner, Consumer<Record> onChange, Consumer<List<String>> onFaults) {
    this.parameter = parameter;
    this.owner = owner;
    this.onChange = onChange;
    this.onFaults = onFaults;
    setAlignment(parameter.type() == String.class ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    setAccessibleText(PartText.label(parameter) + " " + PartText.unit(parameter));
    var prompt = "inspector.prompt." + parameter.path();
    setPromptText(Texts.bundle().containsKey(prompt) ? Texts.get(prompt) : "");
    setText(text());
    setOnAction(_ -> commit());
    focusedProperty().addListener((_, _, isFocused) -> {
      if (!isFocused) {
        commit();
      }
    });
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        restore();
        event.consume();
      }
    });
  }

  @Override
  public void show(Record changed) {
    boolean isOther = !parameter.sameIn(owner, changed);
    owner = changed;
    if (isOther || !isFocused()) {
      restore();
    }
  }

  private void restore() {
    setText(text());
    report(List.of());
  }

  private String text() {
    return parameter.value(owner) instanceof Number number
        ? Numbers.plain(number.doubleValue()) : String.valueOf(parameter.value(owner));
  }

  private void commit() {
    var changed = parse(getText().strip()).map(value -> parameter.with(owner, value));
    var faults = changed.map(parameter::faults).orElseGet(() -> List.of(Texts.get(
        parameter.type() == int.class ? "inspector.whole" : "inspector.number", getText())));
    report(faults);
    if (faults.isEmpty() && !changed.orElseThrow().equals(owner)) {
      onChange.accept(changed.orElseThrow());
    } else if (faults.isEmpty()) {
      restore();
    }
  }

  private void report(List<String> faults) {
    pseudoClassStateChanged(INVALID, !faults.isEmpty());
    onFaults.accept(faults);
  }

  private Optional<Object> parse(String typed) {
    if (parameter.type() == int.class) {
      var whole = Numbers.whole(typed);
      return whole.isEmpty() ? Optional.empty()
          : Optional.of(Math.clamp(whole.getAsLong(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    } else if (parameter.type() == double.class) {
      var decimal = Numbers.decimal(typed);
      return decimal.isEmpty() ? Optional.empty() : Optional.of(decimal.getAsDouble());
    }
    return Optional.of(typed);
  }
}
