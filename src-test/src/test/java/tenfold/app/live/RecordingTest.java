package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.Truth;
import tenfold.run.Snapshot;

/// Pictures to look back at.
class RecordingTest {
  private static final long SECOND = 1_000_000_000;

  /// Thirty pictures a second of wall time at twenty times real time, for a day: in the last hour there is a picture
  /// for every four seconds, in all there are few.
  @Test
  void aDayTakesLittleRoom() {
    var recording = new Recording<>(Snapshot::nowNanos);
    long day = 86_400 * SECOND;
    long step = SECOND * 20 / 30;
    int most = 0;
    for (long now = 0; now <= day; now += step) {
      recording.add(picture(now));
      most = Math.max(most, recording.size());
    }
    assertTrue(most < 4_000, most + " pictures at once");
    for (long back = 0; back < 3_600; back += 7) {
      long wanted = day - back * SECOND;
      long found = recording.at(wanted).orElseThrow().nowNanos();
      assertTrue(Math.abs(found - wanted) <= Recording.HOUR_GAP_SECONDS * SECOND + step,
          back + " s back there is one of " + (found - wanted) / 1e9 + " s after");
    }
    assertEquals(0, recording.at(0).orElseThrow().nowNanos(), "the beginning is kept");
    assertEquals(0, recording.at(-1).orElseThrow().nowNanos());
  }

  /// The newest are as dense as they came.
  @Test
  void theNewestAreDense() {
    var recording = new Recording<>(Snapshot::nowNanos);
    for (int i = 0; i < 20_000; i++) {
      recording.add(picture(i * SECOND / 30));
    }
    long now = 19_999L * SECOND / 30;
    for (int back = 0; back < 300; back++) {
      long wanted = now - back * SECOND / 30;
      assertTrue(recording.at(wanted).orElseThrow().nowNanos() - wanted <= SECOND / 10, "picture " + back + " back");
    }
  }

  @Test
  void whatIsAfterABranchIsForgotten() {
    var recording = new Recording<>(Snapshot::nowNanos);
    for (int i = 0; i <= 10; i++) {
      recording.add(picture(i * SECOND));
    }
    assertEquals(5, recording.upTo(4 * SECOND).size());
    assertEquals(List.of(), recording.upTo(-1));
    recording.forgetAfter(4 * SECOND);
    assertEquals(5, recording.size());
    assertEquals(4 * SECOND, recording.at(9 * SECOND).orElseThrow().nowNanos());
    recording.add(picture(4 * SECOND));
    assertEquals(5, recording.size(), "the same instant again takes the place");
    recording.clear();
    assertTrue(recording.at(0).isEmpty());
  }

  private static Snapshot picture(long nanos) {
    return new Snapshot(nanos, List.of(), List.of(), Truth.Account.EMPTY, Snapshot.Extremes.NONE, 0);
  }
}
