package tenfold.component;

/// Whether and how a client tries again after a failure.
///
/// @param retries tries after the first
/// @param backoff how long it waits before each
/// @param baseMs the first wait
/// @param factor how much longer each wait is than the one before
/// @param capMs the longest wait
/// @param posts whether it sends a POST again, which may do its work twice
/// @param budget tries after the first as a share of all first tries of the node; 0 for any number
public record Retrying(
    @Param(label = "Retries", unit = "tries", max = 10, live = true, mayBeAbsent = true,
        source = "teaching value; Polly: 3") int retries,
    @Param(label = "Backoff", live = true, mayBeAbsent = true, source = "AWS Architecture Blog 2015: full jitter")
        Backoff backoff,
    @Param(label = "First wait", unit = "ms", max = 60_000, live = true, mayBeAbsent = true,
        source = "resilience4j: 500 ms") double baseMs,
    @Param(label = "Growth of waits", unit = "×", min = 1, max = 10, live = true, mayBeAbsent = true,
        source = "AWS Architecture Blog 2015: 2; resilience4j: 1.5") double factor,
    @Param(label = "Longest wait", unit = "ms", max = 600_000, live = true, mayBeAbsent = true,
        source = "teaching value") double capMs,
    @Param(label = "POSTs too", live = true, mayBeAbsent = true, source = "safe only with idempotency keys")
        boolean posts,
    @Param(label = "Retry budget", max = 1, live = true, mayBeAbsent = true,
        source = "off; Site Reliability Engineering ch. 21: 0.1") double budget) {

  /// None.
  public Retrying() {
    this(0, Backoff.FULL_JITTER, 500, 2, 20_000, false);
  }

  /// Without a budget.
  public Retrying(int retries, Backoff backoff, double baseMs, double factor, double capMs, boolean posts) {
    this(retries, backoff, baseMs, factor, capMs, posts, 0);
  }

  /// The longest wait after so many retries: min(cap, base·factorᵏ), in milliseconds.
  double limitMs(int tried) {
    return Math.min(capMs, baseMs * StrictMath.pow(factor, tried));
  }
}
