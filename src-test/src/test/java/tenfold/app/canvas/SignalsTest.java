package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.component.Truth;
import tenfold.component.guarding.GuardCounts;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;

/// Numbers move so slowly that they can be read, and what goes wrong is said for so long that it can be read; on a
/// clock of its own.
final class SignalsTest {
  private static final double FRAME = 1.0 / 60;

  /// Of a step, 1 - 1/e after the time constant and 95 % after three of them, whatever the frame rate.
  @ParameterizedTest
  @ValueSource(doubles = {1 / 144.0, 1 / 60.0, 1 / 30.0, 0.1})
  void aStepTakesTwoAndAHalfSecondsToBeSeen(double frame) {
    var signals = new NodeSignals();
    signals.pulse(node(0, 0, 0), List.of(), frame, true);
    pass(signals, node(0.8, 100, 0), 2.5, frame);
    assertEquals(0.8 * (1 - Math.exp(-1)), signals.utilisation(), 0.02);
    assertEquals(63, signals.waiting(), 2);
    pass(signals, node(0.8, 100, 0), 5, frame);
    assertEquals(0.8 * (1 - Math.exp(-3)), signals.utilisation(), 0.01);
  }

  @Test
  void theFirstNumberAndThoseOfATimeThatStandsStillAreTakenAtOnce() {
    var signals = new NodeSignals();
    signals.pulse(node(0.5, 7, 0), List.of(), FRAME, true);
    assertEquals(7, signals.waiting());
    signals.pulse(node(0.9, 0, 0), List.of(), FRAME, false);
    assertEquals(0.9, signals.utilisation());
    assertEquals(0, signals.waiting());
  }

  /// A crash that lasts one frame, as at full speed, is said for at least four seconds after it.
  @Test
  void aCrashOfOneFrameCanBeRead() {
    var signals = new NodeSignals();
    signals.pulse(node(0, 0, 0), List.of(), FRAME, true);
    assertEquals(Optional.empty(), signals.trouble().words());
    signals.pulse(node(0, 0, 1), List.of(), FRAME, true);
    assertEquals("down", signals.trouble().words().orElseThrow());
    assertFalse(signals.trouble().isOver());
    pass(signals, node(0, 0, 0), 3.99, FRAME);
    assertTrue(signals.trouble().isOver());
    assertEquals("down", signals.trouble().words().orElseThrow());
    pass(signals, node(0, 0, 0), 0.1, FRAME);
    assertEquals(Optional.empty(), signals.trouble().words());
  }

  /// At full speed it is over before a picture is taken.
  @Test
  void aCrashBetweenTwoPicturesIsSaidToo() {
    var signals = new NodeSignals();
    signals.pulse(node(0, 0, 0, 3), List.of(), FRAME, true);
    assertEquals(Optional.empty(), signals.trouble().words(), "what was before the first picture is long over");
    signals.pulse(node(0, 0, 0, 4), List.of(), FRAME, true);
    signals.pulse(node(0, 0, 0, 4), List.of(), FRAME, true);
    assertEquals("down", signals.trouble().words().orElseThrow());
    assertTrue(signals.trouble().isOver());
  }

  @Test
  void theShareOfFailedCallsIsABadgeUntilFourSecondsAfterItIsOver() {
    var signals = new NodeSignals();
    long good = 0;
    long bad = 0;
    signals.pulse(node(0, 0, 0), calls(0, 0), FRAME, true);
    for (int frame = 0; frame < 600; frame++) {
      signals.pulse(node(0, 0, 0), calls(good += 9, bad += 1), FRAME, true);
    }
    assertEquals("10 % fail", signals.failures().words().orElseThrow());
    double seconds = 0;
    while (signals.failures().words().isPresent()) {
      signals.pulse(node(0, 0, 0), calls(good += 10, bad), FRAME, true);
      seconds += FRAME;
    }
    double fading = Smoothed.SECONDS * Math.log(0.1 / 0.005); // until less than half a percent is left
    assertEquals(fading + Held.SECONDS, seconds, 0.2);
  }

  @Test
  void anotherRunBeginsWithoutTheFailuresOfTheLast() {
    var signals = new NodeSignals();
    signals.pulse(node(0, 0, 1), calls(0, 0), FRAME, true);
    signals.pulse(node(0, 0, 1), calls(0, 500), FRAME, true);
    assertTrue(signals.failures().words().isPresent());
    signals.pulse(node(0, 0, 0), calls(0, 0), FRAME, true);
    assertEquals(Optional.empty(), signals.failures().words());
  }

  /// Tenfold calls are 0.8 pixels more, up to a thickness that is still a line.
  @ParameterizedTest
  @CsvSource({"0, 1.6", "1, 1.6", "10, 2.4", "100, 3.2", "1000, 4.0", "1e9, 7"})
  void aLinkIsAsThickAsTheLogarithmOfItsCalls(double callsPerSecond, double width) {
    assertEquals(width, LinkTraffic.width(callsPerSecond), 1e-9);
  }

  @Test
  void aLinkGrowsThickerSlowlyAndIsRedrawnOnlyWhenThatIsSeen() {
    var traffic = new LinkTraffic();
    traffic.follow(picture(0, 0), FRAME);
    int redrawn = 0;
    for (int frame = 1; frame <= 600; frame++) {
      redrawn += traffic.follow(picture(frame, 10L * frame), FRAME) ? 1 : 0;
    }
    assertEquals(LinkTraffic.width(600), traffic.width(LinkLayer.key("a", "b")), 1e-9);
    assertTrue(redrawn > 0 && redrawn < 20, redrawn + " times");
    traffic.follow(picture(0, 0), FRAME);
    assertEquals(LinkTraffic.width(0), traffic.width(LinkLayer.key("a", "b")), "another run");
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0", "4.9, 0", "60000, 1", "1e9, 1"})
  void aCopyThatIsNotBehindHasNoThreadAndAMinuteReachesBackToThePrimary(double lagMs, double share) {
    assertEquals(share, LagThread.share(lagMs));
  }

  @Test
  void aLongerLagHasALongerThread() {
    double before = 0;
    for (double lag = 5; lag < 60_000; lag *= 2) {
      double share = LagThread.share(lag);
      assertTrue(share > before && share < 1, lag + " ms: " + share);
      before = share;
    }
  }

  @Test
  void everyInstanceOfAStackIsSeenAtWhatItDoes() {
    var state = StackStrip.State.of(stack(10, 2, 0.4, 1, 1, 13));
    assertEquals("boot 40 % · 1 hang · 3 drain", state.words());
    for (var pip : StackStrip.Pip.values()) {
      assertTrue(state.pips().contains(pip), pip + " in " + state);
    }
    var huge = StackStrip.State.of(stack(1_000, 0, 1, 1, 0, 1_000));
    assertTrue(huge.pips().contains(StackStrip.Pip.DOWN), "one of a thousand is still seen");
    assertTrue(huge.pips().size() <= 13, huge.pips().size() + " squares");
    assertEquals(List.of(), StackStrip.State.of(stack(1, 0, 1, 0, 0, 1)).pips(), "one that works needs no square");
  }

  private static void pass(NodeSignals signals, NodeView view, double seconds, double frame) {
    for (int i = 0; i < Math.round(seconds / frame); i++) {
      signals.pulse(view, List.of(), frame, true);
    }
  }

  private static NodeView node(double utilisation, int waiting, int down) {
    return node(utilisation, waiting, down, 0);
  }

  private static NodeView node(double utilisation, int waiting, int down, int timesDown) {
    return new NodeView("n", utilisation, waiting, 0, 10, 5, 9, Double.NaN, down, timesDown, 0, 1, 0, 1, 1, 1, 1,
        Double.NaN, 0, List.of());
  }

  private static NodeView stack(int instances, int booting, double booted, int down, int hanging, int paidFor) {
    return new NodeView("n", 0, 0, 0, 10, 5, 9, Double.NaN, down, 0, hanging, instances, booting, booted, paidFor,
        instances, instances, Double.NaN, 0, List.of());
  }

  private static List<LinkView> calls(long good, long failed) {
    return List.of(new LinkView("a", "n", List.of(good, 0L, 0L, failed, 0L), GuardCounts.NONE, List.of()));
  }

  private static Snapshot picture(int frame, long calls) {
    return new Snapshot((long) (frame * FRAME * 1e9), List.of(),
        List.of(new LinkView("a", "b", List.of(calls, 0L, 0L, 0L, 0L), GuardCounts.NONE, List.of())),
        Truth.Account.EMPTY, Snapshot.Extremes.NONE, 0);
  }
}
