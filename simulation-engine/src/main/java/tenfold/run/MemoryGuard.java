package tenfold.run;

import tenfold.kernel.LimitReached;

/// Stops a run before it needs more memory than Java may use: rows, pages and sessions that only ever grow. It looks at
/// the real heap, so where it stops depends on the machine, unlike all else that a run does.
final class MemoryGuard {
  private static final int CALLS_BETWEEN_LOOKS = 1_024;
  private static final double SUSPICIOUS_SHARE = 0.9;
  private static final double FULL_SHARE = 0.85;

  private int calls;

  /// Looks now and then; most calls cost nothing.
  ///
  /// @throws LimitReached when little memory is left, even after what is not needed was given back
  void look(long nowNanos) {
    if (++calls % CALLS_BETWEEN_LOOKS != 0 || usedShare() < SUSPICIOUS_SHARE) {
      return;
    }
    System.gc();
    double used = usedShare();
    if (used > FULL_SHARE) {
      throw new LimitReached("%.0f %% of the memory that Java may use, %d MB, is in use".formatted(
          100 * used, Runtime.getRuntime().maxMemory() >> 20),
          "Try fewer families or a shorter run, or give Java more with JAVA_TOOL_OPTIONS=-Xmx8g", nowNanos);
    }
  }

  private static double usedShare() {
    var runtime = Runtime.getRuntime();
    return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
  }
}
