package tenfold.lesson;

import java.util.Optional;
import tenfold.experiment.UnreadableSetting;
import tenfold.scenario.Scenario;
import tenfold.stats.Interval;
import tenfold.topology.Topology;

/// Something that a design must do or be.
public sealed interface Goal {
  /// Its name in the lesson's texts.
  String id();

  /// What it counts for; those of a lesson need not add up to anything.
  double points();

  /// The medal that it is for: bronze, or gold for those that are stricter.
  Medal medal();

  /// The stage of the lesson that it belongs to; empty in lessons that are built in one.
  String stage();

  /// A number that must be inside a bound, with its whole 95 % interval.
  ///
  /// @param measure what is measured
  /// @param node name or kind of the node that is meant; empty for the whole system
  /// @param atLeast lower bound; negatively infinite for none
  /// @param atMost upper bound; infinite for none
  /// @param world under which conditions
  record Measured(String id, Medal medal, String stage, double points, Measure measure, String node, double atLeast,
      double atMost, World world) implements Goal {

    /// By how much an interval reaches out of the bounds: above 0 for too much, below 0 for too little, 0 when all of
    /// it is inside. A number without uncertainty, as of runs that all agree, has no width.
    public double excess(Interval measured) {
      double half = Double.isNaN(measured.halfWidth()) ? 0 : measured.halfWidth();
      return measured.mean() + half > atMost ? measured.mean() + half - atMost
          : Math.min(0, measured.mean() - half - atLeast);
    }
  }

  /// Something that can be seen without running it.
  ///
  /// @param rule what must hold
  record Structural(String id, Medal medal, String stage, double points, Rule rule) implements Goal {}

  /// How a goal was judged.
  ///
  /// @param goal what was wanted
  /// @param isMet whether it is met
  /// @param measured the mean of the runs with its 95 % interval; empty for structural goals and when nothing could be
  ///     measured
  /// @param fault what the design is instead; empty for measured goals and when it is met
  /// @param reason why nothing could be measured, in a sentence; empty otherwise
  /// @param moment where it can be seen that it is not met; empty when it is, or when that is the same all the time
  record Verdict(Goal goal, boolean isMet, Optional<Interval> measured, Optional<Rule.Fault> fault, String reason,
      Optional<Moment> moment) {}

  /// A moment of a run that can be run again.
  ///
  /// @param world the conditions
  /// @param seed decides all chance
  /// @param seconds when, in simulated seconds
  record Moment(World world, long seed, double seconds) {
    /// The run of a design in which the moment comes.
    ///
    /// @throws UnreadableSetting when the design has nothing that the world sets
    public Scenario scenario(Topology design) throws UnreadableSetting {
      return world.of(design).withSeed(seed);
    }
  }
}
