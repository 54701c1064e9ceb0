package tenfold.topology;

import tenfold.component.ComponentSpec;

/// A component with a name and a place on the canvas.
///
/// @param name unique in the topology
/// @param x left edge on the canvas, in canvas units
/// @param y top edge on the canvas, in canvas units
/// @param component what it is
public record Node(String name, double x, double y, ComponentSpec component) {

  /// The same node with other parameters.
  public Node with(ComponentSpec changed) {
    return new Node(name, x, y, changed);
  }

  /// The same node elsewhere.
  public Node at(double newX, double newY) {
    return new Node(name, newX, newY, component);
  }
}
