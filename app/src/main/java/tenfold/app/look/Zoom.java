package tenfold.app.look;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows everything larger, text and strokes alike, for those at the back of the room: as a projector needs it.
public final class Zoom extends Region {
  /// How much larger (look of the product: type at projector scale × 1.35).
  public static final double FACTOR = 1.35;

  private final BooleanProperty projector = new SimpleBooleanProperty();
  private final Scale scale = new Scale(1, 1);
  private final Parent content;

  /// At life size.
  public Zoom(Parent content) {
    this.content = content;
    getStyleClass().addAll("workbench", "window");
    content.getTransforms().add(scale);
    getChildren().add(content);
    projector.addListener((_, _, isLarge) -> {
      scale.setX(isLarge ? FACTOR : 1);
      scale.setY(scale.getX());
      sharpen();
      requestLayout();
    });
    sceneProperty().subscribe(scene -> {
      if (scene != null) {
        scene.windowProperty().subscribe(_ -> sharpen());
      }
    });
  }

  /// Whether everything is larger.
  public BooleanProperty projectorProperty() {
    return projector;
  }

  /// What is drawn as a picture is drawn with as many pixels as it is shown with.
  private void sharpen() {
    if (getScene() != null && getScene().getWindow() != null) {
      var window = getScene().getWindow();
      window.setRenderScaleX(window.getOutputScaleX() * scale.getX());
      window.setRenderScaleY(window.getOutputScaleY() * scale.getY());
    }
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
