package tenfold.app.inspector;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Kind;

/// What a kind of part models and what it leaves out, to be unfolded, and the way to all that is known of it.
final class FidelityCard extends TitledPane {
  /// @param onReference shows the kind's page of the reference
  FidelityCard(Kind kind, Runnable onReference) {
    super(Texts.get("fidelity.title"), null);
    setId("fidelity");
    getStyleClass().addAll("foldable", "fidelity");
    setAnimated(false);
    setExpanded(false);
    var all = new Hyperlink(Texts.get("reference.open"), Icons.icon(Feather.BOOK_OPEN));
    all.setId("reference-open");
    all.setOnAction(_ -> {
      all.setVisited(false);
      onReference.run();
    });
    var content = new VBox(6);
    add(content, "reference.models", Feather.CHECK, PartText.models(kind));
    add(content, "reference.leavesOut", Feather.MINUS, PartText.leavesOut(kind));
    content.getChildren().add(all);
    setContent(content);
  }

  private static void add(VBox content, String title, Feather mark, String[] sentences) {
    var heading = new Label(Texts.get(title));
    heading.getStyleClass().add("name");
    content.getChildren().add(heading);
    for (var sentence : sentences) {
      var icon = Icons.icon(mark);
      icon.getStyleClass().add(mark == Feather.CHECK ? "yes" : "no");
      var words = new Label(sentence);
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      HBox.setHgrow(words, Priority.ALWAYS);
      content.getChildren().add(new HBox(8, icon, words));
    }
  }
}
