package tenfold.app.canvas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import tenfold.app.live.Bounds;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.run.Fate;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Node;

/// Shows the links, which stand still, and draws what moves on them: the dots, the lines of those who wait before a
/// node, and what is said of them.
final class DotLayer extends Group {
  /// Pixels from a dot within which it is meant.
  private static final double GRAB_DISTANCE = 9;

  private static final int QUEUE_ROWS = 3;
  private static final int QUEUE_COLUMNS = 9;
  private static final double QUEUE_STEP = 8;
  /// From the middle of a line to that of its words, in canvas units: right below it, below the cards beside it, above
  /// it, or above those cards.
  private static final double[] PILL_DISTANCES = {25, 40, -25, -40};
  private static final double QUEUE_GAP = 12;

  private final DotSheet sheet = new DotSheet();
  private final Canvas words = new Canvas();
  private double edge;
  private Palette palette = Palette.LIGHT;

  DotLayer() {
    setMouseTransparent(true);
    getChildren().addAll(sheet, words);
  }

  /// Takes that room.
  ///
  /// @param pixelScale pixels of the screen for one of the window
  void resizeTo(double width, double height, double pixelScale) {
    sheet.resizeTo(width, height, pixelScale);
    edge = 0;
    words.setWidth(width);
    words.setHeight(height);
  }

  /// Shows these links below what moves, as they are drawn now.
  void lay(LinkLayer links) {
    sheet.lay(links);
  }

  void theme(Palette chosen) {
    palette = chosen;
    edge = 0;
  }

  /// Begins a frame at that scale.
  void clear(Viewport viewport) {
    if (words.isVisible()) {
      words.getGraphicsContext2D().clearRect(0, 0, words.getWidth(), words.getHeight());
      words.setVisible(false);
    }
    sheet.clear();
    double wanted = Math.rint(FateImages.SIZE * Math.clamp(viewport.scale(), 0.6, 1.4));
    if (wanted != edge) {
      edge = wanted;
      sheet.dress(palette, edge);
    }
  }

  /// Ends a frame.
  void show() {
    sheet.show();
  }

  /// Where words are drawn. An empty canvas takes as long to show as a full one, so it is seen only when it is used.
  private GraphicsContext words() {
    words.setVisible(true);
    return words.getGraphicsContext2D();
  }

  void drawDots(Dots dots, Map<String, LinkPath> curves, Viewport viewport) {
    for (var dot : dots.onTheWay()) {
      var curve = dot.way() < 0 ? null : curves.get(dot.link());
      if (curve != null) {
        sheet.draw(dot.fate(), viewport.screenX(curve.x(dot.way())), viewport.screenY(curve.y(dot.way())));
      }
    }
  }

  /// The dot that is nearest to a pixel, if one is near enough to be meant.
  Optional<Dots.Dot> dotAt(Dots dots, Map<String, LinkPath> curves, Viewport viewport, double x, double y) {
    return dots.onTheWay().stream().filter(dot -> distance(dot, curves, viewport, x, y) <= GRAB_DISTANCE)
        .min(Comparator.comparingDouble(dot -> distance(dot, curves, viewport, x, y)));
  }

  private static double distance(
      Dots.Dot dot, Map<String, LinkPath> curves, Viewport viewport, double x, double y) {
    var curve = dot.way() < 0 ? null : curves.get(dot.link());
    return curve == null ? Double.POSITIVE_INFINITY
        : Math.hypot(viewport.screenX(curve.x(dot.way())) - x, viewport.screenY(curve.y(dot.way())) - y);
  }

  /// The line before a node: those who have waited so long that nobody waits for them stand nearest.
  ///
  /// @param isFree whether no card covers a place
  void drawQueue(Node node, NodeView view, NodeSignals signals, Viewport viewport, Predicate<Bounds> isFree) {
    int waiting = signals.waiting();
    int shown = Math.min(waiting, QUEUE_ROWS * QUEUE_COLUMNS);
    if (shown == 0) {
      return;
    }
    double scale = viewport.scale();
    double right = viewport.screenX(node.x()) - QUEUE_GAP * scale;
    double middle = viewport.screenY(node.y() + NodeCard.HEIGHT / 2);
    int rows = Math.min(QUEUE_ROWS, shown);
    var waitingAs = signals.p95Ms() * 1e6 > Fate.SLOW_NANOS ? Fate.SLOW : Fate.DATABASE;
    long abandoned = Math.round((double) shown * Math.min(view.abandoned(), view.waiting())
        / Math.max(1, view.waiting()));
    for (int i = 0; i < shown; i++) {
      double x = right - i / rows * QUEUE_STEP * scale;
      double y = middle + (i % rows - (rows - 1) / 2.0) * QUEUE_STEP * scale;
      sheet.draw(i < abandoned ? Fate.TIMED_OUT : waitingAs, x, y);
    }
    if (waiting > shown) {
      var more = Texts.get("queue.more", Numbers.count(waiting - shown));
      double x = node.x() - QUEUE_GAP + (QUEUE_STEP - Pill.width(more, 1)) / 2;
      double y = node.y() + NodeCard.HEIGHT / 2;
      var place = Arrays.stream(PILL_DISTANCES).mapToObj(distance -> Pill.around(more, x, y + distance))
          .filter(isFree).findFirst().orElseGet(() -> Pill.around(more, x, y + PILL_DISTANCES[0]));
      Pill.draw(words(), more, viewport.screenX(place.left() + place.width() / 2),
          viewport.screenY(place.top() + place.height() / 2), scale,
          waitingAs == Fate.SLOW ? Ink.FAILED : Ink.IDLE, palette);
    }
  }

  /// How far a copy is behind.
  void drawLag(LinkPath curve, NodeSignals signals, Viewport viewport) {
    if (LagThread.share(signals.lagMs()) > 0) {
      LagThread.draw(words(), curve, signals.lagMs(), viewport, palette);
    }
  }
}
