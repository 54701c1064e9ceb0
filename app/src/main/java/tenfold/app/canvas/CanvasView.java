package tenfold.app.canvas;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Bounds;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.NodeView;
import tenfold.scenario.Frame;
import tenfold.topology.Inspection;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// The drawing of the system: frames at the bottom, links on them, dots on those, cards above.
public final class CanvasView extends Pane {
  private static final double MARGIN = 48;

  private final Pane frameLayer = new Pane();
  private final LinkLayer linkLayer = new LinkLayer();
  private final DotLayer dotLayer = new DotLayer();
  private final Pane cardLayer = new Pane();
  private final CanvasOverlay overlay = new CanvasOverlay();
  private final Pane editorLayer = new Pane();
  private final Minimap minimap = new Minimap(this);
  private final Affine transform = new Affine();
  private final Map<String, NodeCard> cards = new LinkedHashMap<>();
  private final Map<String, FrameView> frames = new LinkedHashMap<>();
  private final Dots dots = new Dots();
  private final ReadOnlyLongWrapper callsPerDot = new ReadOnlyLongWrapper(1);
  private final BooleanProperty table = new SimpleBooleanProperty();
  private final BooleanProperty calm = new SimpleBooleanProperty();
  private Viewport viewport = Viewport.START;
  private @Nullable Workbench workbench;
  private @Nullable Gestures gestures;
  private @Nullable CanvasActions actions;
  private @Nullable Glide glide;
  private Viewport glideTo = Viewport.START;
  private Topology drawn = new Topology(List.of(), List.of());
  private List<LinkPath> sketches = List.of();
  private boolean isHeld;
  /// Whether the whole drawing is shown, until the user zooms or pans.
  private boolean isFitted;
  private double fittedWidth;
  private double fittedHeight;
  private boolean isStale = true;

  /// An empty canvas; [#attach] gives it something to show.
  public CanvasView() {
    getStyleClass().add("canvas");
    for (var layer : List.of(frameLayer, cardLayer)) {
      layer.getTransforms().add(transform);
      layer.setPickOnBounds(false);
    }
    editorLayer.setPickOnBounds(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(frameLayer, linkLayer, dotLayer, cardLayer, overlay, minimap, editorLayer);
    setFocusTraversable(false);
  }

  /// Shows and edits a workbench.
  public void attach(Workbench shown) {
    workbench = shown;
    actions = new CanvasActions(this, shown);
    var listening = new Gestures(this, shown, actions);
    gestures = listening;
    sceneProperty().subscribe(scene -> {
      if (scene != null) {
        scene.addEventFilter(KeyEvent.ANY, listening::watch);
      }
    });
    shown.topologyProperty().addListener((_, _, next) -> show(next));
    shown.framesProperty().subscribe(this::showFrames);
    shown.selectionProperty().addListener((_, _, selection) -> {
      cards.forEach((name, card) -> card.selected(selection.nodes().contains(name)));
      frames.forEach((name, frame) -> frame.selected(selection.frames().contains(name)));
      isStale = true;
    });
    shown.pointedAtProperty().addListener((_, _, names) ->
        cards.forEach((name, card) -> card.pointedAt(names.contains(name))));
    shown.noticeProperty().addListener((_, _, sentence) -> say(sentence));
    shown.openedProperty().addListener((_, _, _) -> {
      glide = null;
      fitAnew();
    });
    present(shown.topologyProperty().get());
    fitAnew();
  }

  /// What can be done with the drawing, for menus and keys.
  public CanvasActions actions() {
    if (actions == null) {
      throw new IllegalStateException("attach a workbench before its menus");
    }
    return actions;
  }

  /// Whether the table of the topology is wanted instead of the drawing.
  public BooleanProperty tableProperty() {
    return table;
  }

  /// Whether nothing moves that can do without: no travelling dots, no gliding.
  public BooleanProperty calmProperty() {
    return calm;
  }

  /// Draws in the light or the dark theme.
  public void theme(boolean isDark) {
    linkLayer.theme(isDark);
    dotLayer.theme(isDark);
    minimap.theme(isDark);
    isStale = true;
  }

  /// How many calls one dot stands for.
  public ReadOnlyLongProperty callsPerDotProperty() {
    return callsPerDot.getReadOnlyProperty();
  }

  /// Dots on their way now.
  public int dotCount() {
    return calm.get() ? 0 : dots.onTheWay().size();
  }

  /// Draws the next frame, `seconds` of wall time after the last one.
  public void pulse(double seconds) {
    var bench = workbench;
    var snapshot = bench == null ? null : bench.snapshotProperty().get();
    if (bench == null || snapshot == null || table.get()) {
      return;
    }
    glide(seconds);
    boolean isPlaying = bench.playingProperty().get();
    dots.advance(isPlaying ? seconds : 0, snapshot);
    callsPerDot.set(dots.callsPerDot());
    if (linkLayer.trouble(snapshot) || isStale) {
      isStale = false;
      linkLayer.draw(viewport, bench.selectionProperty().get().link(), sketches);
    }
    dotLayer.clear(viewport);
    if (!calm.get()) {
      dotLayer.drawDots(dots, linkLayer.curves(), viewport);
    }
    drawNodes(seconds, snapshot);
    overlay.pulse(seconds);
    minimap.pulse(seconds);
  }

  /// Shows the whole drawing in the middle.
  public void fit() {
    if (!cards.isEmpty() && getWidth() > 0 && getHeight() > 0) {
      viewport(fitting());
      isFitted = true;
      fittedWidth = getWidth();
      fittedHeight = getHeight();
    }
  }

  private Viewport fitting() {
    var room = extent().widened(MARGIN);
    return Viewport.fitting(room.left(), room.top(), room.width(), room.height(), getWidth(), getHeight() - MARGIN);
  }

  /// Puts the nodes in order and shows them all.
  public void tidy() {
    var bench = workbench;
    if (bench != null) {
      var before = viewport;
      var standing = drawn;
      bench.arrange(new HierarchicalArrangement().arrange(bench.topologyProperty().get()));
      glide = null;
      fit();
      if (!calm.get()) {
        glideTo = viewport;
        glide = Glide.between(standing, bench.topologyProperty().get(), before);
        glide(0);
      }
    }
  }

  /// Zooms by a factor at the middle of the view.
  void zoom(double factor) {
    look(viewport.zoomed(factor, getWidth() / 2, getHeight() / 2));
  }

  /// The rectangle that has all nodes and frames.
  Bounds extent() {
    var bench = workbench;
    return bench == null ? new Bounds(0, 0, 1, 1)
        : Bounds.of(bench.topologyProperty().get().nodes(), bench.framesProperty().get());
  }

  /// The rectangles of the frames.
  List<Bounds> frames() {
    return frames.values().stream().map(view -> Bounds.of(view.frame())).toList();
  }

  /// What the view shows of the drawing.
  public Viewport viewport() {
    return viewport;
  }

  /// Shows what the user wants to see, which a change of the window's size leaves alone.
  void look(Viewport next) {
    isFitted = false;
    glide = null;
    viewport(next);
    lay(workbench == null ? drawn : workbench.topologyProperty().get());
  }

  private void viewport(Viewport next) {
    viewport = next;
    transform.setToTransform(next.scale(), 0, next.offsetX(), 0, next.scale(), next.offsetY());
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

  /// Gives the keyboard to a node's card, or a frame.
  public void focus(String name) {
    card(name).ifPresent(NodeCard::requestFocus);
    Optional.ofNullable(frames.get(name)).ifPresent(FrameView::requestFocus);
  }

  /// Takes the keyboard away from every card.
  void takeFocus() {
    setFocusTraversable(true);
    requestFocus();
    setFocusTraversable(false);
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

  /// The link under a point of the view.
  Optional<Link> linkAt(double x, double y) {
    return linkLayer.linkAt(viewport.worldX(x), viewport.worldY(y), viewport.scale());
  }

  Map<String, NodeCard> cards() {
    return cards;
  }

  CanvasOverlay overlay() {
    return overlay;
  }

  Minimap minimap() {
    return minimap;
  }

  /// The point of the drawing under a point of the scene.
  Point2D world(double sceneX, double sceneY) {
    var local = sceneToLocal(sceneX, sceneY);
    return new Point2D(viewport.worldX(local.getX()), viewport.worldY(local.getY()));
  }

  /// The point of the drawing in the middle of the view.
  Point2D middle() {
    return new Point2D(viewport.worldX(getWidth() / 2), viewport.worldY(getHeight() / 2));
  }

  /// Draws links that are not there yet, instead of those that were drawn so before.
  void sketch(LinkPath... curves) {
    sketches = Arrays.asList(curves);
    isStale = true;
  }

  /// Lets the links that are there stand back, while another is drawn.
  void dimLinks(boolean isDimmed) {
    linkLayer.dim(isDimmed);
    isStale = true;
  }

  /// Lets nodes that are on their way arrive at once.
  void settle() {
    if (glide != null) {
      glide(1);
    }
  }

  /// Whether the user holds what he moves: it follows the mouse at once.
  void hold(boolean isHolding) {
    isHeld = isHolding;
  }

  /// Says a sentence on the canvas for a while; nothing when it is empty.
  void say(String sentence) {
    overlay.say(sentence);
  }

  /// Says a word beside the mouse, which is at that point of the scene.
  void whisper(String words, boolean isRefusal, double sceneX, double sceneY) {
    var local = sceneToLocal(sceneX, sceneY);
    overlay.whisper(words, isRefusal, local.getX(), local.getY());
  }

  /// Begins a link at the selected node by keyboard.
  void beginLink() {
    if (workbench != null && gestures != null) {
      var linking = gestures.linking();
      workbench.selectionProperty().get().nodes().stream().findFirst().flatMap(this::card).ifPresent(card -> {
        card.requestFocus();
        linking.beginByKeys(card);
      });
    }
  }

  /// Lets the selected part be typed into, when it is one.
  void editSelected() {
    if (workbench != null) {
      var selected = workbench.selectionProperty().get();
      if (selected.nodes().size() + selected.frames().size() == 1) {
        selected.nodes().forEach(this::edit);
        selected.frames().forEach(this::edit);
      }
    }
  }

  /// Lets the name of a node, or the name and text of a frame, be typed.
  void edit(String name) {
    var bounds = card(name).map(card -> Bounds.of(card.node()))
        .or(() -> Optional.ofNullable(frames.get(name)).map(view -> Bounds.of(view.frame())));
    bounds.ifPresent(place -> {
      var editing = actions().editing();
      var words = Optional.ofNullable(frames.get(name)).map(view -> view.frame().text());
      var editor = new PartEditor(name, words, typed -> editing.faultOfName(name, typed), (typed, text) -> {
        if (words.isPresent()) {
          editing.change(name, frame -> frame.named(typed).saying(text), Joining.ALONE);
        } else {
          editing.rename(name, typed);
        }
      }, () -> {
        editorLayer.getChildren().clear();
        workbenchSelection().stream().findFirst().ifPresent(this::focus);
      });
      editorLayer.getChildren().setAll(editor);
      editor.autosize();
      editor.relocate(
          Math.clamp(viewport.screenX(place.left()) - 6, 0, Math.max(0, getWidth() - editor.getWidth())),
          Math.clamp(viewport.screenY(place.top()) - 4, 0, Math.max(0, getHeight() - editor.getHeight())));
      editor.open();
    });
  }

  private Set<String> workbenchSelection() {
    if (workbench == null) {
      return Set.of();
    }
    var selected = workbench.selectionProperty().get();
    return selected.nodes().isEmpty() ? selected.frames() : selected.nodes();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (var layer : List.of(linkLayer, dotLayer)) {
      layer.setWidth(getWidth());
      layer.setHeight(getHeight());
    }
    for (var layer : List.of(frameLayer, cardLayer, overlay, editorLayer)) {
      layer.resize(getWidth(), getHeight());
    }
    minimap.autosize();
    minimap.relocate(getWidth() - minimap.getWidth() - 12, getHeight() - minimap.getHeight() - 10);
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

  /// Nodes that moved far go there before the eye, unless the user moves them himself.
  private void show(Topology next) {
    var before = drawn;
    boolean glides = !isHeld && !calm.get() && Glide.isNeeded(before, next);
    present(next);
    glide = glides ? Glide.between(before, next, viewport) : null;
    glideTo = viewport;
    glide(0);
  }

  private void glide(double seconds) {
    var gliding = glide;
    var bench = workbench;
    if (gliding != null && bench != null) {
      gliding.advance(seconds);
      boolean isOver = gliding.isOver();
      glide = isOver ? null : gliding;
      viewport(isOver ? glideTo : gliding.view(glideTo));
      lay(isOver ? bench.topologyProperty().get() : gliding.now());
    }
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
  }

  /// Draws the nodes where that system has them.
  private void lay(Topology topology) {
    drawn = topology;
    topology.nodes().forEach(this::showCard);
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
    if (workbench != null) {
      card.selected(workbench.selectionProperty().get().nodes().contains(node.name()));
    }
    cardLayer.getChildren().add(card);
    return card;
  }

  private void showFrames(List<Frame> shown) {
    var names = shown.stream().map(Frame::name).collect(Collectors.toSet());
    frames.values().removeIf(view -> !names.contains(view.frame().name()));
    shown.forEach(frame -> frames.computeIfAbsent(frame.name(), _ -> newFrame(frame)).show(frame));
    frameLayer.getChildren().setAll(frames.values());
  }

  private FrameView newFrame(Frame frame) {
    var view = new FrameView(frame);
    if (gestures != null) {
      gestures.listenTo(view);
    }
    return view;
  }

  /// Shows the table instead of the drawing, or the drawing again.
  void toggleTable() {
    table.set(!table.get());
  }
}
