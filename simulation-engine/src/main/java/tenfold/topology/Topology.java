package tenfold.topology;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tenfold.component.AutoScaler;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;

/// A system as drawn: nodes and links. A value: every edit gives a new one.
///
/// @param nodes in order of appearance
/// @param links in order of preference: who calls one of several takes the first
public record Topology(List<Node> nodes, List<Link> links) {
  /// Copies the lists.
  public Topology {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  /// The node of that name.
  public Optional<Node> node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /// The link between two nodes.
  public Optional<Link> link(String from, String to) {
    return links.stream().filter(link -> link.connects(from, to)).findFirst();
  }

  /// The nodes of one kind.
  public List<Node> nodes(Class<? extends ComponentSpec> kind) {
    return nodes.stream().filter(node -> kind.isInstance(node.component())).toList();
  }

  /// Links that begin at a node.
  public List<Link> linksFrom(String name) {
    return links.stream().filter(link -> link.from().equals(name)).toList();
  }

  /// Links that end at a node.
  public List<Link> linksTo(String name) {
    return links.stream().filter(link -> link.to().equals(name)).toList();
  }

  /// Whether an auto-scaler decides how many instances that node has.
  public boolean isScaled(String name) {
    return linksTo(name).stream().anyMatch(
        link -> node(link.from()).filter(node -> node.component() instanceof AutoScaler).isPresent());
  }

  /// With one more node.
  public Topology plus(Node node) {
    return new Topology(append(nodes, node), links);
  }

  /// With one more link; unchanged when the two are linked already.
  public Topology plus(Link link) {
    return link(link.from(), link.to()).isPresent() ? this : new Topology(nodes, append(links, link));
  }

  /// Without a node and its links.
  public Topology minus(String name) {
    return new Topology(
        nodes.stream().filter(node -> !node.name().equals(name)).toList(),
        links.stream().filter(link -> !link.from().equals(name) && !link.to().equals(name)).toList());
  }

  /// Without the link between two nodes.
  public Topology minus(Link gone) {
    return new Topology(nodes, links.stream().filter(link -> !link.connects(gone.from(), gone.to())).toList());
  }

  /// With one node changed; its name stays.
  public Topology change(String name, UnaryOperator<Node> edit) {
    return new Topology(
        nodes.stream().map(node -> node.name().equals(name) ? edit.apply(node) : node).toList(), links);
  }

  /// With another link between the same two nodes.
  public Topology change(Link changed) {
    return new Topology(nodes,
        links.stream().map(link -> link.connects(changed.from(), changed.to()) ? changed : link).toList());
  }

  /// With other names for nodes, also where links and components speak of them.
  public Topology renamed(UnaryOperator<String> names) {
    return new Topology(
        nodes.stream().map(node -> node.renamed(names)).toList(),
        links.stream().map(link -> link.renamed(names)).toList());
  }

  /// Families in the co-op, over all their nodes.
  public int familyCount() {
    return nodes.stream()
        .mapToInt(node -> node.component() instanceof Families families ? families.population() : 0)
        .sum();
  }

  /// The same system with that many families. Several nodes of families keep their proportions, at least one each.
  public Topology withFamilies(int count) {
    double factor = (double) count / familyCount();
    return new Topology(
        nodes.stream()
            .map(node -> node.component() instanceof Families families
                ? node.with(families.withPopulation((int) Math.max(1, Math.round(families.population() * factor))))
                : node)
            .toList(),
        links);
  }

  private static <T> List<T> append(List<T> list, T element) {
    return Stream.concat(list.stream(), Stream.of(element)).toList();
  }
}
