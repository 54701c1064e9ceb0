package tenfold.resilience;

import java.util.Arrays;

/// What a closed breaker remembers of its calls, and when that is enough to open.
sealed interface Window {
  /// A call has ended.
  void add(boolean isGood, boolean isSlow, long nowNanos);

  /// Whether it is time to open.
  boolean isOver();

  /// Forgets everything.
  void clear();

  /// Failures in a row; a success forgets them.
  final class Consecutive implements Window {
    private final int most;
    private int failures;

    /// @param most failures in a row with which it is over
    Consecutive(int most) {
      this.most = most;
    }

    @Override
    public void add(boolean isGood, boolean isSlow, long nowNanos) {
      failures = isGood ? 0 : failures + 1;
    }

    @Override
    public boolean isOver() {
      return failures >= most;
    }

    @Override
    public void clear() {
      failures = 0;
    }
  }

  /// The shares of failed and of slow calls among those remembered, once there are enough of them.
  ///
  /// @param minimumCalls so many calls are enough
  /// @param failureShare share of failures with which it is over
  /// @param slowShare share of slow calls with which it is over
  record Shares(int minimumCalls, double failureShare, double slowShare) {
    boolean areOver(int calls, int failures, int slow) {
      return calls >= minimumCalls && calls > 0
          && (failures >= failureShare * calls || slow >= slowShare * calls);
    }
  }

  /// The last so many calls. Source: resilience4j af9e7c97, `FixedSizeSlidingWindowMetrics`.
  final class LastCalls implements Window {
    private final Shares shares;
    private final boolean[] failed;
    private final boolean[] slow;
    private int calls;
    private int next;
    private int failures;
    private int slowCalls;

    LastCalls(int size, Shares shares) {
      this.shares = shares;
      this.failed = new boolean[size];
      this.slow = new boolean[size];
    }

    @Override
    public void add(boolean isGood, boolean isSlow, long nowNanos) {
      failures += (isGood ? 0 : 1) - (failed[next] ? 1 : 0);
      slowCalls += (isSlow ? 1 : 0) - (slow[next] ? 1 : 0);
      failed[next] = !isGood;
      slow[next] = isSlow;
      next = (next + 1) % failed.length;
      calls = Math.min(failed.length, calls + 1);
    }

    @Override
    public boolean isOver() {
      return shares.areOver(calls, failures, slowCalls);
    }

    @Override
    public void clear() {
      Arrays.fill(failed, false);
      Arrays.fill(slow, false);
      calls = 0;
      next = 0;
      failures = 0;
      slowCalls = 0;
    }
  }

  /// The calls of the last so many slices of time. Sources: resilience4j af9e7c97, `SlidingTimeWindowMetrics` (slices
  /// of a second); Polly 173d6d1d, `RollingHealthMetrics` (ten slices).
  final class LastTime implements Window {
    private final Shares shares;
    private final long sliceNanos;
    private final int[] calls;
    private final int[] failures;
    private final int[] slowCalls;
    private long slice = Long.MIN_VALUE;

    LastTime(int slices, long sliceNanos, Shares shares) {
      this.shares = shares;
      this.sliceNanos = sliceNanos;
      this.calls = new int[slices];
      this.failures = new int[slices];
      this.slowCalls = new int[slices];
    }

    @Override
    public void add(boolean isGood, boolean isSlow, long nowNanos) {
      moveTo(nowNanos / sliceNanos);
      int index = (int) (slice % calls.length);
      calls[index]++;
      failures[index] += isGood ? 0 : 1;
      slowCalls[index] += isSlow ? 1 : 0;
    }

    @Override
    public boolean isOver() {
      return shares.areOver(Arrays.stream(calls).sum(), Arrays.stream(failures).sum(), Arrays.stream(slowCalls).sum());
    }

    @Override
    public void clear() {
      Arrays.fill(calls, 0);
      Arrays.fill(failures, 0);
      Arrays.fill(slowCalls, 0);
    }

    /// Forgets the slices between the last call and this one.
    private void moveTo(long now) {
      if (now - slice >= calls.length || slice == Long.MIN_VALUE) {
        clear();
      } else {
        for (long passed = slice + 1; passed <= now; passed++) {
          int index = (int) (passed % calls.length);
          calls[index] = 0;
          failures[index] = 0;
          slowCalls[index] = 0;
        }
      }
      slice = now;
    }
  }
}
