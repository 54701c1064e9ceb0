package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tenfold.app.look.Texts;
import tenfold.component.Parameter;

/// A list of records to read and change, as a table that can be folded away: a row for each record, a column for each
/// of its parameters. A column that has each constant of an enum once names the rows and stays as it is.
final class RecordTable extends TitledPane implements ValueView {
  private final Parameter parameter;
  private final List<Parameter> columns;
  private final Consumer<Record> onChange;
  private final GridPane grid = new GridPane();
  private final Faults faults = new Faults();
  private final List<List<ValueView>> rows = new ArrayList<>();
  private Record owner;

  /// @param parameter a list of records
  /// @param onChange gets the component with the changed list
  RecordTable(Parameter parameter, Record owner, Consumer<Record> onChange) {
    this.parameter = parameter;
    this.columns = Parameter.of(parameter.entryType());
    this.owner = owner;
    this.onChange = onChange;
    getStyleClass().addAll("record-table", "parameter");
    setId("table-" + parameter.path());
    setText(parameter.annotation().label());
    grid.getStyleClass().add("grid");
    setContent(new VBox(grid, faults));
    setExpanded(false);
    setAnimated(false);
    build();
  }

  @Override
  public void show(Record changed) {
    owner = changed;
    if (entries().size() != rows.size()) {
      build();
    }
    for (int i = 0; i < rows.size(); i++) {
      var entry = entries().get(i);
      rows.get(i).forEach(cell -> cell.show(entry));
    }
  }

  private void build() {
    rows.clear();
    grid.getChildren().clear();
    grid.addRow(0, columns.stream().map(RecordTable::heading).toArray(Node[]::new));
    for (int i = 0; i < entries().size(); i++) {
      int index = i;
      var cells = columns.stream().map(column -> cell(column, index)).toList();
      grid.addRow(i + 1, cells.toArray(Node[]::new));
      rows.add(cells.stream().filter(ValueView.class::isInstance).map(ValueView.class::cast).toList());
    }
  }

  private static Label heading(Parameter column) {
    var heading = new Label((column.annotation().label() + " " + column.annotation().unit()).strip());
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
    return ValueChoice.suits(column.type())
        ? new ValueChoice(column, entry, change)
        : new ValueField(column, entry, change, found -> faults.put(column.path() + index, found));
  }

  private boolean namesRows(Parameter column) {
    return column.type().isEnum()
        && entries().stream().map(column::value).toList().equals(Arrays.asList(column.type().getEnumConstants()));
  }

  private List<Record> replaced(int index, Record changed) {
    return Stream.of(entries().subList(0, index), List.of(changed), entries().subList(index + 1, entries().size()))
        .flatMap(List::stream).toList();
  }

  private List<Record> entries() {
    return ((List<?>) parameter.value(owner)).stream().map(Record.class::cast).toList();
  }
}
