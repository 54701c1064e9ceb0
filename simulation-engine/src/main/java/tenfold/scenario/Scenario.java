package tenfold.scenario;

import java.util.List;
import java.util.stream.Stream;
import tenfold.component.Parameter;
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
    var lost = faults.stream()
        .filter(fault -> topology.node(fault.node()).isEmpty())
        .map(fault -> new Problem("", "the " + fault.fault() + " at " + Parameter.plain(fault.atSeconds())
            + " s is meant for \"" + fault.node() + "\", which is not there", "Name a node of this design", true));
    return Stream.concat(lost, Inspection.problems(topology).stream()).toList();
  }

  /// The same scenario measured for another time.
  public Scenario lasting(double warmUp, double length) {
    return new Scenario(title, description, topology, warmUp, length, seed, faults);
  }
}
