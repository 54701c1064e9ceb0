package tenfold.app.charts;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// A surface in memory, for pictures in files. It needs no display. On a machine on which Java finds no font at
/// all, it leaves the texts out and [#hasTexts] says so.
public final class AwtGraphic implements Graphic {
  private static final float[] DASHES = {2, 5};

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Palette palette;

  /// A surface of that many pixels, filled with the colour of a pane.
  public AwtGraphic(int width, int height, Palette palette) {
    this.palette = palette;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(0, 0, width, height, Ink.PANEL, 1);
  }

  /// The picture.
  public BufferedImage image() {
    return image;
  }

  /// Whether texts can be drawn.
  public boolean hasTexts() {
    return Lettering.font(false).isPresent() && Lettering.font(true).isPresent();
  }

  @Override
  public void fill(double x, double y, double width, double height, Ink ink, double opacity) {
    fill(new Rectangle2D.Double(x, y, width, height), ink, opacity);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) stroke.opacity()));
    graphics.setColor(color(stroke.ink()));
    graphics.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1,
        stroke.isDashed() ? DASHES : null, 0));
    graphics.draw(path(xs, ys, count));
    graphics.setComposite(AlphaComposite.SrcOver);
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
    return Lettering.width(text, size, isBold);
  }

  /// Texts are filled outlines, so that they look the same whatever the machine's font settings.
  private Shape outline(String text, double size, boolean isBold, double x, double y) {
    var font = Lettering.font(isBold).orElseThrow().deriveFont((float) size);
    var glyphs = font.layoutGlyphVector(
        Lettering.context(), text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    return glyphs.getOutline((float) x, (float) y);
  }

  private void fill(Shape shape, Ink ink, double opacity) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    graphics.setColor(color(ink));
    graphics.fill(shape);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private Color color(Ink ink) {
    return new Color(ink.rgb(palette));
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
}
