package tenfold.app.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;

/// What is being dragged, with a word on how it will be wired when dropped.
final class DropGhost extends VBox {
  private static final PseudoClass HOME = PseudoClass.getPseudoClass("home");

  private final HBox head = new HBox(8);
  private final Label hint = new Label();
  private final Scale scale = new Scale();
  private String words = "";

  DropGhost() {
    getStyleClass().add("drop-ghost");
    head.setAlignment(Pos.CENTER_LEFT);
    hint.getStyleClass().add("hint");
    getChildren().addAll(head, hint);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    getTransforms().add(scale);
  }

  void show(ComponentSpec component, String wiring) {
    var chip = new StackPane(Icons.of(component));
    chip.getStyleClass().add("chip");
    var name = new Label(PartText.label(component.kind()));
    name.getStyleClass().add("title");
    getStyleClass().removeIf(style -> style.startsWith("kind-") || style.startsWith("group-"));
    getStyleClass().addAll(Icons.hue(component));
    head.getChildren().setAll(chip, name);
    words = wiring;
    setVisible(true);
  }

  /// Over the canvas, with its corner where the node would have it.
  void rest(Point2D inScene, double factor) {
    pseudoClassStateChanged(HOME, true);
    hint.setText(words);
    scale.setX(factor);
    scale.setY(factor);
    applyCss();
    autosize();
    var corner = getParent().sceneToLocal(inScene);
    relocate(Math.rint(corner.getX()), Math.rint(corner.getY()));
  }

  /// Elsewhere, where it cannot be dropped.
  void hover(Point2D inScene) {
    pseudoClassStateChanged(HOME, false);
    hint.setText(Texts.get("ghost.elsewhere"));
    scale.setX(1);
    scale.setY(1);
    applyCss();
    autosize();
    var middle = getParent().sceneToLocal(inScene);
    relocate(Math.rint(middle.getX() - getWidth() / 2), Math.rint(middle.getY() - getHeight() / 2));
  }
}
