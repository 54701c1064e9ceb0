package tenfold.app.canvas;

import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Fate;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Node;

/// Draws what moves: the dots on their links, and the lines of those who wait before a node.
final class DotLayer extends Canvas {
  private static final int QUEUE_ROWS = 3;
  private static final int QUEUE_COLUMNS = 9;
  private static final double QUEUE_STEP = 7;
  private static final double QUEUE_GAP = 12;

  private FateImages sprites = new FateImages(false);
  private boolean isDark;

  DotLayer() {
    setMouseTransparent(true);
    theme(false);
  }

  void theme(boolean dark) {
    isDark = dark;
    sprites = new FateImages(dark);
  }

  void clear() {
    getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
  }

  void drawDots(Dots dots, Map<String, LinkPath> curves, Viewport viewport) {
    var graphics = getGraphicsContext2D();
    double size = FateImages.SIZE * Math.clamp(viewport.scale(), 0.6, 1.3);
    for (var dot : dots.onTheWay()) {
      var curve = dot.way() < 0 ? null : curves.get(LinkLayer.key(dot.from(), dot.to()));
      if (curve != null) {
        draw(graphics, sprites.of(dot.fate()), viewport.screenX(curve.x(dot.way())),
            viewport.screenY(curve.y(dot.way())), size);
      }
    }
  }

  /// The line before a node: those who have waited so long that nobody waits for them stand nearest.
  void drawQueue(Node node, NodeView view, Viewport viewport) {
    int shown = Math.min(view.waiting(), QUEUE_ROWS * QUEUE_COLUMNS);
    if (shown == 0) {
      return;
    }
    var graphics = getGraphicsContext2D();
    double scale = viewport.scale();
    double right = viewport.screenX(node.x()) - QUEUE_GAP * scale;
    double middle = viewport.screenY(node.y() + NodeCard.HEIGHT / 2);
    int rows = Math.min(QUEUE_ROWS, shown);
    var waitingAs = view.p95Ms() * 1e6 > Fate.SLOW_NANOS ? Fate.SLOW : Fate.DATABASE;
    long abandoned = Math.round((double) shown * Math.min(view.abandoned(), view.waiting()) / view.waiting());
    for (int i = 0; i < shown; i++) {
      double x = right - i / rows * QUEUE_STEP * scale;
      double y = middle + (i % rows - (rows - 1) / 2.0) * QUEUE_STEP * scale;
      draw(graphics, sprites.of(i < abandoned ? Fate.TIMED_OUT : waitingAs), x, y, FateImages.SIZE * 0.8 * scale);
    }
    if (view.waiting() > shown) {
      double width = (QUEUE_COLUMNS - 1) * QUEUE_STEP * scale;
      drawPill(graphics, Texts.get("queue.more", Numbers.count(view.waiting() - shown)),
          right - width / 2, middle + (QUEUE_ROWS * QUEUE_STEP / 2 + 13) * scale, scale,
          waitingAs == Fate.SLOW ? Ink.FAILED : Ink.IDLE);
    }
  }

  private void drawPill(GraphicsContext graphics, String text, double x, double y, double scale, Ink ink) {
    double size = 10.5 * scale;
    double width = text.length() * size * 0.56 + 14 * scale;
    double height = 16 * scale;
    graphics.setFill(color(ink));
    graphics.fillRoundRect(x - width / 2, y - height / 2, width, height, height, height);
    graphics.setFill(isDark ? Color.BLACK : Color.WHITE);
    graphics.setFont(Font.font("Inter Semi Bold", size));
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(text, x, y + size * 0.36);
  }

  private static void draw(GraphicsContext graphics, Image sprite, double x, double y, double size) {
    graphics.drawImage(sprite, Math.rint(x - size / 2), Math.rint(y - size / 2), size, size);
  }

  private Color color(Ink ink) {
    int rgb = ink.rgb(isDark);
    return Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255);
  }
}
