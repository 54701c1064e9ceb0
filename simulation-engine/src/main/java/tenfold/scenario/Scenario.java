package tenfold.scenario;

import java.util.List;
import java.util.stream.Stream;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// A system and how it is run.
///
/// @param title what it is called
/// @param description what it shows, in a sentence or two
/// @param topology the system; its families are nodes
/// @param warmUpSeconds simulated time before anything is measured
/// @param lengthSeconds simulated time that is measured
/// @param seed decides all chance
/// @param faults what goes wrong on the way
public record Scenario(
    String title,
    String description,
    Topology topology,
    double warmUpSeconds,
    double lengthSeconds,
    long seed,
    List<ScheduledFault> faults) {
  /// Longest warm-up and longest run: a day.
  public static final double MAX_SECONDS = 86_400;

  /// Copies the faults.
  public Scenario {
    faults = List.copyOf(faults);
  }

  /// A scenario in which nothing goes wrong.
  public Scenario(String title, String description, Topology topology, double warmUpSeconds, double lengthSeconds,
      long seed) {
    this(title, description, topology, warmUpSeconds, lengthSeconds, seed, List.of());
  }

  /// The same scenario with another system.
  public Scenario with(Topology changed) {
    return new Scenario(title, description, changed, warmUpSeconds, lengthSeconds, seed, faults);
  }

  /// The same scenario in which these things go wrong.
  public Scenario with(List<ScheduledFault> script) {
    return new Scenario(title, description, topology, warmUpSeconds, lengthSeconds, seed, script);
  }

  /// Everything that is wrong with its topology and its faults, the worst first; empty when nothing is.
  public List<Problem> problems() {
    return Stream.concat(faults.stream().flatMap(fault -> fault.problem(topology).stream()),
        Inspection.problems(topology).stream())
        .sorted((one, other) -> Boolean.compare(other.isFatal(), one.isFatal()))
        .toList();
  }

  /// The same scenario without a node, its links and what was to happen to it.
  public Scenario minus(String node) {
    return with(topology.minus(node))
        .with(faults.stream().filter(fault -> !fault.node().equals(node) && !fault.to().equals(node)).toList());
  }

  /// The same scenario measured for another time.
  public Scenario lasting(double warmUp, double length) {
    return new Scenario(title, description, topology, warmUp, length, seed, faults);
  }
}
