package tenfold.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tenfold.app.canvas.Thumbnail;
import tenfold.app.look.ScenarioText;
import tenfold.app.look.Sheet;
import tenfold.app.look.Texts;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// The shipped scenarios above the workbench, in groups: what each looks like, is called and shows. A field finds
/// those with a word; Enter opens the first of them, and ↓ leads to it.
final class ScenarioSheet extends Sheet {
  private static final int COLUMNS = 2;

  private final Consumer<String> onChoice;
  private final TextField search = new TextField();
  private final Label none = text(Texts.get("scenarios.none"), "muted");
  private final List<Section> sections = new ArrayList<>();

  /// A group with its cards, of which those are shown that have been looked for.
  private record Section(Label heading, GridPane grid, List<Card> cards) {}

  /// A card and the words by which it is found.
  private record Card(Button button, String words) {}

  /// A closed one.
  ///
  /// @param onChoice opens a shipped scenario by its name
  ScenarioSheet(Consumer<String> onChoice) {
    super("scenarios", Texts.get("scenarios.title"));
    this.onChoice = onChoice;
    search.setId("scenarios-search");
    search.setPromptText(Texts.get("scenarios.search"));
    search.setAccessibleText(Texts.get("scenarios.search"));
    search.textProperty().subscribe(_ -> sift());
    search.setOnAction(_ -> first().ifPresent(Button::fire));
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN) {
        first().ifPresent(Button::requestFocus);
        event.consume();
      }
    });
    head(text(Texts.get("scenarios.title"), "title"), search);
  }

  /// Shows them all, with the keyboard in the field.
  void show() {
    if (sections.isEmpty()) {
      Gallery.GROUPS.forEach(group -> sections.add(section(group)));
    }
    search.clear();
    sift();
    open();
    search.requestFocus();
  }

  /// Shows the scenarios that have all words of the field.
  private void sift() {
    var wanted = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
    content().getChildren().clear();
    for (var section : sections) {
      var found = section.cards.stream().filter(card -> List.of(wanted).stream().allMatch(card.words::contains))
          .map(Card::button).toList();
      section.grid.getChildren().clear();
      for (int i = 0; i < found.size(); i++) {
        section.grid.add(found.get(i), i % COLUMNS, i / COLUMNS);
      }
      if (!found.isEmpty()) {
        content().getChildren().addAll(section.heading, section.grid);
      }
    }
    if (content().getChildren().isEmpty()) {
      content().getChildren().add(none);
    }
    scrollToTop();
  }

  private Optional<Button> first() {
    return sections.stream().flatMap(section -> section.grid.getChildren().stream()).map(Button.class::cast)
        .findFirst();
  }

  private Section section(Gallery.Group group) {
    var grid = new GridPane();
    grid.getStyleClass().add("cards");
    for (int column = 0; column < COLUMNS; column++) {
      var constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(constraints);
    }
    var heading = Texts.get("scenarios.group." + group.id());
    return new Section(text(heading, "heading"), grid,
        group.names().stream().map(name -> card(name, heading)).toList());
  }

  private Card card(String name, String heading) {
    var scenario = Gallery.scenario(name);
    var card = new CardButton(scenario);
    card.setId("scenario-" + name);
    card.setOnAction(_ -> {
      close();
      onChoice.accept(name);
    });
    var words = String.join("\n", name, heading, ScenarioText.title(scenario), ScenarioText.description(scenario));
    return new Card(card, words.toLowerCase(Locale.ROOT));
  }

  private static Label text(String words, String style) {
    var label = new Label(words);
    label.getStyleClass().add(style);
    return label;
  }

  /// A picture, and beside it words that are as high as its width makes them.
  private static final class CardButton extends Button {
    private static final double GAP = 12;
    private final Thumbnail picture;
    private final VBox words;

    CardButton(Scenario scenario) {
      picture = new Thumbnail(scenario.topology());
      var title = text(ScenarioText.title(scenario), "name");
      var description = text(ScenarioText.description(scenario), "description");
      title.setWrapText(true);
      description.setWrapText(true);
      words = new VBox(title, description);
      words.getStyleClass().add("words");
      words.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> wordsWidth(getWidth()),
          widthProperty(), insetsProperty()));
      getStyleClass().add("scenario");
      setGraphic(new HBox(GAP, picture, words));
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setAlignment(Pos.TOP_LEFT);
      setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      setMinHeight(USE_PREF_SIZE);
      setAccessibleText(ScenarioText.title(scenario));
      setAccessibleHelp(ScenarioText.description(scenario));
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return snappedTopInset() + snappedBottomInset()
          + Math.max(picture.prefHeight(-1), words.prefHeight(wordsWidth(width)));
    }

    private double wordsWidth(double width) {
      return Math.max(0, width - snappedLeftInset() - snappedRightInset() - picture.getPrefWidth() - GAP);
    }
  }
}
