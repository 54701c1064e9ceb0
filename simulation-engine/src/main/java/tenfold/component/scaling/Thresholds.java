package tenfold.component.scaling;

import java.util.OptionalInt;

/// The text's policy: `step` servers more when the processors are busier than one threshold **or** answers take longer
/// than one; one server less when they are idler than another **and** answers are faster than another.
///
/// @param upUtilisation more servers above it, 0 to 1
/// @param upResponseMs more servers above it
/// @param downUtilisation one server less below it, 0 to 1
/// @param downResponseMs one server less below it
/// @param step servers more at a time
public record Thresholds(double upUtilisation, double upResponseMs, double downUtilisation, double downResponseMs,
    int step) implements Policy {

  @Override
  public OptionalInt wants(Metric metric, int desired) {
    if (metric.utilisation() > upUtilisation || metric.responseMs() > upResponseMs) {
      return OptionalInt.of(desired + step);
    }
    boolean isFast = Double.isNaN(metric.responseMs()) || metric.responseMs() < downResponseMs;
    return metric.utilisation() < downUtilisation && isFast ? OptionalInt.of(desired - 1) : OptionalInt.empty();
  }
}
