package tenfold.app.live;

import java.util.Collection;
import java.util.stream.Stream;
import tenfold.scenario.Frame;
import tenfold.topology.Node;

/// A rectangle of the canvas, in canvas units.
///
/// @param left its left edge
/// @param top its upper edge
/// @param width how wide it is
/// @param height how high it is
public record Bounds(double left, double top, double width, double height) {

  /// The rectangle of a node.
  public static Bounds of(Node node) {
    return new Bounds(node.x(), node.y(), Node.WIDTH, Node.HEIGHT);
  }

  /// The rectangle of a frame.
  public static Bounds of(Frame frame) {
    return new Bounds(frame.x(), frame.y(), frame.width(), frame.height());
  }

  /// The rectangle between two corners.
  public static Bounds between(double x1, double y1, double x2, double y2) {
    return new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /// The smallest rectangle around nodes and frames; at the origin and without extent when there are none.
  public static Bounds of(Collection<Node> nodes, Collection<Frame> frames) {
    return Stream.concat(nodes.stream().map(Bounds::of), frames.stream().map(Bounds::of))
        .reduce(Bounds::around).orElse(new Bounds(0, 0, 0, 0));
  }

  /// Its right edge.
  public double right() {
    return left + width;
  }

  /// Its lower edge.
  public double bottom() {
    return top + height;
  }

  /// Whether the two have a point in common.
  public boolean meets(Bounds other) {
    return left <= other.right() && other.left <= right() && top <= other.bottom() && other.top <= bottom();
  }

  /// Whether the other lies in it.
  public boolean holds(Bounds other) {
    return left <= other.left && right() >= other.right() && top <= other.top && bottom() >= other.bottom();
  }

  /// With room on every side.
  public Bounds widened(double margin) {
    return new Bounds(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
  }

  /// The smallest rectangle around both.
  public Bounds around(Bounds other) {
    double newLeft = Math.min(left, other.left);
    double newTop = Math.min(top, other.top);
    return new Bounds(newLeft, newTop,
        Math.max(right(), other.right()) - newLeft, Math.max(bottom(), other.bottom()) - newTop);
  }
}
