package tenfold.app.canvas;

import tenfold.topology.Topology;

/// A way to put the nodes of a topology in order.
@FunctionalInterface
public interface Arrangement {
  /// The same topology with every node in its place. The same topology gives the same places.
  Topology arrange(Topology topology);
}
