package tenfold.app.table;

import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A node as a row: what it is, whom it calls, and what it does now.
final class NodeRow {
  private final String name;
  private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper zone = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper calls = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper p95 = new ReadOnlyStringWrapper("");

  NodeRow(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  ReadOnlyStringProperty nameProperty() {
    return new ReadOnlyStringWrapper(name).getReadOnlyProperty();
  }

  ReadOnlyStringProperty kindProperty() {
    return kind.getReadOnlyProperty();
  }

  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyStringProperty zoneProperty() {
    return zone.getReadOnlyProperty();
  }

  ReadOnlyStringProperty callsProperty() {
    return calls.getReadOnlyProperty();
  }

  ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  ReadOnlyStringProperty p95Property() {
    return p95.getReadOnlyProperty();
  }

  /// Takes over how it is drawn.
  void show(Topology topology, Node node) {
    kind.set(PartText.label(node.component().kind()));
    count.set(Numbers.count(node.component().instances()));
    zone.set(node.zone());
    calls.set(topology.linksFrom(name).stream().map(Link::to).collect(Collectors.joining(", ")));
  }

  /// Takes over what it does.
  void show(NodeView view) {
    count.set(Numbers.count(view.instances()));
    busy.set(Numbers.percent(view.utilisation()));
    waiting.set(Numbers.count(view.waiting()));
    p95.set(Numbers.millis(view.p95Ms()));
  }
}
