package tenfold.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// How far a copy is behind its primary, as a distance: a thread with ticks on the link between the two, from the copy
/// back to where its rows are, as long as the lag (logarithmically), with the lag in words.
final class LagThread {
  /// A lag that nobody would see, in milliseconds.
  private static final double LEAST_MS = 5;

  /// A lag whose thread reaches back to the primary, in milliseconds.
  private static final double MOST_MS = 60_000;

  /// From here on it is shown as slow, in milliseconds: a page shows old data to who reloads it.
  private static final double LONG_MS = 1_000;
  private static final double TICK_STEP = 9;
  private static final double TICK = 4;
  private static final double GAP = 15;

  private LagThread() {}

  /// The share of the way between the two that the thread takes, 0 to 1.
  static double share(double lagMs) {
    return Double.isNaN(lagMs) || lagMs < LEAST_MS ? 0
        : Math.min(1, Math.log1p(lagMs / 5) / Math.log1p(MOST_MS / 5));
  }

  /// Draws it on the link from the primary to the copy.
  static void draw(GraphicsContext graphics, LinkPath curve, double lagMs, Viewport viewport, Palette palette) {
    double share = share(lagMs);
    var ink = lagMs >= LONG_MS ? Ink.SLOW : Ink.DATABASE;
    double scale = viewport.scale();
    graphics.setStroke(ink.color(palette));
    graphics.setLineWidth(1.6 * Math.clamp(scale, 0.6, 1.4));
    graphics.beginPath();
    double length = length(curve);
    double begin = 1 - share;
    double step = TICK_STEP / length;
    graphics.moveTo(viewport.screenX(curve.x(begin)), viewport.screenY(curve.y(begin)));
    for (double at = begin; at < 1; at += step / 2) {
      graphics.lineTo(viewport.screenX(curve.x(at)), viewport.screenY(curve.y(at)));
    }
    for (double at = 1 - step / 2; at > begin; at -= step) {
      tick(graphics, curve, at, TICK * scale, viewport);
    }
    graphics.stroke();
    graphics.setLineWidth(2.4 * Math.clamp(scale, 0.6, 1.4));
    graphics.beginPath();
    tick(graphics, curve, begin, 2 * TICK * scale, viewport);
    graphics.stroke();
    label(graphics, curve, Math.clamp(1 - share / 2, 0.3, 0.75), lagMs, viewport, ink, palette);
  }

  /// Beside the thread: above it where it runs level, left of it where it runs upright; above the copy where there is
  /// no room between the two.
  private static void label(GraphicsContext graphics, LinkPath curve, double at, double lagMs, Viewport viewport,
      Ink ink, Palette palette) {
    double scale = viewport.scale();
    var words = Texts.get("lag.behind", Numbers.millis(lagMs));
    double width = Pill.width(words, scale);
    double x = viewport.screenX(curve.x(at));
    double y = viewport.screenY(curve.y(at));
    if (length(curve) * scale < width + GAP) {
      x = viewport.screenX(curve.x(1)) + width / 2;
      y = viewport.screenY(curve.y(1) - NodeCard.HEIGHT / 2 - GAP);
    } else if (Math.abs(curve.x(at + 0.05) - curve.x(at - 0.05)) > Math.abs(curve.y(at + 0.05) - curve.y(at - 0.05))) {
      y -= GAP * scale;
    } else {
      x -= width / 2 + 10 * scale;
    }
    Pill.draw(graphics, words, x, y, scale, ink, palette);
  }

  /// A stroke across the link.
  private static void tick(GraphicsContext graphics, LinkPath curve, double at, double reach, Viewport viewport) {
    double x = viewport.screenX(curve.x(at));
    double y = viewport.screenY(curve.y(at));
    double dx = curve.x(at + 0.02) - curve.x(at - 0.02);
    double dy = curve.y(at + 0.02) - curve.y(at - 0.02);
    double norm = Math.max(1e-9, Math.hypot(dx, dy));
    graphics.moveTo(x - dy / norm * reach, y + dx / norm * reach);
    graphics.lineTo(x + dy / norm * reach, y - dx / norm * reach);
  }

  private static double length(LinkPath curve) {
    double length = 0;
    for (int i = 1; i < curve.points(); i++) {
      length += Math.hypot(curve.pointX(i) - curve.pointX(i - 1), curve.pointY(i) - curve.pointY(i - 1));
    }
    return Math.max(1, length);
  }
}
