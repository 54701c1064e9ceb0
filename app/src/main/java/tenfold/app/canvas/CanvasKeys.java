package tenfold.app.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Selection;

/// The keys that mean something while the canvas has the keyboard, beside those of [CanvasActions].
final class CanvasKeys {
  /// How far a key moves what is selected, in canvas units.
  private static final double STEP = 8;

  /// How far a key moves the view, in pixels.
  private static final double VIEW_STEP = 60;

  private final CanvasView canvas;
  private final Workbench workbench;
  private final Editing editing;
  private final LinkGesture linking;
  private boolean isSpaceDown;
  private boolean isExtending;

  CanvasKeys(CanvasView canvas, Workbench workbench, Editing editing, LinkGesture linking) {
    this.canvas = canvas;
    this.workbench = workbench;
    this.editing = editing;
    this.linking = linking;
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /// Whether the space bar is held, so that the mouse moves the view.
  boolean isSpaceDown() {
    return isSpaceDown;
  }

  /// Whether the keyboard goes to a card that is taken into the selection, instead of being selected alone.
  boolean isExtending() {
    return isExtending;
  }

  /// Sees every key of the window.
  void watchSpace(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      isSpaceDown = event.getEventType() == KeyEvent.KEY_PRESSED
          && !(event.getTarget() instanceof TextInputControl || event.getTarget() instanceof Button);
    }
  }

  private void press(KeyEvent event) {
    boolean isOthers = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof Button;
    boolean isDone = !isOthers && switch (event.getCode()) {
      case ESCAPE -> {
        linking.cancel();
        workbench.select(Selection.NONE);
        yield true;
      }
      case L -> !event.isShortcutDown() && focusedCard().map(this::toggleLink).orElse(false);
      case ENTER -> enter();
      case PLUS, ADD, EQUALS -> !event.isShortcutDown() && stack(1);
      case MINUS, SUBTRACT -> !event.isShortcutDown() && stack(-1);
      case LEFT, RIGHT, UP, DOWN -> arrow(event);
      default -> false;
    };
    if (isDone) {
      event.consume();
    }
  }

  private boolean toggleLink(NodeCard card) {
    if (linking.isDrawing()) {
      linking.finishByKeys(card);
    } else {
      linking.beginByKeys(card);
    }
    return true;
  }

  /// Ends a link at the focused card, or opens what is selected to be typed into.
  private boolean enter() {
    var card = focusedCard();
    if (linking.isDrawing()) {
      card.ifPresent(linking::finishByKeys);
      return card.isPresent();
    }
    canvas.editSelected();
    return true;
  }

  private boolean stack(int change) {
    editing.stack(change);
    return !workbench.selectionProperty().get().nodes().isEmpty();
  }

  /// Arrow keys go to the next card in that direction. With Shift they move what is selected, with Control they move
  /// it too or, of a frame, its corner; with Alt they take the next card into the selection. Where no part has the
  /// keyboard they move the view.
  private boolean arrow(KeyEvent event) {
    var selected = workbench.selectionProperty().get();
    var direction = switch (event.getCode()) {
      case LEFT -> new Point2D(-1, 0);
      case RIGHT -> new Point2D(1, 0);
      case UP -> new Point2D(0, -1);
      default -> new Point2D(0, 1);
    };
    if (event.isShortcutDown() && event.isShiftDown()) {
      return false; // It brings parts into line.
    }
    if (event.isShortcutDown() && selected.nodes().isEmpty() && !selected.frames().isEmpty()) {
      selected.frames().forEach(name -> editing.change(name, frame -> frame.sized(
          frame.width() + STEP * direction.getX(), frame.height() + STEP * direction.getY()), Joining.SOON));
      return true;
    }
    if (event.isShortcutDown() || event.isShiftDown()) {
      editing.move(editing.withContents(selected), direction.getX() * STEP, direction.getY() * STEP, Joining.SOON);
      return true;
    }
    var card = focusedCard();
    if (card.isEmpty() && selected.frames().isEmpty()) {
      canvas.look(canvas.viewport().moved(-direction.getX() * VIEW_STEP, -direction.getY() * VIEW_STEP));
      return true;
    }
    return card.flatMap(from -> neighbour(from, direction)).map(next -> {
      go(next, event.isAltDown());
      return true;
    }).orElse(false);
  }

  private void go(NodeCard card, boolean isExtended) {
    isExtending = isExtended;
    card.requestFocus();
    isExtending = false;
    if (isExtended && !workbench.selectionProperty().get().nodes().contains(card.node().name())) {
      workbench.toggleSelected(card.node().name());
    }
  }

  private Optional<NodeCard> focusedCard() {
    return canvas.cards().values().stream().filter(NodeCard::isFocused).findFirst();
  }

  private Optional<NodeCard> neighbour(NodeCard from, Point2D direction) {
    @Nullable NodeCard nearest = null;
    for (var card : canvas.cards().values()) {
      if (card != from && along(from, card, direction) > 0
          && (nearest == null || far(from, card, direction) < far(from, nearest, direction))) {
        nearest = card;
      }
    }
    return Optional.ofNullable(nearest);
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
}
