package tenfold.app.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import tenfold.app.live.Bounds;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;
import tenfold.run.Snapshot;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Draws what stands still: the grid of the canvas and the links. What it draws is shown by the layer of the dots.
final class LinkLayer extends Canvas {
  private static final double GRID_STEP = 24;
  /// Thickness of links that alone say how much goes over them, as a multiple of that of others.
  private static final double CALM = 1.6;
  private static final double GRAB_DISTANCE = 7;
  /// Canvas units by which words stand above their link, so that dots do not run over them.
  private static final double PILL_GAP = 16;
  /// How far on their link words may stand, 0 to 1, the best first.
  private static final double[] PILL_WAYS = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

  private final Map<String, LinkPath> curves = new LinkedHashMap<>();
  private final LinkTraffic traffic = new LinkTraffic();
  private final Map<String, Link> links = new LinkedHashMap<>();
  private Map<String, String> troubles = Map.of();
  private List<Bounds> boxes = List.of();
  private Palette palette = Palette.LIGHT;
  private boolean isDimmed;
  private Set<String> leaving = Set.of();

  void theme(Palette chosen) {
    palette = chosen;
  }

  static String key(String from, String to) {
    return from + "\n" + to;
  }

  Map<String, LinkPath> curves() {
    return curves;
  }

  void show(Topology topology) {
    curves.clear();
    links.clear();
    boxes = topology.nodes().stream().map(Bounds::of).toList();
    for (var link : topology.links()) {
      topology.node(link.from()).ifPresent(from -> topology.node(link.to()).ifPresent(to -> {
        curves.put(key(link.from(), link.to()), LinkPath.of(topology, link));
        links.put(key(link.from(), link.to()), link);
      }));
    }
  }

  /// Takes over how much goes over the links, and what is the matter with which now.
  ///
  /// @return whether that looks different from before
  boolean follow(Snapshot snapshot, double seconds) {
    boolean isOtherWidth = traffic.follow(snapshot, seconds);
    var now = new HashMap<String, String>();
    snapshot.links().forEach(view -> LinkText.trouble(view)
        .ifPresent(words -> now.put(key(view.from(), view.to()), words)));
    boolean isOther = !now.equals(troubles);
    troubles = now;
    return isOther || isOtherWidth;
  }

  /// The link under a point of the drawing.
  Optional<Link> linkAt(double x, double y, double scale) {
    return curves.entrySet().stream()
        .filter(entry -> entry.getValue().distance(x, y) < GRAB_DISTANCE / scale)
        .min((one, other) -> Double.compare(one.getValue().distance(x, y), other.getValue().distance(x, y)))
        .map(entry -> links.get(entry.getKey()));
  }

  /// Lets the links stand back, while another is drawn.
  void dim(boolean dimmed) {
    isDimmed = dimmed;
  }

  /// Lets these links fade, which go when something is dropped.
  void leaving(List<Link> gone) {
    leaving = gone.stream().map(link -> key(link.from(), link.to())).collect(Collectors.toSet());
  }

  /// Draws everything, with the selected link and the links that are not there yet in the student's colour.
  ///
  /// @param isCalm whether no dots travel, so that the links alone say how much goes over them
  void draw(Viewport viewport, Optional<Link> selected, List<LinkPath> sketches, boolean isCalm) {
    var graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    drawGrid(graphics, viewport);
    graphics.setGlobalAlpha(isDimmed ? 0.45 : 1);
    graphics.setLineCap(StrokeLineCap.ROUND);
    curves.forEach((key, curve) -> {
      boolean isSelected = selected.filter(link -> key.equals(key(link.from(), link.to()))).isPresent();
      boolean isTroubled = troubles.containsKey(key);
      if (isTroubled) {
        graphics.setLineDashes(8, 7);
      } else if (leaving.contains(key)) {
        graphics.setLineDashes(2, 7);
      }
      double width = traffic.width(key) * (isCalm ? CALM : 1);
      stroke(graphics, curve, viewport,
          isSelected ? Ink.ACCENT : isTroubled ? Ink.FAILED : isCalm ? Ink.IDLE : Ink.LINE,
          isSelected ? width + 1.4 : isTroubled ? Math.max(2, width) : width);
      graphics.setLineDashes();
    });
    troubles.forEach((key, words) -> {
      var curve = curves.get(key);
      if (curve != null) {
        var place = place(words, curve);
        Pill.draw(graphics, words, viewport.screenX(place.left() + place.width() / 2),
            viewport.screenY(place.top() + place.height() / 2), viewport.scale(), Ink.FAILED, palette);
      }
    });
    graphics.setGlobalAlpha(1);
    graphics.setLineDashes(6, 5);
    sketches.forEach(sketch -> stroke(graphics, sketch, viewport, Ink.ACCENT, 2));
    graphics.setLineDashes();
  }

  /// Where no card covers the words of a link: as near to its middle as can be, above it or else below.
  private Bounds place(String words, LinkPath curve) {
    return Arrays.stream(PILL_WAYS).boxed()
        .flatMap(way -> Stream.of(-PILL_GAP, PILL_GAP).map(gap ->
            Pill.around(words, curve.x(way), curve.y(way) + gap)))
        .filter(place -> boxes.stream().noneMatch(place::meets))
        .findFirst().orElseGet(() -> Pill.around(words, curve.x(PILL_WAYS[0]), curve.y(PILL_WAYS[0]) - PILL_GAP));
  }

  private void drawGrid(GraphicsContext graphics, Viewport viewport) {
    double step = GRID_STEP * viewport.scale();
    graphics.setFill(Ink.GRID.color(palette));
    if (step >= 10) {
      for (double x = Math.floorMod((long) viewport.offsetX(), (long) step); x < getWidth(); x += step) {
        for (double y = Math.floorMod((long) viewport.offsetY(), (long) step); y < getHeight(); y += step) {
          graphics.fillRect(Math.rint(x), Math.rint(y), 1.5, 1.5);
        }
      }
    }
  }

  private void stroke(GraphicsContext graphics, LinkPath curve, Viewport viewport, Ink ink, double width) {
    graphics.setStroke(ink.color(palette));
    graphics.setLineWidth(width * Math.clamp(viewport.scale(), 0.6, 1.4));
    graphics.beginPath();
    graphics.moveTo(viewport.screenX(curve.pointX(0)), viewport.screenY(curve.pointY(0)));
    for (int i = 1; i < curve.points(); i++) {
      graphics.lineTo(viewport.screenX(curve.pointX(i)), viewport.screenY(curve.pointY(i)));
    }
    graphics.stroke();
  }
}
