package tenfold.kernel;

/// An exception inside a process; it ends the run.
public final class ProcessFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String processName;
  private final long timeNanos;

  ProcessFailure(String processName, long timeNanos, Throwable cause) {
    super("process " + processName + " failed at simulated time " + seconds(timeNanos) + " s: " + cause, cause);
    this.processName = processName;
    this.timeNanos = timeNanos;
  }

  /// Name of the process that threw.
  public String processName() {
    return processName;
  }

  /// Simulated time at which it threw, in nanoseconds.
  public long timeNanos() {
    return timeNanos;
  }

  private static String seconds(long nanos) {
    return java.math.BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
