package tenfold.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Bounds;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.Palette;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.ReadModel;
import tenfold.component.ReadReplica;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;
import tenfold.scenario.Frame;
import tenfold.topology.Inspection;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// What the canvas shows of a system, layer upon layer: frames at the bottom, links with their dots on them, cards
/// above; and how it gets from one place to another.
final class Drawing {
  private static final String OWN = "\n";
  private final Pane frameLayer = new Pane();
  private final LinkLayer linkLayer = new LinkLayer();
  private final DotLayer dotLayer = new DotLayer();
  private final Pane cardLayer = new Pane();
  private final Affine transform = new Affine();
  private final Map<String, NodeCard> cards = new LinkedHashMap<>();
  private final Map<String, FrameView> frames = new LinkedHashMap<>();
  private final Dots dots = new Dots();
  private Consumer<NodeCard> onNewCard = _ -> {};
  private Consumer<FrameView> onNewFrame = _ -> {};
  private Topology drawn = new Topology(List.of(), List.of());
  private Topology target = drawn;
  private Viewport viewport = Viewport.START;
  private Viewport viewTarget = viewport;
  private @Nullable Glide glide;
  private List<LinkPath> sketches = List.of();
  private List<Link> replicating = List.of();
  private Selection selection = Selection.NONE;
  private Palette palette = Palette.LIGHT;
  private double pixelScale;
  private boolean isStale = true;

  Drawing() {
    for (var layer : List.of(frameLayer, cardLayer)) {
      layer.getTransforms().add(transform);
      layer.setPickOnBounds(false);
    }
  }

  /// The layers, from the bottom.
  List<javafx.scene.Node> layers() {
    return List.of(frameLayer, dotLayer, cardLayer);
  }

  /// Whoever wants to know of new cards and frames.
  void listen(Consumer<NodeCard> ofCards, Consumer<FrameView> ofFrames) {
    onNewCard = ofCards;
    onNewFrame = ofFrames;
  }

  /// Takes that room; nothing happens when it has it already, as in most of the layouts of a window at work.
  ///
  /// @param pixels pixels of the screen for one of the window
  void resize(double width, double height, double pixels) {
    if (linkLayer.getWidth() == width && linkLayer.getHeight() == height && pixelScale == pixels) {
      return;
    }
    pixelScale = pixels;
    linkLayer.setWidth(width);
    linkLayer.setHeight(height);
    dotLayer.resizeTo(width, height, pixelScale);
    frameLayer.resize(width, height);
    cardLayer.resize(width, height);
    isStale = true;
  }

  void theme(Palette chosen) {
    palette = chosen;
    linkLayer.theme(chosen);
    dotLayer.theme(chosen);
    cards.values().forEach(NodeCard::theme);
    isStale = true;
  }

  Map<String, NodeCard> cards() {
    return cards;
  }

  Map<String, FrameView> frames() {
    return frames;
  }

  LinkLayer links() {
    return linkLayer;
  }

  Dots dots() {
    return dots;
  }

  /// The dot that is meant at a pixel, if one is.
  Optional<Dots.Dot> dotAt(Viewport viewport, double x, double y) {
    return dotLayer.dotAt(dots, linkLayer.curves(), viewport, x, y);
  }

  /// The system as it is drawn now, which may be on its way.
  Topology drawn() {
    return drawn;
  }

  /// What is seen of it in the end.
  Viewport viewport() {
    return viewTarget;
  }

  /// Shows another part of it, at once.
  void view(Viewport next) {
    settle();
    viewTarget = next;
    viewNow(next);
  }

  private void viewNow(Viewport next) {
    viewport = next;
    transform.setToTransform(next.scale(), 0, next.offsetX(), 0, next.scale(), next.offsetY());
    cards.values().forEach(this::place);
    isStale = true;
  }

  /// Draws a system as if there had been none before.
  void show(Topology topology) {
    glide = null;
    target = topology;
    present(topology);
  }

  /// Draws a system that was changed; nodes that moved far go there before the eye.
  void change(Topology topology, boolean mayGlide) {
    var before = drawn;
    boolean glides = mayGlide && Glide.isNeeded(before, topology);
    show(topology);
    if (glides) {
      glide(Glide.between(before, topology, viewport));
    }
  }

  /// Goes from how it is to a view of the changed system.
  void glideFrom(Topology before, Viewport from) {
    glide(Glide.between(before, target, from));
  }

  private void glide(Glide next) {
    glide = next;
    follow(next, 0);
  }

  private void follow(Glide gliding, double seconds) {
    gliding.advance(seconds);
    if (gliding.isOver()) {
      settle();
    } else {
      viewNow(gliding.view(viewTarget));
      lay(gliding.now());
    }
  }

  /// Lets what is on its way arrive at once.
  void settle() {
    if (glide != null) {
      glide = null;
      viewNow(viewTarget);
      lay(target);
    }
  }

  /// Draws the next frame, `seconds` of wall time after the last one.
  ///
  /// @param isCalm whether no dots travel
  void pulse(Snapshot snapshot, double seconds, boolean isPlaying, boolean isCalm) {
    if (glide != null) {
      follow(glide, seconds);
    }
    dots.advance(isPlaying ? seconds : 0, snapshot);
    if (linkLayer.follow(snapshot, isPlaying ? seconds : 0) || isStale) {
      isStale = false;
      linkLayer.draw(viewport, selection.link(), sketches, isCalm);
      dotLayer.lay(linkLayer);
    }
    dotLayer.clear(viewport);
    if (!isCalm) {
      dotLayer.drawDots(dots, linkLayer.curves(), viewport);
    }
    drawNodes(snapshot, seconds, isPlaying);
    dotLayer.show();
  }

  /// A card tells how the calls to its node end; that of families, which nobody calls, how their own do.
  private void drawNodes(Snapshot snapshot, double seconds, boolean isPlaying) {
    var views = snapshot.nodes().stream().collect(Collectors.toMap(NodeView::name, Function.identity()));
    var calls = new HashMap<String, List<LinkView>>();
    for (var link : snapshot.links()) {
      calls.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(link);
      calls.computeIfAbsent(link.from() + OWN, _ -> new ArrayList<>()).add(link);
    }
    for (var card : cards.values()) {
      var view = views.get(card.node().name());
      var key = card.node().component() instanceof Families ? card.node().name() + OWN : card.node().name();
      card.pulse(seconds, view, calls.getOrDefault(key, List.of()), isPlaying, palette);
      if (view != null) {
        dotLayer.drawQueue(card.node(), view, card.signals(), viewport, this::isFree);
      }
    }
    for (var link : replicating) {
      var curve = linkLayer.curves().get(LinkLayer.key(link.from(), link.to()));
      var copy = cards.get(link.to());
      if (curve != null && copy != null) {
        dotLayer.drawLag(curve, copy.signals(), viewport);
      }
    }
  }

  /// Whether no card covers a place of the drawing.
  private boolean isFree(Bounds place) {
    return cards.values().stream().noneMatch(card -> Bounds.of(card.node()).meets(place));
  }

  /// Marks what is selected.
  void select(Selection selected) {
    selection = selected;
    cards.forEach((name, card) -> card.selected(selected.nodes().contains(name)));
    frames.forEach((name, frame) -> frame.selected(selected.frames().contains(name)));
    isStale = true;
  }

  /// Marks what something else in the window points at.
  void pointAt(Set<String> names) {
    cards.forEach((name, card) -> card.pointedAt(names.contains(name)));
  }

  /// Draws links that are not there yet, instead of those that were drawn so before; and lets others fade that are
  /// about to go.
  void sketch(List<LinkPath> curves, List<Link> leaving) {
    sketches = curves;
    linkLayer.leaving(leaving);
    isStale = true;
  }

  /// Lets the links that are there stand back, while another is drawn.
  void dimLinks(boolean isDimmed) {
    linkLayer.dim(isDimmed);
    isStale = true;
  }

  private void present(Topology topology) {
    cards.values().removeIf(card -> {
      var node = topology.node(card.node().name());
      boolean isGone = node.isEmpty() || node.get().component().getClass() != card.node().component().getClass();
      if (isGone) {
        cardLayer.getChildren().remove(card);
      }
      return isGone;
    });
    lay(topology);
    var troubled = Inspection.problems(topology).stream().map(Problem::node).collect(Collectors.toSet());
    cards.forEach((name, card) -> card.problem(troubled.contains(name)));
    replicating = topology.links().stream().filter(link -> isReplicating(topology, link)).toList();
  }

  private static boolean isReplicating(Topology topology, Link link) {
    return topology.node(link.from()).filter(node -> node.component() instanceof DatabasePrimary).isPresent()
        && topology.node(link.to()).filter(node ->
            node.component() instanceof ReadReplica || node.component() instanceof ReadModel).isPresent();
  }

  /// Draws the nodes where that system has them.
  private void lay(Topology topology) {
    drawn = topology;
    for (var node : topology.nodes()) {
      var card = cards.computeIfAbsent(node.name(), _ -> newCard(node));
      card.show(node);
      place(card);
    }
    linkLayer.show(topology);
    isStale = true;
  }

  /// At whole pixels of the screen, where its cached picture is drawn without blur.
  private void place(NodeCard card) {
    card.relocate(
        viewport.worldX(Math.rint(viewport.screenX(card.node().x()))),
        viewport.worldY(Math.rint(viewport.screenY(card.node().y()))));
  }

  private NodeCard newCard(Node node) {
    var card = new NodeCard(node);
    card.selected(selection.nodes().contains(node.name()));
    cardLayer.getChildren().add(card);
    onNewCard.accept(card);
    return card;
  }

  /// Shows notes and regions.
  void showFrames(List<Frame> shown) {
    var names = shown.stream().map(Frame::name).collect(Collectors.toSet());
    frames.values().removeIf(view -> !names.contains(view.frame().name()));
    shown.forEach(frame -> frames.computeIfAbsent(frame.name(), _ -> {
      var view = new FrameView(frame);
      view.selected(selection.frames().contains(frame.name()));
      onNewFrame.accept(view);
      return view;
    }).show(frame));
    frameLayer.getChildren().setAll(frames.values());
  }

  /// The card of a node, or none.
  Optional<NodeCard> card(String name) {
    return Optional.ofNullable(cards.get(name));
  }
}
