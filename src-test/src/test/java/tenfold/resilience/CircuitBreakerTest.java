package tenfold.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.port.NotCalled;
import tenfold.port.PortFailure;
import tenfold.port.ServiceError;
import tenfold.resilience.BreakerPlan.Kind;
import tenfold.resilience.CircuitBreaker.State;
import tenfold.theory.GoldenVectors;

/// Breakers, call by call. Calls would fail (-), succeed (+) or be slow (~); each ends as it would or is not made (R).
class CircuitBreakerTest {
  private static final long SECOND = 1_000_000_000;

  private long nowNanos;

  static Stream<Arguments> vectors() {
    return GoldenVectors.of("seed breaker");
  }

  /// At the end the breaker is open (O) or closed (C).
  @ParameterizedTest
  @MethodSource("vectors")
  void fiveFailuresInARowOpenTheTextsForGood(String calls, String expected) {
    var breaker = breaker(Kind.TEXT);
    assertEquals(expected, ends(breaker, calls) + (breaker.state() == State.OPEN ? " O" : " C"));
    pass(1_000_000);
    assertEquals(expected.endsWith("O") ? "R" : "+", ends(breaker, "+"), "time heals nothing");
  }

  /// A call that was under way when it opened succeeds; that closes nothing.
  @ParameterizedTest
  @EnumSource(names = {"TEXT", "COMPLETE"})
  void aLateSuccessClosesNothing(Kind kind) {
    var breaker = breaker(kind);
    breaker.call(() -> nowNanos, _ -> true, () -> ends(breaker, "-----"));
    assertEquals(State.OPEN, breaker.state());
  }

  /// After 30 s one call tries; while it is under way others are turned away. It fails, and another 30 s pass.
  @Test
  void theCompleteOneLetsOneCallTry() {
    var breaker = breaker(Kind.COMPLETE);
    assertEquals("-----R", ends(breaker, "-----+"));
    pass(29.9);
    assertEquals("R", ends(breaker, "+"));
    pass(0.1);
    assertEquals("RR", during(breaker, "++"));
    assertEquals(State.CLOSED, breaker.state());
    assertEquals("-----", ends(breaker, "-----"));
    pass(30);
    assertEquals("-R", ends(breaker, "-+"));
    pass(30);
    assertEquals("+++", ends(breaker, "+++"));
  }

  /// resilience4j: 99 calls decide nothing, whatever they are; the hundredth does, if half of them failed. Ten calls
  /// may try after 60 s, and five failures among them are too many.
  @Test
  void theCountWindowLooksAtTheLastHundredCalls() {
    var breaker = breaker(Kind.COUNT_WINDOW);
    ends(breaker, "-".repeat(49) + "+".repeat(50));
    assertEquals(State.CLOSED, breaker.state());
    ends(breaker, "+");
    assertEquals(State.CLOSED, breaker.state(), "49 of 100");
    assertEquals(State.CLOSED, afterMore(breaker, "-".repeat(49)), "each failure takes the place of one");
    assertEquals(State.OPEN, afterMore(breaker, "--"), "the window has 50 of 100 now");
    pass(60);
    assertEquals("-----+++++", ends(breaker, "-----+++++").substring(0, 10).replace('R', '+'));
    assertEquals(State.OPEN, breaker.state());
    pass(60);
    assertEquals("----++++++", ends(breaker, "----++++++"));
    assertEquals(State.CLOSED, breaker.state(), "four of ten is less than half");
  }

  @Test
  void elevenCallsDoNotTryAtOnce() {
    var breaker = breaker(Kind.COUNT_WINDOW);
    ends(breaker, "-".repeat(100));
    pass(60);
    assertEquals("RR", nested(breaker, 10, "++"));
  }

  /// 100 slow calls, which take 60 s each and succeed.
  @Test
  void slowCallsOpenItToo() {
    var breaker = breaker(Kind.COUNT_WINDOW);
    ends(breaker, "~".repeat(99));
    assertEquals(State.CLOSED, breaker.state());
    assertEquals(State.OPEN, afterMore(breaker, "~"));
  }

  /// 99 failures in the window of 100 s are not enough; 60 s later they still count, after 101 s they do not.
  @Test
  void theTimeWindowForgetsAfterItsSeconds() {
    var early = breaker(Kind.TIME_WINDOW);
    ends(early, "-".repeat(99));
    pass(60);
    assertEquals(State.OPEN, afterMore(early, "-"));
    var late = breaker(Kind.TIME_WINDOW);
    ends(late, "-".repeat(99));
    pass(101);
    assertEquals(State.CLOSED, afterMore(late, "-"));
  }

  /// Polly: a tenth of at least 100 calls within 30 s; after 5 s exactly one call tries.
  @Test
  void theRatioOpensAtATenth() {
    var breaker = breaker(Kind.RATIO);
    ends(breaker, "+".repeat(90) + "-".repeat(9));
    assertEquals(State.CLOSED, afterMore(breaker, "+"));
    assertEquals(State.OPEN, afterMore(breaker, "--"));
    pass(4.9);
    assertEquals("R", ends(breaker, "+"));
    pass(0.1);
    assertEquals("RR", during(breaker, "++"));
    assertEquals(State.CLOSED, breaker.state());
  }

  /// A caller that ends while it tries, as a process does that crashes, leaves its place to another one.
  @Test
  void whoTriesAndIsGoneLeavesItsPlace() {
    var breaker = breaker(Kind.COMPLETE);
    ends(breaker, "-----");
    pass(30);
    assertThrows(IllegalStateException.class, () -> breaker.call(() -> nowNanos, _ -> true, () -> {
      throw new IllegalStateException("gone");
    }));
    assertEquals("+", ends(breaker, "+"));
    assertEquals(State.CLOSED, breaker.state());
  }

  private static CircuitBreaker breaker(Kind kind) {
    return new CircuitBreaker(BreakerPlan.of(kind));
  }

  private void pass(double seconds) {
    nowNanos += Math.round(seconds * SECOND);
  }

  private State afterMore(CircuitBreaker breaker, String calls) {
    ends(breaker, calls);
    return breaker.state();
  }

  /// How calls end that are made while another one is under way, which succeeds.
  private String during(CircuitBreaker breaker, String calls) {
    return nested(breaker, 1, calls);
  }

  private String nested(CircuitBreaker breaker, int underWay, String calls) {
    return underWay == 0 ? ends(breaker, calls)
        : breaker.call(() -> nowNanos, _ -> true, () -> nested(breaker, underWay - 1, calls));
  }

  private String ends(CircuitBreaker breaker, String calls) {
    var ends = new StringBuilder();
    for (char call : calls.toCharArray()) {
      ends.append(end(breaker, call));
    }
    return ends.toString();
  }

  private char end(CircuitBreaker breaker, char call) {
    try {
      return breaker.call(() -> nowNanos, _ -> true, () -> {
        if (call == '-') {
          throw new ServiceError("declined");
        }
        pass(call == '~' ? 60 : 0);
        return call;
      });
    } catch (NotCalled rejection) {
      return 'R';
    } catch (PortFailure failure) {
      return '-';
    }
  }
}
