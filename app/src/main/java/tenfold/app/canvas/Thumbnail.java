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
import tenfold.app.look.Icons;
import tenfold.app.look.Numbers;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A system in small: a box with its pictogram for each node, where it stands on the canvas, and a line for each link.
/// As wide and as high as the room there is; a box is smaller where it would cover another. A labelled one is larger
/// and has the nodes' names below the boxes.
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

  private static final Room SMALL = new Room(WIDTH, HEIGHT, SIDE_MARGIN, TOP_MARGIN, LARGEST_SCALE, 1);
  private static final Room LABELLED = new Room(268, 140, 46, 32, 1, 1.5);
  private static final double LABEL_WIDTH = 92;

  private final Room room;

  /// How much room there is.
  ///
  /// @param sideMargin beside the centres of the outermost boxes
  /// @param topMargin above and below them
  /// @param largestScale how large a unit of the canvas is at most
  /// @param largestBox how large a box is at most
  private record Room(double width, double height, double sideMargin, double topMargin, double largestScale,
      double largestBox) {}

  /// The picture of a system.
  public Thumbnail(Topology topology) {
    this(topology, SMALL);
  }

  /// The picture of a system with names.
  public static Thumbnail labelled(Topology topology) {
    var picture = new Thumbnail(topology, LABELLED);
    picture.getStyleClass().add("labelled");
    var centres = picture.centres(topology.nodes());
    for (var node : topology.nodes()) {
      int count = node.component().instances();
      var label = new Label(count > 1 ? node.name() + " ×" + Numbers.count(count) : node.name());
      label.setAlignment(Pos.TOP_CENTER);
      label.setPrefWidth(LABEL_WIDTH);
      var centre = centres.get(node.name());
      label.relocate(centre.getX() - LABEL_WIDTH / 2, centre.getY() + LABELLED.largestBox * BOX_HEIGHT / 2 + GAP);
      picture.getChildren().add(label);
    }
    return picture;
  }

  private Thumbnail(Topology topology, Room room) {
    this.room = room;
    getStyleClass().add("thumbnail");
    setMouseTransparent(true);
    setMinSize(room.width, room.height);
    setPrefSize(room.width, room.height);
    setMaxSize(room.width, room.height);
    var centres = centres(topology.nodes());
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

  /// Where the middle of each node's box is, by name.
  private Map<String, Point2D> centres(List<Node> nodes) {
    var x = nodes.stream().mapToDouble(Node::x).summaryStatistics();
    var y = nodes.stream().mapToDouble(Node::y).summaryStatistics();
    var centres = new HashMap<String, Point2D>();
    for (var node : nodes) {
      centres.put(node.name(), new Point2D(place(node.x(), x.getMin(), x.getMax(), room.width, room.sideMargin),
          place(node.y(), y.getMin(), y.getMax(), room.height, room.topMargin)));
    }
    return centres;
  }

  private double place(double value, double least, double most, double size, double margin) {
    double scale = Math.min(room.largestScale, (size - 2 * margin) / Math.max(1, most - least));
    return size / 2 + (value - (least + most) / 2) * scale;
  }

  /// How large a box is, so that it covers no other of which the same is true.
  private double size(Point2D centre, Collection<Point2D> all) {
    return Math.clamp(all.stream().filter(other -> other != centre)
        .mapToDouble(other -> Math.max(Math.abs(other.getX() - centre.getX()) / (BOX_WIDTH + GAP),
            Math.abs(other.getY() - centre.getY()) / (BOX_HEIGHT + GAP)))
        .min().orElse(room.largestBox), SMALLEST, room.largestBox);
  }
}
