package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.Truth;
import tenfold.component.guarding.GuardCounts;
import tenfold.run.Fate;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot;

/// Dots are a fair sample of what happened, and there are never too many.
final class DotsTest {
  private static final double FRAME = 1.0 / 30;

  @Test
  void eachCallIsADotWhileThereAreFew() {
    var dots = new Dots();
    dots.advance(FRAME, picture(1, 0, 0));
    dots.advance(FRAME, picture(2, 2, 1));
    assertEquals(1, dots.callsPerDot());
    assertEquals(3, dots.onTheWay().size());
    assertEquals(2, dots.onTheWay().stream().filter(dot -> dot.fate() == Fate.HIT).count());
  }

  @Test
  void theSharesOfTheFatesStayWhenOneDotStandsForMany() {
    var dots = new Dots();
    long hits = 0;
    long failures = 0;
    for (int frame = 1; frame <= 300; frame++) {
      dots.advance(FRAME, picture(frame, 900L * frame, 100L * frame));
      hits += dots.onTheWay().stream().filter(dot -> dot.fate() == Fate.HIT).count();
      failures += dots.onTheWay().stream().filter(dot -> dot.fate() == Fate.FAILED).count();
    }
    assertTrue(dots.callsPerDot() >= 500, "one dot for " + dots.callsPerDot());
    assertEquals(0.1, (double) failures / (hits + failures), 0.02);
    assertTrue(dots.onTheWay().size() <= 60, dots.onTheWay().size() + " dots on one link");
  }

  @Test
  void whatADotStandsForDoesNotDriftUnderConstantTrafficAndComesBackAfterAFlood() {
    var dots = new Dots();
    long calls = 0;
    int frame = 1;
    for (; frame <= 1_800; frame++) {
      dots.advance(FRAME, picture(frame, calls += 30, 0));
    }
    assertEquals(20, dots.callsPerDot());
    for (; frame <= 2_100; frame++) {
      dots.advance(FRAME, picture(frame, calls += 30_000, 0));
    }
    for (; frame <= 2_700; frame++) {
      dots.advance(FRAME, picture(frame, calls += 30, 0));
    }
    assertEquals(20, dots.callsPerDot());
  }

  @Test
  void dotsStandStillWhileTimeDoes() {
    var dots = new Dots();
    dots.advance(FRAME, picture(1, 0, 0));
    dots.advance(FRAME, picture(2, 5, 0));
    double[] before = dots.onTheWay().stream().mapToDouble(Dots.Dot::way).toArray();
    dots.advance(0, picture(2, 5, 0));
    assertArrayEquals(before, dots.onTheWay().stream().mapToDouble(Dots.Dot::way).toArray(), 1e-12);
  }

  @Test
  void anotherRunBeginsWithoutTheDotsOfTheLast() {
    var dots = new Dots();
    dots.advance(FRAME, picture(1, 0, 0));
    dots.advance(FRAME, picture(50, 20, 0));
    dots.advance(FRAME, picture(1, 3, 0));
    assertTrue(dots.onTheWay().isEmpty());
  }

  private static Snapshot picture(long nanos, long hits, long failures) {
    var link = new LinkView("a", "b", List.of(hits, 0L, 0L, failures, 0L), GuardCounts.NONE, List.of());
    return new Snapshot(nanos, List.of(), List.of(link), Truth.Account.EMPTY, Snapshot.Extremes.NONE, 0);
  }
}
