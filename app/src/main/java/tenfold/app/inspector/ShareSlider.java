package tenfold.app.inspector;

import java.util.function.Consumer;
import javafx.scene.control.Slider;
import tenfold.app.look.PartText;
import tenfold.component.Parameter;

/// A share, 0 to 1, to be drawn instead of typed. While it is drawn nothing changes; it does when it is let go.
final class ShareSlider extends Slider implements ValueView {
  private static final double HUNDREDTHS = 100;

  private final Parameter parameter;
  private Record owner;
  private boolean isShowing;

  /// @param onChange gets the record with the drawn value
  ShareSlider(Parameter parameter, Record owner, Consumer<Record> onChange) {
    super(parameter.annotation().min(), 1, 0);
    this.parameter = parameter;
    this.owner = owner;
    getStyleClass().add("share");
    setBlockIncrement(1 / HUNDREDTHS);
    setAccessibleText(PartText.label(parameter));
    show(owner);
    valueProperty().addListener((_, _, _) -> commit(onChange));
    valueChangingProperty().addListener((_, _, _) -> commit(onChange));
  }

  /// Whether a parameter is a share.
  static boolean suits(Parameter parameter) {
    return parameter.type() == double.class && parameter.annotation().max() == 1 && parameter.annotation().min() >= 0
        && parameter.choices().isEmpty();
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    isShowing = true;
    setValue(((Number) parameter.value(changed)).doubleValue());
    isShowing = false;
  }

  private void commit(Consumer<Record> onChange) {
    if (!isShowing && !isValueChanging()) {
      var changed = parameter.with(owner, Math.round(getValue() * HUNDREDTHS) / HUNDREDTHS);
      if (parameter.faults(changed).isEmpty() && !changed.equals(owner)) {
        onChange.accept(changed);
      }
    }
  }
}
