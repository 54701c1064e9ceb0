package tenfold.component.guarding;

import tenfold.component.Param;

/// How many calls are made at most; what is too much is turned away.
///
/// @param ratePerSecond calls a second (token bucket); 0 for any number
/// @param burst calls at once after a quiet time
/// @param atOnce calls under way at once (bulkhead); 0 for any number
/// @param waiting calls that may wait for one of those to end (a bounded queue)
public record Limiting(
    @Param(label = "Most calls a second", unit = "calls/s", max = 1e7, live = true, mayBeAbsent = true, source = "off")
        double ratePerSecond,
    @Param(label = "Burst", unit = "calls", min = 1, max = 1e6, live = true, mayBeAbsent = true,
        source = "teaching value") int burst,
    @Param(label = "Most calls at once", unit = "calls", max = 100_000, live = true, mayBeAbsent = true,
        source = "off; resilience4j: 25") int atOnce,
    @Param(label = "Most that wait", unit = "calls", max = 1e6, live = true, mayBeAbsent = true,
        source = "resilience4j: nobody waits") int waiting) {

  /// None.
  public Limiting() {
    this(0, 10, 0, 0);
  }
}
