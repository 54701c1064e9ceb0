package tenfold.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.Texts;

/// Turns mouse and keys on the canvas into edits: select, move, link, stack, delete, pan and zoom.
final class Gestures {
  private static final double STEP = 8;
  private static final double GRID = 4;

  private final CanvasView canvas;
  private final Workbench workbench;
  private Point2D pressed = Point2D.ZERO;
  private Point2D grabbed = Point2D.ZERO;
  private boolean isDragged;
  private @Nullable NodeCard linkFrom;

  Gestures(CanvasView canvas, Workbench workbench) {
    this.canvas = canvas;
    this.workbench = workbench;
    canvas.setOnMousePressed(this::pressBackground);
    canvas.setOnMouseDragged(this::pan);
    canvas.setOnMouseReleased(this::releaseBackground);
    canvas.setOnScroll(this::zoom);
    canvas.setOnContextMenuRequested(this::linkMenu);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  void listenTo(NodeCard card) {
    card.setOnMousePressed(event -> pressCard(card, event));
    card.setOnMouseDragged(event -> dragCard(card, event));
    card.setOnMouseReleased(MouseEvent::consume);
    card.setOnContextMenuRequested(event -> {
      var name = card.node().name();
      workbench.select(Selection.of(name));
      show(new ContextMenu(entry(Texts.get("context.delete", name), workbench::deleteSelection)), card, event);
    });
    card.port().setOnMousePressed(event -> {
      beginLink(card, to -> workbench.canConnect(card.node().name(), to));
      event.consume();
    });
    card.port().setOnMouseDragged(event -> {
      drawLink(event.getSceneX(), event.getSceneY());
      event.consume();
    });
    card.port().setOnMouseReleased(event -> {
      dropLink(canvas.cardAt(event.getSceneX(), event.getSceneY()));
      event.consume();
    });
    card.fewer().setOnAction(_ -> workbench.stack(card.node().name(), card.node().component().instances() - 1));
    card.more().setOnAction(_ -> workbench.stack(card.node().name(), card.node().component().instances() + 1));
    card.focusedProperty().addListener((_, _, isFocused) -> {
      if (isFocused && linkFrom == null && !workbench.selectionProperty().get().nodes().contains(card.node().name())) {
        workbench.select(Selection.of(card.node().name()));
      }
    });
  }

  private void pressCard(NodeCard card, MouseEvent event) {
    var name = card.node().name();
    if (linkFrom != null) {
      finishKeyboardLink(card);
    } else if (event.isShiftDown() || event.isShortcutDown()) {
      workbench.toggleSelected(name);
    } else if (!workbench.selectionProperty().get().nodes().contains(name)) {
      workbench.select(Selection.of(name));
    }
    card.requestFocus();
    card.toFront();
    grabbed = world(event.getSceneX(), event.getSceneY());
    isDragged = false;
    event.consume();
  }

  private void dragCard(NodeCard card, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    var now = world(event.getSceneX(), event.getSceneY());
    double dx = snap(now.getX() - grabbed.getX());
    double dy = snap(now.getY() - grabbed.getY());
    if (dx != 0 || dy != 0) {
      move(selectionWith(card), dx, dy, isDragged ? Joining.DRAG : Joining.ALONE);
      isDragged = true;
      grabbed = grabbed.add(dx, dy);
    }
    event.consume();
  }

  private Set<String> selectionWith(NodeCard card) {
    var selected = workbench.selectionProperty().get().nodes();
    return selected.contains(card.node().name()) ? selected : Set.of(card.node().name());
  }

  private void move(Set<String> names, double dx, double dy, Joining joining) {
    workbench.move(names, node -> node.at(node.x() + dx, node.y() + dy), joining);
  }

  private void pressBackground(MouseEvent event) {
    cancelLink();
    pressed = new Point2D(event.getX(), event.getY());
    grabbed = pressed;
    isDragged = false;
  }

  private void pan(MouseEvent event) {
    canvas.look(canvas.viewport().moved(event.getX() - grabbed.getX(), event.getY() - grabbed.getY()));
    grabbed = new Point2D(event.getX(), event.getY());
    isDragged |= grabbed.distance(pressed) > 3;
  }

  private void releaseBackground(MouseEvent event) {
    if (!isDragged) {
      var viewport = canvas.viewport();
      var link = canvas.links()
          .linkAt(viewport.worldX(event.getX()), viewport.worldY(event.getY()), viewport.scale());
      workbench.select(new Selection(Set.of(), link));
      canvas.setFocusTraversable(true);
      canvas.requestFocus();
      canvas.setFocusTraversable(false);
    }
  }

  private void linkMenu(ContextMenuEvent event) {
    var viewport = canvas.viewport();
    canvas.links().linkAt(viewport.worldX(event.getX()), viewport.worldY(event.getY()), viewport.scale())
        .ifPresent(link -> {
          workbench.select(new Selection(Set.of(), Optional.of(link)));
          show(new ContextMenu(entry(Texts.get("context.unlink", link.from(), link.to()), workbench::deleteSelection)),
              canvas, event);
        });
  }

  private static MenuItem entry(String text, Runnable action) {
    var entry = new MenuItem(text);
    entry.setOnAction(_ -> action.run());
    return entry;
  }

  private static void show(ContextMenu menu, Node owner, ContextMenuEvent event) {
    menu.setAutoHide(true);
    menu.show(owner, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private void zoom(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      canvas.look(canvas.viewport().zoomed(Math.exp(event.getDeltaY() / 400), event.getX(), event.getY()));
    }
    event.consume();
  }

  private void beginLink(NodeCard from, Predicate<String> isLegal) {
    linkFrom = from;
    canvas.cards().forEach((name, card) -> card.target(card != from, isLegal.test(name)));
  }

  /// By keyboard a link is also taken away so, without being selected first.
  private boolean canToggle(NodeCard from, String to) {
    return workbench.canConnect(from.node().name(), to)
        || workbench.topologyProperty().get().link(from.node().name(), to).isPresent();
  }

  private void drawLink(double sceneX, double sceneY) {
    var from = linkFrom;
    if (from != null) {
      var end = world(sceneX, sceneY);
      canvas.drawnLink(new LinkPath(from.node().x() + NodeCard.WIDTH, from.node().y() + NodeCard.HEIGHT / 2,
          end.getX(), end.getY()));
    }
  }

  private void dropLink(Optional<NodeCard> target) {
    var from = linkFrom;
    cancelLink();
    if (from != null) {
      target.filter(to -> to != from).ifPresent(to -> workbench.connect(from.node().name(), to.node().name()));
    }
  }

  private void cancelLink() {
    linkFrom = null;
    canvas.drawnLink(null);
    canvas.cards().values().forEach(card -> card.target(false, false));
  }

  private void key(KeyEvent event) {
    var selected = workbench.selectionProperty().get().nodes();
    boolean isDone = switch (event.getCode()) {
      case ESCAPE -> {
        cancelLink();
        workbench.select(Selection.NONE);
        yield true;
      }
      case L -> focusedCard().map(this::toggleKeyboardLink).orElse(false);
      case ENTER -> linkFrom != null && focusedCard().map(this::finishKeyboardLink).orElse(false);
      case PLUS, ADD, EQUALS -> step(selected, 1);
      case MINUS, SUBTRACT -> step(selected, -1);
      case LEFT, RIGHT, UP, DOWN -> arrow(event, selected);
      default -> false;
    };
    if (isDone) {
      event.consume();
    }
  }

  private boolean toggleKeyboardLink(NodeCard card) {
    if (linkFrom == null) {
      beginLink(card, to -> canToggle(card, to));
      return true;
    }
    return finishKeyboardLink(card);
  }

  private boolean finishKeyboardLink(NodeCard to) {
    var from = linkFrom;
    cancelLink();
    if (from != null && from != to) {
      workbench.toggleLink(from.node().name(), to.node().name());
    }
    workbench.select(Selection.of(to.node().name()));
    return true;
  }

  private boolean step(Set<String> names, int change) {
    names.forEach(name -> canvas.card(name).ifPresent(card ->
        workbench.stack(name, card.node().component().instances() + change)));
    return !names.isEmpty();
  }

  /// Arrow keys go to the next card in that direction; with Control or Shift they move the selected cards.
  private boolean arrow(KeyEvent event, Set<String> selected) {
    var direction = switch (event.getCode()) {
      case LEFT -> new Point2D(-1, 0);
      case RIGHT -> new Point2D(1, 0);
      case UP -> new Point2D(0, -1);
      default -> new Point2D(0, 1);
    };
    if (event.isShortcutDown() || event.isShiftDown()) {
      move(selected, direction.getX() * STEP, direction.getY() * STEP, Joining.SOON);
      return true;
    }
    return focusedCard().flatMap(card -> neighbour(card, direction)).map(card -> {
      card.requestFocus();
      return true;
    }).orElse(false);
  }

  private Optional<NodeCard> neighbour(NodeCard from, Point2D direction) {
    return canvas.cards().values().stream()
        .filter(card -> card != from && along(from, card, direction) > 0)
        .min((one, other) -> Double.compare(far(from, one, direction), far(from, other, direction)));
  }

  private static double along(NodeCard from, NodeCard to, Point2D direction) {
    return new Point2D(to.node().x() - from.node().x(), to.node().y() - from.node().y()).dotProduct(direction);
  }

  /// Distance, with what lies aside counted double.
  private static double far(NodeCard from, NodeCard to, Point2D direction) {
    var way = new Point2D(to.node().x() - from.node().x(), to.node().y() - from.node().y());
    double along = way.dotProduct(direction);
    return along + 2 * Math.sqrt(Math.max(0, way.magnitude() * way.magnitude() - along * along));
  }

  private Optional<NodeCard> focusedCard() {
    return canvas.cards().values().stream().filter(NodeCard::isFocused).findFirst();
  }

  private Point2D world(double sceneX, double sceneY) {
    var local = canvas.sceneToLocal(sceneX, sceneY);
    return new Point2D(canvas.viewport().worldX(local.getX()), canvas.viewport().worldY(local.getY()));
  }

  private static double snap(double value) {
    return Math.rint(value / GRID) * GRID;
  }
}
