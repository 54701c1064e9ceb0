package tenfold.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.component.Chronicle;
import tenfold.component.Component;
import tenfold.component.ComponentSpec;
import tenfold.component.DataStore;
import tenfold.component.Fault;
import tenfold.component.Meter;
import tenfold.component.Outcomes;
import tenfold.component.Peers;
import tenfold.component.ScalingGroup;
import tenfold.component.Site;
import tenfold.component.Truth;
import tenfold.kernel.Process;
import tenfold.kernel.Processor;
import tenfold.kernel.Simulation;
import tenfold.port.Request;
import tenfold.scenario.ScheduledFault;

/// One instance of a node at work: the site that its component sees.
final class Instance implements Site {
  private static final long ALWAYS = Long.MIN_VALUE / 2;

  private final Assembly assembly;
  private final PlacedNode place;
  private final int number;
  private String name;
  private final Meter meter;
  private final Optional<ComponentSpec> replaced;
  private final Map<Class<?>, Object> offers = new LinkedHashMap<>();
  private final Map<Class<?>, Peers<?>> peers = new LinkedHashMap<>();
  private final Map<Wire, Way> ways = new HashMap<>();
  private final Map<Way, Map<Class<?>, Object>> proxies = new HashMap<>();
  private final Conditions conditions;
  private final Component component;
  private final long launchedNanos;
  private final Meter.Window window;
  private long inServiceNanos = ALWAYS;
  private boolean isBooting;
  private boolean isBuilt;

  /// @param boots whether it boots before it serves, as those that an auto-scaler launches
  Instance(Assembly assembly, PlacedNode place, int number, ComponentSpec spec, Optional<ComponentSpec> replaced,
      boolean boots) {
    this.assembly = assembly;
    this.place = place;
    this.number = number;
    this.name = nameIn(place, number);
    this.replaced = replaced;
    this.meter = new Meter(assembly.simulation(), place.recent(), place.recentLags());
    meter.onChange(what -> assembly.chronicle().tell(what, name()));
    this.conditions = new Conditions(
        assembly.simulation(), assembly.chronicle(), this::name, () -> meter().slowness(slowness()));
    this.component = spec.build(this);
    this.window = meter.window();
    this.launchedNanos = assembly.simulation().nowNanos();
    this.isBooting = boots;
    if (boots) {
      assembly.chronicle().tell(Chronicle.What.LAUNCHED, name);
      assembly.simulation().schedule(Math.round(spec.bootMs() * 1e6), this::comeIntoService);
    }
    this.isBuilt = true;
  }

  /// Takes over the name of its node.
  void rename() {
    name = nameIn(place, number);
  }

  private static String nameIn(PlacedNode place, int number) {
    return place.node().name() + "#" + number;
  }

  private void comeIntoService() {
    isBooting = false;
    inServiceNanos = assembly.simulation().nowNanos();
    assembly.chronicle().tell(Chronicle.What.IN_SERVICE, name);
    window.restart();
    assembly.wireAll();
  }

  /// Whether it is paid for already and takes no calls yet.
  boolean isBooting() {
    return isBooting;
  }

  /// How far its boot is, 0 to 1.
  double bootedShare() {
    double boot = Math.max(1, place.node().component().bootMs() * 1e6);
    return isBooting ? Math.min(1, (assembly.simulation().nowNanos() - launchedNanos) / boot) : 1;
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

  /// Its number in the node, from 1; numbers are not used again.
  int number() {
    return number;
  }

  String nodeName() {
    return place.node().name();
  }

  Component component() {
    return component;
  }

  /// The lasting faults that it suffers now, with how bad each is.
  Map<Fault, Double> suffered() {
    return conditions.present();
  }

  /// A fault happens to it.
  void suffer(ScheduledFault fault) {
    if (fault.fault().lasts()) {
      conditions.begin(fault.fault(), fault.strength(), fault.forSeconds());
    } else {
      assembly.chronicle().tell(Chronicle.What.STRUCK, name, 0, fault.fault());
      component.suffer(fault.fault());
    }
  }

  /// Its zone is gone: it crashes, if it can, and is not back before the zone.
  void loseZone(ScheduledFault outage) {
    conditions.begin(Fault.ZONE_OUTAGE, outage.strength(), outage.forSeconds());
    if (place.node().component().canSuffer(Fault.CRASH)) {
      component.suffer(Fault.CRASH);
    }
  }

  /// Fills the lists of peers from the links of the node.
  void wire() {
    peers.forEach(this::fill);
  }

  private <P> void fill(Class<?> port, Peers<P> list) {
    @SuppressWarnings("unchecked") // the map's keys are the ports of its lists
    var type = (Class<P>) port;
    var reachable = assembly.reachable(this, type);
    list.replace(reachable.stream().map(Assembly.Reachable::peer).toList(),
        reachable.stream().map(Assembly.Reachable::name).toList());
  }

  /// This instance's way over a link.
  Way way(Wire wire) {
    return ways.computeIfAbsent(wire, Way::new);
  }

  /// What calls this instance over `way`, if it offers the port and has booted; always the same object for the same
  /// way.
  @Nullable Object proxy(Way way, Class<?> port) {
    var target = offers.get(port);
    return target == null || isBooting ? null
        : proxies.computeIfAbsent(way, _ -> new HashMap<>()).computeIfAbsent(port, _ -> proxyFor(way, port, target));
  }

  private static <P> P proxyFor(Way way, Class<P> port, Object target) {
    return Proxies.over(way, port, port.cast(target));
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
  public double strength(Fault fault) {
    return conditions.strength(fault);
  }

  @Override
  public double slowness() {
    return Math.max(1, conditions.strength(Fault.SLOW));
  }

  @Override
  public long backInNanos(double startMs) {
    return Math.max(Math.round(startMs * 1e6), conditions.remainingNanos(Fault.ZONE_OUTAGE));
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
  public void begins(Process process, Attempt attempt, Request request) {
    assembly.begins(process, attempt, request);
  }

  @Override
  public void entered() {
    if (assembly.simulation().witness() instanceof Tracer tracer) {
      tracer.entered(name);
    }
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
