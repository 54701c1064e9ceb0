package tenfold.app.charts;

import java.util.function.Function;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Draws a design as the canvas shows it, without what moves: for reports.
public final class DesignPicture {
  private static final double CARD_WIDTH = 136;
  private static final double CARD_HEIGHT = 58;
  private static final double MARGIN = 24;
  private static final int CURVE_POINTS = 24;

  private final Topology topology;
  private final Function<Node, String> subtitle;
  private final Graphic graphic;
  private final double scale;
  private final double shiftX;
  private final double shiftY;

  private DesignPicture(Topology topology, Function<Node, String> subtitle, Graphic graphic, double width,
      double height) {
    this.topology = topology;
    this.subtitle = subtitle;
    this.graphic = graphic;
    double left = topology.nodes().stream().mapToDouble(Node::x).min().orElse(0);
    double top = topology.nodes().stream().mapToDouble(Node::y).min().orElse(0);
    double wide = topology.nodes().stream().mapToDouble(Node::x).max().orElse(0) - left + CARD_WIDTH;
    double high = topology.nodes().stream().mapToDouble(Node::y).max().orElse(0) - top + CARD_HEIGHT;
    this.scale = Math.min(1.1, Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high));
    this.shiftX = (width - wide * scale) / 2 - left * scale;
    this.shiftY = (height - high * scale) / 2 - top * scale;
  }

  /// Draws it in the middle of that many pixels.
  ///
  /// @param subtitle what stands below a node's name
  public static void draw(Topology topology, Function<Node, String> subtitle, Graphic graphic, double width,
      double height) {
    new DesignPicture(topology, subtitle, graphic, width, height).draw();
  }

  /// Height that suits a width: the drawing's own, at most `most`.
  public static double height(Topology topology, double width, double most) {
    double wide = spread(topology, true) + CARD_WIDTH;
    double high = spread(topology, false) + CARD_HEIGHT;
    double scale = Math.min(1.1, (width - 2 * MARGIN) / wide);
    return Math.clamp(high * scale + 2 * MARGIN, 100, most);
  }

  private static double spread(Topology topology, boolean isWidth) {
    var places = topology.nodes().stream().mapToDouble(node -> isWidth ? node.x() : node.y()).summaryStatistics();
    return topology.nodes().isEmpty() ? 0 : places.getMax() - places.getMin();
  }

  private void draw() {
    topology.links().forEach(this::link);
    topology.nodes().forEach(this::card);
  }

  private void link(Link link) {
    topology.node(link.from()).ifPresent(from -> topology.node(link.to()).ifPresent(to -> {
      double[] xs = new double[CURVE_POINTS];
      double[] ys = new double[CURVE_POINTS];
      boolean isForward = to.x() >= from.x() + CARD_WIDTH;
      double startX = x(from) + (isForward ? CARD_WIDTH : CARD_WIDTH / 2) * scale;
      double endX = x(to) + (isForward ? 0 : CARD_WIDTH / 2) * scale;
      double startY = y(from) + CARD_HEIGHT / 2 * scale;
      double endY = y(to) + CARD_HEIGHT / 2 * scale;
      for (int i = 0; i < CURVE_POINTS; i++) {
        double share = (double) i / (CURVE_POINTS - 1);
        double bend = share * share * (3 - 2 * share);
        xs[i] = startX + (endX - startX) * share;
        ys[i] = startY + (endY - startY) * bend;
      }
      graphic.polyline(xs, ys, CURVE_POINTS, Stroke.solid(Ink.IDLE, Math.max(1, 1.4 * scale)));
    }));
  }

  private void card(Node node) {
    var component = node.component();
    if (component.instances() > 1) {
      box(x(node) + 8 * scale, y(node) - 8 * scale);
      box(x(node) + 4 * scale, y(node) - 4 * scale);
    }
    box(x(node), y(node));
    double chip = 24 * scale;
    graphic.fill(x(node) + 10 * scale, y(node) + 12 * scale, chip, chip, Inks.of(component), 0.9);
    double left = x(node) + 42 * scale;
    var name = component.instances() > 1 ? node.name() + " ×" + component.instances() : node.name();
    graphic.text(name, left, y(node) + 24 * scale, Anchor.LEFT, fitting(name, 12.5, true), true, Ink.TEXT);
    var below = subtitle.apply(node);
    graphic.text(below, left, y(node) + 41 * scale, Anchor.LEFT, fitting(below, 10.5, false), false, Ink.MUTED);
  }

  /// Size of type with which a text stays on its card.
  private double fitting(String text, double size, boolean isBold) {
    double room = (CARD_WIDTH - 48) * scale;
    double width = graphic.textWidth(text, size * scale, isBold);
    return size * scale * Math.min(1, room / Math.max(1, width));
  }

  private void box(double left, double top) {
    double width = CARD_WIDTH * scale;
    double height = CARD_HEIGHT * scale;
    graphic.fill(left - 1, top - 1, width + 2, height + 2, Ink.LINE, 1);
    graphic.fill(left, top, width, height, Ink.PANEL, 1);
  }

  private double x(Node node) {
    return node.x() * scale + shiftX;
  }

  private double y(Node node) {
    return node.y() * scale + shiftY;
  }
}
