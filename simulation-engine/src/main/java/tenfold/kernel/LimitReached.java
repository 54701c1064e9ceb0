package tenfold.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A simulation was stopped between two events because it went too far; what it has done so far is as it was.
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param what went too far, as in "more than 1000 processes were under way"
  /// @param remedy what to do about it, a sentence without its full stop
  /// @param timeNanos simulated time at which it was stopped
  public LimitReached(String what, String remedy, long timeNanos) {
    super("stopped at " + seconds(timeNanos) + " s of simulated time, because " + what + ". " + remedy + ".");
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
