package tenfold.app.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tenfold.app.look.Icons;
import tenfold.component.ComponentSpec;

/// What is being dragged, with a word on how it will be wired when dropped.
final class DropGhost extends VBox {
  private static final PseudoClass HOME = PseudoClass.getPseudoClass("home");

  private final HBox head = new HBox(8);
  private final Label hint = new Label();

  DropGhost() {
    getStyleClass().add("drop-ghost");
    head.setAlignment(Pos.CENTER_LEFT);
    hint.getStyleClass().add("hint");
    getChildren().addAll(head, hint);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  void show(ComponentSpec component, String wiring) {
    var chip = new StackPane(Icons.of(component));
    chip.getStyleClass().add("chip");
    var name = new Label(component.kind().label());
    name.getStyleClass().add("title");
    getStyleClass().removeIf(style -> style.startsWith("kind-") || style.startsWith("group-"));
    getStyleClass().addAll(Icons.hue(component));
    head.getChildren().setAll(chip, name);
    hint.setText(wiring);
    setVisible(true);
    autosize();
  }

  /// @param isHome whether it may be dropped here
  void moveTo(double x, double y, double scale, boolean isHome) {
    pseudoClassStateChanged(HOME, isHome);
    setScaleX(Math.clamp(scale, 0.8, 1.2));
    setScaleY(Math.clamp(scale, 0.8, 1.2));
    autosize();
    relocate(x - getWidth() / 2, y - getHeight() / 2);
  }
}
