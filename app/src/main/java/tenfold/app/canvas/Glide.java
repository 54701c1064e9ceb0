package tenfold.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Point2D;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Lets nodes go from where they stood to where they stand now, so that the eye can follow.
final class Glide {
  /// How long it takes, in seconds of wall time.
  private static final double SECONDS = 0.35;

  /// A node that goes less far does not need it, in canvas units.
  private static final double LEAST = 20;

  private final Map<String, Point2D> from = new HashMap<>();
  private final Topology target;
  private final Viewport viewFrom;
  private double elapsed;

  private Glide(Topology before, Topology target, Viewport viewFrom) {
    before.nodes().forEach(node -> from.put(node.name(), new Point2D(node.x(), node.y())));
    this.target = target;
    this.viewFrom = viewFrom;
  }

  /// Between two systems as they are drawn.
  static Glide between(Topology before, Topology target, Viewport viewFrom) {
    return new Glide(before, target, viewFrom);
  }

  /// Whether nodes that are in both have moved so far that the eye would lose them.
  static boolean isNeeded(Topology before, Topology after) {
    return after.nodes().stream().anyMatch(node -> before.node(node.name())
        .filter(old -> Math.hypot(old.x() - node.x(), old.y() - node.y()) >= LEAST).isPresent());
  }

  /// Lets wall time pass.
  void advance(double seconds) {
    elapsed += seconds;
  }

  boolean isOver() {
    return elapsed >= SECONDS;
  }

  /// The system as it is drawn now.
  Topology now() {
    double share = share();
    return new Topology(target.nodes().stream().map(node -> between(node, share)).toList(), target.links());
  }

  /// What is seen of it now, on the way to another view.
  Viewport view(Viewport to) {
    double share = share();
    return new Viewport(viewFrom.scale() + share * (to.scale() - viewFrom.scale()),
        viewFrom.offsetX() + share * (to.offsetX() - viewFrom.offsetX()),
        viewFrom.offsetY() + share * (to.offsetY() - viewFrom.offsetY()));
  }

  private Node between(Node node, double share) {
    var start = from.getOrDefault(node.name(), new Point2D(node.x(), node.y()));
    return node.at(start.getX() + share * (node.x() - start.getX()), start.getY() + share * (node.y() - start.getY()));
  }

  /// Slow at both ends.
  private double share() {
    double t = Math.clamp(elapsed / SECONDS, 0, 1);
    return t * t * (3 - 2 * t);
  }
}
