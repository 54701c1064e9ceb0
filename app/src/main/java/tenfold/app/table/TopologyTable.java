package tenfold.app.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.live.Bounds;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.Icons;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.app.palette.Kinds;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Topology;

/// The drawing's twin: nodes and links as two tables that say the same and can do the same by keyboard.
public final class TopologyTable extends VBox {
  /// How narrow a column of words may become, in pixels; numbers keep their width.
  private static final double LEAST_WIDTH = 92;
  private static final double SECONDS = 0.5;
  private static final double GAP = 44;

  private final Workbench workbench;
  private final Editing editing;
  private final TableView<NodeRow> nodes = new TableView<>();
  private final TableView<LinkRow> links = new TableView<>();
  private final Label said = new Label();
  private final Button link = button("table.link", Feather.CORNER_RIGHT_DOWN);
  private final Button rename = button("table.rename", Feather.EDIT_2);
  private final Button fewer = button("table.fewer", Feather.MINUS);
  private final Button more = button("table.more", Feather.PLUS);
  private final Button delete = button("table.delete", Feather.TRASH_2);
  private boolean isFollowing;
  private double since = SECONDS;

  /// The table of a workbench.
  ///
  /// @param toDrawing shows the drawing again
  public TopologyTable(Workbench workbench, Runnable toDrawing) {
    this.workbench = workbench;
    this.editing = new Editing(workbench);
    getStyleClass().add("topology-table");
    nodeColumns();
    linkColumns();
    VBox.setVgrow(nodes, Priority.ALWAYS);
    var add = button("table.add", Feather.PLUS_SQUARE);
    add.setOnAction(_ -> open(add, Kinds.all().stream().map(kind ->
        entry(PartText.label(kind.kind()), () -> workbench.add(kind, place(), 60))).toList()));
    link.setOnAction(_ -> chooseTarget());
    rename.setOnAction(_ -> startRename());
    fewer.setOnAction(_ -> editing.stack(-1));
    more.setOnAction(_ -> editing.stack(1));
    delete.setOnAction(_ -> workbench.deleteSelection());
    var drawing = button("table.drawing", Feather.SHARE_2);
    drawing.setOnAction(_ -> toDrawing.run());
    var edits = new FlowPane(6, 6, add, link, rename, fewer, more, delete);
    HBox.setHgrow(edits, Priority.ALWAYS);
    var bar = new HBox(edits, drawing);
    bar.getStyleClass().add("bar");
    said.getStyleClass().add("said");
    said.setId("table-said");
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    var heading = new Label(Texts.get("table.links"));
    heading.getStyleClass().add("heading");
    getChildren().setAll(bar, said, nodes, heading, links);
    workbench.topologyProperty().subscribe(this::show);
    workbench.selectionProperty().subscribe(this::follow);
    workbench.noticeProperty().addListener((_, _, notice) -> said.setText(notice));
    nodes.getSelectionModel().getSelectedItems().addListener((ListChangeListener<NodeRow>) _ -> choose());
    links.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> choose(row));
    nodes.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// Shows the newest numbers, `seconds` of wall time after the last call.
  public void pulse(double seconds) {
    since += seconds;
    var snapshot = workbench.snapshotProperty().get();
    if (since >= SECONDS && snapshot != null) {
      since = 0;
      var views = snapshot.nodes().stream().collect(Collectors.toMap(NodeView::name, Function.identity()));
      nodes.getItems().forEach(row -> Optional.ofNullable(views.get(row.name())).ifPresent(row::show));
      links.getItems().forEach(row -> snapshot.links().stream()
          .filter(view -> row.link().connects(view.from(), view.to())).findFirst()
          .ifPresent(view -> row.show(view, snapshot.nowNanos())));
    }
  }

  /// Gives the keyboard to it.
  public void focusNodes() {
    nodes.requestFocus();
    if (nodes.getFocusModel().getFocusedIndex() < 0) {
      nodes.getFocusModel().focus(0);
    }
  }

  private void nodeColumns() {
    nodes.setId("topology-nodes");
    nodes.setAccessibleText(Texts.get("table.nodes"));
    nodes.setEditable(true);
    nodes.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    nodes.setPlaceholder(new Label(Texts.get("table.empty")));
    nodes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var name = column("table.name", NodeRow::nameProperty, 150);
    name.setEditable(true);
    name.setCellFactory(TextFieldTableCell.forTableColumn());
    name.setOnEditCommit(edit -> rename(edit.getRowValue().name(), edit.getNewValue()));
    nodes.getColumns().setAll(List.of(name, column("table.kind", NodeRow::kindProperty, 96),
        number("table.count", NodeRow::countProperty, 70), column("table.zone", NodeRow::zoneProperty, 56),
        number("table.busy", NodeRow::busyProperty, 70), number("table.waiting", NodeRow::waitingProperty, 72),
        number("table.p95", NodeRow::p95Property, 72), column("table.calls", NodeRow::callsProperty, 200)));
  }

  private void linkColumns() {
    links.setId("topology-links");
    links.setAccessibleText(Texts.get("table.links"));
    links.setPlaceholder(new Label(Texts.get("table.empty")));
    links.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    links.getColumns().setAll(List.of(column("table.from", LinkRow::fromProperty, 150),
        column("table.to", LinkRow::toProperty, 150), number("table.roundTrip", LinkRow::roundTripProperty, 90),
        number("table.rate", LinkRow::rateProperty, 90), number("table.failing", LinkRow::failingProperty, 90)));
  }

  private static <R> TableColumn<R, String> column(
      String key, Function<R, ObservableValue<String>> value, double width) {
    var column = new TableColumn<R, String>(Texts.get(key));
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST_WIDTH));
    column.setSortable(false);
    column.setReorderable(false);
    column.setEditable(false);
    return column;
  }

  private static <R> TableColumn<R, String> number(
      String key, Function<R, ObservableValue<String>> value, double width) {
    var column = column(key, value, width);
    column.getStyleClass().add("number");
    return column;
  }

  private void show(Topology topology) {
    isFollowing = true;
    var before = nodes.getItems().stream().collect(Collectors.toMap(NodeRow::name, Function.identity()));
    var rows = topology.nodes().stream().map(node -> {
      var row = before.getOrDefault(node.name(), new NodeRow(node.name()));
      row.show(topology, node);
      return row;
    }).toList();
    if (!rows.equals(nodes.getItems())) {
      nodes.getItems().setAll(rows);
    }
    var linksBefore = new HashMap<String, LinkRow>();
    links.getItems().forEach(row -> linksBefore.put(row.link().way(), row));
    var linkRows = topology.links().stream().map(one -> {
      var row = linksBefore.getOrDefault(one.way(), new LinkRow(one));
      row.show(one);
      return row;
    }).toList();
    if (!linkRows.equals(links.getItems())) {
      links.getItems().setAll(linkRows);
    }
    isFollowing = false;
    follow(workbench.selectionProperty().get());
  }

  /// Marks the rows of what is selected.
  private void follow(Selection selection) {
    if (isFollowing) {
      return;
    }
    isFollowing = true;
    var model = nodes.getSelectionModel();
    if (!selected().equals(selection.nodes())) {
      model.clearSelection();
      for (int i = 0; i < nodes.getItems().size(); i++) {
        if (selection.nodes().contains(nodes.getItems().get(i).name())) {
          model.select(i);
          nodes.getFocusModel().focus(i);
        }
      }
    }
    var linkRow = links.getItems().stream().filter(row -> selection.link()
        .filter(one -> row.link().connects(one.from(), one.to())).isPresent()).findFirst();
    linkRow.ifPresentOrElse(links.getSelectionModel()::select, links.getSelectionModel()::clearSelection);
    isFollowing = false;
    boolean hasNode = !selection.nodes().isEmpty();
    boolean hasOne = selection.nodes().size() == 1;
    link.setDisable(!hasOne);
    rename.setDisable(!hasOne);
    fewer.setDisable(!hasNode);
    more.setDisable(!hasNode);
    delete.setDisable(!hasNode && selection.link().isEmpty());
  }

  private void choose() {
    if (!isFollowing) {
      isFollowing = true;
      workbench.select(new Selection(selected(), Optional.empty()));
      isFollowing = false;
      follow(workbench.selectionProperty().get());
    }
  }

  private void choose(@Nullable LinkRow row) {
    if (!isFollowing && row != null) {
      workbench.select(new Selection(Set.of(), Optional.of(row.link())));
    }
  }

  private Set<String> selected() {
    return nodes.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).map(NodeRow::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void key(KeyEvent event) {
    if (nodes.getEditingCell() != null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case F2 -> startRename();
      case PLUS, ADD, EQUALS -> editing.stack(1);
      case MINUS, SUBTRACT -> editing.stack(-1);
      case L -> chooseTarget();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void startRename() {
    int row = nodes.getSelectionModel().getSelectedIndex();
    if (row >= 0) {
      nodes.requestFocus();
      nodes.edit(row, nodes.getColumns().getFirst());
    }
  }

  private void rename(String node, String typed) {
    var fault = editing.faultOfName(node, typed.strip());
    if (fault.isEmpty()) {
      editing.rename(node, typed);
    } else {
      nodes.refresh();
    }
    said.setText(fault.orElse(""));
  }

  /// Everything that the selected node can be linked to, and what it is linked to, whose link is taken away.
  private void chooseTarget() {
    var names = workbench.selectionProperty().get().nodes();
    if (names.size() != 1) {
      return;
    }
    var from = names.iterator().next();
    var topology = workbench.topologyProperty().get();
    var entries = topology.nodes().stream().map(tenfold.topology.Node::name)
        .filter(to -> workbench.canConnect(from, to) || topology.link(from, to).isPresent())
        .map(to -> entry(Texts.get(topology.link(from, to).isPresent() ? "table.unlink" : "table.linkTo", to),
            () -> workbench.toggleLink(from, to)))
        .toList();
    if (entries.isEmpty()) {
      said.setText(Texts.get("table.noTarget", from));
    } else {
      open(link, entries);
    }
  }

  /// Right of everything, where a node that is added without a place of its own is seen.
  private double place() {
    var all = Bounds.of(workbench.topologyProperty().get().nodes(), List.of());
    return all.right() + GAP;
  }

  private static void open(Node owner, List<MenuItem> entries) {
    var menu = new ContextMenu(entries.toArray(MenuItem[]::new));
    menu.setId("table-menu");
    menu.show(owner, Side.BOTTOM, 0, 2);
  }

  private static MenuItem entry(String text, Runnable action) {
    var entry = new MenuItem(text);
    entry.setOnAction(_ -> action.run());
    return entry;
  }

  private static Button button(String key, Feather picture) {
    var button = new Button(Texts.get(key), Icons.icon(picture));
    button.setId(key.replace('.', '-'));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
