package tenfold.component;

/// How the arrival rate of the open models changes with the time of day and in a rush. The simulation begins at
/// midnight.
///
/// The day is λ·(1 + A·cos 2π(t − peak)/24 h); a rush multiplies it: up on a straight line, steady, and back down by
/// exponential decay. Source: domain 1.1.
///
/// @param dayAmplitude A, how far the rate swings over a day, as a share of its mean; 0 for not at all
/// @param dayPeakHour hour of the day when it is highest
/// @param rushFactor how many times the normal rate a rush reaches; 1 for no rush
/// @param rushAtSeconds when the rush begins
/// @param rushRampSeconds how long it grows
/// @param rushHoldSeconds how long it stays
/// @param rushDecaySeconds time in which what it adds falls to 1/e
public record Traffic(
    @Param(label = "Swing over a day", max = 1, live = true, mayBeAbsent = true, source = "off; teaching value 0.6")
        double dayAmplitude,
    @Param(label = "Busiest hour", unit = "h", max = 24, live = true, mayBeAbsent = true,
        source = "the co-op opens at 9") double dayPeakHour,
    @Param(label = "Rush", unit = "times", min = 1, max = 100, live = true, mayBeAbsent = true,
        source = "off; teaching value 6") double rushFactor,
    @Param(label = "Rush begins at", unit = "s", max = 86_400, live = true, mayBeAbsent = true,
        source = "student's choice") double rushAtSeconds,
    @Param(label = "Rush grows for", unit = "s", max = 3_600, live = true, mayBeAbsent = true,
        source = "teaching value") double rushRampSeconds,
    @Param(label = "Rush lasts", unit = "s", max = 86_400, live = true, mayBeAbsent = true,
        source = "teaching value") double rushHoldSeconds,
    @Param(label = "Rush fades in", unit = "s", min = 1, max = 86_400, live = true, mayBeAbsent = true,
        source = "teaching value") double rushDecaySeconds) {
  private static final double DAY_SECONDS = 86_400;

  /// The same rate at all times.
  public Traffic() {
    this(0, 9, 1, 600, 60, 1_800, 300);
  }

  /// The rate at a time, as a multiple of the mean rate of a day without a rush.
  double factorAt(double seconds) {
    double day = 1 + dayAmplitude * Math.cos(2 * Math.PI * (seconds - dayPeakHour * 3_600) / DAY_SECONDS);
    return day * (1 + (rushFactor - 1) * rushShare(seconds - rushAtSeconds));
  }

  /// No [#factorAt] is larger.
  double largestFactor() {
    return (1 + dayAmplitude) * rushFactor;
  }

  private double rushShare(double sinceStart) {
    if (sinceStart < 0) {
      return 0;
    }
    if (sinceStart < rushRampSeconds) {
      return sinceStart / rushRampSeconds;
    }
    double sinceEnd = sinceStart - rushRampSeconds - rushHoldSeconds;
    return sinceEnd <= 0 ? 1 : Math.exp(-sinceEnd / rushDecaySeconds);
  }
}
