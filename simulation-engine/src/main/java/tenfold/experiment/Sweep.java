package tenfold.experiment;

import java.util.ArrayList;
import java.util.List;
import tenfold.run.Experiment;
import tenfold.scenario.Scenario;

/// One scenario with all combinations of some settings, each run with the same luck.
///
/// @param scenario what is varied
/// @param settings what is set, at least one
/// @param replications runs of each combination
/// @param seed decides all chance, of each combination alike
public record Sweep(Scenario scenario, List<Setting> settings, int replications, long seed) {
  /// Most combinations.
  public static final int MOST_POINTS = 1_000;

  /// Copies the list.
  ///
  /// @throws UnreadableSetting when there are too many combinations
  public Sweep {
    settings = List.copyOf(settings);
  }

  /// One combination.
  ///
  /// @param values the values, one for each setting
  /// @param experiment what is run with them
  public record Point(List<Object> values, Experiment experiment) {}

  /// All combinations; the last setting varies fastest.
  ///
  /// @throws UnreadableSetting when there are more than [#MOST_POINTS]
  public List<Point> points() throws UnreadableSetting {
    long count = settings.stream().mapToLong(setting -> setting.values().size()).reduce(1, Math::multiplyExact);
    if (count > MOST_POINTS) {
      throw new UnreadableSetting("The settings have " + count + " combinations, more than " + MOST_POINTS
          + ". Give fewer values.");
    }
    var points = new ArrayList<Point>();
    collect(scenario, List.of(), points);
    return points;
  }

  private void collect(Scenario so, List<Object> values, List<Point> points) {
    if (values.size() == settings.size()) {
      points.add(new Point(values, new Experiment(so, replications, seed)));
      return;
    }
    var setting = settings.get(values.size());
    for (var value : setting.values()) {
      var more = new ArrayList<>(values);
      more.add(value);
      collect(setting.change().apply(so, value), more, points);
    }
  }
}
