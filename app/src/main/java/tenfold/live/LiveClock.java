package tenfold.live;

import java.time.Duration;
import java.time.Instant;
import tenfold.port.Clock;

/// The time of the world, since 1970.
final class LiveClock implements Clock {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  @Override
  public long nowNanos() {
    var now = Instant.now();
    return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  @Override
  public void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
