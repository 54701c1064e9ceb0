package tenfold.app.live;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.look.Numbers;
import tenfold.app.look.FaultText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.TracePoint;
import tenfold.run.Point;
import tenfold.run.Snapshot;
import tenfold.scenario.Frame;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScheduledFault;
import tenfold.scenario.TraceFile;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;
import tenfold.topology.Wiring;

/// The view model of the workbench: the open scenario, its run, its edits, what is selected. Knows no control.
///
/// It belongs to the screen's thread; [#pulse] takes over what the engine's thread has left.
public final class Workbench implements AutoCloseable {
  /// Most families there can be.
  public static final int MAX_FAMILIES = 10_000_000;

  private final ReadOnlyObjectWrapper<ScenarioDocument> opened;
  private final ReadOnlyObjectWrapper<Topology> topology;
  private final ReadOnlyObjectWrapper<List<ScheduledFault>> faults;
  private final ReadOnlyObjectWrapper<List<Frame>> frames;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
  private final ReadOnlyObjectWrapper<Set<String>> pointedAt = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyDoubleWrapper reachedSpeed = new ReadOnlyDoubleWrapper();
  private final BooleanProperty playing = new SimpleBooleanProperty(true);
  private final DoubleProperty speed = new SimpleDoubleProperty(5);
  private final ObjectProperty<Optional<String>> failure = new SimpleObjectProperty<>(Optional.empty());
  private final Flight flight;
  private final TimeTravel time;
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private EditHistory history;
  private Scenario saved;

  /// An edit on the time axis, or something that went wrong.
  ///
  /// @param seconds simulated time
  /// @param label what was done
  /// @param isFault whether it went wrong
  public record Mark(double seconds, String label, boolean isFault) {}

  /// What is selected: nodes and frames by name, or one link.
  ///
  /// @param nodes names of the selected nodes
  /// @param link the selected link, when no node is; its ends say which, its values may have changed since
  /// @param frames names of the selected frames
  public record Selection(Set<String> nodes, Optional<Link> link, Set<String> frames) {
    /// Nothing.
    public static final Selection NONE = new Selection(Set.of(), Optional.empty());

    /// Nodes, or one link.
    public Selection(Set<String> nodes, Optional<Link> link) {
      this(nodes, link, Set.of());
    }

    /// One node.
    public static Selection of(String node) {
      return new Selection(Set.of(node), Optional.empty());
    }
  }

  /// Opens a scenario and lets it run.
  public Workbench(ScenarioDocument document) {
    this.opened = new ReadOnlyObjectWrapper<>(document);
    this.history = new EditHistory(document.scenario(), System::nanoTime);
    this.topology = new ReadOnlyObjectWrapper<>(history.current().topology());
    this.faults = new ReadOnlyObjectWrapper<>(history.current().faults());
    this.frames = new ReadOnlyObjectWrapper<>(history.current().frames());
    this.saved = history.current();
    this.flight = new Flight(history.current(), speed.get());
    this.time = new TimeTravel(this, flight);
    flight.run().playing(playing.get());
    playing.addListener((_, _, plays) -> time.play(plays));
    speed.addListener((_, _, value) -> flight.run().speed(value.doubleValue()));
  }

  /// Opens another scenario instead.
  public void open(ScenarioDocument other) {
    history = new EditHistory(other.scenario(), System::nanoTime);
    saved = history.current();
    opened.set(other);
    show(history.current());
    restart();
  }

  /// Opens another scenario, all of which is an edit that is not saved.
  public void openUnsaved(ScenarioDocument other) {
    open(other);
    saved = saved.with(new Topology(List.of(), List.of()));
  }

  /// The document that was opened last, as it was then; it changes before the drawn system does.
  public ReadOnlyObjectProperty<ScenarioDocument> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// Lets the system as it is now start anew at time 0.
  public void restart() {
    flight.restart(history.current(), speed.get());
    failure.set(Optional.empty());
    select(Selection.NONE);
    time.show();
    show(history.current());
    flight.run().playing(playing.get());
  }

  /// Takes over the newest picture and points of the running engine; called for every frame.
  public void pulse() {
    flight.pulse();
    time.pulse();
    reachedSpeed.set(flight.run().reachedSpeed());
    flight.run().failure().ifPresent(sentence -> failure.set(Optional.of(sentence)));
  }

  /// Shows the picture of the run that is to be shown.
  void show(Snapshot picture) {
    snapshot.set(picture);
  }

  /// The edits.
  EditHistory history() {
    return history;
  }

  /// The run goes on from an earlier instant: what ended it has not happened.
  void forgetFailure() {
    failure.set(Optional.empty());
  }

  /// The scenario as it is shown: as it is now, or as it was when the picture was made that is looked back at.
  public Scenario scenario() {
    var when = flight.past();
    return when.isPresent() ? flight.run().course().scenarioAt(when.getAsLong()) : history.current();
  }

  /// The scenario as it is drawn now.
  public ScenarioDocument document() {
    return opened.get().with(history.current());
  }

  /// The present scenario became the saved one.
  public void saved() {
    saved = history.current();
  }

  /// Whether there are edits that are not saved.
  public boolean isEdited() {
    return !history.current().equals(saved);
  }

  /// The drawn system.
  public ReadOnlyObjectProperty<Topology> topologyProperty() {
    return topology.getReadOnlyProperty();
  }

  /// What is to go wrong, in every run of the scenario.
  public ReadOnlyObjectProperty<List<ScheduledFault>> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  /// Notes and regions on the canvas.
  public ReadOnlyObjectProperty<List<Frame>> framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /// The newest picture of the running system; null before the first.
  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /// What is selected.
  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /// Nodes that something else in the window points at, because it is about them.
  public ReadOnlyObjectProperty<Set<String>> pointedAtProperty() {
    return pointedAt.getReadOnlyProperty();
  }

  /// Points at these nodes, and at no others.
  public void pointAt(Set<String> nodes) {
    pointedAt.set(Set.copyOf(nodes));
  }

  /// Whether time runs.
  public BooleanProperty playingProperty() {
    return playing;
  }

  /// Simulated seconds per second of wall time that are wanted; infinite for as fast as it goes.
  public DoubleProperty speedProperty() {
    return speed;
  }

  /// Simulated seconds per second of wall time that are reached.
  public ReadOnlyDoubleProperty reachedSpeedProperty() {
    return reachedSpeed.getReadOnlyProperty();
  }

  /// What ended the run, if something did.
  public ObjectProperty<Optional<String>> failureProperty() {
    return failure;
  }

  /// What the last attempt to edit came to, if it changed nothing; else empty.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// The points of the charts up to the instant that is shown, oldest first.
  public List<Point> points() {
    return flight.points();
  }

  /// Looks back, and goes back.
  public TimeTravel time() {
    return time;
  }

  /// The edits on the time axis, and what has gone wrong.
  public List<Mark> marks() {
    double now = seconds();
    return Stream.concat(flight.marks().stream(), faults.get().stream()
            .filter(fault -> fault.atSeconds() <= now)
            .map(fault -> new Mark(fault.atSeconds(), FaultText.of(fault), true)))
        .sorted(Comparator.comparingDouble(Mark::seconds))
        .toList();
  }

  /// Families in the co-op.
  public int families() {
    return topology.get().familyCount();
  }

  /// Sets the number of families, from 1 to [#MAX_FAMILIES].
  public void families(int count, Joining joining) {
    int families = Math.clamp(count, 1, MAX_FAMILIES);
    if (families() > 0) {
      edit(Texts.get("edit.families"), topology.get().withFamilies(families), joining,
          Texts.get("mark.families", Numbers.count(families)));
    }
  }

  /// Drops a component of that kind onto the canvas and wires it as this design does.
  ///
  /// @return name of the new node
  public String add(ComponentSpec standard, double x, double y) {
    var node = Wiring.newNode(topology.get(), standard, x, y);
    edit(Texts.get("edit.add", node.name()), Wiring.add(topology.get(), node), Joining.ALONE,
        "+ " + node.name());
    select(Selection.of(node.name()));
    return node.name();
  }

  /// Deletes the selected nodes with their links, and frames, or the selected link.
  public void deleteSelection() {
    var selected = selection.get();
    var left = scenario();
    for (var name : selected.nodes()) {
      left = left.minus(name);
    }
    for (var name : selected.frames()) {
      left = left.minusFrame(name);
    }
    edit(Texts.get("edit.delete", Editing.named(selected)), left, Joining.ALONE,
        selected.nodes().isEmpty() ? "" : "− " + String.join(", ", selected.nodes()));
    selected.link().ifPresent(this::disconnect);
    select(Selection.NONE);
  }

  /// Whether a link from one node to another makes sense.
  public boolean canConnect(String from, String to) {
    var current = topology.get();
    return current.link(from, to).isEmpty()
        && current.node(from).flatMap(one -> current.node(to).map(other ->
            Wiring.canCall(one.component(), other.component()))).orElse(false);
  }

  /// Links two nodes; says so when they are linked already.
  public void connect(String from, String to) {
    if (canConnect(from, to)) {
      edit(Texts.get("edit.connect", from, to), topology.get().plus(newLink(from, to)), Joining.ALONE,
          from + " → " + to);
    } else if (topology.get().link(from, to).isPresent()) {
      notice.set(Texts.get("notice.linked", from, to));
    }
  }

  /// Links two nodes, or takes their link away when there is one.
  public void toggleLink(String from, String to) {
    topology.get().link(from, to).ifPresentOrElse(this::disconnect, () -> connect(from, to));
  }

  /// Moves nodes.
  public void move(Set<String> names, UnaryOperator<Node> place, Joining joining) {
    var moved = topology.get();
    for (var name : names) {
      moved = moved.change(name, place);
    }
    var label = Texts.get("edit.move", Editing.named(new Selection(names, Optional.empty())));
    edit(label, moved, joining, "");
  }

  /// Puts every node in a place of its own.
  public void arrange(Topology arranged) {
    edit(Texts.get("edit.tidy"), arranged, Joining.ALONE, "");
  }

  /// Sets how many a node's stack has, at least 1.
  public void stack(String name, int count) {
    topology.get().node(name).filter(_ -> count >= 1).ifPresent(node -> {
      var changed = topology.get().change(name, old -> old.with(old.component().withInstances(count)));
      edit(Texts.get("edit.stack", name), changed, Joining.SOON, Texts.get("mark.stack", name, count));
    });
  }

  /// Changes a node's parameters.
  public void change(String name, ComponentSpec component) {
    var changed = topology.get().change(name, old -> old.with(component));
    edit(Texts.get("edit.change", name), changed, Joining.ALONE, name);
  }

  /// Moves a node to other zones (see [Node#zone()]).
  public void moveTo(String name, String zone) {
    edit(Texts.get("edit.change", name), topology.get().change(name, old -> old.in(zone)), Joining.ALONE, name);
  }

  /// Changes a link's parameters; its ends stay.
  public void change(Link link) {
    edit(Texts.get("edit.change", link.way()), topology.get().change(link), Joining.ALONE, link.way());
  }

  /// Lets the families come as recorded.
  public void replay(List<TracePoint> recorded) {
    var label = Texts.get("edit.trace");
    edit(label, TraceFile.replaying(topology.get(), recorded), Joining.ALONE, label);
  }

  /// Changes what is to go wrong.
  public void faults(List<ScheduledFault> script) {
    edit(Texts.get("edit.faults"), scenario().with(script), Joining.ALONE, "");
  }

  /// Lets something go wrong now, whatever its time. It is no edit: the next run does not repeat it.
  public void suffer(ScheduledFault fault) {
    if (flight.past().isPresent()) {
      time.branch(() -> suffer(fault));
      return;
    }
    var now = fault.at(seconds());
    flight.suffer(now);
    flight.mark(new Mark(now.atSeconds(), FaultText.of(now), true), 0);
  }

  /// Says something of an attempt to edit that changed nothing.
  void notice(String sentence) {
    notice.set(sentence);
  }

  /// Selects.
  public void select(Selection selected) {
    notice.set("");
    selection.set(selected);
  }

  /// Adds a node to the selection, or takes it out.
  public void toggleSelected(String name) {
    var names = new LinkedHashSet<>(selection.get().nodes());
    if (!names.remove(name)) {
      names.add(name);
    }
    select(new Selection(names, Optional.empty(), selection.get().frames()));
  }

  /// Takes the last edit back.
  public void undo() {
    time.lookAtNow();
    history.undo().ifPresent(edit -> take(edit.before(), Texts.get("mark.undo", edit.label())));
  }

  /// Makes the last undone edit again.
  public void redo() {
    time.lookAtNow();
    history.redo().ifPresent(edit -> take(edit.after(), Texts.get("mark.redo", edit.label())));
  }

  /// What [#undo] would take back.
  public Optional<String> undoable() {
    return history.undoable().map(EditHistory.Edit::label);
  }

  /// What [#redo] would make again.
  public Optional<String> redoable() {
    return history.redoable().map(EditHistory.Edit::label);
  }

  @Override
  public void close() {
    flight.close();
  }

  private void disconnect(Link link) {
    edit(Texts.get("edit.disconnect", link.from(), link.to()), topology.get().minus(link), Joining.ALONE,
        link.from() + " ↛ " + link.to());
  }

  /// A new link takes as long as its like in this design.
  private Link newLink(String from, String to) {
    var kind = topology.get().node(from).map(node -> node.component().getClass());
    return topology.get().links().stream()
        .filter(link -> topology.get().node(link.from()).map(node -> node.component().getClass()).equals(kind))
        .findFirst()
        .map(like -> like.between(from, to))
        .orElse(Link.inZone(from, to));
  }

  private void edit(String label, Topology after, Joining joining, String mark) {
    edit(label, scenario().with(after), joining, mark);
  }

  /// Makes an edit, unless nothing changes by it. While it is looked back, the edit is made there, and time goes on
  /// from there.
  ///
  /// @param mark what stands on the time axis; empty for nothing
  void edit(String label, Scenario after, Joining joining, String mark) {
    if (after.equals(scenario())) {
      return;
    }
    if (flight.past().isPresent()) {
      time.branch(() -> edit(label, after, joining, mark));
      return;
    }
    history.make(label, after, joining);
    take(after, mark);
  }

  private void take(Scenario next, String mark) {
    notice.set("");
    show(next);
    flight.run().edit(next);
    if (!mark.isEmpty()) {
      flight.mark(new Mark(seconds(), mark, false), Double.isInfinite(speed.get()) ? 1 : speed.get());
    }
    dropLostSelection();
  }

  /// What is not there any more cannot stay selected.
  void dropLostSelection() {
    var known = selection.get();
    var next = scenario();
    if (known.nodes().stream().anyMatch(name -> next.topology().node(name).isEmpty())
        || known.frames().stream().anyMatch(name -> next.frame(name).isEmpty())
        || known.link().filter(link -> next.topology().link(link.from(), link.to()).isEmpty()).isPresent()) {
      select(Selection.NONE);
    }
  }

  /// Shows a scenario, as it is now or as it was.
  void show(Scenario scenario) {
    topology.set(scenario.topology());
    faults.set(scenario.faults());
    frames.set(scenario.frames());
  }

  private double seconds() {
    return snapshot.get() == null ? 0 : snapshot.get().nowNanos() / 1e9;
  }
}
