package tenfold.app.shell;

import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;

/// A logarithmic slider for the number of families, from 10 to 10 million.
public final class FamiliesSlider extends Pane {
  private static final int[] TICKS = {10, 100, 1_000, 5_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final String[] TICK_LABELS = {"10", "100", "1,000", "5,000", "10 k", "100 k", "1 M", "10 M"};
  private static final double LOW = 1;
  private static final double HIGH = 7;
  private static final double SNAP = 0.02;
  private static final double THUMB = 18;
  private static final double LABEL_GAP = 4;

  private final Slider slider = new Slider(LOW, HIGH, LOW);
  private final Label[] labels = new Label[TICKS.length];
  private final Pane[] ticks = new Pane[TICKS.length];
  private BiConsumer<Integer, Joining> onChange = (_, _) -> {};
  private boolean isShowing;
  private boolean isContinued;

  /// At 10.
  public FamiliesSlider() {
    getStyleClass().add("families-slider");
    slider.setId("families-slider");
    slider.setAccessibleText(Texts.get("families.slider"));
    slider.setBlockIncrement(0.1);
    for (int i = 0; i < TICKS.length; i++) {
      ticks[i] = new Pane();
      ticks[i].getStyleClass().add("tick");
      labels[i] = new Label(TICK_LABELS[i]);
      labels[i].getStyleClass().add("tick-label");
      getChildren().addAll(ticks[i], labels[i]);
    }
    getChildren().add(slider);
    slider.valueProperty().addListener((_, _, value) -> changed(value.doubleValue()));
    slider.valueChangingProperty().addListener((_, _, _) -> isContinued = false);
  }

  /// Calls with the new number, and how it continues the last change.
  public void onChange(BiConsumer<Integer, Joining> listener) {
    onChange = listener;
  }

  /// Shows a number without reporting it.
  public void show(int families) {
    isShowing = true;
    slider.setValue(Math.clamp(Math.log10(families), LOW, HIGH));
    slider.setAccessibleHelp(Numbers.count(families));
    isShowing = false;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    slider.resizeRelocate(0, 4, width, 22);
    double free = 0;
    for (int i = 0; i < TICKS.length; i++) {
      double x = THUMB / 2 + (Math.log10(TICKS[i]) - LOW) / (HIGH - LOW) * (width - THUMB);
      double labelWidth = labels[i].prefWidth(-1);
      ticks[i].resizeRelocate(Math.rint(x), 9, 1, 12);
      double shift = TICKS[i] == 5_000 ? -labelWidth + 8 : TICKS[i] == 10_000 ? 0 : -labelWidth / 2;
      double left = Math.clamp(x + shift, 0, Math.max(0, width - labelWidth));
      labels[i].resizeRelocate(left, 27, labelWidth, 14);
      labels[i].setVisible(left >= free);
      free = labels[i].isVisible() ? left + labelWidth + LABEL_GAP : free;
    }
  }

  private void changed(double value) {
    if (!isShowing) {
      onChange.accept(rounded(value), joining());
      isContinued = slider.isValueChanging();
    }
  }

  /// A drag of the thumb has a beginning and an end; keys and clicks beside the thumb have not.
  private Joining joining() {
    if (isContinued) {
      return Joining.DRAG;
    }
    return slider.isValueChanging() ? Joining.ALONE : Joining.SOON;
  }

  /// Two digits, and the ticks exactly.
  static int rounded(double logarithm) {
    for (int tick : TICKS) {
      if (Math.abs(logarithm - Math.log10(tick)) < SNAP) {
        return tick;
      }
    }
    double families = Math.pow(10, logarithm);
    double unit = Math.pow(10, Math.floor(logarithm) - 1);
    return (int) Math.max(1, Math.rint(Math.rint(families / unit) * unit));
  }
}
