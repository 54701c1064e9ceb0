package tenfold.app.canvas;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import tenfold.app.live.Bounds;

/// Where something comes to rest that is moved over the canvas: in line with its neighbours where it is near that, else
/// on the grid.
///
/// @param x left edge where it rests
/// @param y top edge where it rests
/// @param upright x of the upright line that it and a neighbour have in common; empty on the grid
/// @param level y of the level line that it and a neighbour have in common; empty on the grid
record Guides(double x, double y, Optional<Double> upright, Optional<Double> level) {
  /// Half the distance between the dots of the canvas.
  static final double GRID = 12;

  /// The place itself, as when nothing shall hold it.
  static Guides free(Bounds moved) {
    return new Guides(Math.rint(moved.left()), Math.rint(moved.top()), Optional.empty(), Optional.empty());
  }

  /// Where `moved` comes to rest among its neighbours.
  ///
  /// @param reach canvas units from which a neighbour's line attracts
  static Guides of(Bounds moved, Collection<Bounds> neighbours, double reach) {
    var across = nearest(moved.left(), moved.width(), neighbours, Bounds::left, Bounds::width, reach);
    var down = nearest(moved.top(), moved.height(), neighbours, Bounds::top, Bounds::height, reach);
    return new Guides(
        across.map(Line::start).orElse(onGrid(moved.left())), down.map(Line::start).orElse(onGrid(moved.top())),
        across.map(Line::at), down.map(Line::at));
  }

  /// The same, but as it stood in the direction in which it has hardly been moved.
  Guides staying(Bounds moved, Bounds start, double slack) {
    boolean staysX = Math.abs(moved.left() - start.left()) <= slack;
    boolean staysY = Math.abs(moved.top() - start.top()) <= slack;
    return new Guides(staysX ? start.left() : x, staysY ? start.top() : y,
        staysX && x != start.left() ? Optional.empty() : upright,
        staysY && y != start.top() ? Optional.empty() : level);
  }

  /// The nearest multiple of the grid's step.
  static double onGrid(double value) {
    return Math.rint(value / GRID) * GRID;
  }

  /// A line in common.
  ///
  /// @param at where it is
  /// @param start where the moved thing begins then
  /// @param way how far it is moved for that
  private record Line(double at, double start, double way) {}

  /// Edges attract edges of the same side, and middles middles.
  private static Optional<Line> nearest(double start, double size, Collection<Bounds> neighbours,
      Function<Bounds, Double> startOf, Function<Bounds, Double> sizeOf, double reach) {
    Line best = null;
    for (var neighbour : neighbours) {
      for (double share : new double[] {0.5, 0, 1}) {
        double line = startOf.apply(neighbour) + share * sizeOf.apply(neighbour);
        double way = Math.abs(start + share * size - line);
        if (way <= reach && (best == null || way < best.way - 1e-9)) {
          best = new Line(line, line - share * size, way);
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
