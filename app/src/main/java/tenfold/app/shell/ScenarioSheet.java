package tenfold.app.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import tenfold.app.look.Sheet;
import tenfold.app.look.Texts;
import tenfold.scenario.Gallery;

/// The shipped scenarios above the workbench, in groups: what each is called and what it shows.
final class ScenarioSheet extends Sheet {
  private static final int COLUMNS = 3;

  /// What a card has beside its words, in pixels.
  private static final double SIDES = 24;

  private final Consumer<String> onChoice;

  /// A closed one.
  ///
  /// @param onChoice opens a shipped scenario by its name
  ScenarioSheet(Consumer<String> onChoice) {
    super("scenarios", Texts.get("scenarios.title"));
    this.onChoice = onChoice;
    head(text(Texts.get("scenarios.title"), "title"));
  }

  /// Shows them.
  void show() {
    if (content().getChildren().isEmpty()) {
      Gallery.GROUPS.forEach(this::add);
    }
    open();
    scrollToTop();
  }

  private void add(Gallery.Group group) {
    var grid = new GridPane();
    grid.getStyleClass().add("cards");
    for (int column = 0; column < COLUMNS; column++) {
      var constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / COLUMNS);
      constraints.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(constraints);
    }
    var names = group.names();
    for (int i = 0; i < names.size(); i++) {
      grid.add(card(names.get(i)), i % COLUMNS, i / COLUMNS);
    }
    content().getChildren().addAll(text(Texts.get("scenarios.group." + group.id()), "heading"), grid);
  }

  private Button card(String name) {
    var scenario = Gallery.scenario(name);
    var title = text(scenario.title(), "name");
    var card = new Button(scenario.description(), title);
    title.prefWidthProperty().bind(card.widthProperty().subtract(SIDES));
    card.setId("scenario-" + name);
    card.getStyleClass().add("scenario");
    card.setContentDisplay(ContentDisplay.TOP);
    card.setAlignment(Pos.TOP_LEFT);
    card.setWrapText(true);
    card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    card.setMinHeight(USE_PREF_SIZE);
    card.setAccessibleText(scenario.title());
    card.setAccessibleHelp(scenario.description());
    card.setOnAction(_ -> {
      close();
      onChoice.accept(name);
    });
    return card;
  }

  private static Label text(String words, String style) {
    var label = new Label(words);
    label.getStyleClass().add(style);
    return label;
  }
}
