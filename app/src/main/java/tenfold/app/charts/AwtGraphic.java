package tenfold.app.charts;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import tenfold.app.look.Ink;

/// A surface in memory, for pictures in files. It needs no display. On a machine on which Java finds no font at
/// all, it leaves the texts out and [#hasTexts] says so.
public final class AwtGraphic implements Graphic {
  private static final float[] DASHES = {2, 5};

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final boolean isDark;
  private final Optional<Font> regular;
  private final Optional<Font> bold;

  /// A surface of that many pixels, filled with the colour of a pane.
  public AwtGraphic(int width, int height, boolean isDark) {
    this.isDark = isDark;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    regular = font("Inter-Regular.otf", Font.PLAIN);
    bold = font("Inter-SemiBold.otf", Font.BOLD);
    fill(0, 0, width, height, Ink.PANEL, 1);
  }

  /// The picture.
  public BufferedImage image() {
    return image;
  }

  /// Whether texts can be drawn.
  public boolean hasTexts() {
    return regular.isPresent() && bold.isPresent();
  }

  @Override
  public void fill(double x, double y, double width, double height, Ink ink, double opacity) {
    fill(new Rectangle2D.Double(x, y, width, height), ink, opacity);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Ink ink, double width, boolean isDashed) {
    graphics.setColor(color(ink));
    graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1,
        isDashed ? DASHES : null, 0));
    graphics.draw(path(xs, ys, count));
  }

  @Override
  public void area(double[] xs, double[] ys, int count, Ink ink, double opacity) {
    var path = path(xs, ys, count);
    path.closePath();
    fill(path, ink, opacity);
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, double size, boolean isBold, Ink ink) {
    if (!text.isEmpty() && hasTexts()) {
      double left = switch (anchor) {
        case LEFT -> x;
        case CENTER -> x - textWidth(text, size, isBold) / 2;
        case RIGHT -> x - textWidth(text, size, isBold);
      };
      fill(outline(text, size, isBold, left, y), ink, 1);
    }
  }

  @Override
  public double textWidth(String text, double size, boolean isBold) {
    return (isBold ? bold : regular)
        .map(font -> font.deriveFont((float) size).getStringBounds(text, context()).getWidth())
        .orElse(0.0);
  }

  /// Texts are filled outlines, so that they look the same whatever the machine's font settings.
  private Shape outline(String text, double size, boolean isBold, double x, double y) {
    var font = (isBold ? bold : regular).orElseThrow().deriveFont((float) size);
    var glyphs = font.layoutGlyphVector(
        context(), text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    return glyphs.getOutline((float) x, (float) y);
  }

  private void fill(Shape shape, Ink ink, double opacity) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    graphics.setColor(color(ink));
    graphics.fill(shape);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private Color color(Ink ink) {
    return new Color(ink.rgb(isDark));
  }

  private static Path2D path(double[] xs, double[] ys, int count) {
    var path = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        path.moveTo(xs[i], ys[i]);
      } else {
        path.lineTo(xs[i], ys[i]);
      }
    }
    return path;
  }

  private static FontRenderContext context() {
    return new FontRenderContext(null, true, true);
  }

  /// The shipped font, else the machine's sans serif, else none.
  private static Optional<Font> font(String file, int style) {
    try (var stream = AwtGraphic.class.getResourceAsStream("/tenfold/app/fonts/" + file)) {
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
