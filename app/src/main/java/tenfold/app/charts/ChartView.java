package tenfold.app.charts;

import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import tenfold.app.look.Ink;

/// A place in the window that a chart is painted in. It paints when told to, not for every frame.
public final class ChartView extends Region {
  private final Canvas canvas = new Canvas();
  private BiConsumer<Graphic, Frame> painter = (_, _) -> {};
  private boolean isDark;

  /// An empty place.
  public ChartView() {
    getStyleClass().add("chart-view");
    getChildren().add(canvas);
  }

  /// Sets what paints the chart.
  void painter(BiConsumer<Graphic, Frame> paint) {
    painter = paint;
  }

  /// Paints in the light or the dark theme from now on.
  public void theme(boolean dark) {
    isDark = dark;
    paint();
  }

  /// Paints the chart anew.
  public void paint() {
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      var graphic = new FxGraphic(canvas.getGraphicsContext2D(), isDark);
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
}
