package tenfold.app.canvas;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tenfold.app.look.Icons;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Node;

/// A node as a card: pictogram, name, what matters, utilisation, and for a stack a stepper. A focusable control, so
/// that keyboard and screen reader reach it.
final class NodeCard extends Pane {
  static final double WIDTH = Node.WIDTH;
  static final double HEIGHT = Node.HEIGHT;

  private static final double BAR_WIDTH = 44;
  private static final double FULL = 0.97;
  private static final double BUSY = 0.90;
  private static final double TEXT_SECONDS = 0.5;
  private static final double SPOKEN_SECONDS = 1;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass IS_FULL = PseudoClass.getPseudoClass("full");
  private static final PseudoClass IS_BUSY = PseudoClass.getPseudoClass("busy");
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final PseudoClass AILING = PseudoClass.getPseudoClass("ailing");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass POINTED_AT = PseudoClass.getPseudoClass("pointed-at");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass AIMED_AT = PseudoClass.getPseudoClass("aimed-at");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final Label value = new Label();
  private final Label zone = new Label();
  private final Label badge = new Label();
  private final StackStrip strip = new StackStrip();
  private final NodeSignals signals = new NodeSignals();
  private final Region bar = new Region();
  private final Region port = new Region();
  private final Button fewer = stepButton("−", "node.fewer");
  private final Button more = stepButton("+", "node.more");
  private final HBox stepper = new HBox(fewer, more);
  private final Region backCard = new Region();
  private final Region middleCard = new Region();
  private final StackPane chip = new StackPane();
  private final Pane card = new Pane();
  private final FontIcon picture;
  private Node node;
  private final double phase;
  private double sinceText = TEXT_SECONDS;
  private double sinceSpoken = SPOKEN_SECONDS;
  private boolean isAnew = true;
  private boolean isSelected;

  NodeCard(Node node) {
    this.node = node;
    this.picture = Icons.of(node.component());
    this.phase = TEXT_SECONDS * Math.floorMod(node.name().hashCode(), 16) / 16;
    getStyleClass().add("node-card");
    getStyleClass().addAll(Icons.hue(node.component()));
    setId("node-" + node.name().replace(' ', '-'));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setPickOnBounds(false);
    build();
    describe();
  }

  Node node() {
    return node;
  }

  /// Where a link is dragged from.
  Region port() {
    return port;
  }

  Button fewer() {
    return fewer;
  }

  Button more() {
    return more;
  }

  /// Takes over a changed node.
  void show(Node changed) {
    boolean hasOnlyMoved = node.component().equals(changed.component()) && node.zone().equals(changed.zone());
    node = changed;
    if (!hasOnlyMoved) {
      describe();
    }
  }

  private void describe() {
    int count = node.component().instances();
    boolean canStack = !node.component().withInstances(2).equals(node.component().withInstances(1));
    subtitle.setText(NodeText.subtitle(node, count, Double.NaN));
    zone.setText(node.zone().isEmpty() ? "" : Texts.get("node.in", node.zone()));
    zone.setVisible(!node.zone().isEmpty());
    showCount(count);
    stepper.setVisible(canStack);
    fewer.setDisable(count <= 1);
    anew();
    dress();
  }

  /// Has the parts that are seen now and no others: each part of each card costs time in every frame.
  private void dress() {
    boolean isMeant = isHover() || isFocused() || isSelected;
    int place = 0;
    for (var part : List.of(backCard, middleCard, card, strip, zone, badge, port, stepper)) {
      boolean isWorn = place < getChildren().size() && getChildren().get(place) == part;
      boolean isSeen = part.isVisible() && (part != stepper || isMeant);
      if (isSeen && !isWorn) {
        getChildren().add(place, part);
      } else if (!isSeen && isWorn) {
        getChildren().remove(place);
      }
      place += isSeen ? 1 : 0;
    }
  }

  /// Its texts are made anew in the next frame, and from then on in other frames than those of other cards, so that no
  /// frame has to make them all.
  private void anew() {
    isAnew = true;
    sinceText = TEXT_SECONDS;
    sinceSpoken = SPOKEN_SECONDS;
  }

  /// How many there are: what is drawn, or what an auto-scaler has made of it.
  private void showCount(int count) {
    title.setText(NodeText.title(node, count));
    backCard.setVisible(count > 1);
    middleCard.setVisible(count > 1);
  }

  /// What it shows of its node at work.
  NodeSignals signals() {
    return signals;
  }

  /// Shows what the node and the links to it do; numbers are smoothed so that they can be read.
  void pulse(double seconds, @Nullable NodeView view, List<LinkView> links, boolean isPlaying, Palette palette) {
    if (view == null) {
      return;
    }
    signals.pulse(view, links, seconds, isPlaying);
    sinceText += seconds;
    sinceSpoken += seconds;
    if (sinceText >= TEXT_SECONDS) {
      sinceText = isAnew ? phase : 0;
      isAnew = false;
      double utilisation = signals.utilisation();
      bar.setPrefWidth(Math.max(2, BAR_WIDTH * Math.min(1, utilisation)));
      var trouble = signals.trouble();
      pseudoClassStateChanged(AILING, trouble.words().isPresent() && !trouble.isOver());
      pseudoClassStateChanged(OVER, trouble.isOver());
      pseudoClassStateChanged(BROKEN, view.down() >= view.instances() && view.instances() > 0);
      pseudoClassStateChanged(IS_FULL, utilisation >= FULL);
      pseudoClassStateChanged(IS_BUSY, utilisation >= BUSY && utilisation < FULL);
      showCount(view.instances());
      subtitle.setText(trouble.words().map(words -> trouble.isOver() ? Texts.get("node.was", words) : words)
          .orElseGet(() -> NodeText.subtitle(node, view)));
      value.setText(NodeText.value(node, view, signals));
      showBadge();
      strip.show(StackStrip.State.of(view), hue(), palette);
      zone.setTranslateY(strip.isVisible() ? StackStrip.HEIGHT : 0);
      stepper.setTranslateY(strip.isVisible() ? StackStrip.HEIGHT + 2 : 0);
      dress();
      if (sinceSpoken >= SPOKEN_SECONDS) {
        sinceSpoken = 0;
        setAccessibleText(NodeText.spoken(node, view, signals));
      }
    }
  }

  private void showBadge() {
    var failures = signals.failures();
    badge.setVisible(failures.words().isPresent());
    badge.pseudoClassStateChanged(OVER, failures.isOver());
    if (badge.isVisible()) {
      dress();
      badge.setText(failures.words().orElse(""));
      double width = Math.ceil(badge.prefWidth(-1)) + 1; // Nothing of it may be cut off at any scale.
      badge.resizeRelocate(WIDTH - width + 6, -13, width, badge.prefHeight(width));
    }
  }

  /// Draws in another theme.
  void theme() {
    strip.forget();
    anew();
    dress();
  }

  void selected(boolean selected) {
    isSelected = selected;
    pseudoClassStateChanged(SELECTED, selected);
    dress();
  }

  void pointedAt(boolean isPointedAt) {
    pseudoClassStateChanged(POINTED_AT, isPointedAt);
  }

  void problem(boolean hasProblem) {
    pseudoClassStateChanged(PROBLEM, hasProblem);
  }

  /// While a link is drawn: lit when it may end here, dimmed when not.
  void target(boolean isDrawing, boolean isLegal) {
    pseudoClassStateChanged(TARGET, isDrawing && isLegal);
    pseudoClassStateChanged(OFF, isDrawing && !isLegal);
  }

  /// Whether the link that is drawn would end here.
  void aimedAt(boolean isAimedAt) {
    pseudoClassStateChanged(AIMED_AT, isAimedAt);
  }

  /// The colour of its kind.
  Paint hue() {
    return picture.getIconColor();
  }

  private void build() {
    chip.getStyleClass().add("chip");
    chip.getChildren().add(picture);
    title.getStyleClass().add("title");
    subtitle.getStyleClass().add("subtitle");
    value.getStyleClass().add("value");
    var names = new VBox(title, subtitle);
    names.setPrefWidth(WIDTH - 45);
    var head = new HBox(8, chip, names);
    head.setAlignment(Pos.CENTER_LEFT);
    head.relocate(10, 6);

    var track = new StackPane(bar);
    track.getStyleClass().add("track");
    track.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("bar");
    bar.setMaxWidth(Region.USE_PREF_SIZE);
    bar.setPrefWidth(2);
    track.setPrefSize(BAR_WIDTH, 5);
    track.relocate(11, 46);
    value.setPrefWidth(WIDTH - BAR_WIDTH - 25);
    value.setAlignment(Pos.CENTER_RIGHT);
    value.relocate(BAR_WIDTH + 15, 40);

    card.getChildren().addAll(head, track, value);
    card.getStyleClass().add("card");
    card.setPrefSize(WIDTH, HEIGHT);
    card.setCache(true); // Dots move under it in every frame; its text changes twice a second.
    place(backCard, 8, -8);
    place(middleCard, 4, -4);
    port.getStyleClass().add("port");
    port.setPrefSize(14, 14);
    port.relocate(WIDTH - 7, HEIGHT / 2 - 7);
    stepper.getStyleClass().add("stepper");
    stepper.relocate(WIDTH / 2 - 27, HEIGHT - 3);
    zone.getStyleClass().add("zone");
    zone.relocate(10, HEIGHT + 1);
    zone.setMaxWidth(WIDTH - 20);
    zone.setMouseTransparent(true);
    badge.getStyleClass().add("badge");
    badge.setManaged(false);
    badge.setVisible(false);
    badge.setMouseTransparent(true);
    strip.relocate(10, HEIGHT + 2);
    strip.setVisible(false);
    hoverProperty().subscribe(_ -> dress());
    focusedProperty().subscribe(_ -> dress());
    setPrefSize(WIDTH, HEIGHT);
  }

  private static void place(Region behind, double x, double y) {
    behind.getStyleClass().addAll("card", "behind");
    behind.setPrefSize(WIDTH, HEIGHT);
    behind.relocate(x, y);
  }

  private static Button stepButton(String text, String key) {
    var button = new Button(text);
    button.getStyleClass().add("step");
    button.setFocusTraversable(false);
    button.setAccessibleText(Texts.get(key));
    return button;
  }
}
