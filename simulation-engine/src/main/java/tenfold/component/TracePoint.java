package tenfold.component;

/// From a time on, a recorded rate.
///
/// @param timeSeconds simulated time since the start, the warm-up included
/// @param ratePerSecond arrivals a second from then on, until the next point
public record TracePoint(
    @Param(label = "From", unit = "s", max = 172_800, live = true, source = "the recording") double timeSeconds,
    @Param(label = "Rate", unit = "1/s", max = 1e6, live = true, source = "the recording") double ratePerSecond) {

  /// Nobody, from the beginning.
  public TracePoint() {
    this(0, 0);
  }
}
