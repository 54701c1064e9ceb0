package tenfold.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tenfold.topology.Node;

/// Nodes in columns and rows: those that stand nearly below one another share a column, those nearly beside one another
/// a row, and no two a cell.
///
/// @param cells where each node is, by its name
/// @param columns how many columns there are
/// @param rows how many rows there are
record Grid(Map<String, Cell> cells, int columns, int rows) {
  /// A bit less than a card of the canvas is wide: nodes that are nearer to one another stand below one another.
  private static final double NEARLY_BELOW = 96;

  /// A bit more than a card is high.
  private static final double NEARLY_BESIDE = 76;

  /// A place in the grid, counted from 0.
  record Cell(int column, int row) {}

  /// The grid of nodes: as coarse as it can be without two of them in one cell.
  static Grid of(List<Node> nodes) {
    double coarseness = 1;
    var grid = of(nodes, coarseness);
    while (new HashSet<>(grid.cells.values()).size() < nodes.size() && coarseness > 0) {
      coarseness = coarseness < 0.1 ? 0 : coarseness / 2;
      grid = of(nodes, coarseness);
    }
    return grid;
  }

  private static Grid of(List<Node> nodes, double coarseness) {
    var columns = ranks(nodes, Node::x, coarseness * NEARLY_BELOW);
    var rows = ranks(nodes, Node::y, coarseness * NEARLY_BESIDE);
    var cells = new HashMap<String, Cell>();
    for (var node : nodes) {
      cells.put(node.name(), new Cell(columns.get(node.x()), rows.get(node.y())));
    }
    return new Grid(cells, count(columns), count(rows));
  }

  private static int count(Map<Double, Integer> ranks) {
    return ranks.values().stream().mapToInt(rank -> rank + 1).max().orElse(0);
  }

  /// The number of the column or row of each position; those less than `near` beyond the first of one share it.
  private static Map<Double, Integer> ranks(List<Node> nodes, ToDoubleFunction<Node> position, double near) {
    var ranks = new HashMap<Double, Integer>();
    double first = Double.NEGATIVE_INFINITY;
    int rank = -1;
    for (double value : nodes.stream().mapToDouble(position).sorted().toArray()) {
      if (value > first && value - first >= near) {
        first = value;
        rank++;
      }
      ranks.put(value, rank);
    }
    return ranks;
  }
}
