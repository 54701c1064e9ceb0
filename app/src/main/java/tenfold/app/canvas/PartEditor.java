package tenfold.app.canvas;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import tenfold.app.look.Texts;

/// Where the name of a node, or the name and the text of a frame, is typed, at its place on the canvas. Enter takes it,
/// in a text with Control; Escape gives it up; leaving it takes it. A name that cannot be is said below and not taken.
final class PartEditor extends VBox {
  private final TextField name = new TextField();
  private final TextArea text = new TextArea();
  private final Label fault = new Label();
  private final Function<String, Optional<String>> faultOf;
  private final BiConsumer<String, String> onTaken;
  private final Consumer<Boolean> onClosed;
  private boolean isClosed;

  /// @param words the text of a frame; empty for a node, which has none
  /// @param faultOf what is wrong with a name
  /// @param onTaken gets name and text
  /// @param onClosed is called when it is over; with whether the keyboard is still here
  PartEditor(String present, Optional<String> words, Function<String, Optional<String>> faultOf,
      BiConsumer<String, String> onTaken, Consumer<Boolean> onClosed) {
    this.faultOf = faultOf;
    this.onTaken = onTaken;
    this.onClosed = onClosed;
    getStyleClass().add("part-editor");
    setId("part-editor");
    name.setText(present);
    name.setId("part-name");
    name.setAccessibleText(Texts.get("name.field"));
    name.textProperty().addListener((_, _, typed) -> say(faultOf.apply(typed.strip())));
    fault.getStyleClass().add("fault");
    fault.setWrapText(true);
    say(Optional.empty());
    getChildren().add(name);
    words.ifPresent(present2 -> {
      text.setText(present2);
      text.setId("part-text");
      text.setPromptText(Texts.get("frame.prompt"));
      text.setAccessibleText(Texts.get("frame.prompt"));
      text.setWrapText(true);
      text.setPrefRowCount(3);
      getChildren().add(text);
    });
    getChildren().add(fault);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    focusWithinProperty().addListener((_, _, isWithin) -> {
      if (!isWithin) {
        take();
        close(false);
      }
    });
  }

  /// Gives it the keyboard.
  void open() {
    if (text.getParent() == null) {
      name.requestFocus();
      name.selectAll();
    } else {
      text.requestFocus();
      text.selectAll();
    }
  }

  private void key(KeyEvent event) {
    boolean isInText = text.isFocused();
    switch (event.getCode()) {
      case ESCAPE -> {
        close(true);
        event.consume();
      }
      case ENTER -> {
        if (!isInText || event.isShortcutDown()) {
          event.consume();
          if (take()) {
            close(true);
          }
        }
      }
      case TAB -> {
        if (isInText) {
          name.requestFocus();
          event.consume();
        }
      }
      default -> {
        // It is typed.
      }
    }
  }

  private boolean take() {
    var wrong = faultOf.apply(name.getText().strip());
    say(wrong);
    if (wrong.isEmpty() && !isClosed) {
      onTaken.accept(name.getText().strip(), text.getText().strip());
    }
    return wrong.isEmpty();
  }

  private void say(Optional<String> sentence) {
    fault.setText(sentence.orElse(""));
    fault.setVisible(sentence.isPresent());
    fault.setManaged(sentence.isPresent());
    autosize();
  }

  private void close(boolean isHere) {
    if (!isClosed) {
      isClosed = true;
      onClosed.accept(isHere);
    }
  }
}
