package tenfold.component.guarding;

import tenfold.component.Param;
import tenfold.resilience.BreakerPlan;

/// Whether and how a circuit breaker decides. A number that is 0 is that of its kind.
///
/// @param enabled whether there is one
/// @param kind which one
/// @param failures failures in a row that open it
/// @param failureShare share of failures that opens it
/// @param window calls, or seconds, that it looks back
/// @param minimumCalls calls in the window without which it does not open
/// @param openMs how long it stays open before calls may try
/// @param halfOpenCalls calls that may try then
/// @param slowMs from this time on a call counts as slow
/// @param slowShare share of slow calls that opens it
public record Breaking(
    @Param(label = "Circuit breaker", live = true, mayBeAbsent = true, source = "off") boolean enabled,
    @Param(label = "Which", live = true, mayBeAbsent = true, source = "pattern text") BreakerPlan.Kind kind,
    @Param(label = "Failures in a row", max = 1_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; pattern text: 5") int failures,
    @Param(label = "Share of failures", max = 1, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j: 0.5, Polly: 0.1") double failureShare,
    @Param(label = "Looks back", unit = "calls or s", max = 10_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j: 100 calls, Polly: 30 s") int window,
    @Param(label = "Not below", unit = "calls", max = 10_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j, Polly: 100") int minimumCalls,
    @Param(label = "Open for", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; pattern text: for ever, resilience4j: 60 s, Polly: 5 s") double openMs,
    @Param(label = "Calls that try", max = 1_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j: 10, Polly: 1") int halfOpenCalls,
    @Param(label = "Slow from", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j: 60 s") double slowMs,
    @Param(label = "Share of slow calls", max = 1, live = true, mayBeAbsent = true,
        source = "0: as its kind has it; resilience4j: all") double slowShare) {

  /// None.
  public Breaking() {
    this(false, BreakerPlan.Kind.TEXT, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// One of that kind with the kind's own numbers.
  public Breaking(BreakerPlan.Kind kind) {
    this(true, kind, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// How it decides.
  public BreakerPlan plan() {
    var own = BreakerPlan.of(kind);
    return new BreakerPlan(kind,
        failures == 0 ? own.failures() : failures,
        failureShare == 0 ? own.failureShare() : failureShare,
        window == 0 ? own.window() : window,
        minimumCalls == 0 ? own.minimumCalls() : minimumCalls,
        openMs == 0 ? own.openNanos() : Math.round(openMs * 1e6),
        halfOpenCalls == 0 ? own.halfOpenCalls() : halfOpenCalls,
        slowMs == 0 ? own.slowNanos() : Math.round(slowMs * 1e6),
        slowShare == 0 ? own.slowShare() : slowShare);
  }
}
