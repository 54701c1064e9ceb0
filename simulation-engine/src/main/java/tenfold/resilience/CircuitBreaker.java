package tenfold.resilience;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tenfold.port.NotCalled;
import tenfold.port.PortFailure;

/// Stops calling a service that fails. Closed it calls, open it does not, half-open it lets a few calls try and closes
/// or opens by how they end. Whoever is under way when the state changes does not count any more.
///
/// Sources: the pattern text; Nygard, *Release It!*, 2nd ed., 2018, ch. 5; resilience4j af9e7c97,
/// `CircuitBreakerStateMachine` (the next call after the time tries, no timer).
public final class CircuitBreaker {
  private final BreakerPlan plan;
  private final Listener listener;
  private State state = State.CLOSED;
  private Window window;
  private long openedNanos;
  private long era;
  private int trials;
  private int trialEnds;

  /// Whether it calls.
  public enum State {
    /// It calls.
    CLOSED,
    /// It does not.
    OPEN,
    /// A few calls try whether the service is well again.
    HALF_OPEN
  }

  /// Hears what it does.
  public interface Listener {
    /// Hears nothing.
    Listener NONE = _ -> {};

    /// Its state is another one.
    void changed(State next);

    /// A call was not made.
    default void turnedAway() {
      // Only some care.
    }
  }

  /// A closed one.
  public CircuitBreaker(BreakerPlan plan) {
    this(plan, Listener.NONE);
  }

  /// A closed one.
  ///
  /// @param listener hears what it does
  public CircuitBreaker(BreakerPlan plan, Listener listener) {
    this.plan = plan;
    this.listener = listener;
    this.window = plan.closedWindow();
  }

  /// Whether it calls. One that is open stays so until somebody wants to call.
  public synchronized State state() {
    return state;
  }

  /// Makes the call, unless it is open.
  ///
  /// @param nowNanos the time
  /// @param isGood whether a result is a success
  /// @throws NotCalled when it did not make the call
  /// @throws PortFailure what the call failed with
  public <R> R call(LongSupplier nowNanos, Predicate<R> isGood, Supplier<R> service) {
    long start = nowNanos.getAsLong();
    long ticket = permit(start);
    boolean hasEnded = false;
    try {
      var result = service.get();
      hasEnded = true;
      end(ticket, isGood.test(result), start, nowNanos.getAsLong());
      return result;
    } catch (PortFailure failure) {
      hasEnded = true;
      end(ticket, false, start, nowNanos.getAsLong());
      throw failure;
    } finally {
      if (!hasEnded) {
        giveBack(ticket);
      }
    }
  }

  /// @return the era that the call belongs to
  private synchronized long permit(long nowNanos) {
    if (state == State.OPEN && plan.openNanos() > 0 && nowNanos - openedNanos >= plan.openNanos()) {
      change(State.HALF_OPEN, plan.trialWindow());
    }
    if (state == State.OPEN || state == State.HALF_OPEN && trials >= plan.halfOpenCalls()) {
      listener.turnedAway();
      throw new NotCalled("the circuit breaker is open, so the service is not called", NotCalled.UNAVAILABLE);
    }
    trials += state == State.HALF_OPEN ? 1 : 0;
    return era;
  }

  private synchronized void end(long ticket, boolean isGood, long startNanos, long nowNanos) {
    if (ticket != era) {
      return;
    }
    window.add(isGood, nowNanos - startNanos >= plan.slowNanos(), nowNanos);
    if (state == State.CLOSED && window.isOver()) {
      open(nowNanos);
    } else if (state == State.HALF_OPEN) {
      trialEnds++;
      if (window.isOver()) {
        open(nowNanos);
      } else if (trialEnds >= plan.halfOpenCalls()) {
        change(State.CLOSED, plan.closedWindow());
      }
    }
  }

  /// A call that ended in no way: its caller is gone.
  private synchronized void giveBack(long ticket) {
    if (ticket == era && state == State.HALF_OPEN) {
      trials--;
    }
  }

  private void open(long nowNanos) {
    openedNanos = nowNanos;
    change(State.OPEN, plan.closedWindow());
  }

  private void change(State next, Window remembered) {
    listener.changed(next);
    state = next;
    window = remembered;
    era++;
    trials = 0;
    trialEnds = 0;
  }
}
