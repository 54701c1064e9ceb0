package tenfold.lesson;

import java.util.List;
import tenfold.stats.Interval;

/// What the silver medal is for: to foretell a number of the system that one has built, with families that it was not
/// tried with. Other families are asked for with each attempt.
///
/// @param measure what is foretold
/// @param node name or kind of the node that it is about; empty for the whole system
/// @param world under which conditions, but for the families
/// @param families how many, one after the other
/// @param within how far it may be from what is measured, as a share of that
public record Forecast(Measure measure, String node, World world, List<Integer> families, double within) {
  /// Copies the list.
  public Forecast {
    families = List.copyOf(families);
  }

  /// Families that an attempt is about.
  ///
  /// @param attempt counted from 0
  public int familiesOf(int attempt) {
    return families.get(Math.floorMod(attempt, families.size()));
  }

  /// The conditions of an attempt.
  public World worldOf(int attempt) {
    return world.withFamilies(familiesOf(attempt));
  }

  /// Whether what was foretold is near enough.
  public boolean isMet(double foretold, Interval measured) {
    return Math.abs(foretold - measured.mean()) <= within * measured.mean();
  }
}
