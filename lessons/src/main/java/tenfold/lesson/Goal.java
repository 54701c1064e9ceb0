package tenfold.lesson;

import java.util.Optional;
import tenfold.stats.Interval;

/// Something that a design must do or be.
public sealed interface Goal {
  /// Its name in the lesson's texts.
  String id();

  /// What it counts for; those of a lesson need not add up to anything.
  double points();

  /// A number that must be inside a bound, with its whole 95 % interval.
  ///
  /// @param measure what is measured
  /// @param node name or kind of the node that is meant; empty for the whole system
  /// @param atLeast lower bound; negatively infinite for none
  /// @param atMost upper bound; infinite for none
  /// @param world under which conditions
  record Measured(String id, double points, Measure measure, String node, double atLeast, double atMost, World world)
      implements Goal {

    /// Whether all of an interval is inside the bounds. A number without uncertainty, as of runs that all agree, has no
    /// width.
    boolean isMetBy(Interval measured) {
      double half = Double.isNaN(measured.halfWidth()) ? 0 : measured.halfWidth();
      return measured.mean() - half >= atLeast && measured.mean() + half <= atMost;
    }
  }

  /// Something that can be seen without running it.
  ///
  /// @param rule what must hold
  record Structural(String id, double points, Rule rule) implements Goal {}

  /// How a goal was judged.
  ///
  /// @param goal what was wanted
  /// @param isMet whether it is met
  /// @param measured the mean of the runs with its 95 % interval; empty for structural goals and when nothing could be
  ///     measured
  /// @param reason why nothing could be measured, or what is missing, in a sentence; empty otherwise
  record Verdict(Goal goal, boolean isMet, Optional<Interval> measured, String reason) {}
}
