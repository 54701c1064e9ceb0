package tenfold.app.why;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A few sentences of which the first is what matters. Without any it is not to be seen.
final class Saying extends TextFlow {
  private static final String END = ". ";

  private final Text first = new Text();
  private final Text others = new Text();

  Saying(String id) {
    setId(id);
    getStyleClass().add("story");
    first.getStyleClass().add("first");
    getChildren().addAll(first, others);
    say("");
  }

  void say(String sentences) {
    int end = sentences.indexOf(END);
    first.setText(end < 0 ? sentences : sentences.substring(0, end + END.length()));
    others.setText(end < 0 ? "" : sentences.substring(end + END.length()));
    setAccessibleText(sentences);
    setVisible(!sentences.isEmpty());
    setManaged(isVisible());
  }

  /// What it says.
  String said() {
    return first.getText() + others.getText();
  }
}
