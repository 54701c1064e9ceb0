package tenfold.app.look;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
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

  /// What stands on its left and does not scroll.
  protected final void left(Node node) {
    page.setLeft(node);
  }

  /// What can be scrolled.
  protected final VBox content() {
    return content;
  }

  /// Shows the beginning of what can be scrolled.
  protected final void scrollToTop() {
    scroll.setVvalue(0);
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
