package tenfold.app.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Bounds;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Question;
import tenfold.app.live.Workbench;
import tenfold.app.look.Palette;
import tenfold.component.ComponentSpec;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Wiring;

/// The canvas: the drawing of the system, what is done with it by mouse and keyboard, and the small map.
public final class CanvasView extends Pane {
  private static final double MARGIN = 48;

  /// Where there is less height, in pixels, the small map gives way to the drawing.
  private static final double ROOMY = 340;

  /// Pixels from which a neighbour's line attracts what is about to be dropped.
  private static final double SNAP = 8;

  private final Drawing drawing = new Drawing();
  private final CanvasOverlay overlay = new CanvasOverlay();
  private final Pane editorLayer = new Pane();
  private final Minimap minimap = new Minimap(this);
  private final ReadOnlyLongWrapper callsPerDot = new ReadOnlyLongWrapper(1);
  private final BooleanProperty table = new SimpleBooleanProperty();
  private final BooleanProperty calm = new SimpleBooleanProperty();
  private @Nullable Workbench workbench;
  private @Nullable Gestures gestures;
  private @Nullable CanvasActions actions;
  private boolean isHeld;
  /// Whether the whole drawing is shown, until the user zooms or pans.
  private boolean isFitted;
  private double fittedWidth;
  private double fittedHeight;

  /// An empty canvas; [#attach] gives it something to show.
  public CanvasView() {
    getStyleClass().add("canvas");
    editorLayer.setPickOnBounds(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(drawing.layers());
    getChildren().addAll(overlay, minimap, editorLayer);
    setFocusTraversable(false);
  }

  /// Shows and edits a workbench.
  public void attach(Workbench shown) {
    workbench = shown;
    actions = new CanvasActions(this, shown);
    var listening = new Gestures(this, shown, actions);
    gestures = listening;
    drawing.listen(listening::listenTo, listening::listenTo);
    sceneProperty().subscribe(scene -> {
      if (scene != null) {
        scene.addEventFilter(KeyEvent.ANY, listening::watch);
      }
    });
    shown.framesProperty().subscribe(drawing::showFrames);
    shown.selectionProperty().addListener((_, _, selection) -> drawing.select(selection));
    shown.pointedAtProperty().addListener((_, _, names) -> drawing.pointAt(names));
    shown.noticeProperty().addListener((_, _, sentence) -> say(sentence));
    shown.openedProperty().addListener((_, _, opened) -> {
      drawing.show(opened.scenario().topology());
      fitAnew();
    });
    shown.topologyProperty().addListener((_, _, next) -> drawing.change(next, !isHeld && !calm.get()));
    drawing.show(shown.topologyProperty().get());
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

  /// Draws in these colours.
  public void theme(Palette palette) {
    drawing.theme(palette);
    minimap.theme(palette);
  }

  /// How many calls one dot stands for.
  public ReadOnlyLongProperty callsPerDotProperty() {
    return callsPerDot.getReadOnlyProperty();
  }

  /// Dots on their way now.
  public int dotCount() {
    return calm.get() ? 0 : drawing.dots().onTheWay().size();
  }

  /// Draws the next frame, `seconds` of wall time after the last one.
  public void pulse(double seconds) {
    var bench = workbench;
    var snapshot = bench == null ? null : bench.snapshotProperty().get();
    if (bench != null && snapshot != null && !table.get()) {
      drawing.pulse(snapshot, seconds, bench.playingProperty().get(), calm.get());
      callsPerDot.set(drawing.dots().callsPerDot());
      overlay.pulse(seconds);
      minimap.pulse(seconds);
    }
  }

  /// Shows the whole drawing in the middle.
  public void fit() {
    if (getWidth() > 0 && getHeight() > 0 && !drawing.cards().isEmpty()) {
      drawing.view(fitting());
      isFitted = true;
      fittedWidth = getWidth();
      fittedHeight = getHeight();
    }
  }

  /// Everything as large as it can be without a node under the small map.
  private Viewport fitting() {
    var whole = fitting(0, 0);
    var corner = new Bounds(minimap.getLayoutX(), minimap.getLayoutY(), minimap.getWidth(), minimap.getHeight());
    boolean isFree = cards().values().stream().map(card -> Bounds.of(card.node()).widened(MARGIN / 3))
        .noneMatch(node -> Bounds.between(whole.screenX(node.left()), whole.screenY(node.top()),
            whole.screenX(node.right()), whole.screenY(node.bottom())).meets(corner));
    if (isFree) {
      return whole;
    }
    var left = fitting(corner.width(), 0);
    var above = fitting(0, corner.height() - MARGIN);
    return left.scale() > above.scale() ? left : above;
  }

  /// Everything in the middle of the view less so many pixels on the right and below.
  private Viewport fitting(double right, double below) {
    var room = extent().widened(MARGIN);
    return Viewport.fitting(room.left(), room.top(), room.width(), room.height(),
        Math.max(1, getWidth() - right), Math.max(1, getHeight() - MARGIN - below));
  }

  /// Puts the nodes in order and shows them all.
  public void tidy() {
    var bench = workbench;
    if (bench != null) {
      drawing.settle();
      var before = drawing.drawn();
      var viewBefore = drawing.viewport();
      bench.arrange(new HierarchicalArrangement().arrange(bench.topologyProperty().get()));
      fit();
      if (!calm.get()) {
        drawing.glideFrom(before, viewBefore);
      }
    }
  }

  /// Zooms by a factor at the middle of the view.
  void zoom(double factor) {
    look(viewport().zoomed(factor, getWidth() / 2, getHeight() / 2));
  }

  /// The rectangle that has all nodes and frames.
  Bounds extent() {
    var bench = workbench;
    return bench == null ? new Bounds(0, 0, 1, 1)
        : Bounds.of(bench.topologyProperty().get().nodes(), bench.framesProperty().get());
  }

  /// The rectangles of the frames.
  List<Bounds> frames() {
    return drawing.frames().values().stream().map(view -> Bounds.of(view.frame())).toList();
  }

  /// What the view shows of the drawing.
  public Viewport viewport() {
    return drawing.viewport();
  }

  /// Shows what the user wants to see, which a change of the window's size leaves alone.
  void look(Viewport next) {
    isFitted = false;
    drawing.view(next);
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
    Optional.ofNullable(drawing.frames().get(name)).ifPresent(FrameView::requestFocus);
  }

  /// Takes the keyboard away from every card.
  void takeFocus() {
    setFocusTraversable(true);
    requestFocus();
    setFocusTraversable(false);
  }

  /// The card of a node, or none.
  Optional<NodeCard> card(String name) {
    return drawing.card(name);
  }

  /// The call that the dot at a pixel stands for.
  Optional<Question.Call> callAt(double x, double y) {
    return calm.get() ? Optional.empty() : drawing.dotAt(viewport(), x, y)
        .map(dot -> new Question.Call(dot.from(), dot.to(), dot.fate()));
  }

  /// The card under a point of the scene.
  Optional<NodeCard> cardAt(double sceneX, double sceneY) {
    return cards().values().stream()
        .filter(card -> {
          var point = card.sceneToLocal(sceneX, sceneY);
          return point.getX() >= 0 && point.getX() <= NodeCard.WIDTH
              && point.getY() >= 0 && point.getY() <= NodeCard.HEIGHT;
        })
        .findFirst();
  }

  /// The link under a point of the view.
  Optional<Link> linkAt(double x, double y) {
    var viewport = viewport();
    return drawing.links().linkAt(viewport.worldX(x), viewport.worldY(y), viewport.scale());
  }

  Map<String, NodeCard> cards() {
    return drawing.cards();
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
    return new Point2D(viewport().worldX(local.getX()), viewport().worldY(local.getY()));
  }

  /// The point of the drawing in the middle of the view.
  Point2D middle() {
    return new Point2D(viewport().worldX(getWidth() / 2), viewport().worldY(getHeight() / 2));
  }

  /// Draws links that are not there yet, instead of those that were drawn so before.
  void sketch(LinkPath... curves) {
    drawing.sketch(Arrays.asList(curves), List.of());
  }

  /// Shows what would become of a component that is dropped at a point of the scene: where it comes to rest, the links
  /// that it gets, and those that it takes over.
  ///
  /// @return where its upper left corner comes to rest, in canvas units
  public Point2D plan(ComponentSpec component, double sceneX, double sceneY, boolean isFree) {
    var drawn = drawing.drawn();
    var middle = world(sceneX, sceneY);
    var wanted = new Bounds(middle.getX() - Node.WIDTH / 2, middle.getY() - Node.HEIGHT / 2, Node.WIDTH, Node.HEIGHT);
    var neighbours = drawn.nodes().stream().map(Bounds::of).toList();
    var rest = isFree ? Guides.free(wanted) : Guides.of(wanted, neighbours, SNAP / viewport().scale());
    overlay.guide(rest, viewport());
    var planned = Wiring.add(drawn, Wiring.newNode(drawn, component, rest.x(), rest.y()));
    drawing.sketch(
        planned.links().stream().filter(link -> drawn.link(link.from(), link.to()).isEmpty())
            .map(link -> LinkPath.of(planned, link)).toList(),
        drawn.links().stream().filter(link -> planned.link(link.from(), link.to()).isEmpty()).toList());
    return new Point2D(rest.x(), rest.y());
  }

  /// Nothing is about to be dropped any more.
  public void endPlan() {
    overlay.endGuides();
    sketch();
  }

  /// Lets the links that are there stand back, while another is drawn.
  void dimLinks(boolean isDimmed) {
    drawing.dimLinks(isDimmed);
  }

  /// Lets nodes that are on their way arrive at once.
  void settle() {
    drawing.settle();
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
    if (workbench != null && !table.get()) {
      var selected = workbench.selectionProperty().get();
      if (selected.nodes().size() + selected.frames().size() == 1) {
        selected.nodes().forEach(this::edit);
        selected.frames().forEach(this::edit);
      }
    }
  }

  /// Lets the name of a node, or the name and text of a frame, be typed.
  void edit(String name) {
    var frame = Optional.ofNullable(drawing.frames().get(name)).map(FrameView::frame);
    card(name).map(card -> Bounds.of(card.node())).or(() -> frame.map(Bounds::of)).ifPresent(place -> {
      var editing = actions().editing();
      var editor = new PartEditor(name, frame.map(shown -> shown.text()), typed -> editing.faultOfName(name, typed),
          (typed, text) -> {
            if (frame.isPresent()) {
              editing.change(name, old -> old.named(typed).saying(text), Joining.ALONE);
            } else {
              editing.rename(name, typed);
            }
          }, this::endEdit);
      editorLayer.getChildren().setAll(editor);
      editor.applyCss();
      editor.autosize();
      editor.relocate(
          Math.clamp(viewport().screenX(place.left()) - 6, 0, Math.max(0, getWidth() - editor.getWidth())),
          Math.clamp(viewport().screenY(place.top()) - 4, 0, Math.max(0, getHeight() - editor.getHeight())));
      editor.open();
    });
  }

  private void endEdit(boolean hasKeyboard) {
    editorLayer.getChildren().clear();
    if (hasKeyboard && workbench != null) {
      var selected = workbench.selectionProperty().get();
      (selected.nodes().isEmpty() ? selected.frames() : selected.nodes()).stream().findFirst().ifPresent(this::focus);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    drawing.resize(getWidth(), getHeight(), pixelScale());
    for (var layer : List.of(overlay, editorLayer)) {
      layer.resize(getWidth(), getHeight());
    }
    minimap.crowd(getHeight() < ROOMY);
    minimap.autosize();
    minimap.relocate(getWidth() - minimap.getWidth() - 12, getHeight() - minimap.getHeight() - 10);
    if (isFitted && (getWidth() != fittedWidth || getHeight() != fittedHeight)) {
      fit();
    }
  }

  /// Pixels of the screen for one of the window.
  private double pixelScale() {
    var scene = getScene();
    return scene == null || scene.getWindow() == null ? 1 : Math.max(1, scene.getWindow().getOutputScaleX());
  }

  /// Shows the table instead of the drawing, or the drawing again.
  void toggleTable() {
    table.set(!table.get());
  }
}
