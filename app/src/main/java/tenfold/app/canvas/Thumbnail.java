package tenfold.app.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.text.TextAlignment;
import tenfold.app.look.Icons;
import tenfold.app.look.Numbers;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A system in small: a box with its pictogram for each node, where it stands on the canvas, and a line for each link.
/// As wide and as high as the room there is; a box is smaller where it would cover another. A labelled one has the
/// nodes in columns and rows, so that there is room for their names below the boxes, and is as high as it must be.
public final class Thumbnail extends Pane {
  private static final double WIDTH = 132;
  private static final double HEIGHT = 84;
  private static final double BOX_WIDTH = 22;
  private static final double BOX_HEIGHT = 18;
  private static final double GAP = 2;

  /// Room beside the centres of the outermost boxes, in pixels.
  private static final double SIDE_MARGIN = 17;

  /// Room above and below the centres of the outermost boxes, in pixels.
  private static final double TOP_MARGIN = 14;

  /// How large a unit of the canvas is at most: two nodes side by side do not drift to the edges.
  private static final double LARGEST_SCALE = 0.26;

  /// The least size of a box, for nodes that stand in the same place.
  private static final double SMALLEST = 0.1;

  /// How far the box behind the first one of a stack looks out, in pixels.
  private static final double STACKED = 2.5;

  private static final double LABELLED_WIDTH = 268;
  private static final double LABELLED_BOX = 1.4;

  /// As wide as a cell of a labelled picture is at most, and as high as each: a box and two lines.
  private static final double WIDEST_CELL = 88;
  private static final double CELL_HEIGHT = 66;
  private static final double EDGE = 8;

  private final double largestBox;

  /// The picture of a system.
  public Thumbnail(Topology topology) {
    this(topology, scaled(topology.nodes()), WIDTH, HEIGHT, 1);
  }

  /// The picture of a system with names.
  public static Thumbnail labelled(Topology topology) {
    var grid = Grid.of(topology.nodes());
    double width = Math.min(WIDEST_CELL, (LABELLED_WIDTH - EDGE) / Math.max(1, grid.columns()));
    double left = (LABELLED_WIDTH - width * (grid.columns() - 1)) / 2;
    double top = EDGE + LABELLED_BOX * BOX_HEIGHT / 2 + STACKED;
    var centres = new HashMap<String, Point2D>();
    grid.cells().forEach((name, cell) ->
        centres.put(name, new Point2D(left + width * cell.column(), top + CELL_HEIGHT * cell.row())));
    var picture = new Thumbnail(topology, centres, LABELLED_WIDTH, EDGE + CELL_HEIGHT * grid.rows(), LABELLED_BOX);
    picture.getStyleClass().add("labelled");
    for (var node : topology.nodes()) {
      picture.name(node, centres.get(node.name()), width);
    }
    return picture;
  }

  private Thumbnail(Topology topology, Map<String, Point2D> centres, double width, double height, double largestBox) {
    this.largestBox = largestBox;
    getStyleClass().add("thumbnail");
    setMouseTransparent(true);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    for (var link : topology.links()) {
      draw(centres.get(link.from()), centres.get(link.to()));
    }
    for (var node : topology.nodes()) {
      var centre = centres.get(node.name());
      double size = size(centre, centres.values());
      if (node.component().instances() > 1) {
        draw(node, centre.add(STACKED * size, -STACKED * size), size, "behind");
      }
      draw(node, centre, size, "box").getChildren().add(Icons.of(node.component()));
    }
  }

  private void name(Node node, Point2D centre, double width) {
    int count = node.component().instances();
    var label = new Label(count > 1 ? node.name() + " ×" + Numbers.count(count) : node.name());
    label.setTextAlignment(TextAlignment.CENTER);
    label.setWrapText(true);
    var room = new StackPane(label);
    room.setAlignment(Pos.TOP_CENTER);
    room.setPrefSize(width, CELL_HEIGHT - LABELLED_BOX * BOX_HEIGHT - GAP);
    room.relocate(centre.getX() - width / 2, centre.getY() + LABELLED_BOX * BOX_HEIGHT / 2 + GAP);
    getChildren().add(room);
  }

  private void draw(Point2D from, Point2D to) {
    var line = new Line(from.getX(), from.getY(), to.getX(), to.getY());
    line.getStyleClass().add("link");
    getChildren().add(line);
  }

  private StackPane draw(Node node, Point2D centre, double size, String style) {
    var box = new StackPane();
    box.getStyleClass().add(style);
    box.getStyleClass().addAll(Icons.hue(node.component()));
    box.setMinSize(BOX_WIDTH, BOX_HEIGHT);
    box.setMaxSize(BOX_WIDTH, BOX_HEIGHT);
    box.setPrefSize(BOX_WIDTH, BOX_HEIGHT);
    box.relocate(centre.getX() - BOX_WIDTH / 2, centre.getY() - BOX_HEIGHT / 2);
    box.setScaleX(size);
    box.setScaleY(size);
    getChildren().add(box);
    return box;
  }

  /// Where the middle of each node's box is, by name, in a picture without names.
  private static Map<String, Point2D> scaled(List<Node> nodes) {
    var x = nodes.stream().mapToDouble(Node::x).summaryStatistics();
    var y = nodes.stream().mapToDouble(Node::y).summaryStatistics();
    var centres = new HashMap<String, Point2D>();
    for (var node : nodes) {
      centres.put(node.name(), new Point2D(place(node.x(), x.getMin(), x.getMax(), WIDTH, SIDE_MARGIN),
          place(node.y(), y.getMin(), y.getMax(), HEIGHT, TOP_MARGIN)));
    }
    return centres;
  }

  private static double place(double value, double least, double most, double size, double margin) {
    double scale = Math.min(LARGEST_SCALE, (size - 2 * margin) / Math.max(1, most - least));
    return size / 2 + (value - (least + most) / 2) * scale;
  }

  /// How large a box is, so that it covers no other of which the same is true.
  private double size(Point2D centre, Collection<Point2D> all) {
    return Math.clamp(all.stream().filter(other -> other != centre)
        .mapToDouble(other -> Math.max(Math.abs(other.getX() - centre.getX()) / (BOX_WIDTH + GAP),
            Math.abs(other.getY() - centre.getY()) / (BOX_HEIGHT + GAP)))
        .min().orElse(largestBox), SMALLEST, largestBox);
  }
}
