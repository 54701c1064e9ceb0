package tenfold.app.canvas;

import tenfold.topology.Link;
import tenfold.topology.Topology;

/// A link's way across the drawing: a soft curve from the right edge of one card to the left edge of another, as
/// points at equal distances.
final class LinkPath {
  private static final int POINTS = 48;

  private final double[] xs = new double[POINTS + 1];
  private final double[] ys = new double[POINTS + 1];

  /// From one point to another, leaving and arriving level (a cubic Bézier curve).
  LinkPath(double x1, double y1, double x2, double y2) {
    double bend = Math.max(40, Math.abs(x2 - x1) / 2);
    double[] rawX = new double[POINTS + 1];
    double[] rawY = new double[POINTS + 1];
    double[] length = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      double t = (double) i / POINTS;
      rawX[i] = bezier(t, x1, x1 + bend, x2 - bend, x2);
      rawY[i] = bezier(t, y1, y1, y2, y2);
      length[i] = i == 0 ? 0 : length[i - 1] + Math.hypot(rawX[i] - rawX[i - 1], rawY[i] - rawY[i - 1]);
    }
    spreadEvenly(rawX, rawY, length);
  }

  /// How far it is between two cards.
  static LinkPath between(double fromX, double fromY, double toX, double toY) {
    return new LinkPath(
        fromX + NodeCard.WIDTH, fromY + NodeCard.HEIGHT / 2, toX, toY + NodeCard.HEIGHT / 2);
  }

  /// The way of a link between two nodes of a system.
  static LinkPath of(Topology topology, Link link) {
    var from = topology.node(link.from()).orElseThrow();
    var to = topology.node(link.to()).orElseThrow();
    return between(from.x(), from.y(), to.x(), to.y());
  }

  /// The x at a share of the way, 0 to 1.
  double x(double share) {
    return interpolate(xs, share);
  }

  /// The y at a share of the way, 0 to 1.
  double y(double share) {
    return interpolate(ys, share);
  }

  /// How near a point comes to the curve.
  double distance(double x, double y) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i <= POINTS; i++) {
      least = Math.min(least, Math.hypot(x - xs[i], y - ys[i]));
    }
    return least;
  }

  /// How many points [#pointX] and [#pointY] have.
  int points() {
    return POINTS + 1;
  }

  double pointX(int index) {
    return xs[index];
  }

  double pointY(int index) {
    return ys[index];
  }

  private void spreadEvenly(double[] rawX, double[] rawY, double[] length) {
    int segment = 1;
    for (int i = 0; i <= POINTS; i++) {
      double wanted = length[POINTS] * i / POINTS;
      while (segment < POINTS && length[segment] < wanted) {
        segment++;
      }
      double span = length[segment] - length[segment - 1];
      double share = span == 0 ? 0 : (wanted - length[segment - 1]) / span;
      xs[i] = rawX[segment - 1] + share * (rawX[segment] - rawX[segment - 1]);
      ys[i] = rawY[segment - 1] + share * (rawY[segment] - rawY[segment - 1]);
    }
  }

  private static double interpolate(double[] values, double share) {
    double place = Math.clamp(share, 0, 1) * POINTS;
    int index = Math.min((int) place, POINTS - 1);
    return values[index] + (place - index) * (values[index + 1] - values[index]);
  }

  private static double bezier(double t, double a, double b, double c, double d) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }
}
