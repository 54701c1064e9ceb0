package tenfold.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.component.Billed;
import tenfold.component.Families;
import tenfold.scenario.PriceList;
import tenfold.topology.Topology;

/// What a system costs, if every month went on like the time that was measured. Instances are billed for the time in
/// which they are there, to the second: boot and drain too.
///
/// @param perMonth dollars a month
/// @param per1000Families dollars a month for each thousand families
/// @param perMillionRequests dollars for each million answered requests; infinite when nothing was answered
/// @param nodes dollars a month of each node, by name, in the order of the topology
public record Bill(double perMonth, double per1000Families, double perMillionRequests, Map<String, Double> nodes) {
  /// A month of 730 hours, so that $100 a month is $0.137 an hour.
  private static final double SECONDS_A_MONTH = 730 * 3_600;

  /// What a node used.
  ///
  /// @param name its name
  /// @param instances how many were paid for, on the average
  /// @param callsPerSecond calls to it
  private record Use(String name, double instances, double callsPerSecond) {}

  /// The bill of what was measured.
  public static Bill of(Topology topology, Experiment.Summary summary, PriceList prices) {
    return of(topology, summary.nodes().stream()
        .map(node -> new Use(node.name(), node.meanPaidFor(), node.callsPerSecond())).toList(),
        summary.families(), summary.throughputPerSecond().mean(), prices);
  }

  /// The bill of a point of the live charts.
  public static Bill of(Point point, PriceList prices) {
    return of(point.topology(), point.nodes().stream()
        .map(node -> new Use(node.name(), node.paidFor(), node.callsPerSecond())).toList(),
        point.topology().familyCount(), point.goodputPerSecond() + point.errorsPerSecond(), prices);
  }

  /// The bill of the present instant.
  public static Bill of(Topology topology, Snapshot snapshot, PriceList prices) {
    double answersPerSecond = topology.nodes(Families.class).stream()
        .flatMap(families -> snapshot.nodes().stream().filter(node -> node.name().equals(families.name())))
        .mapToDouble(Snapshot.NodeView::callsPerSecond).sum();
    return of(topology, snapshot.nodes().stream()
        .map(node -> new Use(node.name(), node.paidFor(), node.callsPerSecond())).toList(),
        topology.familyCount(), answersPerSecond, prices);
  }

  private static Bill of(Topology topology, List<Use> uses, int families, double answersPerSecond, PriceList prices) {
    var nodes = new LinkedHashMap<String, Double>();
    for (var use : uses) {
      topology.node(use.name).ifPresent(node -> nodes.put(use.name, node.component().billed().stream()
          .mapToDouble(billed -> prices.price(billed.item()) * billed.quantity() * amount(billed, use)).sum()));
    }
    double perMonth = nodes.values().stream().mapToDouble(Double::doubleValue).sum();
    double perMillion = perMonth / (answersPerSecond * SECONDS_A_MONTH) * 1e6;
    return new Bill(perMonth, perMonth / families * 1_000, perMillion, nodes);
  }

  /// How often a quantity is due in a month.
  private static double amount(Billed billed, Use use) {
    return switch (billed.basis()) {
      case MONTH -> use.instances;
      case CALL -> use.callsPerSecond * SECONDS_A_MONTH;
    };
  }
}
