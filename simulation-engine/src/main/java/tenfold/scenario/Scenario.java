package tenfold.scenario;

import tenfold.topology.Topology;

/// A system and how it is run.
///
/// @param title what it is called
/// @param description what it shows, in a sentence or two
/// @param topology the system; its families are nodes
/// @param warmUpSeconds simulated time before anything is measured
/// @param lengthSeconds simulated time that is measured
/// @param seed decides all chance
public record Scenario(
    String title,
    String description,
    Topology topology,
    double warmUpSeconds,
    double lengthSeconds,
    long seed) {
  /// Longest warm-up and longest run: a day.
  public static final double MAX_SECONDS = 86_400;

  /// The same scenario with another system.
  public Scenario with(Topology changed) {
    return new Scenario(title, description, changed, warmUpSeconds, lengthSeconds, seed);
  }

  /// The same scenario measured for another time.
  public Scenario lasting(double warmUp, double length) {
    return new Scenario(title, description, topology, warmUp, length, seed);
  }
}
