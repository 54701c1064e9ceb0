package tenfold.app.palette;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.canvas.CanvasView;
import tenfold.app.live.Workbench;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.topology.Node;

/// The palette. A kind is dragged onto the canvas by press, drag and release, with a ghost that says how it will be
/// wired; Escape gives the drag up; Enter adds one without the mouse.
public final class PaletteView extends VBox {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private static final String ITEM = "palette-";

  private final DropGhost ghost = new DropGhost();
  private final BooleanProperty compact = new SimpleBooleanProperty();
  private boolean isDragging;

  /// An empty palette; [#attach] fills it.
  public PaletteView() {
    getStyleClass().add("palette");
    compact.subscribe(isCompact -> pseudoClassStateChanged(COMPACT, isCompact));
  }

  /// Whether only the icons are shown, for lack of room.
  public BooleanProperty compactProperty() {
    return compact;
  }

  /// Offers every kind for that workbench.
  ///
  /// @param overlay covers the whole window; the ghost moves on it
  public void attach(Workbench workbench, CanvasView canvas, Pane overlay) {
    overlay.getChildren().add(ghost);
    ComponentSpec previous = null;
    for (var component : Kinds.all()) {
      if (previous == null || previous.kind().group() != component.kind().group()) {
        var heading = new Label(Texts.get("group." + component.kind().group()));
        heading.getStyleClass().add("heading");
        if (previous == null) {
          heading.getStyleClass().add("first");
        }
        getChildren().add(heading);
      }
      getChildren().add(item(component, workbench, canvas));
      previous = component;
    }
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        endDrag(canvas);
      }
    });
  }

  /// Offers only kinds of these identifiers.
  ///
  /// @param kinds as in "app-server"; all when it is empty
  public void offer(List<String> kinds) {
    Label heading = null;
    for (var child : getChildren()) {
      if (child instanceof Label label) {
        heading = label;
        show(heading, false);
      } else {
        boolean isOffered = kinds.isEmpty() || kinds.contains(child.getId().substring(ITEM.length()));
        show(child, isOffered);
        if (isOffered && heading != null) {
          show(heading, true);
        }
      }
    }
  }

  private static void show(javafx.scene.Node child, boolean isShown) {
    child.setVisible(isShown);
    child.setManaged(isShown);
  }

  private HBox item(ComponentSpec component, Workbench workbench, CanvasView canvas) {
    var chip = new StackPane(Icons.of(component));
    chip.getStyleClass().add("chip");
    var grip = Icons.icon(Feather.MORE_VERTICAL);
    grip.getStyleClass().add("grip");
    var name = new Label(PartText.label(component.kind()));
    name.setWrapText(true);
    for (var node : List.of(name, grip)) {
      node.visibleProperty().bind(compact.not());
      node.managedProperty().bind(node.visibleProperty());
    }
    var item = new HBox(chip, name, grip);
    item.setAlignment(Pos.CENTER_LEFT);
    item.getStyleClass().add("item");
    item.getStyleClass().addAll(Icons.hue(component));
    item.setId(ITEM + component.kind().id());
    item.setFocusTraversable(true);
    item.setAccessibleRole(AccessibleRole.BUTTON);
    item.setAccessibleText(
        Texts.get("palette.add", PartText.label(component.kind()), PartText.summary(component.kind())));
    Tooltip.install(item, new Tooltip(item.getAccessibleText()));
    item.setOnMousePressed(_ -> item.requestFocus());
    item.setOnMouseDragged(event -> drag(event, component, workbench, canvas));
    item.setOnMouseReleased(event -> drop(event, component, workbench, canvas));
    item.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        addInFreePlace(component, workbench);
        event.consume();
      }
    });
    return item;
  }

  private void drag(MouseEvent event, ComponentSpec component, Workbench workbench, CanvasView canvas) {
    if (!isDragging) {
      isDragging = true;
      ghost.show(component, hint(component, workbench));
    }
    if (isOver(canvas, event)) {
      var rest = canvas.plan(component, event.getSceneX(), event.getSceneY(), event.isAltDown());
      var viewport = canvas.viewport();
      var corner = canvas.localToScene(viewport.screenX(rest.getX()), viewport.screenY(rest.getY()));
      ghost.rest(corner, viewport.scale());
    } else {
      canvas.endPlan();
      ghost.hover(new Point2D(event.getSceneX(), event.getSceneY()));
    }
    event.consume();
  }

  private void drop(MouseEvent event, ComponentSpec component, Workbench workbench, CanvasView canvas) {
    if (isDragging && isOver(canvas, event)) {
      var rest = canvas.plan(component, event.getSceneX(), event.getSceneY(), event.isAltDown());
      canvas.focus(workbench.add(component, rest.getX(), rest.getY()));
    }
    endDrag(canvas);
    event.consume();
  }

  private void endDrag(CanvasView canvas) {
    isDragging = false;
    ghost.setVisible(false);
    canvas.endPlan();
  }

  private static boolean isOver(CanvasView canvas, MouseEvent event) {
    return canvas.contains(canvas.sceneToLocal(event.getSceneX(), event.getSceneY()));
  }

  /// Below its like, or to the right of everything.
  private static void addInFreePlace(ComponentSpec component, Workbench workbench) {
    var nodes = workbench.topologyProperty().get().nodes();
    var like = workbench.topologyProperty().get().nodes(component.getClass());
    double x = like.isEmpty()
        ? nodes.stream().mapToDouble(node -> node.x()).max().orElse(0) + Node.WIDTH + 64 : like.getLast().x();
    double y = like.isEmpty() ? 60 : like.getLast().y() + Node.HEIGHT + 44;
    workbench.add(component, x, y);
  }

  private static String hint(ComponentSpec component, Workbench workbench) {
    var like = workbench.topologyProperty().get().nodes(component.getClass());
    if (!like.isEmpty()) {
      return Texts.get("ghost.like", like.getFirst().name());
    }
    var own = "ghost." + component.kind().id();
    return Texts.bundle().containsKey(own) ? Texts.get(own) : Texts.get("ghost.called");
  }
}
