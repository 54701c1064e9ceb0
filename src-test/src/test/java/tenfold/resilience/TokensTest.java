package tenfold.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is counted in tokens: calls a second, and retries.
class TokensTest {

  /// Full at first: five at once. Then ten a second, and never more than five saved up.
  @Test
  void aBucketLetsABurstAndThenItsRateThrough() {
    var bucket = new TokenBucket(10, 5, 0);
    assertEquals(5, IntStream.range(0, 20).filter(_ -> bucket.take(0)).count());
    assertFalse(bucket.take(99_000_000));
    assertTrue(bucket.take(100_000_000));
    assertEquals(5, IntStream.range(0, 20).filter(_ -> bucket.take(60_000_000_000L)).count());
  }

  /// 1,000 calls a second for 10 s through a bucket of 100 a second: 1,000 and the ten that were saved up.
  @Test
  void aBucketKeepsItsRateInTheLongRun() {
    var bucket = new TokenBucket(100, 10, 0);
    assertEquals(1_010, IntStream.rangeClosed(1, 10_000).filter(i -> bucket.take(i * 1_000_000L)).count(), 1);
  }

  /// Ten are saved up; then a tenth of the calls.
  @Test
  void aBudgetAllowsAShareOfRetries() {
    var budget = new RetryBudget(0.1);
    assertEquals(10, IntStream.range(0, 100).filter(_ -> budget.retry()).count());
    int retries = 0;
    for (int call = 0; call < 1_000; call++) {
      budget.called();
      retries += budget.retry() ? 1 : 0;
    }
    assertEquals(100, retries, 1);
  }
}
