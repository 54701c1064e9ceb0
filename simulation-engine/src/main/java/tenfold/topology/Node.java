package tenfold.topology;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Param;
import tenfold.component.Parameter;

/// A component with a name and a place on the canvas.
///
/// @param name unique in the topology
/// @param x left edge on the canvas, in canvas units
/// @param y top edge on the canvas, in canvas units
/// @param component what it is
/// @param zone where it stands, as in "a"; several for a stack that is spread over them, as in "a, b"; empty for
///     nowhere in particular
public record Node(
    @Param(label = "Name") String name,
    @Param(label = "Left", max = 1e6) double x,
    @Param(label = "Top", max = 1e6) double y,
    @Param(label = "Component") ComponentSpec component,
    @Param(label = "Zone", live = true, mayBeAbsent = true, source = "student’s choice") String zone) {

  /// How wide a node is drawn, in canvas units.
  public static final double WIDTH = 136;

  /// How high a node is drawn, in canvas units.
  public static final double HEIGHT = 58;

  /// What a file says of a node's zone by leaving it out.
  public Node() {
    this("", 0, 0, new AppServer());
  }

  /// A node nowhere in particular.
  public Node(String name, double x, double y, ComponentSpec component) {
    this(name, x, y, component, "");
  }

  /// The same node with other parameters.
  public Node with(ComponentSpec changed) {
    return new Node(name, x, y, changed, zone);
  }

  /// The same node elsewhere.
  public Node at(double newX, double newY) {
    return new Node(name, newX, newY, component, zone);
  }

  /// The same node in other zones.
  public Node in(String otherZone) {
    return new Node(name, x, y, component, otherZone);
  }

  /// The same node when nodes have other names, itself and those that its component speaks of.
  public Node renamed(UnaryOperator<String> names) {
    return new Node(names.apply(name), x, y, (ComponentSpec) Parameter.renamed((Record) component, names), zone);
  }

  /// The zones over which its instances are spread, in turn; empty when it is nowhere in particular.
  public List<String> zones() {
    return Arrays.stream(zone.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /// The zone of one instance; empty when it is nowhere in particular.
  ///
  /// @param instance its number, from 1
  public String zoneOf(int instance) {
    var zones = zones();
    return zones.isEmpty() ? "" : zones.get((instance - 1) % zones.size());
  }
}
