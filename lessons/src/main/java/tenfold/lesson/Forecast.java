package tenfold.lesson;

import java.util.List;
import tenfold.stats.Interval;

/// What the silver medal is for: to foretell a number of the system that one has built, under conditions that it was
/// not tried in. Other conditions are asked for with each attempt.
///
/// @param measure what is foretold
/// @param node name or kind of the node that it is about; empty for the whole system
/// @param world the conditions, but for what is set besides
/// @param settings what is set besides, one after the other: "families=1200", "Families.arrivalRatePerSecond=300"
/// @param within how far it may be from what is measured, as a share of that
public record Forecast(Measure measure, String node, World world, List<String> settings, double within) {
  /// Copies the list.
  public Forecast {
    settings = List.copyOf(settings);
  }

  /// What an attempt sets.
  ///
  /// @param attempt counted from 0
  public String settingOf(int attempt) {
    return settings.get(Math.floorMod(attempt, settings.size()));
  }

  /// The conditions of an attempt.
  public World worldOf(int attempt) {
    return world.plus(List.of(settingOf(attempt)));
  }

  /// Whether what was foretold is near enough.
  public boolean isMet(double foretold, Interval measured) {
    return Math.abs(foretold - measured.mean()) <= within * measured.mean();
  }
}
