package tenfold.app.live;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.EngineText;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.scenario.Fragment;
import tenfold.scenario.Frame;
import tenfold.scenario.Scenario;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Alignment;
import tenfold.topology.Inspection;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;
import tenfold.topology.Wiring;

/// What is done with a selection as a whole: copy, paste, align, move, name; and with frames. Every one of them is an
/// edit of the workbench that can be undone. Keeps nothing of its own.
public final class Editing {
  /// Names that an edit's label has room for.
  private static final int MAX_NAMES = 3;
  private static final int MAX_NAME_LENGTH = 40;

  /// By how much a copy stands beside the original, in canvas units.
  private static final double BESIDE = 24;

  /// Room between a frame and the nodes that it is put around, in canvas units; above them stands its name.
  private static final double FRAME_MARGIN = 24;
  private static final double FRAME_HEAD = 44;

  private final Workbench workbench;

  /// Edits of that workbench.
  public Editing(Workbench workbench) {
    this.workbench = workbench;
  }

  /// The selected parts in words, as in "Server 2, Cache" or "5 parts".
  static String named(Selection selection) {
    var names = Stream.concat(selection.nodes().stream(), selection.frames().stream()).toList();
    return names.size() <= MAX_NAMES
        ? String.join(", ", names) : Texts.get("edit.parts", Numbers.count(names.size()));
  }

  /// Selects every node and every frame.
  public void selectAll() {
    workbench.select(new Selection(
        topology().nodes().stream().map(Node::name).collect(Collectors.toCollection(LinkedHashSet::new)),
        Optional.empty(),
        scenario().frames().stream().map(Frame::name).collect(Collectors.toCollection(LinkedHashSet::new))));
  }

  /// The selected nodes, the links among them and the selected frames, as text; empty when nothing of that is selected.
  public Optional<String> copied() {
    return Optional.of(selectedFragment()).filter(fragment -> !fragment.isEmpty()).map(Fragment::format);
  }

  /// Puts a copied text beside what has the same place already, and selects it; what is no such text is refused.
  public void paste(String text) {
    paste(text, fragment -> {
      double beside = 0;
      while (isTaken(fragment, beside)) {
        beside += BESIDE;
      }
      return new double[] {beside, beside};
    });
  }

  /// Puts a copied text so that its middle is at a place of the canvas, and selects it.
  public void paste(String text, double x, double y) {
    paste(text, fragment -> {
      var bounds = Bounds.of(fragment.nodes(), fragment.frames());
      return new double[] {Math.rint(x - bounds.left() - bounds.width() / 2),
        Math.rint(y - bounds.top() - bounds.height() / 2)};
    });
  }

  private void paste(String text, Function<Fragment, double[]> place) {
    try {
      var fragment = Fragment.parse(text);
      if (!fragment.isEmpty()) {
        double[] move = place.apply(fragment);
        take("edit.paste", fragment.into(scenario(), move[0], move[1]));
      }
    } catch (UnreadableScenario refused) {
      workbench.notice(EngineText.ofFile(String.valueOf(refused.getMessage())));
    }
  }

  /// Puts a copy beside the selected parts, linked as they are to the others as far as that makes sense.
  public void duplicate() {
    var fragment = selectedFragment();
    if (fragment.isEmpty()) {
      return;
    }
    var put = fragment.into(scenario(), BESIDE, BESIDE);
    var originals = fragment.nodes().stream().map(Node::name).toList();
    var copies = List.copyOf(put.nodes());
    var topology = put.scenario().topology();
    for (int i = 0; i < copies.size(); i++) {
      for (var link : topology().links()) {
        if (link.from().equals(originals.get(i)) && !originals.contains(link.to())) {
          topology = linked(topology, link.between(copies.get(i), link.to()));
        } else if (link.to().equals(originals.get(i)) && !originals.contains(link.from())) {
          topology = linked(topology, link.between(link.from(), copies.get(i)));
        }
      }
    }
    take("edit.duplicate", new Fragment.Put(put.scenario().with(topology), put.nodes(), put.frames()));
  }

  /// With one more link, unless it brings a new problem, as a second database for a server does.
  private static Topology linked(Topology topology, Link link) {
    var linked = topology.plus(link);
    return Inspection.problems(topology).containsAll(Inspection.problems(linked)) ? linked : topology;
  }

  /// Brings the selected nodes into line.
  public void align(Alignment alignment) {
    edit(Texts.get("edit.align." + alignment),
        scenario().with(alignment.apply(topology(), selection().nodes())), Joining.ALONE);
  }

  /// What would be wrong with a name for that node or frame, in a sentence; empty when nothing is.
  public Optional<String> faultOfName(String present, String name) {
    var taken = Stream.concat(topology().nodes().stream().map(Node::name),
        scenario().frames().stream().map(Frame::name)).filter(other -> !other.equals(present)).toList();
    if (name.isBlank()) {
      return Optional.of(Texts.get("name.empty"));
    } else if (name.length() > MAX_NAME_LENGTH) {
      return Optional.of(Texts.get("name.long", Numbers.count(MAX_NAME_LENGTH)));
    }
    return taken.contains(name) ? Optional.of(Texts.get("name.taken", name)) : Optional.empty();
  }

  /// Gives a node another name, which must be without fault, wherever it is spoken of. The node goes on as it is.
  public void rename(String node, String name) {
    var other = name.strip();
    if (!other.equals(node) && faultOfName(node, other).isEmpty()) {
      boolean wasSelected = selection().nodes().contains(node);
      edit(Texts.get("edit.rename", node, other), scenario().renamed(node, other), Joining.ALONE);
      if (wasSelected) {
        workbench.select(Selection.of(other));
      }
    }
  }

  /// The selection with the nodes that stand in its frames, as it is moved.
  public Selection withContents(Selection selected) {
    var nodes = new LinkedHashSet<>(selected.nodes());
    for (var name : selected.frames()) {
      scenario().frame(name).ifPresent(frame -> topology().nodes().stream()
          .filter(node -> frame.contains(node.x() + Node.WIDTH / 2, node.y() + Node.HEIGHT / 2))
          .forEach(node -> nodes.add(node.name())));
    }
    return new Selection(nodes, Optional.empty(), selected.frames());
  }

  /// Moves nodes and frames, by canvas units.
  public void move(Selection parts, double dx, double dy, Joining joining) {
    var topology = topology();
    for (var name : parts.nodes()) {
      topology = topology.change(name, node -> node.at(node.x() + dx, node.y() + dy));
    }
    var moved = scenario().with(topology);
    for (var name : parts.frames()) {
      moved = moved.changeFrame(name, frame -> frame.at(frame.x() + dx, frame.y() + dy));
    }
    edit(Texts.get("edit.move", named(parts)), moved, joining);
  }

  /// Changes how many the selected stacks have.
  ///
  /// @param change more, or less when negative
  public void stack(int change) {
    selection().nodes().forEach(name -> topology().node(name).ifPresent(node ->
        workbench.stack(name, node.component().instances() + change)));
  }

  /// Puts an empty note there and selects it.
  ///
  /// @return its name
  public String addNote(double x, double y) {
    return add(new Frame(Texts.get("frame.note"), "", Math.rint(x), Math.rint(y), 208, 88));
  }

  /// Puts a frame around the selected nodes and selects it; without any, an empty one with its middle there.
  ///
  /// @return its name
  public String addFrame(double x, double y) {
    var inside = topology().nodes().stream().filter(node -> selection().nodes().contains(node.name())).toList();
    if (inside.isEmpty()) {
      return add(new Frame(Texts.get("frame.region"), "", Math.rint(x - 160), Math.rint(y - 110), 320, 220));
    }
    var bounds = Bounds.of(inside, List.of());
    return add(new Frame(Texts.get("frame.region"), "", bounds.left() - FRAME_MARGIN, bounds.top() - FRAME_HEAD,
        bounds.width() + 2 * FRAME_MARGIN, bounds.height() + FRAME_HEAD + FRAME_MARGIN));
  }

  private String add(Frame frame) {
    var taken = new HashSet<>(topology().nodes().stream().map(Node::name).toList());
    scenario().frames().forEach(other -> taken.add(other.name()));
    var named = frame.named(Wiring.freeName(frame.name(), taken));
    edit(Texts.get("edit.add", named.name()), scenario().plus(named), Joining.ALONE);
    workbench.select(new Selection(Set.of(), Optional.empty(), Set.of(named.name())));
    return named.name();
  }

  /// Changes a frame: its size, its text or, when that is without fault, its name.
  public void change(String name, UnaryOperator<Frame> change, Joining joining) {
    scenario().frame(name).ifPresent(frame -> {
      var changed = change.apply(frame);
      if (faultOfName(name, changed.name()).isEmpty()) {
        boolean wasSelected = selection().frames().contains(name);
        edit(Texts.get("edit.frame", name), scenario().changeFrame(name, _ -> changed), joining);
        if (wasSelected && !changed.name().equals(name)) {
          workbench.select(new Selection(Set.of(), Optional.empty(), Set.of(changed.name())));
        }
      }
    });
  }

  private void take(String key, Fragment.Put put) {
    var selection = new Selection(put.nodes(), Optional.empty(), put.frames());
    var names = named(selection);
    workbench.edit(Texts.get(key, names), put.scenario(), Joining.ALONE,
        put.nodes().isEmpty() ? "" : "+ " + named(new Selection(put.nodes(), Optional.empty())));
    workbench.select(selection);
  }

  private void edit(String label, Scenario after, Joining joining) {
    workbench.edit(label, after, joining, "");
  }

  private boolean isTaken(Fragment fragment, double beside) {
    return fragment.nodes().stream().anyMatch(node -> topology().nodes().stream()
        .anyMatch(other -> other.x() == node.x() + beside && other.y() == node.y() + beside))
        || fragment.frames().stream().anyMatch(frame -> scenario().frames().stream()
            .anyMatch(other -> other.x() == frame.x() + beside && other.y() == frame.y() + beside));
  }

  private Fragment selectedFragment() {
    return Fragment.of(scenario(), selection().nodes(), selection().frames());
  }

  private Selection selection() {
    return workbench.selectionProperty().get();
  }

  private Topology topology() {
    return workbench.topologyProperty().get();
  }

  private Scenario scenario() {
    return workbench.scenario();
  }
}
