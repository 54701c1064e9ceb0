package tenfold.app.canvas;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;
import tenfold.run.Fate;

/// The dots' pictures: one colour *and* one shape for each fate, drawn once and then copied.
public final class FateImages {
  /// Edge of a dot in pixels at the scale of the drawing; the shape fills most of it.
  static final double SIZE = 9;

  private final Map<Fate, Image> images = new EnumMap<>(Fate.class);

  /// For the light or the dark theme.
  ///
  /// @param edge edge of a picture in pixels. Pictures are copied pixel by pixel, which is several times faster in
  ///     software than scaling them.
  public FateImages(Palette palette, int edge) {
    var fates = Fate.values();
    var canvas = new Canvas(edge * fates.length, edge);
    for (var fate : fates) {
      paint(fate, palette, edge, canvas.getGraphicsContext2D());
    }
    var parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    var all = canvas.snapshot(parameters, null).getPixelReader(); // At once: each snapshot waits for the renderer.
    for (var fate : fates) {
      images.put(fate, new WritableImage(all, edge * fate.ordinal(), 0, edge, edge));
    }
  }

  /// The picture of a fate.
  public Image of(Fate fate) {
    return images.get(fate);
  }

  /// The colour of a fate.
  static Ink ink(Fate fate) {
    return switch (fate) {
      case HIT -> Ink.HIT;
      case DATABASE -> Ink.DATABASE;
      case SLOW -> Ink.SLOW;
      case FAILED -> Ink.FAILED;
      case TIMED_OUT -> Ink.TIMED_OUT;
    };
  }

  private static void paint(Fate fate, Palette palette, int edge, GraphicsContext graphics) {
    graphics.save();
    graphics.translate(edge * fate.ordinal(), 0);
    graphics.scale(edge / SIZE, edge / SIZE);
    var color = ink(fate).color(palette);
    graphics.setFill(color);
    graphics.setStroke(color);
    shape(graphics, fate);
    graphics.restore();
  }

  private static void shape(GraphicsContext graphics, Fate fate) {
    switch (fate) {
      case HIT -> graphics.fillOval(1.5, 1.5, 6, 6);
      case DATABASE -> graphics.fillPolygon(new double[] {4.5, 8.2, 4.5, 0.8}, new double[] {0.8, 4.5, 8.2, 4.5}, 4);
      case SLOW -> graphics.fillPolygon(new double[] {4.5, 8.3, 0.7}, new double[] {1, 8, 8}, 3);
      case TIMED_OUT -> graphics.fillPolygon(
          new double[] {1, 8, 5.2, 8, 1, 3.8}, new double[] {1, 1, 4.5, 8, 8, 4.5}, 6);
      case FAILED -> {
        graphics.setLineWidth(2);
        graphics.strokeLine(1.5, 1.5, 7.5, 7.5);
        graphics.strokeLine(7.5, 1.5, 1.5, 7.5);
      }
    }
  }
}
