package tenfold.lesson;

/// How well a lesson was done, from not at all to best.
public enum Medal {
  /// The goals are not met yet.
  NONE,
  /// A system was built that meets the goals.
  BRONZE,
  /// Besides, a number of the own system was foretold for families that it had not been tried with ([Forecast]).
  SILVER,
  /// Besides, the goals for gold are met, which are stricter.
  GOLD;

  /// The medal for what was reached.
  ///
  /// @param hasForecast whether there is something to foretell; without it silver is for the goals alone
  static Medal of(Progress.Taken taken, boolean hasForecast) {
    return !taken.isPassed() ? NONE : !taken.isForetold() && hasForecast ? BRONZE : taken.isGold() ? GOLD : SILVER;
  }
}
