package tenfold.stats;

import java.util.Optional;

/// Which requests stand for a distribution of response times: each bucket of a histogram remembers the slowest of its
/// requests, so that one at any percentile can be named later, in a room that does not grow. Source: exemplars of
/// OpenMetrics, which name a request for each bucket of a histogram.
///
/// Buckets are 1/64 of a power of two wide, so that what stands for a percentile is at most 1.6 % above it; the slowest
/// of all is exact.
public final class Exemplars {
  private static final int SHARE_BITS = 6;
  private static final int BUCKETS = (Long.SIZE - SHARE_BITS) << SHARE_BITS;

  private final long[] counts = new long[BUCKETS];
  private final long[] responses = new long[BUCKETS];
  private final long[] numbers = new long[BUCKETS];
  private final long[] ends = new long[BUCKETS];
  private long count;

  /// Without requests.
  public Exemplars() {}

  /// A request.
  ///
  /// @param number its number in the run
  /// @param responseNanos how long it took
  /// @param endNanos when it ended, in simulated time
  public record Exemplar(long number, long responseNanos, long endNanos) {}

  /// Adds a request. Of two that took the same time the first is remembered.
  ///
  /// @param responseNanos how long it took, 0 or more
  /// @param number its number in the run, from 1
  /// @param endNanos when it ended, in simulated time
  public void add(long responseNanos, long number, long endNanos) {
    int bucket = bucket(responseNanos);
    if (counts[bucket]++ == 0 || responseNanos > responses[bucket]) {
      responses[bucket] = responseNanos;
      numbers[bucket] = number;
      ends[bucket] = endNanos;
    }
    count++;
  }

  /// How many there are.
  public long count() {
    return count;
  }

  /// A request that `percent` (above 0, up to 100) of all did not exceed; for 100 the slowest. None when there is none.
  public Optional<Exemplar> at(double percent) {
    long rank = (long) Math.ceil(percent / 100 * count);
    long below = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      below += counts[bucket];
      if (below >= rank && counts[bucket] > 0) {
        return Optional.of(new Exemplar(numbers[bucket], responses[bucket], ends[bucket]));
      }
    }
    return Optional.empty();
  }

  /// Small values have a bucket each; of greater ones the leading bits say which.
  private static int bucket(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - SHARE_BITS - Long.numberOfLeadingZeros(nanos));
    return (shift << SHARE_BITS) + (int) (nanos >>> shift);
  }
}
