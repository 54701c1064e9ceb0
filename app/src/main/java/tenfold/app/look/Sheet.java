package tenfold.app.look;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A sheet above the workbench: a head, and below it what can be scrolled. Escape, the cross and a click beside it
/// close it.
public abstract class Sheet extends StackPane {
  private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

  /// Where there is less height, in pixels, it comes nearer to the window's edges.
  private static final double ROOMY = 640;

  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final BorderPane page = new BorderPane();
  private final Button close = new Button();
  private @Nullable Node focusBefore;

  /// A closed one.
  ///
  /// @param id its name for style sheets; that of its cross is this with "-close"
  /// @param title what is read aloud for it
  protected Sheet(String id, String title) {
    getStyleClass().add("sheet-scrim");
    content.getStyleClass().add("content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    close.setId(id + "-close");
    close.setGraphic(Icons.icon(Feather.X));
    close.setAccessibleText(Texts.get("sheet.close"));
    close.setTooltip(new Tooltip(Texts.get("sheet.close")));
    close.getStyleClass().add("quiet");
    close.setOnAction(_ -> close());
    page.getStyleClass().addAll("sheet", id);
    page.setId(id);
    page.setAccessibleRole(AccessibleRole.DIALOG);
    page.setAccessibleText(title);
    page.setOnMouseClicked(event -> event.consume());
    getChildren().add(page);
    setOnMouseClicked(_ -> close());
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::stay);
    heightProperty().subscribe(height -> pseudoClassStateChanged(CROWDED, height.doubleValue() < ROOMY));
    setVisible(false);
  }

  /// Shows it, with the keyboard at its cross.
  protected final void open() {
    if (!isVisible()) {
      focusBefore = getScene().getFocusOwner();
      toFront();
      setVisible(true);
      close.requestFocus();
    }
  }

  /// Goes back to the workbench.
  public final void close() {
    setVisible(false);
    if (focusBefore != null) {
      focusBefore.requestFocus();
    }
  }

  /// What stands in its head, before the cross.
  protected final void head(Node... parts) {
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var head = new HBox(parts);
    head.getChildren().addAll(room, close);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    page.setTop(head);
    page.setCenter(scroll); // After the head, so that the keyboard comes to it second.
  }

  /// What stands on its left and does not scroll with the rest.
  protected final void left(Node node) {
    var side = new ScrollPane(node);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setFitToWidth(true);
    side.setFitToHeight(true);
    side.setMinWidth(Region.USE_PREF_SIZE);
    page.setLeft(side);
  }

  /// Makes the content as high as the sheet where it would be lower.
  protected final void fillHeight() {
    scroll.setFitToHeight(true);
  }

  /// What can be scrolled.
  protected final VBox content() {
    return content;
  }

  /// Shows the beginning of what can be scrolled.
  protected final void scrollToTop() {
    scroll.setVvalue(0);
  }

  /// The Tab key goes round in the sheet and does not leave it for the workbench below.
  private void stay(KeyEvent event) {
    if (event.getCode() != KeyCode.TAB || event.isShortcutDown() || getScene() == null) {
      return;
    }
    var stops = stops(page).toList();
    var end = event.isShiftDown() ? stops.getFirst() : stops.getLast();
    if (getScene().getFocusOwner() == end) {
      (event.isShiftDown() ? stops.getLast() : stops.getFirst()).requestFocus();
      scroll.setVvalue(event.isShiftDown() ? scroll.getVmax() : scroll.getVmin());
      event.consume();
    }
  }

  /// Whatever the keyboard can come to, in its order.
  private static Stream<Node> stops(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Stream.empty();
    }
    var own = node.isFocusTraversable() ? Stream.of(node) : Stream.<Node>empty();
    return node instanceof Parent parent
        ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(Sheet::stops)) : own;
  }

  /// No key reaches the workbench below, but those that work everywhere.
  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        close();
        event.consume();
      }
      case DELETE, BACK_SPACE -> event.consume();
      default -> {
        // The focus moves on, the page scrolls.
      }
    }
  }
}
