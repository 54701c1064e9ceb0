package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenfold.component.ComponentSpec;
import tenfold.component.DataStore;
import tenfold.component.Parameter;
import tenfold.kernel.Processor;
import tenfold.stats.RecentTimes;
import tenfold.stats.Tally;
import tenfold.topology.Node;

/// A node at work: its instances, and what outlives them.
final class PlacedNode {
  private final Assembly assembly;
  private final RecentTimes recent = new RecentTimes();
  private final DataStore rows;
  private final List<Instance> instances = new ArrayList<>();
  private Node node;
  private Optional<Processor> hostProcessor = Optional.empty();
  private int built;

  PlacedNode(Assembly assembly, Node node) {
    this.assembly = assembly;
    this.node = node;
    this.rows = new DataStore(assembly::familyCount);
    assembly.recentSlices().ifPresent(recent::begin);
  }

  Node node() {
    return node;
  }

  RecentTimes recent() {
    return recent;
  }

  DataStore rows() {
    return rows;
  }

  List<Instance> instances() {
    return instances;
  }

  /// Those of its instances that are in a zone.
  List<Instance> instancesIn(String zone) {
    return instances.stream().filter(instance -> node.zoneOf(instance.number()).equals(zone)).toList();
  }

  /// Builds the first instances.
  void build() {
    hostProcessor = assembly.processorOf(node.component().host());
    resizeStack(Optional.empty());
  }

  /// Takes over a changed node: in place when only live parameters differ, else by instances that start anew, as they
  /// do when their host was restarted.
  ///
  /// @return instances that have left
  List<Instance> change(Node changed) {
    var before = node.component();
    node = changed;
    var hostBefore = hostProcessor;
    hostProcessor = assembly.processorOf(changed.component().host());
    boolean hasSameHost = hostProcessor.equals(hostBefore);
    if (hasSameHost && before.equals(changed.component())) {
      return List.of();
    }
    if (hasSameHost && isLive(before, changed.component())) {
      instances.forEach(instance -> instance.component().update(changed.component()));
      return resizeStack(Optional.empty());
    }
    var left = List.copyOf(instances);
    instances.clear();
    resizeStack(Optional.of(before));
    return left;
  }

  private static boolean isLive(ComponentSpec before, ComponentSpec after) {
    return before.getClass() == after.getClass()
        && Parameter.of(before.getClass()).stream()
            .allMatch(parameter -> parameter.annotation().live() || parameter.sameIn(before, after));
  }

  /// @param replaced what the new instances take the place of
  private List<Instance> resizeStack(Optional<ComponentSpec> replaced) {
    int wanted = node.component().instances();
    while (instances.size() < wanted) {
      instances.add(new Instance(assembly, this, ++built, node.component(), replaced));
    }
    var left = List.copyOf(instances.subList(wanted, instances.size()));
    instances.removeAll(left);
    return left;
  }

  /// The node's figures since the warm-up: utilisation of the mean instance, waiting of all together.
  NodeResult result() {
    var responses = new Tally();
    var lags = new Tally();
    instances.forEach(instance -> {
      responses.add(instance.meter().responseNanos());
      lags.add(instance.meter().lagNanos());
    });
    return new NodeResult(
        node.name(),
        instances.stream().mapToDouble(instance -> instance.meter().utilisation()).average().orElse(0),
        instances.stream().mapToDouble(instance -> instance.meter().meanWaiting()).sum(),
        responses.count() == 0 ? 0 : responses.mean() / 1e6,
        hitShare(),
        lags.count() == 0 ? Double.NaN : lags.mean() / 1e6);
  }

  /// Share of the look-ups that a cache could answer; NaN where nothing was looked up.
  double hitShare() {
    long lookups = instances.stream().mapToLong(instance -> instance.meter().lookups()).sum();
    long hits = instances.stream().mapToLong(instance -> instance.meter().hits()).sum();
    return lookups == 0 ? Double.NaN : (double) hits / lookups;
  }
}
