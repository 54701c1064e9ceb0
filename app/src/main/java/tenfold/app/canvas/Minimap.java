package tenfold.app.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.live.Bounds;
import tenfold.app.look.Icons;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// The whole drawing in small, with the part of it that is seen, which can be dragged; and buttons for the view.
final class Minimap extends VBox {
  private static final double WIDTH = 148;
  private static final double HEIGHT = 84;
  private static final double MARGIN = 40;
  private static final double SECONDS = 0.2;
  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  private final CanvasView canvas;
  private final Canvas map = new Canvas(WIDTH, HEIGHT);
  private final Label scale = new Label();
  private final Button fold = button(Feather.CHEVRON_DOWN, "minimap");
  private Bounds all = new Bounds(0, 0, 1, 1);
  private Palette palette = Palette.LIGHT;
  private double since = SECONDS;
  private boolean isCrowded;
  private boolean isAway;

  Minimap(CanvasView canvas) {
    this.canvas = canvas;
    getStyleClass().add("minimap");
    setId("minimap");
    map.setId("minimap-map");
    map.setAccessibleText(Texts.get("minimap.spoken"));
    map.setOnMousePressed(this::go);
    map.setOnMouseDragged(this::go);
    map.setOnMouseReleased(MouseEvent::consume);
    scale.getStyleClass().add("scale");
    scale.setMinWidth(40);
    scale.setAlignment(Pos.CENTER);
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var help = button(Feather.HELP_CIRCLE, "help");
    help.setOnAction(_ -> canvas.say(Texts.get("canvas.help")));
    fold.setOnAction(_ -> toggle());
    var head = new HBox(acting(Feather.MINUS, "zoomOut", () -> canvas.zoom(0.8)), scale,
        acting(Feather.PLUS, "zoomIn", () -> canvas.zoom(1.25)), acting(Feather.MAXIMIZE, "fit", canvas::fit), room,
        help, fold);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("head");
    getChildren().addAll(map, head);
    setOnMousePressed(MouseEvent::consume);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setCache(true); // Dots may move under it in every frame; it changes five times a second.
  }

  void theme(Palette chosen) {
    palette = chosen;
    since = SECONDS;
  }

  /// Folds the map away, or shows it again.
  void toggle() {
    map.setVisible(!map.isVisible());
    map.setManaged(map.isVisible());
    pseudoClassStateChanged(FOLDED, !map.isVisible());
    fold.setGraphic(Icons.icon(map.isVisible() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
    since = SECONDS;
  }

  /// Folds the map away while there is little room for the drawing, unless it was shown by hand.
  void crowd(boolean hasLittleRoom) {
    if (isCrowded != hasLittleRoom) {
      isCrowded = hasLittleRoom;
      if (isCrowded ? map.isVisible() : isAway && !map.isVisible()) {
        toggle();
        isAway = isCrowded;
      }
    }
  }

  /// Draws it anew a few times a second.
  void pulse(double seconds) {
    since += seconds;
    if (since >= SECONDS) {
      since = 0;
      scale.setText(Numbers.percent(canvas.viewport().scale()));
      if (map.isVisible()) {
        draw();
      }
    }
  }

  private void draw() {
    var view = view();
    all = canvas.extent().widened(MARGIN).around(view);
    double factor = factor();
    var graphics = map.getGraphicsContext2D();
    graphics.clearRect(0, 0, WIDTH, HEIGHT);
    canvas.frames().forEach(frame -> {
      graphics.setFill(Ink.SOFT.color(palette));
      rectangle(frame, factor, 1);
    });
    for (var card : canvas.cards().values()) {
      graphics.setFill(card.hue());
      graphics.setGlobalAlpha(0.55);
      rectangle(Bounds.of(card.node()), factor, 2);
    }
    graphics.setGlobalAlpha(1);
    graphics.setFill(Ink.ACCENT.color(palette, 0.07));
    rectangle(view, factor, 0);
    graphics.setStroke(Ink.ACCENT.color(palette));
    graphics.setLineWidth(1);
    graphics.strokeRect(Math.rint(x(view.left(), factor)) + 0.5, Math.rint(y(view.top(), factor)) + 0.5,
        Math.rint(view.width() * factor) - 1, Math.rint(view.height() * factor) - 1);
  }

  private void rectangle(Bounds bounds, double factor, double arc) {
    map.getGraphicsContext2D().fillRoundRect(x(bounds.left(), factor), y(bounds.top(), factor),
        Math.max(2, bounds.width() * factor), Math.max(2, bounds.height() * factor), arc, arc);
  }

  /// What is seen, in canvas units.
  private Bounds view() {
    var viewport = canvas.viewport();
    return Bounds.between(viewport.worldX(0), viewport.worldY(0), viewport.worldX(canvas.getWidth()),
        viewport.worldY(canvas.getHeight()));
  }

  /// The view goes where the mouse is.
  private void go(MouseEvent event) {
    double factor = factor();
    double x = (event.getX() - WIDTH / 2) / factor + all.left() + all.width() / 2;
    double y = (event.getY() - HEIGHT / 2) / factor + all.top() + all.height() / 2;
    var viewport = canvas.viewport();
    canvas.look(viewport.moved(
        canvas.getWidth() / 2 - viewport.screenX(x), canvas.getHeight() / 2 - viewport.screenY(y)));
    since = SECONDS;
    event.consume();
  }

  private double factor() {
    return Math.min(WIDTH / all.width(), HEIGHT / all.height());
  }

  private double x(double worldX, double factor) {
    return WIDTH / 2 + (worldX - all.left() - all.width() / 2) * factor;
  }

  private double y(double worldY, double factor) {
    return HEIGHT / 2 + (worldY - all.top() - all.height() / 2) * factor;
  }

  private static Button acting(Feather picture, String key, Runnable action) {
    var button = button(picture, key);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Button button(Feather picture, String key) {
    var button = new Button("", Icons.icon(picture));
    button.setId("view-" + key);
    button.getStyleClass().add("quiet");
    button.setAccessibleText(Texts.get("view." + key));
    button.setTooltip(new Tooltip(Texts.get("view." + key)));
    return button;
  }
}
