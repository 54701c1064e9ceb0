package tenfold.stats;

/// Response times of a sliding window: the last few slices of time, as a live read-out needs them. Nothing is kept
/// until somebody begins to look.
public final class RecentTimes {
  private ResponseTimes[] slices = {};
  private int newest;

  /// A window that keeps nothing yet.
  public RecentTimes() {}

  /// Begins to keep times.
  ///
  /// @param sliceCount slices in the window, at least 1
  public void begin(int sliceCount) {
    slices = new ResponseTimes[sliceCount];
    for (int i = 0; i < sliceCount; i++) {
      slices[i] = new ResponseTimes(2);
    }
    newest = 0;
  }

  /// Adds one response time in nanoseconds to the newest slice.
  public void add(long responseNanos) {
    if (slices.length > 0) {
      slices[newest].add(responseNanos);
    }
  }

  /// Begins a new slice and drops the oldest.
  public void nextSlice() {
    newest = (newest + 1) % slices.length;
    slices[newest].clear();
  }

  /// How many times there are in the window.
  public long count() {
    long count = 0;
    for (var slice : slices) {
      count += slice.count();
    }
    return count;
  }

  /// All times in the window.
  public ResponseTimes window() {
    var all = new ResponseTimes(2);
    for (var slice : slices) {
      if (slice.count() > 0) {
        all.add(slice);
      }
    }
    return all;
  }
}
