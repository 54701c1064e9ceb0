package tenfold.app.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Sheet;
import tenfold.app.look.Texts;
import tenfold.app.palette.Kinds;
import tenfold.component.ComponentSpec;
import tenfold.component.Kind;

/// The reference above the workbench: the kinds on the left, the page of one of them beside.
public final class ReferenceSheet extends Sheet {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int[] COLUMN_PERCENTS = {28, 14, 26, 10, 22};

  private final VBox kinds = new VBox();
  private final Map<Kind, Button> choices = new LinkedHashMap<>();
  private final StackPane icon = new StackPane();
  private final Label name = new Label();
  private final Label id = new Label();

  /// A closed one.
  public ReferenceSheet() {
    super("reference", Texts.get("reference.title"));
    kinds.getStyleClass().add("kinds");
    Kinds.all().forEach(component -> choices.put(component.kind(), choice(component)));
    kinds.getChildren().setAll(choices.values());
    name.getStyleClass().add("title");
    id.getStyleClass().add("code");
    head(icon, name, id);
    left(kinds);
  }

  /// Shows the page of a component's kind.
  public void open(ComponentSpec component) {
    open();
    choices.forEach((kind, choice) -> choice.pseudoClassStateChanged(CHOSEN, kind == component.kind()));
    Kinds.all().stream().filter(kind -> kind.kind() == component.kind()).map(ReferencePage::of).forEach(this::show);
  }

  private Button choice(ComponentSpec component) {
    var choice = new Button(PartText.label(component.kind()), chip(component));
    choice.setId("reference-" + component.kind().id());
    choice.getStyleClass().add("kind");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setOnAction(_ -> open(component));
    return choice;
  }

  private void show(ReferencePage page) {
    icon.getChildren().setAll(chip(page.component()));
    name.setText(PartText.label(page.kind()));
    id.setText(page.kind().id());
    content().getChildren().setAll(
        text(PartText.summary(page.kind()), "summary"),
        sentences(page.kind()),
        text(Texts.get("reference.parameters"), "heading"));
    page.sections().forEach(this::add);
    content().getChildren().add(text(Texts.get("reference.faults"), "heading"));
    if (page.faults().isEmpty()) {
      content().getChildren().add(text(Texts.get("reference.noFaults"), "body"));
    }
    add(page.faults());
    content().getChildren().add(text(Texts.get("reference.figures"), "heading"));
    add(page.figures());
    scrollToTop();
  }

  private static Node sentences(Kind kind) {
    var grid = grid(50, 50);
    grid.getStyleClass().add("sentences");
    grid.addRow(0, sentences("reference.models", Feather.CHECK, PartText.models(kind)),
        sentences("reference.leavesOut", Feather.MINUS, PartText.leavesOut(kind)));
    return grid;
  }

  private static Node sentences(String title, Feather mark, String[] sentences) {
    var box = new VBox(6, text(Texts.get(title), "heading"));
    for (var sentence : sentences) {
      var icon = Icons.icon(mark);
      icon.getStyleClass().add(mark == Feather.CHECK ? "yes" : "no");
      var words = text(sentence, "body");
      HBox.setHgrow(words, Priority.ALWAYS);
      box.getChildren().add(new HBox(8, icon, words));
    }
    return box;
  }

  private void add(ReferencePage.Section section) {
    if (!section.title().isEmpty()) {
      content().getChildren().add(text(section.title(), "subheading"));
    }
    var grid = grid(COLUMN_PERCENTS);
    grid.getStyleClass().add("parameters");
    grid.addRow(0, Stream.of("label", "standard", "range", "effect", "source")
        .map(column -> text(Texts.get("reference.column." + column), "column")).toArray(Node[]::new));
    for (var row : section.rows()) {
      var name = new VBox(text(row.label(), "name"), text(row.name(), "code"));
      grid.addRow(grid.getRowCount(), name, text((row.standard() + " " + row.unit()).strip(), "body"),
          text(row.range(), "body"), text(row.effect(), "muted"), text(row.source(), "muted"));
    }
    content().getChildren().add(grid);
  }

  private void add(List<ReferencePage.Term> terms) {
    var box = new VBox(8);
    for (var term : terms) {
      var name = new VBox(text(term.label(), "name"), text(term.name(), "code"));
      name.getStyleClass().add("term");
      var meaning = text(term.meaning(), "body");
      HBox.setHgrow(meaning, Priority.ALWAYS);
      box.getChildren().add(new HBox(12, name, meaning));
    }
    content().getChildren().add(box);
  }

  private static GridPane grid(int... percents) {
    var grid = new GridPane();
    for (int percent : percents) {
      var column = new ColumnConstraints();
      column.setPercentWidth(percent);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private static Node chip(ComponentSpec component) {
    var chip = new StackPane(Icons.of(component));
    chip.getStyleClass().add("chip");
    chip.getStyleClass().addAll(Icons.hue(component));
    return chip;
  }

  private static Label text(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
