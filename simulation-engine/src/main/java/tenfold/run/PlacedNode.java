package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tenfold.component.Chronicle;
import tenfold.component.ComponentSpec;
import tenfold.component.DataStore;
import tenfold.component.Parameter;
import tenfold.kernel.Gauge;
import tenfold.kernel.Processor;
import tenfold.kernel.Simulation;
import tenfold.stats.RecentTimes;
import tenfold.stats.Tally;
import tenfold.topology.Node;

/// A node at work: its instances, and what outlives them.
final class PlacedNode {
  private final Assembly assembly;
  private final RecentTimes recent = new RecentTimes();
  private final RecentTimes recentLags = new RecentTimes();
  private final DataStore rows;
  private final List<Instance> instances = new ArrayList<>();
  private Node node;
  private Optional<Processor> hostProcessor = Optional.empty();
  private final ScaledStack scaling;
  private final Gauge paidFor;
  private final Gauge.Average meanPaidFor;
  private long countingSinceNanos;
  private int wanted;
  private int draining;
  private int built;

  PlacedNode(Assembly assembly, Node node) {
    this.assembly = assembly;
    this.node = node;
    this.rows = new DataStore(assembly::familyCount);
    this.wanted = node.component().instances();
    this.scaling = new ScaledStack(this);
    this.paidFor = new Gauge(assembly.simulation());
    this.meanPaidFor = paidFor.average();
    this.countingSinceNanos = assembly.simulation().nowNanos();
    assembly.recentSlices().ifPresent(this::keepRecent);
  }

  Node node() {
    return node;
  }

  RecentTimes recent() {
    return recent;
  }

  /// From commit, or from coming in, until it is shown or done.
  RecentTimes recentLags() {
    return recentLags;
  }

  /// Begins to keep recent times.
  void keepRecent(int slices) {
    recent.begin(slices);
    recentLags.begin(slices);
  }

  /// Begins a new slice of the recent times.
  void nextSlice() {
    recent.nextSlice();
    recentLags.nextSlice();
    instances.forEach(instance -> instance.meter().nextSlice());
  }

  DataStore rows() {
    return rows;
  }

  List<Instance> instances() {
    return instances;
  }

  /// The node as a stack whose height is controlled.
  ScaledStack scaling() {
    return scaling;
  }

  Simulation simulation() {
    return assembly.simulation();
  }

  /// Instances that are wanted: those of the node, or what an auto-scaler made of them.
  int wanted() {
    return wanted;
  }

  /// Instances that are paid for now: those that boot and drain too.
  int paidFor() {
    return paidFor.level();
  }

  /// Forgets what was counted so far (the warm-up).
  void clear() {
    countingSinceNanos = assembly.simulation().nowNanos();
    meanPaidFor.restart();
    instances.forEach(instance -> instance.meter().clear());
  }

  /// Wants another number of instances, which boot.
  ///
  /// @param isNewestFirst which are taken away first
  /// @param mayTakeAway whether any are
  void scale(int count, boolean isNewestFirst, boolean mayTakeAway) {
    wanted = count;
    int missing = count - instances.size();
    for (int i = 0; i < missing; i++) {
      launch(Optional.empty(), true);
    }
    var left = List.copyOf(missing >= 0 || !mayTakeAway ? List.<Instance>of()
        : isNewestFirst ? instances.subList(count, instances.size()) : instances.subList(0, -missing));
    takeAway(left);
    left.forEach(this::tellTakenAway);
    if (missing > 0 || !left.isEmpty()) {
      assembly.wireAll();
      left.forEach(instance -> instance.component().leave());
    }
  }

  /// Takes one instance away and launches another.
  void replace(Instance unhealthy) {
    takeAway(List.of(unhealthy));
    tellTakenAway(unhealthy);
    launch(Optional.empty(), true);
    assembly.wireAll();
    unhealthy.component().leave();
  }

  private void tellTakenAway(Instance instance) {
    assembly.chronicle().tell(Chronicle.What.TAKEN_AWAY, instance.name());
  }

  private void launch(Optional<ComponentSpec> replaced, boolean boots) {
    instances.add(new Instance(assembly, this, ++built, node.component(), replaced, boots));
    pay();
  }

  /// They drain, and are paid for until that is over.
  private void takeAway(List<Instance> left) {
    instances.removeAll(left);
    draining += left.size();
    pay();
    if (!left.isEmpty()) {
      assembly.simulation().schedule(Math.round(node.component().drainMs() * 1e6), () -> {
        draining -= left.size();
        pay();
      });
    }
  }

  private void pay() {
    paidFor.set(instances.size() + draining);
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

  /// Goes on when nodes have other names, itself perhaps or those that it speaks of.
  void rename(UnaryOperator<String> names) {
    var before = node.component();
    node = node.renamed(names);
    instances.forEach(Instance::rename);
    if (!node.component().equals(before)) {
      instances.forEach(instance -> instance.component().update(node.component()));
    }
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
    boolean isLeftToScaler =
        assembly.isScaled(changed.name()) && before.instances() == changed.component().instances();
    if (!isLeftToScaler) {
      wanted = changed.component().instances();
    }
    if (hasSameHost && isLive(before, changed.component())) {
      if (!before.equals(changed.component())) {
        instances.forEach(instance -> instance.component().update(changed.component()));
      }
      return isLeftToScaler ? List.of() : resizeStack(Optional.empty());
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
    while (instances.size() < wanted) {
      launch(replaced, false);
    }
    var left = List.copyOf(instances.subList(wanted, instances.size()));
    takeAway(left);
    return left;
  }

  /// The node's figures since the warm-up: utilisation of the mean instance, waiting of all together.
  NodeResult result() {
    double seconds = Math.max(1e-9, (assembly.simulation().nowNanos() - countingSinceNanos) / 1e9);
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
        lags.count() == 0 ? Double.NaN : lags.mean() / 1e6,
        meanPaidFor.mean(),
        responses.count() / seconds,
        centres(),
        instances.stream().flatMap(instance -> instance.meter().scalingPoints().stream()).toList());
  }

  /// Like processors of all instances together. The first one of a node on another's cores is the host's.
  private List<CentreResult> centres() {
    var found = new ArrayList<CentreResult>();
    for (var instance : instances) {
      instance.meter().work().stream().skip(node.component().host().isEmpty() ? 0 : 1)
          .map(work -> new CentreResult(work.meanBusy(), work.units(), 1, work.isShared()))
          .forEach(centre -> add(found, centre));
    }
    return List.copyOf(found);
  }

  private static void add(List<CentreResult> found, CentreResult centre) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).isLike(centre)) {
        found.set(i, found.get(i).plus(centre));
        return;
      }
    }
    found.add(centre);
  }

  /// Share of the look-ups that a cache could answer; NaN where nothing was looked up.
  double hitShare() {
    long lookups = instances.stream().mapToLong(instance -> instance.meter().lookups()).sum();
    long hits = instances.stream().mapToLong(instance -> instance.meter().hits()).sum();
    return lookups == 0 ? Double.NaN : (double) hits / lookups;
  }
}
