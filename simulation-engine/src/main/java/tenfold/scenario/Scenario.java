package tenfold.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
/// @param frames notes and regions on the canvas, which mean nothing to the run
public record Scenario(
    String title,
    String description,
    Topology topology,
    double warmUpSeconds,
    double lengthSeconds,
    long seed,
    List<ScheduledFault> faults,
    List<Frame> frames) {
  /// Longest warm-up and longest run: a day.
  public static final double MAX_SECONDS = 86_400;

  /// Copies the lists.
  public Scenario {
    faults = List.copyOf(faults);
    frames = List.copyOf(frames);
  }

  /// A scenario in which nothing goes wrong.
  public Scenario(String title, String description, Topology topology, double warmUpSeconds, double lengthSeconds,
      long seed) {
    this(title, description, topology, warmUpSeconds, lengthSeconds, seed, List.of(), List.of());
  }

  /// The same scenario with another system.
  public Scenario with(Topology changed) {
    return new Scenario(title, description, changed, warmUpSeconds, lengthSeconds, seed, faults, frames);
  }

  /// The same scenario in which these things go wrong.
  public Scenario with(List<ScheduledFault> script) {
    return new Scenario(title, description, topology, warmUpSeconds, lengthSeconds, seed, script, frames);
  }

  /// The same with other luck.
  public Scenario withSeed(long other) {
    return new Scenario(title, description, topology, warmUpSeconds, lengthSeconds, other, faults, frames);
  }

  /// The same scenario with one more frame.
  public Scenario plus(Frame frame) {
    return framed(Stream.concat(frames.stream(), Stream.of(frame)).toList());
  }

  /// The same scenario with one frame changed.
  public Scenario changeFrame(String name, UnaryOperator<Frame> edit) {
    return framed(frames.stream().map(frame -> frame.name().equals(name) ? edit.apply(frame) : frame).toList());
  }

  /// The same scenario without a frame.
  public Scenario minusFrame(String name) {
    return framed(frames.stream().filter(frame -> !frame.name().equals(name)).toList());
  }

  /// The frame of that name.
  public Optional<Frame> frame(String name) {
    return frames.stream().filter(frame -> frame.name().equals(name)).findFirst();
  }

  /// The same scenario in which a node has another name, wherever it is spoken of.
  public Scenario renamed(String node, String other) {
    UnaryOperator<String> names = name -> name.equals(node) ? other : name;
    return with(topology.renamed(names)).with(faults.stream().map(fault -> fault.renamed(names)).toList());
  }

  private Scenario framed(List<Frame> changed) {
    return new Scenario(title, description, topology, warmUpSeconds, lengthSeconds, seed, faults, changed);
  }

  /// Everything that is wrong with its topology, its faults and its frames, the worst first; empty when nothing is.
  public List<Problem> problems() {
    var twice = frames.stream().map(Frame::name)
        .filter(name -> frames.stream().filter(frame -> frame.name().equals(name)).count() > 1).distinct()
        .map(name -> new Problem(name, "two frames have this name", "Give every frame a name of its own", false));
    return Stream.of(faults.stream().flatMap(fault -> fault.problem(topology).stream()),
        Inspection.problems(topology).stream(), twice).flatMap(problems -> problems)
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
    return new Scenario(title, description, topology, warmUp, length, seed, faults, frames);
  }
}
