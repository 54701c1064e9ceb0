package tenfold.app.shell;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;

/// The number of families, to be typed. What is no such number is said under the field and goes nowhere; Escape gives
/// the number back that was there.
public final class FamiliesField extends TextField {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final double GAP = 18;

  private final Label fault = new Label();
  private IntConsumer onTyped = _ -> {};
  private int shown;

  /// An empty field; [#attach] connects it.
  public FamiliesField() {
    setAccessibleText(Texts.get("families.field"));
    fault.setId("families-fault");
    fault.getStyleClass().add("field-fault");
    fault.setVisible(false);
    setOnAction(_ -> commit());
    textProperty().subscribe(this::forgive);
    focusedProperty().addListener((_, _, isFocused) -> {
      if (!isFocused) {
        commit();
      }
    });
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        show(shown);
        event.consume();
      }
    });
  }

  /// @param typed gets each number that is typed
  /// @param overlay covers the window; the fault is shown on it
  void attach(IntConsumer typed, Pane overlay) {
    onTyped = typed;
    overlay.getChildren().add(fault);
  }

  /// Shows a number.
  void show(int families) {
    shown = families;
    setText(Numbers.count(families));
    forgive();
  }

  private void commit() {
    long number = Numbers.whole(getText().strip()).orElse(-1);
    if (number == shown) {
      show(shown);
    } else if (number >= 1 && number <= Workbench.MAX_FAMILIES) {
      onTyped.accept((int) number);
    } else {
      blame();
    }
  }

  private void blame() {
    pseudoClassStateChanged(INVALID, true);
    fault.setText(Texts.get("families.wrong", Numbers.count(Workbench.MAX_FAMILIES)));
    fault.setVisible(true);
    var place = fault.getParent().sceneToLocal(localToScene(0, getHeight() + GAP));
    fault.relocate(place.getX(), place.getY());
  }

  private void forgive() {
    pseudoClassStateChanged(INVALID, false);
    fault.setVisible(false);
  }
}
