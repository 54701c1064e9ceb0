package tenfold.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Probe;
import tenfold.experiment.LaboratoryFailure;
import tenfold.experiment.UnreadableSetting;
import tenfold.lesson.Goal.Measured;
import tenfold.lesson.Goal.Moment;
import tenfold.lesson.Goal.Structural;
import tenfold.lesson.Goal.Verdict;
import tenfold.run.Experiment;
import tenfold.run.Point;
import tenfold.run.Replication;
import tenfold.scenario.Scenario;
import tenfold.stats.Interval;
import tenfold.stats.Tally;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// Judges designs by running them: nothing is looked up.
///
/// @param laboratory where they are run; used once
/// @param replications independent runs of each world, at least 2
/// @param seed decides all chance: another seed is another class of families
public record Check(Laboratory laboratory, int replications, long seed) {
  /// Runs behind a judgement, unless more are asked for.
  public static final int REPLICATIONS = 5;

  private static final double CONFIDENCE = 0.95;
  private static final long SLICE_NANOS = 500_000_000;
  /// The same in seconds.
  static final double SLICE_SECONDS = SLICE_NANOS / 1e9;

  /// What came of a design.
  ///
  /// @param verdicts one for each goal, in their order
  /// @param requests attempts that were simulated for it
  public record Report(List<Verdict> verdicts, long requests) {
    /// Copies the list.
    public Report {
      verdicts = List.copyOf(verdicts);
    }

    /// Whether all goals are met but those for gold.
    public boolean isPassed() {
      return of(Medal.BRONZE).stream().allMatch(Verdict::isMet);
    }

    /// Whether all goals are met, those for gold too.
    public boolean isGold() {
      return verdicts.stream().allMatch(Verdict::isMet);
    }

    /// Points of the goals that are met, as a share of all points, 0 to 1; those for gold do not count.
    public double share() {
      return points(of(Medal.BRONZE).stream().filter(Verdict::isMet).toList()) / points(of(Medal.BRONZE));
    }

    private List<Verdict> of(Medal medal) {
      return verdicts.stream().filter(verdict -> verdict.goal().medal() == medal).toList();
    }

    private static double points(List<Verdict> some) {
      return some.stream().mapToDouble(verdict -> verdict.goal().points()).sum();
    }
  }

  /// All runs of one world.
  private record Runs(List<Run> runs) {
    Interval of(Measure measure, String node) {
      var tally = new Tally();
      for (var run : runs) {
        double value = measure.of(run, node);
        if (!Double.isNaN(value)) {
          tally.add(value);
        }
      }
      return Interval.ofMean(tally, CONFIDENCE);
    }

    long requests() {
      return runs.stream().mapToLong(run -> run.result().simulatedRequests()).sum();
    }
  }

  /// Judges a design by a lesson's goals.
  ///
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws java.util.concurrent.CancellationException when the laboratory is cancelled
  public Report of(Topology design, List<Goal> goals) throws LaboratoryFailure {
    var fatal = Inspection.problems(design).stream().filter(Problem::isFatal).findFirst();
    var faults = new LinkedHashMap<World, String>();
    var scenarios = new LinkedHashMap<World, Scenario>();
    for (var goal : goals) {
      if (goal instanceof Measured measured && !scenarios.containsKey(measured.world())) {
        fatal.ifPresent(problem -> faults.put(measured.world(), problem.toString()));
        try {
          if (fatal.isEmpty()) {
            scenarios.put(measured.world(), measured.world().of(design));
          }
        } catch (UnreadableSetting missing) {
          faults.put(measured.world(), String.valueOf(missing.getMessage()));
        }
      }
    }
    var runs = run(scenarios);
    var verdicts = goals.stream().map(goal -> switch (goal) {
      case Structural structural -> judged(structural, design);
      case Measured measured -> judged(measured, Optional.ofNullable(runs.get(measured.world())),
          faults.getOrDefault(measured.world(), ""));
    }).toList();
    return new Report(verdicts, runs.values().stream().mapToLong(Runs::requests).sum());
  }

  /// Measures one design under several worlds.
  ///
  /// @return one interval for each world, in their order
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws UnreadableSetting when the design has nothing that a world sets
  public List<Interval> measure(Topology design, Measure measure, String node, List<World> worlds)
      throws LaboratoryFailure, UnreadableSetting {
    var scenarios = new LinkedHashMap<World, Scenario>();
    for (var world : worlds) {
      scenarios.put(world, world.of(design));
    }
    var runs = run(scenarios);
    return worlds.stream().map(world -> runs.get(world).of(measure, node)).toList();
  }

  /// Measures claims. A system is run once, however many of them are about it.
  ///
  /// @return one interval for each, in their order
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws UnreadableSetting when a design has nothing that its world sets
  public Map<Claim, Interval> of(List<Claim> claims) throws LaboratoryFailure, UnreadableSetting {
    var scenarios = new LinkedHashMap<Claim, Scenario>();
    for (var claim : claims) {
      scenarios.put(claim, claim.world().of(claim.design()));
    }
    var runs = run(scenarios);
    var measured = new LinkedHashMap<Claim, Interval>();
    claims.forEach(claim -> measured.put(claim, runs.get(claim).of(claim.measure(), claim.node())));
    return measured;
  }

  /// Runs each scenario once, also where several keys have the same.
  private <K> Map<K, Runs> run(Map<K, Scenario> scenarios) throws LaboratoryFailure {
    var distinct = scenarios.values().stream().distinct().toList();
    var experiments = distinct.stream().map(scenario -> new Experiment(scenario, replications, seed)).toList();
    List<Runs> all = laboratory.measure(experiments, experiment -> new Watching(experiment.scenario()),
        (_, runs) -> new Runs(runs));
    var byKey = new LinkedHashMap<K, Runs>();
    scenarios.forEach((key, scenario) -> byKey.put(key, all.get(distinct.indexOf(scenario))));
    return byKey;
  }

  private static Verdict judged(Structural goal, Topology design) {
    var fault = goal.rule().fault(design);
    return new Verdict(goal, fault.isEmpty(), Optional.empty(), fault, "", Optional.empty());
  }

  private Verdict judged(Measured goal, Optional<Runs> runs, String fault) {
    if (runs.isEmpty()) {
      return unmeasured(goal, fault);
    }
    var first = runs.get().runs().getFirst();
    if (goal.measure().isOfNode() && first.nodes(goal.node()).isEmpty()) {
      return unmeasured(goal, "The design has no \"" + goal.node() + "\", which this goal is about. Put one in.");
    }
    var measured = runs.get().of(goal.measure(), goal.node());
    if (Double.isNaN(measured.mean())) {
      return unmeasured(goal, "There was nothing to measure: no request was answered.");
    }
    boolean isMet = goal.excess(measured) == 0;
    var worst = isMet ? OptionalDouble.empty() : first.worstSecond(goal.measure(), goal.node());
    return new Verdict(goal, isMet, Optional.of(measured), Optional.empty(), "",
        worst.isEmpty() ? Optional.empty() : Optional.of(new Moment(goal.world(), seed, worst.getAsDouble())));
  }

  private static Verdict unmeasured(Goal goal, String reason) {
    return new Verdict(goal, false, Optional.empty(), Optional.empty(), reason, Optional.empty());
  }

  /// Takes what a run did, half a second by half a second, besides its result.
  private static final class Watching implements Probe<Run> {
    private final Scenario scenario;
    private final List<Point> points = new ArrayList<>();

    Watching(Scenario scenario) {
      this.scenario = scenario;
    }

    @Override
    public void attach(Replication run) {
      run.watch(SLICE_NANOS, points::add);
    }

    @Override
    public Run read(Replication run) {
      return new Run(scenario, run.result(), points);
    }
  }
}
