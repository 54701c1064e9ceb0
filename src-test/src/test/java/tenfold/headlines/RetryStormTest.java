package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.Backoff;
import tenfold.component.Families.Model;
import tenfold.component.TracePoint;

/// Domain 3, retry storm: the single server of calibration (d) serves 4 cores / 2.8 ms = 1,428 pages a second, is asked
/// for 1,000, and for 2,500 in the half minute from 60 s to 90 s. Families give up after a second.
class RetryStormTest {
  private static final double CAPACITY = 4 / 0.0028;

  /// (2,500 − 1,428)·30 = 32,143 pages are left over, and the spare capacity of 428 a second takes 75 s for them: from
  /// 165 s on all is well again. A right run is never a twentieth of that late, since the backlog has a standard
  /// deviation of 0.5 s.
  @Test
  void withoutRetriesItRecoversAfter75Seconds() {
    double spare = CAPACITY - 1_000;
    double seconds = (2_500 - CAPACITY) * 30 / spare;
    assertEquals(75, seconds, 0.1);
    assertEquals(0, good(rush(0, Backoff.NONE, 0), 90 + 0.8 * seconds, 5), 1, "nobody is answered in time before that");
    assertEquals(1_000, good(rush(0, Backoff.NONE, 0), 90 + 1.05 * seconds, 5), 50);
  }

  /// Asked again at once or at any moment of the next seconds, four times as many requests come as before: for good.
  @ParameterizedTest
  @EnumSource(names = {"NONE", "FULL_JITTER"})
  void withRetriesItNeverRecovers(Backoff backoff) {
    assertEquals(0, good(rush(3, backoff, 0), 235, 5), 5);
  }

  /// A thousand requests under way are 0.7 s of work: whoever comes beyond them is told so, and those inside are
  /// answered in time, also in the rush.
  @Test
  void aBoundedQueueServesAsManyAsItCan() {
    assertEquals(1_449, good(rush(3, Backoff.NONE, 1_000), 65, 25), 0.05 * 1_449);
    assertTrue(good(rush(3, Backoff.NONE, 1_000), 92, 5) > 950, "it recovers at once");
  }

  /// Good pages a second in the seconds after a time.
  private static double good(Altered scenario, double fromSeconds, double seconds) {
    return scenario.lasting(fromSeconds, seconds).run(1).goodputPerSecond().mean();
  }

  private static Altered rush(int retries, Backoff backoff, int maxInFlight) {
    return Altered.shipped("sample-single")
        .with("Families", "model", Model.OPEN_POISSON)
        .with("Families", "trace", List.of(new TracePoint(0, 1_000), new TracePoint(60, 2_500),
            new TracePoint(90, 1_000)))
        .with("Families", "timeoutMs", 1_000.0)
        .with("Families", "retrying.retries", retries)
        .with("Families", "retrying.backoff", backoff)
        .with("Families", "retrying.baseMs", 1_000.0)
        .with("Server", "backlog", 65_535)
        .with("Server", "maxInFlight", maxInFlight);
  }
}
