package tenfold.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.Component;
import tenfold.component.ComponentSpec;
import tenfold.component.DataStore;
import tenfold.component.Meter;
import tenfold.component.Outcomes;
import tenfold.component.Peers;
import tenfold.component.ScalingGroup;
import tenfold.component.Site;
import tenfold.component.Truth;
import tenfold.kernel.Processor;
import tenfold.kernel.Simulation;

/// One instance of a node at work: the site that its component sees.
final class Instance implements Site {
  private static final long ALWAYS = Long.MIN_VALUE / 2;

  private final Assembly assembly;
  private final PlacedNode place;
  private final String name;
  private final Meter meter;
  private final Optional<ComponentSpec> replaced;
  private final Map<Class<?>, Object> offers = new LinkedHashMap<>();
  private final Map<Class<?>, Peers<?>> peers = new LinkedHashMap<>();
  private final Map<Wire, Map<Class<?>, Object>> proxies = new HashMap<>();
  private final Component component;
  private final long launchedNanos;
  private final Meter.Window window;
  private long inServiceNanos = ALWAYS;
  private boolean isBooting;
  private boolean isBuilt;

  /// @param boots whether it boots before it serves, as those that an auto-scaler launches
  Instance(Assembly assembly, PlacedNode place, String name, ComponentSpec spec, Optional<ComponentSpec> replaced,
      boolean boots) {
    this.assembly = assembly;
    this.place = place;
    this.name = name;
    this.replaced = replaced;
    this.meter = new Meter(assembly.simulation(), place.recent());
    this.component = spec.build(this);
    this.window = meter.window();
    this.launchedNanos = assembly.simulation().nowNanos();
    this.isBooting = boots;
    if (boots) {
      assembly.simulation().schedule(Math.round(spec.bootMs() * 1e6), this::comeIntoService);
    }
    this.isBuilt = true;
  }

  private void comeIntoService() {
    isBooting = false;
    inServiceNanos = assembly.simulation().nowNanos();
    window.restart();
    assembly.wireAll();
  }

  /// Whether it is paid for already and takes no calls yet.
  boolean isBooting() {
    return isBooting;
  }

  /// When it was launched.
  long launchedNanos() {
    return launchedNanos;
  }

  /// When it came into service; long before the run for one that was placed by hand.
  long inServiceNanos() {
    return inServiceNanos;
  }

  /// What it did, for an auto-scaler.
  Meter.Window window() {
    return window;
  }

  Component component() {
    return component;
  }

  /// Fills the lists of peers from the links of the node.
  void wire() {
    peers.forEach(this::fill);
  }

  private <P> void fill(Class<?> port, Peers<P> list) {
    @SuppressWarnings("unchecked") // the map's keys are the ports of its lists
    var type = (Class<P>) port;
    var reachable = assembly.reachable(place, type);
    list.replace(reachable.stream().map(Assembly.Reachable::peer).toList(),
        reachable.stream().map(Assembly.Reachable::name).toList());
  }

  /// What calls this instance over `wire`, if it offers the port and has booted; always the same object for the same
  /// wire.
  @Nullable Object proxy(Wire wire, Class<?> port) {
    var target = offers.get(port);
    return target == null || isBooting ? null
        : proxies.computeIfAbsent(wire, _ -> new HashMap<>()).computeIfAbsent(port, _ -> proxyFor(wire, port, target));
  }

  private static <P> P proxyFor(Wire wire, Class<P> port, Object target) {
    return Proxies.over(wire, port, port.cast(target));
  }

  @Override
  public Simulation simulation() {
    return assembly.simulation();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RandomGenerator random(String purpose) {
    return assembly.simulation().random(name + "." + purpose);
  }

  @Override
  public Optional<ComponentSpec> replaced() {
    return replaced;
  }

  @Override
  public <P> void offer(Class<P> port, P implementation) {
    offers.put(port, implementation);
    rewire();
  }

  @Override
  public <P> void withdraw(Class<P> port) {
    offers.remove(port);
    rewire();
  }

  /// Tells the neighbours, unless they are still to be wired.
  private void rewire() {
    if (isBuilt) {
      assembly.wireAll();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the map's keys are the ports of its lists
  public <P> Peers<P> peers(Class<P> port) {
    return (Peers<P>) peers.computeIfAbsent(port, _ -> new Peers<P>());
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public Outcomes outcomes() {
    return assembly.outcomes();
  }

  @Override
  public Truth truth() {
    return assembly.truth();
  }

  @Override
  public int familyCount() {
    return assembly.familyCount();
  }

  @Override
  public DataStore rows() {
    return place.rows();
  }

  @Override
  public Optional<ScalingGroup> scalingGroup() {
    return assembly.scaledBy(place.node().name()).map(PlacedNode::scaling);
  }

  @Override
  public Optional<Processor> hostProcessor() {
    return assembly.processorOf(place.node().component().host());
  }
}
