package tenfold.app.charts;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// Draws on a JavaFX canvas.
public final class FxGraphic implements Graphic {
  private static final String REGULAR = "Inter";
  private static final String BOLD = "Inter Semi Bold";

  private final GraphicsContext context;
  private final Palette palette;
  /// Most widths that are kept: labels with changing numbers come and go.
  private static final int MOST_WIDTHS = 500;

  private final Map<String, Double> widths = new HashMap<>();
  private final Text measure = new Text();

  /// On `context`, in the colours of the light or the dark theme.
  public FxGraphic(GraphicsContext context, Palette palette) {
    this.context = context;
    this.palette = palette;
  }

  @Override
  public void fill(double x, double y, double width, double height, Ink ink, double opacity) {
    context.setFill(ink.color(palette, opacity));
    context.fillRect(x, y, width, height);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
    context.setStroke(stroke.ink().color(palette, stroke.opacity()));
    context.setLineWidth(stroke.width());
    context.setLineCap(stroke.isDashed() ? StrokeLineCap.BUTT : StrokeLineCap.ROUND);
    context.setLineJoin(StrokeLineJoin.ROUND);
    if (stroke.isDashed()) {
      context.setLineDashes(4, 4);
    }
    context.strokePolyline(xs, ys, count);
    context.setLineDashes();
  }

  @Override
  public void area(double[] xs, double[] ys, int count, Ink ink, double opacity) {
    context.setFill(ink.color(palette, opacity));
    context.fillPolygon(xs, ys, count);
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, double size, boolean isBold, Ink ink) {
    context.setFill(ink.color(palette));
    context.setFont(font(size, isBold));
    context.setTextAlign(switch (anchor) {
      case LEFT -> TextAlignment.LEFT;
      case CENTER -> TextAlignment.CENTER;
      case RIGHT -> TextAlignment.RIGHT;
    });
    context.fillText(text, x, y);
  }

  @Override
  public double textWidth(String text, double size, boolean isBold) {
    if (widths.size() > MOST_WIDTHS) {
      widths.clear();
    }
    return widths.computeIfAbsent(text + size + isBold, _ -> {
      measure.setFont(font(size, isBold));
      measure.setText(text);
      return measure.getLayoutBounds().getWidth();
    });
  }

  private static Font font(double size, boolean isBold) {
    return Font.font(isBold ? BOLD : REGULAR, size);
  }
}
