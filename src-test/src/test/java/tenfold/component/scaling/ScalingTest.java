package tenfold.component.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arithmetic of scaling, worked by hand. A server does 1,777.8 requests a second: 4 cores of 2.25 ms each.
class ScalingTest {
  private static final double ONE_SERVER = 4 / 0.00225;
  private static final Thresholds TEXT = new Thresholds(0.7, 500, 0.3, 100, 1);

  /// The text: up on the processors **or** the response time, down on both.
  @ParameterizedTest
  @CsvSource({
    "0.71, 20, 5", "0.70, 20, 4", "0.50, 501, 5", "0.50, 500, 4", "0.29, 99, 3", "0.30, 99, 4", "0.29, 100, 4",
    "0.29, NaN, 3", "0.10, 900, 5", "NaN, NaN, 4"})
  void thresholds(double utilisation, double responseMs, int wanted) {
    assertEquals(wanted, TEXT.wants(new Metric(4, utilisation, responseMs), 4).orElse(4));
  }

  @Test
  void aStepAddsSeveralAtOnceAndTakesAwayOne() {
    var steps = new Thresholds(0.7, 500, 0.3, 100, 5);
    assertEquals(OptionalInt.of(9), steps.wants(new Metric(4, 0.8, 20), 4));
    assertEquals(OptionalInt.of(3), steps.wants(new Metric(4, 0.2, 20), 4));
  }

  /// The number of servers that makes 70 % of the figure: ⌈n · figure / 70 %⌉, after three minutes in a row.
  @Test
  void targetTrackingAddsInProportionAfterThreePeriodsAbove() {
    var policy = cpuAt70();
    assertEquals(OptionalInt.empty(), policy.wants(new Metric(4, 0.9, 20), 4));
    assertEquals(OptionalInt.empty(), policy.wants(new Metric(4, 0.9, 20), 4));
    assertEquals(OptionalInt.of(6), policy.wants(new Metric(4, 0.9, 20), 4));
    assertEquals(OptionalInt.of(6), policy.wants(new Metric(4, 0.9, 20), 6));
    assertEquals(OptionalInt.empty(), policy.wants(new Metric(6, 0.7, 20), 6));
    assertEquals(OptionalInt.empty(), policy.wants(new Metric(6, 0.9, 20), 6));
  }

  /// The margin: 63 % is content, 62 % is low.
  @Test
  void targetTrackingTakesAwayAfterFifteenPeriodsBelow() {
    var policy = cpuAt70();
    for (int minute = 1; minute < 15; minute++) {
      assertEquals(OptionalInt.empty(), policy.wants(new Metric(9, 0.11, 20), 9));
    }
    assertEquals(OptionalInt.of(2), policy.wants(new Metric(9, 0.11, 20), 9));
    for (int minute = 1; minute < 30; minute++) {
      assertEquals(OptionalInt.empty(), policy.wants(new Metric(9, 0.6301, 20), 9));
    }
  }

  /// Nothing is known of a period in which nobody was in service: alarms neither fire nor end.
  @Test
  void aPeriodWithoutAFigureIsAsIfItHadNotBeen() {
    var policy = cpuAt70();
    policy.wants(new Metric(2, 0.9, 20), 2);
    policy.wants(new Metric(2, 0.9, 20), 2);
    assertEquals(OptionalInt.empty(), policy.wants(new Metric(0, Double.NaN, Double.NaN), 2));
    assertEquals(OptionalInt.of(3), policy.wants(new Metric(2, 0.9, 20), 2));
  }

  /// 10 · 0.7 / 0.7 is 10.000000000000002 in floating point.
  @Test
  void aWholeNumberOfServersIsNotRoundedUp() {
    var policy = new TargetTracking(Metric::utilisation, 0.69, 1, 15, 0.1);
    assertEquals(OptionalInt.of(23), policy.wants(new Metric(21, 0.69 * 23 / 21, 20), 21));
  }

  /// A hundred thousand users ask for 110.8 cores' work: 39.6 servers of 4 at 70 % (calibration d).
  @Test
  void targetTrackingFindsTheFortyServersOfTheText() {
    var policy = cpuAt70();
    int servers = 10;
    for (int minute = 0; minute < 60; minute++) {
      servers = policy.wants(new Metric(servers, Math.min(1, 110.8 / (4 * servers)), 30), servers).orElse(servers);
    }
    assertEquals(40, servers);
  }

  /// Calibration (j): new servers are there a minute later, and count from then on.
  @Test
  void theTextsThresholdsMakeTenAndThree() {
    var run = new Minutes(new Controller(List.of(TEXT), 2, 50, 60, 60), 11_000);
    assertEquals(10, run.peak());
    assertEquals(3, run.end());
    assertEquals(6, run.fullMinutes());
  }

  @ParameterizedTest
  @CsvSource({"11000, 9", "12000, 10"})
  void targetTrackingMakesNineOrTenAndTwo(double peakRate, int peak) {
    var run = new Minutes(new Controller(List.of(cpuAt70()), 2, 50, 60, 300), peakRate);
    assertEquals(peak, run.peak());
    assertEquals(2, run.end());
    assertEquals(8, run.fullMinutes());
  }

  /// The boundary of a cooldown: exactly as long is long enough.
  @Test
  void aCooldownIsOverWhenItHasPassed() {
    var controller = new Controller(List.of(TEXT), 2, 50, 60, 300);
    var busy = new Metric(2, 0.9, 20);
    assertEquals(3, controller.decide(100, 2, false, busy));
    assertEquals(3, controller.decide(159.9, 3, false, busy));
    assertEquals(4, controller.decide(160, 3, false, busy));
    var idle = new Metric(4, 0.1, 20);
    assertEquals(4, controller.decide(459.9, 4, false, idle));
    assertEquals(3, controller.decide(460, 4, false, idle));
    assertEquals(4, controller.decide(461, 3, false, busy), "no cooldown out after a change in");
    assertEquals(4, controller.decide(760, 4, false, idle), "a cooldown in after the change out at 461");
    assertEquals(3, controller.decide(761, 4, false, idle));
  }

  @Test
  void nobodyIsTakenAwayWhileOthersStart() {
    var controller = new Controller(List.of(TEXT), 2, 50, 0, 0);
    assertEquals(4, controller.decide(0, 4, true, new Metric(3, 0.1, 20)));
    assertEquals(5, controller.decide(0, 4, true, new Metric(3, 0.9, 20)));
    assertEquals(3, controller.decide(0, 4, false, new Metric(4, 0.1, 20)));
  }

  @Test
  void theLimitsHoldAtOnce() {
    var controller = new Controller(List.of(TEXT), 2, 5, 0, 0);
    assertEquals(5, controller.decide(0, 5, false, new Metric(5, 0.9, 20)));
    assertEquals(2, controller.decide(0, 2, false, new Metric(2, 0.1, 20)));
    assertEquals(5, controller.decide(0, 9, true, new Metric(9, 0.5, 200)), "an edit above the most");
    assertEquals(2, controller.decide(0, 1, false, new Metric(1, 0.1, 20)), "an edit below the fewest");
  }

  @Test
  void limitsThatCrossAreHeldToTheFewest() {
    var controller = new Controller(List.of(TEXT), 5, 2, 0, 0);
    assertEquals(5, controller.decide(0, 3, false, new Metric(3, 0.5, 20)));
    assertEquals(5, controller.decide(0, 5, false, new Metric(5, 0.9, 20)));
  }

  /// Two policies: the larger wish, and fewer only when both want fewer.
  @Test
  void theLargestWishWins() {
    var controller = new Controller(List.of(
        new TargetTracking(Metric::utilisation, 0.7, 1, 1, 0.1),
        new TargetTracking(Metric::responseMs, 500, 1, 1, 0.1)), 1, 50, 0, 0);
    assertEquals(12, controller.decide(0, 4, false, new Metric(4, 0.9, 1_500)));
    assertEquals(6, controller.decide(0, 4, false, new Metric(4, 0.9, 20)), "by the processors");
    assertEquals(4, controller.decide(0, 4, false, new Metric(4, 0.1, 480)), "the response time is content");
    assertEquals(2, controller.decide(0, 4, false, new Metric(4, 0.3, 20)));
  }

  @Test
  void anotherControllerGoesOnWithTheCooldowns() {
    var before = new Controller(List.of(TEXT), 2, 50, 60, 60);
    before.decide(100, 2, false, new Metric(2, 0.9, 20));
    var after = new Controller(List.of(TEXT), 2, 50, 60, 60);
    after.goOnFrom(before);
    assertEquals(3, after.decide(130, 3, false, new Metric(3, 0.9, 20)));
  }

  private static TargetTracking cpuAt70() {
    return new TargetTracking(Metric::utilisation, 0.7, 3, 15, 0.1);
  }

  /// Sixty minutes of 1,780 requests a second, with a peak from minute 10 to 40. A server that is launched at the end
  /// of a minute serves from the end of the next one on; who is full answers slowly.
  private static final class Minutes {
    private final List<Integer> desired = new ArrayList<>(List.of(2));
    private int fullMinutes;

    Minutes(Controller controller, double peakRate) {
      int inService = 2;
      int launched = 2;
      for (int minute = 0; minute < 60; minute++) {
        double load = (minute >= 10 && minute < 40 ? peakRate : 1_780) / ONE_SERVER / inService;
        fullMinutes += load > 1 ? 1 : 0;
        int next = controller.decide(60 * (minute + 1), desired.getLast(), false,
            new Metric(inService, Math.min(1, load), load > 1 ? 900 : 20));
        inService = Math.min(next, launched);
        launched = next;
        desired.add(next);
      }
    }

    int peak() {
      return IntStream.range(0, desired.size()).map(desired::get).max().orElseThrow();
    }

    int end() {
      return desired.getLast();
    }

    int fullMinutes() {
      return fullMinutes;
    }
  }
}
