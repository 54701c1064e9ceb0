package tenfold.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Families;
import tenfold.component.Law;
import tenfold.coop.Route;
import tenfold.run.CentreResult;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;
import tenfold.scenario.Scenario;
import tenfold.theory.ClosedQueueingNetwork;
import tenfold.theory.OpenQueueingNetwork;
import tenfold.theory.ServiceCentre;
import tenfold.topology.Topology;

/// What queueing theory says of a design: its growth curve without a simulation, from the work of a request alone.
///
/// The demands D = U·m/X (utilisation law) come from a measured run of the same design under a light load; the fixed
/// delay of a request is what that run's mean response time has left when its work and waiting are taken away. Source:
/// Lazowska, Zahorjan, Graham & Sevcik, *Quantitative System Performance*, 1984, ch. 3 and 12. Where an assumption
/// does not hold, there is no value, and it says which one.
///
/// @param isOpen whether requests come at a rate of their own; else families think and ask
/// @param centres where requests wait, those with the most work for each server first; empty when nothing is measured
/// @param thinkSeconds mean think time of a family; 0 in an open network
/// @param delaySeconds time of a request in which it waits for nobody
/// @param measuredAt families in the run that the demands were measured in; 0 for none
/// @param points what it says at each number of families that was measured, in their order
public record TheoryGhost(boolean isOpen, List<ServiceCentre> centres, double thinkSeconds, double delaySeconds,
    int measuredAt, List<Point> points) {
  private static final double LIGHT = 0.7;
  private static final double BUSY = 0.3;
  private static final double FAILURES = 0.01;
  private static final double WORK_TOLERANCE = 0.15;
  private static final long FEWEST_REQUESTS = 200;
  private static final long ENOUGH_REQUESTS = 2_000;
  /// A centre with less than this share of the bottleneck's work makes nobody wait.
  private static final double NEGLIGIBLE = 1e-3;

  /// Copies the lists.
  public TheoryGhost {
    centres = List.copyOf(centres);
    points = List.copyOf(points);
  }

  /// What theory says at one number of families; NaN where an assumption fails that the formula needs.
  ///
  /// @param families families in the co-op
  /// @param networkMs mean response time of the network of all centres
  /// @param bottleneckMs mean response time of the bottleneck alone, all else a delay: M/M/c//N or M/M/c
  /// @param leastMs no system with these demands is faster (operational bound)
  /// @param balanced what it lies between if all service is exponential (balanced job bounds); empty in an open
  ///     network, and where a centre has several servers
  /// @param failing the first assumption that fails; empty when all hold
  public record Point(int families, double networkMs, double bottleneckMs, double leastMs, Optional<Between> balanced,
      Optional<Assumption> failing) {}

  /// Bounds of a mean response time.
  ///
  /// @param leastMs it is not below
  /// @param mostMs it is not above
  public record Between(double leastMs, double mostMs) {}

  /// Reads a design that was measured at one number of families or at several.
  public static TheoryGhost of(Scenario scenario, List<Summary> measured) {
    var topology = scenario.topology();
    var kinds = topology.nodes(Families.class);
    var base = base(measured);
    if (base.isEmpty() || kinds.isEmpty() || centres(base.get()).isEmpty()) {
      var failing = failingOfDesign(scenario).orElse(Assumption.MEASURED);
      return new TheoryGhost(false, List.of(), 0, 0, 0, measured.stream()
          .map(summary -> nothing(summary.families(), failing)).toList());
    }
    var families = (Families) kinds.getFirst().component();
    boolean isOpen = families.model() != Families.Model.CLOSED;
    var centres = centres(base.get());
    double think = isOpen ? 0 : families.thinkTimeMs() / 1e3;
    var ghost = new TheoryGhost(isOpen, centres, think, delay(isOpen, centres, think, base.get()),
        base.get().families(), List.of());
    return ghost.with(measured.stream().map(summary -> ghost.point(scenario, base.get(), summary)).toList());
  }

  /// What theory says at any number of families, under the assumptions that hold at the measured number that is next to
  /// it; empty when nothing is measured.
  public Optional<Point> at(int families) {
    var next = points.stream().min(Comparator.comparingDouble(point ->
        Math.abs(Math.log(point.families) - Math.log(Math.max(1, families)))));
    if (next.isEmpty() || centres.isEmpty() || next.get().failing.filter(Assumption::isNeededByBounds).isPresent()) {
      return next.flatMap(Point::failing).map(failing -> nothing(families, failing));
    }
    return Optional.of(isOpen ? next.get() : closedPoint(families, next.get().failing));
  }

  /// The bottleneck: the centre with the most work for each server.
  public ServiceCentre bottleneck() {
    return centres.getFirst();
  }

  /// Requests a second that the bottleneck can do.
  public double mostThroughput() {
    return 1 / bottleneck().secondsPerServer();
  }

  /// Families at which the bottleneck is full, N*; of a closed network.
  public double saturationFamilies() {
    return closed().bounds().saturationCustomers();
  }

  /// The first assumption that fails anywhere, and from how many families on.
  public Optional<Point> firstFailure() {
    return points.stream().filter(point -> point.failing.isPresent()).findFirst();
  }

  /// The points at the end from which on some assumption fails at each.
  public Stream<Point> lastFailures() {
    int from = points.size();
    while (from > 0 && points.get(from - 1).failing.isPresent()) {
      from--;
    }
    return points.subList(from, points.size()).stream();
  }

  private TheoryGhost with(List<Point> filled) {
    return new TheoryGhost(isOpen, centres, thinkSeconds, delaySeconds, measuredAt, filled);
  }

  /// The lightest run that has requests enough to measure their work; else the one with the most.
  private static Optional<Summary> base(List<Summary> measured) {
    var light = measured.stream().filter(TheoryGhost::isLight).toList();
    return light.stream().filter(summary -> summary.requests() >= ENOUGH_REQUESTS)
        .min(Comparator.comparingInt(Summary::families))
        .or(() -> light.stream().max(Comparator.comparingLong(Summary::requests)));
  }

  private static boolean isLight(Summary summary) {
    return summary.requests() >= FEWEST_REQUESTS && summary.stopped().isEmpty()
        && summary.errorShare() <= FAILURES && summary.timeoutShare() <= FAILURES
        && summary.nodes().stream().allMatch(node -> node.utilisation() <= LIGHT);
  }

  /// D = U·m/X for each processor that did anything.
  private static List<ServiceCentre> centres(Summary summary) {
    double throughput = summary.throughputPerSecond().mean();
    var centres = new ArrayList<ServiceCentre>();
    for (var node : summary.nodes()) {
      for (var centre : node.centres()) {
        double demand = demand(centre, throughput);
        if (demand > 0) {
          centres.add(new ServiceCentre(node.name(), demand, centre.units(), centre.copies()));
        }
      }
    }
    double most = centres.stream().mapToDouble(ServiceCentre::secondsPerServer).max().orElse(0);
    return centres.stream().filter(centre -> centre.secondsPerServer() >= NEGLIGIBLE * most)
        .sorted(Comparator.comparingDouble(ServiceCentre::secondsPerServer).reversed()).toList();
  }

  private static double demand(CentreResult centre, double throughput) {
    return centre.copies() == 0 ? 0 : centre.meanBusy() / throughput;
  }

  /// What the light run's mean response time has left: a few steps, as the waiting depends a little on it.
  private static double delay(boolean isOpen, List<ServiceCentre> centres, double think, Summary base) {
    double response = base.meanMs().mean() / 1e3;
    double delay = 0;
    for (int step = 0; step < 8; step++) {
      double elsewhere = isOpen
          ? new OpenQueueingNetwork(centres, delay).meanResponseSeconds(base.throughputPerSecond().mean())
          : new ClosedQueueingNetwork(centres, think, delay).solve(customers(base)).responseSeconds();
      delay = Math.max(0, delay + response - elsewhere);
    }
    return delay;
  }

  private static int customers(Summary summary) {
    return Math.min(summary.families(), ClosedQueueingNetwork.MOST_CUSTOMERS);
  }

  private ClosedQueueingNetwork closed() {
    return new ClosedQueueingNetwork(centres, thinkSeconds, delaySeconds);
  }

  private Point point(Scenario scenario, Summary base, Summary summary) {
    var failing = failing(scenario, base, summary);
    if (failing.filter(Assumption::isNeededByBounds).isPresent()) {
      return nothing(summary.families(), failing.get());
    }
    return isOpen ? openPoint(base, summary, failing) : closedPoint(summary.families(), failing);
  }

  private Point closedPoint(int families, Optional<Assumption> failing) {
    int customers = Math.min(families, ClosedQueueingNetwork.MOST_CUSTOMERS);
    return new Point(families,
        failing.isPresent() ? Double.NaN : 1e3 * closed().solve(customers).responseSeconds(),
        failing.isPresent() ? Double.NaN : 1e3 * closed().atBottleneck(customers).meanResponseSeconds(),
        1e3 * closed().bounds().leastResponseSeconds(customers),
        failing.isPresent() ? Optional.empty() : balanced(customers), failing);
  }

  private Optional<Between> balanced(int customers) {
    var bounds = closed().bounds();
    return bounds.isBalancedJobBounded() ? Optional.of(new Between(1e3 * bounds.balancedLeastResponseSeconds(customers),
        1e3 * bounds.balancedMostResponseSeconds(customers))) : Optional.empty();
  }

  /// The rate does not depend on the families, so it is that of the light run.
  private Point openPoint(Summary base, Summary summary, Optional<Assumption> failing) {
    double rate = base.throughputPerSecond().mean();
    double elsewhere = delaySeconds + centres.stream().skip(1).mapToDouble(ServiceCentre::demandSeconds).sum();
    double all = centres.stream().mapToDouble(ServiceCentre::demandSeconds).sum();
    return new Point(summary.families(),
        failing.isPresent() ? Double.NaN
            : 1e3 * new OpenQueueingNetwork(centres, delaySeconds).meanResponseSeconds(rate),
        failing.isPresent() ? Double.NaN
            : 1e3 * new OpenQueueingNetwork(List.of(bottleneck()), elsewhere).meanResponseSeconds(rate),
        1e3 * (delaySeconds + all), Optional.empty(), failing);
  }

  private static Point nothing(int families, Assumption failing) {
    return new Point(families, Double.NaN, Double.NaN, Double.NaN, Optional.empty(), Optional.of(failing));
  }

  private Optional<Assumption> failing(Scenario scenario, Summary base, Summary summary) {
    return failingOfDesign(scenario).or(() -> failingAt(base, summary))
        .or(() -> isExponential(scenario.topology(), base) || isQuiet(summary) ? Optional.empty()
            : Optional.of(Assumption.EXPONENTIAL));
  }

  private static Optional<Assumption> failingOfDesign(Scenario scenario) {
    var topology = scenario.topology();
    if (topology.nodes(Families.class).size() != 1) {
      return Optional.of(Assumption.ONE_KIND);
    }
    var families = (Families) topology.nodes(Families.class).getFirst().component();
    var traffic = families.traffic();
    if (families.growth().course() != tenfold.component.Growth.Course.NONE || !families.trace().isEmpty()
        || families.model() != Families.Model.CLOSED && (traffic.dayAmplitude() > 0 || traffic.rushFactor() > 1)) {
      return Optional.of(Assumption.STEADY);
    } else if (!scenario.faults().isEmpty()) {
      return Optional.of(Assumption.SOUND);
    } else if (!topology.nodes(AutoScaler.class).isEmpty()) {
      return Optional.of(Assumption.FIXED_SERVERS);
    } else if (families.filesPerPage() > 0 || families.reloadAfterSaveMs() > 0
        || topology.links().stream().anyMatch(link -> link.guards().hedgeAfterMs() > 0)) {
      return Optional.of(Assumption.ONE_AT_A_TIME);
    }
    return Optional.empty();
  }

  private Optional<Assumption> failingAt(Summary base, Summary summary) {
    if (summary.timeoutShare() > FAILURES) {
      return Optional.of(Assumption.PATIENT);
    } else if (summary.errorShare() > FAILURES || summary.stopped().isPresent()) {
      return Optional.of(Assumption.NO_FAILURES);
    } else if (isOpen && base.throughputPerSecond().mean() >= mostThroughput()) {
      return Optional.of(Assumption.STABLE);
    }
    double before = work(base);
    double now = work(summary);
    return summary.requests() >= FEWEST_REQUESTS && Math.abs(now - before) > WORK_TOLERANCE * before
        ? Optional.of(Assumption.SAME_WORK) : Optional.empty();
  }

  /// What a request takes of the centre that is the fullest in that run, for each of its servers.
  private static double work(Summary summary) {
    return centres(summary).stream().mapToDouble(ServiceCentre::secondsPerServer).max().orElse(0);
  }

  private static boolean isQuiet(Summary summary) {
    return summary.nodes().stream().mapToDouble(NodeResult::utilisation).max().orElse(0) < BUSY;
  }

  /// A bottleneck whose units are shared may have any law. One that serves in turn is a server's loop, whose requests
  /// must all have the exponential law, or a part whose service takes the same time for all.
  private boolean isExponential(Topology topology, Summary base) {
    boolean isShared = base.nodes().stream().filter(node -> node.name().equals(bottleneck().name()))
        .flatMap(node -> node.centres().stream())
        .filter(centre -> centre.units() == bottleneck().servers() && centre.copies() == bottleneck().copies())
        .allMatch(CentreResult::isShared);
    return isShared || topology.node(bottleneck().name())
        .filter(node -> node.component() instanceof AppServer server && List.of(Route.values()).stream()
            .filter(route -> route != Route.HEALTH && route != Route.FILE && route != Route.REPORT)
            .allMatch(route -> server.cpu(route).law() == Law.EXPONENTIAL))
        .isPresent();
  }
}
