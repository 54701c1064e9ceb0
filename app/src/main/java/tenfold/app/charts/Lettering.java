package tenfold.app.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.Optional;

/// The fonts of pictures, and how wide their texts are; needs no display.
final class Lettering {
  private static final Optional<Font> REGULAR = load("Inter-Regular.otf", Font.PLAIN);
  private static final Optional<Font> BOLD = load("Inter-SemiBold.otf", Font.BOLD);

  private Lettering() {}

  /// The font of size 1; empty on a machine on which Java finds none at all.
  static Optional<Font> font(boolean isBold) {
    return isBold ? BOLD : REGULAR;
  }

  /// Width of a text in pixels; 0 without a font.
  static double width(String text, double size, boolean isBold) {
    return font(isBold).map(font -> font.deriveFont((float) size).getStringBounds(text, context()).getWidth())
        .orElse(0.0);
  }

  static FontRenderContext context() {
    return new FontRenderContext(null, true, true);
  }

  /// The shipped font, else the machine's sans serif, else none.
  private static Optional<Font> load(String file, int style) {
    try (var stream = Lettering.class.getResourceAsStream("/tenfold/app/fonts/" + file)) {
      var font = stream == null
          ? new Font(Font.SANS_SERIF, style, 1)
          : Font.createFont(Font.TRUETYPE_FONT, stream);
      return font.getStringBounds("M", context()).getWidth() > 0 ? Optional.of(font) : Optional.empty();
    } catch (IOException | FontFormatException | RuntimeException | Error _) {
      // Where a machine has no fonts, Java throws a plain Error, a LinkageError or a RuntimeException, whichever
      // part is missing first.
      return Optional.empty();
    }
  }
}
