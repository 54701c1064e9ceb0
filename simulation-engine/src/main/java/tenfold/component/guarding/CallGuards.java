package tenfold.component.guarding;

import tenfold.component.Param;
import tenfold.component.Retrying;

/// What stands around each call over a link, from the outside in: retries, circuit breaker, limits, time-out and hedge
/// (the order of resilience4j). A call that a guard turned away is not made again.
///
/// @param timeoutMs how long the caller waits; 0 for as long as it takes
/// @param hedgeAfterMs after this time the same call is made once more and the first answer counts; 0 for not at all
/// @param isShared whether all instances of the calling node have one set of guards, as behind a gateway; else each
///     process has its own, as with a library
/// @param retrying whether and how a failed call is made again
/// @param breaker whether a service that fails is called at all
/// @param limits how many calls are made
public record CallGuards(
    @Param(label = "Call time-out", unit = "ms", max = 300_000, live = true, mayBeAbsent = true,
        source = "pattern text: none; teaching value 3 s") double timeoutMs,
    @Param(label = "Hedge after", unit = "ms", max = 60_000, live = true, mayBeAbsent = true,
        source = "off; Dean & Barroso 2013: the 95th percentile") double hedgeAfterMs,
    @Param(label = "Shared by the callers", live = true, mayBeAbsent = true, source = "pattern text: per process")
        boolean isShared,
    @Param(label = "Calls again", mayBeAbsent = true) Retrying retrying,
    @Param(label = "Circuit breaker", mayBeAbsent = true) Breaking breaker,
    @Param(label = "Limits", mayBeAbsent = true) Limiting limits) {

  /// None: each call is made, once, and waited for.
  public static final CallGuards NONE = new CallGuards();

  /// None.
  public CallGuards() {
    this(0, 0, false, new Retrying(), new Breaking(), new Limiting());
  }

  /// Whether there is nothing around the calls.
  public boolean areNone() {
    return timeoutMs == 0 && hedgeAfterMs == 0 && retrying.retries() == 0 && !breaker.enabled()
        && limits.ratePerSecond() == 0 && limits.atOnce() == 0;
  }
}
