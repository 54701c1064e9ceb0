package tenfold.app.charts;

import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// A place in the window that a chart is painted in. It paints when told to, not for every frame, and when somebody
/// reads values with the mouse or, once it has the focus, with the arrow keys.
public final class ChartView extends Region {
  private static final double KEY_STEP = 4;

  private final Canvas canvas = new Canvas();
  private BiConsumer<Graphic, Frame> painter = (_, _) -> {};
  private OptionalDouble pointer = OptionalDouble.empty();
  private FxGraphic graphic = new FxGraphic(canvas.getGraphicsContext2D(), Palette.LIGHT);

  /// An empty place.
  public ChartView() {
    getStyleClass().add("chart-view");
    getChildren().add(canvas);
  }

  /// Sets what paints the chart.
  void painter(BiConsumer<Graphic, Frame> paint) {
    painter = paint;
  }

  /// Lets values be read from now on.
  void readable() {
    setFocusTraversable(true);
    setOnMouseMoved(event -> pointAt(OptionalDouble.of(event.getX())));
    setOnMouseExited(_ -> pointAt(OptionalDouble.empty()));
    setOnMousePressed(_ -> requestFocus());
    focusedProperty().addListener((_, _, isFocused) -> {
      if (!isFocused) {
        pointAt(OptionalDouble.empty());
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /// Where values are read, in pixels from the left.
  OptionalDouble pointer() {
    return pointer;
  }

  /// Paints in these colours from now on.
  public void theme(Palette chosen) {
    graphic = new FxGraphic(canvas.getGraphicsContext2D(), chosen);
    paint();
  }

  /// Paints the chart anew.
  public void paint() {
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      graphic.fill(0, 0, canvas.getWidth(), canvas.getHeight(), Ink.PANEL, 1);
      painter.accept(graphic, new Frame(0, 0, canvas.getWidth(), canvas.getHeight(), 1));
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  private void pointAt(OptionalDouble x) {
    pointer = x;
    paint();
  }

  private void keyPressed(KeyEvent event) {
    double x = pointer.orElse(getWidth() / 2);
    double step = event.isShiftDown() ? 8 * KEY_STEP : KEY_STEP;
    switch (event.getCode()) {
      case LEFT -> pointAt(OptionalDouble.of(Math.max(0, x - step)));
      case RIGHT -> pointAt(OptionalDouble.of(Math.min(getWidth(), x + step)));
      case HOME -> pointAt(OptionalDouble.of(0));
      case END -> pointAt(OptionalDouble.of(getWidth()));
      default -> {
        return;
      }
    }
    event.consume();
  }
}
