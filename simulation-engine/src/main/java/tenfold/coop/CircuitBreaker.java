package tenfold.coop;

import tenfold.port.PortFailure;
import tenfold.port.ServiceError;

/// The text's circuit breaker: after five failures in a row it calls its service no more. Each process has its own, a
/// success forgets the failures, and there is no way back from open but a restart of the process: nothing tries whether
/// the service is well again. Whatever the service answers with an error counts, a declined card too.
final class CircuitBreaker {
  private static final int MOST_FAILURES = 5;

  private int failures;
  private boolean isOpen;

  /// Whether it calls its service no more.
  synchronized boolean isOpen() {
    return isOpen;
  }

  /// Makes the call, unless it is open.
  ///
  /// @throws PortFailure what the call failed with, or that it was not made
  void call(Runnable service) {
    if (isOpen()) {
      throw new ServiceError("the circuit breaker is open, so the service is not called");
    }
    try {
      service.run();
      count(true);
    } catch (PortFailure failure) {
      count(false);
      throw failure;
    }
  }

  /// Not a step of [#call]: nobody may suspend inside a monitor. A call that was under way when it opened may succeed;
  /// it stays open.
  private synchronized void count(boolean isGood) {
    failures = isGood ? 0 : failures + 1;
    isOpen |= failures >= MOST_FAILURES;
  }
}
