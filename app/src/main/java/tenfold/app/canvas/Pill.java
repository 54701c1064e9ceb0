package tenfold.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tenfold.app.live.Bounds;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// A few words in a filled capsule, on the drawing.
final class Pill {
  private static final double SIZE = 10.5;
  private static final double HEIGHT = 16;

  private Pill() {}

  /// How wide it is, about.
  static double width(String text, double scale) {
    return (text.length() * SIZE * 0.56 + 14) * scale;
  }

  /// The place of one around a point of the drawing, in canvas units.
  static Bounds around(String text, double x, double y) {
    return new Bounds(x - width(text, 1) / 2, y - HEIGHT / 2, width(text, 1), HEIGHT);
  }

  /// Draws one around a point of the screen.
  ///
  /// @param scale of the drawing
  static void draw(
      GraphicsContext graphics, String text, double x, double y, double scale, Ink ink, Palette palette) {
    double size = SIZE * scale;
    double width = width(text, scale);
    double height = HEIGHT * scale;
    graphics.setFill(ink.color(palette));
    graphics.fillRoundRect(x - width / 2, y - height / 2, width, height, height, height);
    graphics.setFill(palette.isDark() ? Color.BLACK : Color.WHITE);
    graphics.setFont(Font.font("Inter Semi Bold", size));
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(text, x, y + size * 0.36);
  }
}
