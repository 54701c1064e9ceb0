package tenfold.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import tenfold.app.live.Bounds;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Selection;

/// Turns the mouse on the canvas into edits: select, box, move, link, menus, pan and zoom.
final class Gestures {
  /// Pixels from which a neighbour's line attracts what is moved.
  private static final double REACH = 6;

  /// Pixels of a drag below which it was a click.
  private static final double CLICK = 3;

  /// What a notch of a mouse wheel gives; a touch pad gives anything.
  private static final double NOTCH = 40;

  private final CanvasView canvas;
  private final Workbench workbench;
  private final CanvasActions actions;
  private final LinkGesture linking;
  private final Editing editing;
  private final CanvasKeys keys;
  private Point2D pressed = Point2D.ZERO;
  private Point2D grabbed = Point2D.ZERO;
  private boolean isDragged;
  private boolean isPanning;
  private Selection moving = Selection.NONE;
  private Set<String> selectedBefore = Set.of();
  private Bounds start = new Bounds(0, 0, 0, 0);
  private Bounds anchor = new Bounds(0, 0, 0, 0);

  Gestures(CanvasView canvas, Workbench workbench, CanvasActions actions) {
    this.canvas = canvas;
    this.workbench = workbench;
    this.actions = actions;
    this.editing = actions.editing();
    this.linking = new LinkGesture(canvas, workbench);
    this.keys = new CanvasKeys(canvas, workbench, editing, linking);
    canvas.setOnMousePressed(this::pressBackground);
    canvas.setOnMouseDragged(this::dragBackground);
    canvas.setOnMouseReleased(this::releaseBackground);
    canvas.setOnScroll(this::scroll);
    canvas.setOnZoom(this::pinch);
    canvas.setOnContextMenuRequested(this::backgroundMenu);
  }

  LinkGesture linking() {
    return linking;
  }

  void listenTo(NodeCard card) {
    card.addEventFilter(MouseEvent.ANY, this::panInstead);
    card.setOnMousePressed(event -> pressCard(card, event));
    card.setOnMouseDragged(this::dragParts);
    card.setOnMouseReleased(event -> releaseCard(card, event));
    card.setOnContextMenuRequested(event -> cardMenu(card, event));
    card.port().setOnMousePressed(event -> {
      linking.begin(card);
      event.consume();
    });
    card.port().setOnMouseDragged(event -> {
      linking.drag(event.getSceneX(), event.getSceneY());
      event.consume();
    });
    card.port().setOnMouseReleased(event -> {
      linking.drop(event.getSceneX(), event.getSceneY());
      event.consume();
    });
    card.fewer().setOnAction(_ -> workbench.stack(card.node().name(), card.node().component().instances() - 1));
    card.more().setOnAction(_ -> workbench.stack(card.node().name(), card.node().component().instances() + 1));
    card.focusedProperty().addListener((_, _, isFocused) -> {
      if (isFocused && !linking.isDrawing() && !keys.isExtending() && !selection().nodes().contains(name(card))) {
        workbench.select(Selection.of(name(card)));
      }
    });
  }

  void listenTo(FrameView view) {
    view.addEventFilter(MouseEvent.ANY, this::panInstead);
    view.setOnMousePressed(event -> pressFrame(view, event));
    view.setOnMouseDragged(this::dragParts);
    view.setOnMouseReleased(event -> {
      endMove();
      if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
        canvas.edit(view.frame().name());
      }
      event.consume();
    });
    view.setOnContextMenuRequested(event -> {
      workbench.select(selectionOf(view));
      show(actions.frameMenu(), view, event);
    });
    view.corner().setOnMousePressed(event -> {
      workbench.select(selectionOf(view));
      isDragged = false;
      event.consume();
    });
    view.corner().setOnMouseDragged(event -> resize(view, event));
    view.corner().setOnMouseReleased(MouseEvent::consume);
    view.focusedProperty().addListener((_, _, isFocused) -> {
      if (isFocused && !selection().frames().contains(view.frame().name())) {
        workbench.select(selectionOf(view));
      }
    });
  }

  private static Selection selectionOf(FrameView view) {
    return new Selection(Set.of(), Optional.empty(), Set.of(view.frame().name()));
  }

  /// The middle button and the space bar move the view, whatever is under the mouse.
  private void panInstead(MouseEvent event) {
    boolean isPress = event.getEventType() == MouseEvent.MOUSE_PRESSED;
    if (isPress && isPan(event) || isPanning) {
      var local = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
      if (isPress) {
        beginPan(local);
      } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
        pan(local);
      } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
        endPan();
      }
      event.consume();
    }
  }

  private boolean isPan(MouseEvent event) {
    return event.getButton() == MouseButton.MIDDLE || keys.isSpaceDown() && event.getButton() == MouseButton.PRIMARY;
  }

  private void pressCard(NodeCard card, MouseEvent event) {
    var name = name(card);
    selectedBefore = selection().nodes();
    if (linking.isDrawing()) {
      linking.finishByKeys(card);
    } else if (event.isShiftDown() || event.isShortcutDown()) {
      workbench.toggleSelected(name);
    } else if (!selection().nodes().contains(name)) {
      workbench.select(Selection.of(name));
    }
    card.requestFocus();
    card.toFront();
    canvas.settle();
    beginMove(event, selection().nodes().contains(name) ? selection() : Selection.of(name), Bounds.of(card.node()));
    event.consume();
  }

  /// A click on one of several selected parts selects it alone; a double click opens its name.
  private void releaseCard(NodeCard card, MouseEvent event) {
    boolean isPlain = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown();
    if (isPlain && !isDragged && selectedBefore.contains(name(card)) && selection().nodes().size() > 1) {
      workbench.select(Selection.of(name(card)));
    }
    if (isPlain && !isDragged && event.getClickCount() == 2) {
      canvas.edit(name(card));
    }
    endMove();
    event.consume();
  }

  private void pressFrame(FrameView view, MouseEvent event) {
    if (!selection().frames().contains(view.frame().name())) {
      workbench.select(selectionOf(view));
    }
    view.requestFocus();
    beginMove(event, editing.withContents(selection()), Bounds.of(view.frame()));
    event.consume();
  }

  private void beginMove(MouseEvent event, Selection parts, Bounds grabbedPart) {
    grabbed = canvas.world(event.getSceneX(), event.getSceneY());
    moving = parts;
    start = grabbedPart;
    anchor = grabbedPart;
    isDragged = false;
  }

  private void dragParts(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    var now = canvas.world(event.getSceneX(), event.getSceneY());
    if (isDragged || now.distance(grabbed) * canvas.viewport().scale() > CLICK) {
      var wanted = new Bounds(anchor.left() + now.getX() - grabbed.getX(), anchor.top() + now.getY() - grabbed.getY(),
          anchor.width(), anchor.height());
      var rest = event.isAltDown() ? Guides.free(wanted)
          : Guides.of(wanted, neighbours(), REACH / canvas.viewport().scale())
              .staying(wanted, start, CLICK / canvas.viewport().scale());
      canvas.hold(true);
      canvas.overlay().guide(rest, canvas.viewport());
      moveTo(rest);
    }
    event.consume();
  }

  private void moveTo(Guides rest) {
    double dx = rest.x() - anchor.left();
    double dy = rest.y() - anchor.top();
    if (dx != 0 || dy != 0) {
      editing.move(moving, dx, dy, isDragged ? Joining.DRAG : Joining.ALONE);
      isDragged = true;
      anchor = new Bounds(rest.x(), rest.y(), anchor.width(), anchor.height());
      grabbed = grabbed.add(dx, dy);
    }
  }

  /// What stays where it is.
  private List<Bounds> neighbours() {
    return Stream.concat(
        workbench.topologyProperty().get().nodes().stream()
            .filter(node -> !moving.nodes().contains(node.name())).map(Bounds::of),
        workbench.framesProperty().get().stream()
            .filter(frame -> !moving.frames().contains(frame.name())).map(Bounds::of)).toList();
  }

  private void endMove() {
    canvas.hold(false);
    canvas.overlay().endGuides();
  }

  private void resize(FrameView view, MouseEvent event) {
    var corner = canvas.world(event.getSceneX(), event.getSceneY());
    editing.change(view.frame().name(), frame -> frame.sized(
        Guides.onGrid(corner.getX() - frame.x()), Guides.onGrid(corner.getY() - frame.y())),
        isDragged ? Joining.DRAG : Joining.ALONE);
    isDragged = true;
    event.consume();
  }

  private void pressBackground(MouseEvent event) {
    linking.cancel();
    pressed = new Point2D(event.getX(), event.getY());
    isDragged = false;
    if (isPan(event)) {
      beginPan(pressed);
    } else {
      selectedBefore = event.isShiftDown() || event.isShortcutDown() ? selection().nodes() : Set.of();
    }
  }

  private void dragBackground(MouseEvent event) {
    var now = new Point2D(event.getX(), event.getY());
    isDragged |= now.distance(pressed) > CLICK;
    if (isPanning) {
      pan(now);
    } else if (isDragged && event.getButton() == MouseButton.PRIMARY) {
      box(now);
    }
  }

  /// Selects what the box between the press and the mouse touches, besides what was selected with Shift held.
  private void box(Point2D now) {
    var viewport = canvas.viewport();
    canvas.overlay().box(Bounds.between(pressed.getX(), pressed.getY(), now.getX(), now.getY()));
    var box = Bounds.between(viewport.worldX(pressed.getX()), viewport.worldY(pressed.getY()),
        viewport.worldX(now.getX()), viewport.worldY(now.getY()));
    var nodes = new LinkedHashSet<>(selectedBefore);
    workbench.topologyProperty().get().nodes().stream().filter(node -> Bounds.of(node).meets(box))
        .forEach(node -> nodes.add(node.name()));
    var frames = new LinkedHashSet<String>();
    workbench.framesProperty().get().stream().filter(frame -> box.holds(Bounds.of(frame)))
        .forEach(frame -> frames.add(frame.name()));
    var boxed = new Selection(nodes, Optional.empty(), frames);
    if (!boxed.equals(selection())) {
      workbench.select(boxed);
    }
  }

  private void releaseBackground(MouseEvent event) {
    canvas.overlay().endBox();
    if (isPanning) {
      endPan();
    } else if (!isDragged && event.getButton() == MouseButton.PRIMARY) {
      workbench.select(new Selection(Set.of(), canvas.linkAt(event.getX(), event.getY())));
      canvas.callAt(event.getX(), event.getY()).ifPresent(workbench.time()::ask);
    }
    canvas.takeFocus();
  }

  private void beginPan(Point2D at) {
    isPanning = true;
    grabbed = at;
    canvas.setCursor(Cursor.CLOSED_HAND);
  }

  private void pan(Point2D now) {
    canvas.look(canvas.viewport().moved(now.getX() - grabbed.getX(), now.getY() - grabbed.getY()));
    grabbed = now;
  }

  private void endPan() {
    isPanning = false;
    canvas.setCursor(keys.isSpaceDown() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
  }

  private void cardMenu(NodeCard card, ContextMenuEvent event) {
    if (!selection().nodes().contains(name(card))) {
      workbench.select(Selection.of(name(card)));
    }
    boolean isOne = selection().nodes().size() == 1 && selection().frames().isEmpty();
    show(isOne ? actions.nodeMenu() : actions.severalMenu(), card, event);
  }

  private void backgroundMenu(ContextMenuEvent event) {
    var link = event.isKeyboardTrigger() ? selection().link() : canvas.linkAt(event.getX(), event.getY());
    link.ifPresent(found -> workbench.select(new Selection(Set.of(), Optional.of(found))));
    show(link.isPresent() ? actions.linkMenu()
        : actions.emptyMenu(canvas.world(event.getSceneX(), event.getSceneY())), canvas, event);
  }

  private static void show(List<MenuItem> items, Node owner, ContextMenuEvent event) {
    var menu = new ContextMenu(items.toArray(MenuItem[]::new));
    menu.setAutoHide(true);
    menu.show(owner, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /// The wheel zooms at the mouse; two fingers on a touch pad, and the wheel with Shift, move the view.
  private void scroll(ScrollEvent event) {
    boolean isPad = event.getDeltaX() != 0 || event.getDeltaY() % NOTCH != 0;
    if (!event.isShortcutDown() && (isPad || event.isShiftDown())) {
      boolean isTurned = event.isShiftDown() && event.getDeltaX() == 0;
      canvas.look(isTurned ? canvas.viewport().moved(event.getDeltaY(), 0)
          : canvas.viewport().moved(event.getDeltaX(), event.getDeltaY()));
    } else if (event.getDeltaY() != 0) {
      canvas.look(canvas.viewport().zoomed(Math.exp(event.getDeltaY() / 400), event.getX(), event.getY()));
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    canvas.look(canvas.viewport().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
    event.consume();
  }

  /// Keys go to whoever has the keyboard; the space bar is watched in the whole window.
  void watch(KeyEvent event) {
    keys.watchSpace(event);
    if (event.getCode() == KeyCode.SPACE && !isPanning) {
      canvas.setCursor(keys.isSpaceDown() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
  }

  private Selection selection() {
    return workbench.selectionProperty().get();
  }

  private static String name(NodeCard card) {
    return card.node().name();
  }
}
