package tenfold.component;

/// When families leave the site for good because of one slow answer, and when they come back. Not the time-out of a
/// request: who leaves gives up the visit.
///
/// @param medianMs patience of the median family, lognormal; 0 for endless
/// @param sigma how much patience differs between answers
/// @param awayMs mean time until the family comes back, exponential
public record Patience(
    @Param(label = "Patience", unit = "ms", max = 120_000, live = true, mayBeAbsent = true,
        source = "teaching value: 10 s; off by default") double medianMs,
    @Param(label = "Patience varies by σ", max = 2, live = true, mayBeAbsent = true, source = "teaching value: 0.5")
        double sigma,
    @Param(label = "Comes back after", unit = "ms", min = 1, max = 86_400_000, live = true, mayBeAbsent = true,
        source = "teaching value: 10 min") double awayMs) {

  /// Endless.
  public Patience() {
    this(0, 0.5, 600_000);
  }
}
