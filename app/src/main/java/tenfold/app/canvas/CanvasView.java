package tenfold.app.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Inspection;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// The drawing of the system: links below, dots on them, cards above.
public final class CanvasView extends Pane {
  private static final double MARGIN = 48;

  private final LinkLayer linkLayer = new LinkLayer();
  private final DotLayer dotLayer = new DotLayer();
  private final Pane cardLayer = new Pane();
  private final Affine cardTransform = new Affine();
  private final Map<String, NodeCard> cards = new LinkedHashMap<>();
  private final Dots dots = new Dots();
  private final ReadOnlyLongWrapper callsPerDot = new ReadOnlyLongWrapper(1);
  private Viewport viewport = Viewport.START;
  private @Nullable Workbench workbench;
  private @Nullable Gestures gestures;
  private @Nullable LinkPath drawnLink;
  /// Whether the whole drawing is shown, until the user zooms or pans.
  private boolean isFitted;
  private double fittedWidth;
  private double fittedHeight;
  private boolean isStale = true;

  /// An empty canvas; [#attach] gives it something to show.
  public CanvasView() {
    getStyleClass().add("canvas");
    cardLayer.getTransforms().add(cardTransform);
    cardLayer.setPickOnBounds(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(linkLayer, dotLayer, cardLayer);
    setFocusTraversable(false);
  }

  /// Shows and edits a workbench.
  public void attach(Workbench shown) {
    workbench = shown;
    gestures = new Gestures(this, shown);
    shown.topologyProperty().addListener((_, _, next) -> show(next));
    shown.selectionProperty().addListener((_, _, selection) -> {
      cards.forEach((name, card) -> card.selected(selection.nodes().contains(name)));
      isStale = true;
    });
    shown.pointedAtProperty().addListener((_, _, names) ->
        cards.forEach((name, card) -> card.pointedAt(names.contains(name))));
    shown.openedProperty().addListener((_, _, _) -> fitAnew());
    show(shown.topologyProperty().get());
    fitAnew();
  }

  /// Draws in the light or the dark theme.
  public void theme(boolean isDark) {
    linkLayer.theme(isDark);
    dotLayer.theme(isDark);
    isStale = true;
  }

  /// How many calls one dot stands for.
  public ReadOnlyLongProperty callsPerDotProperty() {
    return callsPerDot.getReadOnlyProperty();
  }

  /// Dots on their way now.
  public int dotCount() {
    return dots.onTheWay().size();
  }

  /// Draws the next frame, `seconds` of wall time after the last one.
  public void pulse(double seconds) {
    var bench = workbench;
    var snapshot = bench == null ? null : bench.snapshotProperty().get();
    if (bench == null || snapshot == null) {
      return;
    }
    boolean isPlaying = bench.playingProperty().get();
    dots.advance(isPlaying ? seconds : 0, snapshot);
    callsPerDot.set(dots.callsPerDot());
    if (linkLayer.trouble(snapshot) || isStale) {
      isStale = false;
      linkLayer.draw(viewport, bench.selectionProperty().get().link(), drawnLink);
    }
    dotLayer.clear(viewport);
    dotLayer.drawDots(dots, linkLayer.curves(), viewport);
    drawNodes(seconds, snapshot);
  }

  /// Shows the whole drawing in the middle.
  public void fit() {
    var nodes = nodes();
    if (!nodes.isEmpty() && getWidth() > 0 && getHeight() > 0) {
      double left = nodes.stream().mapToDouble(Node::x).min().orElse(0);
      double top = nodes.stream().mapToDouble(Node::y).min().orElse(0);
      double right = nodes.stream().mapToDouble(Node::x).max().orElse(0) + NodeCard.WIDTH;
      double bottom = nodes.stream().mapToDouble(Node::y).max().orElse(0) + NodeCard.HEIGHT;
      viewport(Viewport.fitting(left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN,
          getWidth(), getHeight() - MARGIN));
      isFitted = true;
      fittedWidth = getWidth();
      fittedHeight = getHeight();
    }
  }

  /// What the view shows of the drawing.
  public Viewport viewport() {
    return viewport;
  }

  /// Shows what the user wants to see, which a change of the window's size leaves alone.
  void look(Viewport next) {
    isFitted = false;
    viewport(next);
  }

  private void viewport(Viewport next) {
    viewport = next;
    cardTransform.setToTransform(next.scale(), 0, next.offsetX(), 0, next.scale(), next.offsetY());
    cards.values().forEach(this::place);
    isStale = true;
  }

  /// At whole pixels of the screen, where its cached picture is drawn without blur.
  private void place(NodeCard card) {
    card.relocate(
        viewport.worldX(Math.rint(viewport.screenX(card.node().x()))),
        viewport.worldY(Math.rint(viewport.screenY(card.node().y()))));
  }

  /// Fits with the next layout, when every card is there.
  private void fitAnew() {
    isFitted = true;
    fittedWidth = 0;
    requestLayout();
  }

  /// Gives the keyboard to a node's card.
  public void focus(String name) {
    card(name).ifPresent(NodeCard::requestFocus);
  }

  /// The card of a node, or none.
  Optional<NodeCard> card(String name) {
    return Optional.ofNullable(cards.get(name));
  }

  /// The card under a point of the scene.
  Optional<NodeCard> cardAt(double sceneX, double sceneY) {
    return cards.values().stream()
        .filter(card -> {
          var point = card.sceneToLocal(sceneX, sceneY);
          return point.getX() >= 0 && point.getX() <= NodeCard.WIDTH
              && point.getY() >= 0 && point.getY() <= NodeCard.HEIGHT;
        })
        .findFirst();
  }

  Map<String, NodeCard> cards() {
    return cards;
  }

  LinkLayer links() {
    return linkLayer;
  }

  /// Draws a link that is not there yet; null takes it away.
  void drawnLink(@Nullable LinkPath curve) {
    drawnLink = curve;
    isStale = true;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (var layer : List.of(linkLayer, dotLayer)) {
      layer.setWidth(getWidth());
      layer.setHeight(getHeight());
    }
    cardLayer.resize(getWidth(), getHeight());
    isStale = true;
    if (isFitted && (getWidth() != fittedWidth || getHeight() != fittedHeight)) {
      fit();
    }
  }

  private void drawNodes(double seconds, Snapshot snapshot) {
    var views = snapshot.nodes().stream().collect(Collectors.toMap(NodeView::name, Function.identity()));
    for (var card : cards.values()) {
      var view = views.get(card.node().name());
      card.pulse(seconds, view);
      if (view != null) {
        dotLayer.drawQueue(card.node(), view, viewport);
      }
    }
  }

  private List<Node> nodes() {
    return cards.values().stream().map(NodeCard::node).toList();
  }

  private void show(Topology topology) {
    cards.values().removeIf(card -> {
      var node = topology.node(card.node().name());
      boolean isGone = node.isEmpty() || node.get().component().getClass() != card.node().component().getClass();
      if (isGone) {
        cardLayer.getChildren().remove(card);
      }
      return isGone;
    });
    topology.nodes().forEach(this::showCard);
    var troubled = Inspection.problems(topology).stream().map(Problem::node).collect(Collectors.toSet());
    cards.forEach((name, card) -> card.problem(troubled.contains(name)));
    linkLayer.show(topology);
    isStale = true;
  }

  private void showCard(Node node) {
    var card = cards.computeIfAbsent(node.name(), _ -> newCard(node));
    card.show(node);
    place(card);
  }

  private NodeCard newCard(Node node) {
    var card = new NodeCard(node);
    if (gestures != null) {
      gestures.listenTo(card);
    }
    cardLayer.getChildren().add(card);
    return card;
  }
}
