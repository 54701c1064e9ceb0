package tenfold.topology;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Ways to bring nodes into line with each other. All nodes are of one size, so their left upper corners say enough.
public enum Alignment {
  /// Left edges on that of the leftmost.
  LEFT(false),
  /// Middles on one upright line.
  CENTRE(false),
  /// Right edges on that of the rightmost.
  RIGHT(false),
  /// Upper edges on that of the uppermost.
  TOP(true),
  /// Middles on one level line.
  MIDDLE(true),
  /// Lower edges on that of the lowest.
  BOTTOM(true),
  /// Equal steps from left to right; the outermost stay.
  ACROSS(false),
  /// Equal steps from top to bottom; the outermost stay.
  DOWN(true);

  private final boolean isUpright;

  Alignment(boolean isUpright) {
    this.isUpright = isUpright;
  }

  /// How many nodes it takes at least: two have equal steps between them already.
  public int least() {
    return this == ACROSS || this == DOWN ? 3 : 2;
  }

  /// The same topology with these nodes in line; unchanged when there are too few.
  public Topology apply(Topology topology, Set<String> names) {
    var nodes = topology.nodes().stream().filter(node -> names.contains(node.name()))
        .sorted(Comparator.comparingDouble(along())).toList();
    if (nodes.size() < least()) {
      return topology;
    }
    var extent = nodes.stream().mapToDouble(along()).summaryStatistics();
    var aligned = topology;
    for (int i = 0; i < nodes.size(); i++) {
      double place = Math.rint(place(extent, (double) i / (nodes.size() - 1)));
      aligned = aligned.change(nodes.get(i).name(),
          node -> isUpright ? node.at(node.x(), place) : node.at(place, node.y()));
    }
    return aligned;
  }

  private ToDoubleFunction<Node> along() {
    return isUpright ? Node::y : Node::x;
  }

  /// @param share how far the node comes in the order of all, 0 to 1
  private double place(DoubleSummaryStatistics extent, double share) {
    return switch (this) {
      case LEFT, TOP -> extent.getMin();
      case CENTRE, MIDDLE -> (extent.getMin() + extent.getMax()) / 2;
      case RIGHT, BOTTOM -> extent.getMax();
      case ACROSS, DOWN -> extent.getMin() + share * (extent.getMax() - extent.getMin());
    };
  }
}
