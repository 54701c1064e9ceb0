package tenfold.coop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.port.PortFailure;
import tenfold.port.ServiceError;
import tenfold.theory.GoldenVectors;

/// The text's circuit breaker, which never closes again.
class CircuitBreakerTest {
  static Stream<Arguments> vectors() {
    return GoldenVectors.of("seed breaker");
  }

  /// Calls that would fail (-) or succeed (+), and how each ends: as it would, or rejected (R); at the end the breaker
  /// is open (O) or closed (C).
  @ParameterizedTest
  @MethodSource("vectors")
  void fiveFailuresInARowOpenItForGood(String calls, String expected) {
    var breaker = new CircuitBreaker();
    var ends = new StringBuilder();
    for (char call : calls.toCharArray()) {
      ends.append(end(breaker, call));
    }
    assertEquals(expected, ends + (breaker.isOpen() ? " O" : " C"));
  }

  /// A call that was under way when it opened succeeds; that closes nothing.
  @Test
  void aLateSuccessDoesNotCloseIt() {
    var breaker = new CircuitBreaker();
    breaker.call(() -> {
      for (int i = 0; i < 5; i++) {
        end(breaker, '-');
      }
    });
    assertTrue(breaker.isOpen());
  }

  private static char end(CircuitBreaker breaker, char call) {
    var wasCalled = new boolean[1];
    try {
      breaker.call(() -> {
        wasCalled[0] = true;
        if (call == '-') {
          throw new ServiceError("declined");
        }
      });
      return '+';
    } catch (PortFailure failure) {
      return wasCalled[0] ? '-' : 'R';
    }
  }
}
