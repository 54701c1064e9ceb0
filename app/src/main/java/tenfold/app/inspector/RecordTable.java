package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.look.Icons;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// A list of records to read and change, as a table that can be folded away: a row for each record, a column for each
/// of its parameters. A column that has each constant of an enum once names the rows and stays as it is; where none
/// does, rows can be added and taken away. The rows are made when it is unfolded for the first time.
final class RecordTable extends TitledPane implements ValueView {
  /// More rows than anybody edits by hand; a recorded trace may have thousands.
  private static final int MOST_ROWS = 100;

  private final Parameter parameter;
  private final List<Parameter> columns;
  private final Function<Parameter, List<String>> nodes;
  private final Consumer<Record> onChange;
  private final Button add = new Button(Texts.get("inspector.addRow"), Icons.icon(Feather.PLUS));
  private final GridPane grid = new GridPane();
  private final Faults faults = new Faults();
  private final List<List<ValueView>> rows = new ArrayList<>();
  private Record owner;
  private boolean isBuilt;

  /// @param parameter a list of records
  /// @param nodes names of the nodes that a column may name which names one
  /// @param onChange gets the component with the changed list
  RecordTable(
      Parameter parameter, Record owner, Function<Parameter, List<String>> nodes, Consumer<Record> onChange) {
    this.parameter = parameter;
    this.columns = Parameter.of(parameter.entryType());
    this.owner = owner;
    this.nodes = nodes;
    this.onChange = onChange;
    getStyleClass().addAll("foldable", "record-table", "parameter");
    setId("table-" + parameter.path());
    setText(PartText.label(parameter));
    grid.getStyleClass().add("grid");
    add.setId("add-" + parameter.path());
    add.setOnAction(_ -> onChange.accept(parameter.with(this.owner, plusOne())));
    setContent(new VBox(6, grid, faults, add));
    setExpanded(false);
    setAnimated(false);
    expandedProperty().addListener((_, _, isUnfolded) -> {
      if (isUnfolded && !isBuilt) {
        build();
      }
    });
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    if (!isBuilt) {
      return;
    }
    if (Math.min(MOST_ROWS, entries().size()) != rows.size()) {
      build();
    }
    for (int i = 0; i < rows.size(); i++) {
      var entry = entries().get(i);
      rows.get(i).forEach(cell -> cell.show(entry));
    }
  }

  private void build() {
    isBuilt = true;
    boolean isFixed = columns.stream().anyMatch(this::namesRows);
    rows.clear();
    grid.getChildren().clear();
    add.setVisible(!isFixed);
    add.setManaged(!isFixed);
    if (!entries().isEmpty()) {
      grid.addRow(0, columns.stream().map(RecordTable::heading).toArray(Node[]::new));
    }
    int shown = Math.min(MOST_ROWS, entries().size());
    for (int i = 0; i < shown; i++) {
      int index = i;
      var cells = columns.stream().map(column -> cell(column, index)).toList();
      grid.addRow(i + 1, cells.toArray(Node[]::new));
      if (!isFixed) {
        grid.add(remover(index), columns.size(), i + 1);
      }
      rows.add(cells.stream().filter(ValueView.class::isInstance).map(ValueView.class::cast).toList());
    }
    if (entries().size() > shown) {
      var more = new Label(Texts.get("inspector.moreRows", Numbers.count(entries().size() - shown)));
      more.getStyleClass().add("unit");
      grid.add(more, 0, shown + 1, columns.size(), 1);
    }
  }

  private static Label heading(Parameter column) {
    var heading = new Label((PartText.label(column) + " " + PartText.unit(column)).strip());
    heading.getStyleClass().add("unit");
    return heading;
  }

  private Node cell(Parameter column, int index) {
    var entry = entries().get(index);
    if (namesRows(column)) {
      var name = new Label(Texts.choice(column.value(entry)));
      name.getStyleClass().add("name");
      GridPane.setHgrow(name, Priority.ALWAYS);
      return name;
    }
    Consumer<Record> change = changed -> onChange.accept(parameter.with(owner, replaced(index, changed)));
    return column.namesNode() || !column.choices().isEmpty()
        ? new ValueChoice(column, entry, nodes.apply(column), change)
        : new ValueField(column, entry, change, found -> faults.put(column.path() + index, found));
  }

  private Button remover(int index) {
    var remove = new Button("", Icons.icon(Feather.X));
    remove.setId("remove-" + parameter.path() + "-" + index);
    remove.getStyleClass().add("quiet");
    remove.setAccessibleText(Texts.get("inspector.removeRow"));
    remove.setTooltip(new Tooltip(Texts.get("inspector.removeRow")));
    remove.setOnAction(_ -> onChange.accept(parameter.with(owner, without(index))));
    return remove;
  }

  private boolean namesRows(Parameter column) {
    return column.type().isEnum()
        && entries().stream().map(column::value).toList().equals(Arrays.asList(column.type().getEnumConstants()));
  }

  private List<Record> replaced(int index, Record changed) {
    var entries = new ArrayList<>(entries());
    entries.set(index, changed);
    return entries;
  }

  private List<Record> without(int index) {
    var entries = new ArrayList<>(entries());
    entries.remove(index);
    return entries;
  }

  /// A new row names the first nodes that the other rows do not name.
  private List<Record> plusOne() {
    var entry = parameter.newEntry();
    for (var column : columns.stream().filter(Parameter::namesNode).toList()) {
      var named = entries().stream().map(column::value).toList();
      entry = column.with(entry, nodes.apply(column).stream().filter(node -> !named.contains(node)).findFirst()
          .orElse(""));
    }
    var entries = new ArrayList<>(entries());
    entries.add(entry);
    return entries;
  }

  private List<Record> entries() {
    return ((List<?>) parameter.value(owner)).stream().map(Record.class::cast).toList();
  }
}
