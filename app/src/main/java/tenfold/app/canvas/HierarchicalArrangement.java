package tenfold.app.canvas;

import com.mxgraph.layout.hierarchical.mxHierarchicalLayout;
import com.mxgraph.model.mxCell;
import com.mxgraph.view.mxGraph;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.SwingConstants;
import tenfold.topology.Topology;

/// In layers from left to right: who calls stands left of who is called. JGraphX's hierarchical layout (after
/// Sugiyama, Tagawa & Toda, "Methods for visual understanding of hierarchical system structures", IEEE SMC 11(2),
/// 1981), which is deterministic.
public final class HierarchicalArrangement implements Arrangement {
  private static final double LAYER_GAP = 96;
  private static final double ROW_GAP = 56;
  private static final double GRID = 4;

  @Override
  public Topology arrange(Topology topology) {
    var graph = new mxGraph();
    var cells = cells(topology, graph);
    var layout = new mxHierarchicalLayout(graph, SwingConstants.WEST);
    layout.setInterRankCellSpacing(LAYER_GAP);
    layout.setIntraCellSpacing(ROW_GAP);
    layout.execute(graph.getDefaultParent());
    var arranged = topology;
    for (var entry : cells.entrySet()) {
      var place = entry.getValue().getGeometry();
      arranged = arranged.change(entry.getKey(), node -> node.at(onGrid(place.getX()), onGrid(place.getY())));
    }
    return arranged;
  }

  private static Map<String, mxCell> cells(Topology topology, mxGraph graph) {
    var cells = new LinkedHashMap<String, mxCell>();
    graph.getModel().beginUpdate();
    try {
      var parent = graph.getDefaultParent();
      for (var node : topology.nodes()) {
        cells.put(node.name(), (mxCell) graph.insertVertex(
            parent, null, node.name(), 0, 0, NodeCard.WIDTH, NodeCard.HEIGHT));
      }
      for (var link : topology.links()) {
        graph.insertEdge(parent, null, "", cells.get(link.from()), cells.get(link.to()));
      }
    } finally {
      graph.getModel().endUpdate();
    }
    return cells;
  }

  private static double onGrid(double value) {
    return Math.rint(value / GRID) * GRID;
  }
}
