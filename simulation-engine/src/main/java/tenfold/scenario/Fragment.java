package tenfold.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;
import tenfold.topology.Wiring;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A part of a scenario that is copied and put elsewhere: nodes, the links among them, and frames. As text it is JSON
/// of the form of a scenario file, with `"kind": "fragment"`.
///
/// @param nodes in order of appearance
/// @param links both their ends are among the nodes
/// @param frames notes and regions
public record Fragment(List<Node> nodes, List<Link> links, List<Frame> frames) {
  private static final String KIND = "fragment";
  private static final int MAX_CHARACTERS = 10_000_000;
  private static final String SOURCE = "The copied text";
  private static final JsonMapper STRICT = Json.mapper(false);

  /// Copies the lists.
  public Fragment {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    frames = List.copyOf(frames);
  }

  /// As it is written.
  private record Content(String kind, int version, List<Node> nodes, List<Link> links, List<Frame> frames) {}

  /// What became of a scenario when a fragment was put into it.
  ///
  /// @param scenario the scenario with the fragment
  /// @param nodes names that the fragment's nodes have there
  /// @param frames names that the fragment's frames have there
  public record Put(Scenario scenario, Set<String> nodes, Set<String> frames) {}

  /// These nodes of a scenario with the links among them, and these frames.
  public static Fragment of(Scenario scenario, Set<String> nodes, Set<String> frames) {
    return new Fragment(
        scenario.topology().nodes().stream().filter(node -> nodes.contains(node.name())).toList(),
        scenario.topology().links().stream()
            .filter(link -> nodes.contains(link.from()) && nodes.contains(link.to())).toList(),
        scenario.frames().stream().filter(frame -> frames.contains(frame.name())).toList());
  }

  /// Whether there is nothing in it.
  public boolean isEmpty() {
    return nodes.isEmpty() && frames.isEmpty();
  }

  /// As text.
  public String format() {
    return STRICT.writerWithDefaultPrettyPrinter()
        .writeValueAsString(new Content(KIND, FileContent.VERSION, nodes, links, frames)) + "\n";
  }

  /// Reads a text; what is no fragment is refused in one sentence.
  public static Fragment parse(String text) throws UnreadableScenario {
    try {
      var tree = text.length() > MAX_CHARACTERS || text.isBlank() ? null : STRICT.readTree(text);
      if (tree == null || !tree.isObject() || !KIND.equals(tree.path("kind").asString(""))) {
        throw noFragment(null);
      }
      if (tree.path("version").asInt(0) != FileContent.VERSION) {
        throw new UnreadableScenario(SOURCE + ": version must be " + FileContent.VERSION + ", not "
            + tree.path("version") + ". Copy it with the same version of the program.");
      }
      var content = STRICT.readValue(text, Content.class);
      return checked(new Fragment(content.nodes, content.links, content.frames), text);
    } catch (JacksonException mistake) {
      throw text.contains("\"" + KIND + "\"")
          ? new UnreadableScenario(Mistake.sentence(mistake, text, SOURCE), mistake) : noFragment(mistake);
    }
  }

  /// Puts it into a scenario, moved; what has a name that is taken there gets another.
  public Put into(Scenario scenario, double dx, double dy) {
    var fresh = freshNames(scenario.topology());
    var part = new Topology(nodes, links).renamed(name -> fresh.getOrDefault(name, name));
    var topology = scenario.topology();
    for (var node : part.nodes()) {
      topology = topology.plus(node.at(node.x() + dx, node.y() + dy));
    }
    for (var link : part.links()) {
      topology = topology.plus(link);
    }
    var all = scenario.with(topology);
    var frameNames = new LinkedHashSet<String>();
    for (var frame : frames) {
      var name = Wiring.freeName(frame.name(), all.frames().stream().map(Frame::name).toList());
      all = all.plus(frame.named(name).at(frame.x() + dx, frame.y() + dy));
      frameNames.add(name);
    }
    return new Put(all, part.nodes().stream().map(Node::name).collect(Collectors.toCollection(LinkedHashSet::new)),
        frameNames);
  }

  /// The names that its nodes get in a system, by the names that they have.
  private Map<String, String> freshNames(Topology topology) {
    var taken = new HashSet<>(topology.nodes().stream().map(Node::name).toList());
    var fresh = new HashMap<String, String>();
    for (var node : nodes) {
      var name = Wiring.freeName(node.name(), taken);
      fresh.put(node.name(), name);
      taken.add(name);
    }
    return fresh;
  }

  private static UnreadableScenario noFragment(@Nullable Throwable cause) {
    var sentence = SOURCE + " is no part of a system. Select nodes and copy them first.";
    return cause == null ? new UnreadableScenario(sentence) : new UnreadableScenario(sentence, cause);
  }

  private static Fragment checked(Fragment fragment, String text) throws UnreadableScenario {
    var wrong = OutOfRange.in(FileContent.of(new Scenario(
        "", "", new Topology(fragment.nodes, fragment.links), 0, 1, 1, List.of(), fragment.frames)));
    if (wrong.isPresent()) {
      throw new UnreadableScenario(SOURCE + Place.said(Place.of(wrong.get().property(), text)) + ": "
          + wrong.get().sentence() + ". Give it a value in that range.");
    }
    var names = new HashSet<String>();
    for (var node : fragment.nodes) {
      if (node.name().isBlank() || !names.add(node.name())) {
        throw new UnreadableScenario(SOURCE + ": every node needs a name of its own, and \"" + node.name()
            + "\" is none. Copy the nodes anew.");
      }
    }
    var loose = fragment.links.stream().flatMap(link -> Stream.of(link.from(), link.to()))
        .filter(name -> !names.contains(name)).findFirst();
    if (loose.isPresent()) {
      throw new UnreadableScenario(SOURCE + ": a link ends at \"" + loose.get()
          + "\", which is not among the nodes. Copy the nodes anew.");
    }
    return fragment;
  }
}
