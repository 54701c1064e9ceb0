package tenfold.resilience;

/// How a circuit breaker decides. Each kind has numbers of its own, any of which can be changed.
///
/// @param kind which one it is
/// @param failures failures in a row that open it, for [Kind#TEXT] and [Kind#COMPLETE]
/// @param failureShare share of failures that opens it, for the others, above 0 to 1
/// @param window calls, or seconds, that it looks back
/// @param minimumCalls calls in the window without which it does not open
/// @param openNanos how long it stays open before it lets a call try; 0 for ever
/// @param halfOpenCalls calls that may try then
/// @param slowNanos from this time on a call counts as slow
/// @param slowShare share of slow calls that opens it; above 1 for never
public record BreakerPlan(Kind kind, int failures, double failureShare, int window, int minimumCalls, long openNanos,
    int halfOpenCalls, long slowNanos, double slowShare) {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final double NEVER = 2;

  /// The breakers to choose from.
  public enum Kind {
    /// The text's: five failures in a row open it, and nothing closes it again.
    TEXT("text"),
    /// The text's with what it lacks: after 30 s one call may try.
    COMPLETE("complete"),
    /// resilience4j: half of the last 100 calls failed, or all were slow; open for 60 s, then ten calls may try.
    COUNT_WINDOW("countWindow"),
    /// resilience4j: the same over the calls of the last 100 s.
    TIME_WINDOW("timeWindow"),
    /// Polly: a tenth of at least 100 calls in 30 s failed; open for 5 s, then one call may try.
    RATIO("ratio");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The numbers of a kind. Sources: pattern text; resilience4j af9e7c97, `CircuitBreakerConfig`; Polly 173d6d1d,
  /// `CircuitBreakerConstants`; those of [Kind#COMPLETE] are teaching values.
  public static BreakerPlan of(Kind kind) {
    return switch (kind) {
      case TEXT -> new BreakerPlan(kind, 5, 1, 1, 1, 0, 1, Long.MAX_VALUE, NEVER);
      case COMPLETE -> new BreakerPlan(kind, 5, 1, 1, 1, 30 * SECOND_NANOS, 1, Long.MAX_VALUE, NEVER);
      case COUNT_WINDOW, TIME_WINDOW ->
        new BreakerPlan(kind, 5, 0.5, 100, 100, 60 * SECOND_NANOS, 10, 60 * SECOND_NANOS, 1);
      case RATIO -> new BreakerPlan(kind, 5, 0.1, 30, 100, 5 * SECOND_NANOS, 1, Long.MAX_VALUE, NEVER);
    };
  }

  /// What it remembers while it is closed.
  Window closedWindow() {
    var shares = new Window.Shares(minimumCalls, failureShare, slowShare);
    return switch (kind) {
      case TEXT, COMPLETE -> new Window.Consecutive(failures);
      case COUNT_WINDOW -> new Window.LastCalls(window, new Window.Shares(
          Math.min(minimumCalls, window), failureShare, slowShare));
      case TIME_WINDOW -> new Window.LastTime(window, SECOND_NANOS, shares);
      case RATIO -> new Window.LastTime(10, Math.max(1, window * SECOND_NANOS / 10), shares);
    };
  }

  /// What it remembers of the calls that try.
  Window trialWindow() {
    return kind == Kind.TEXT || kind == Kind.COMPLETE ? new Window.Consecutive(1)
        : new Window.LastCalls(halfOpenCalls, new Window.Shares(halfOpenCalls, failureShare, slowShare));
  }
}
