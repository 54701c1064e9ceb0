package tenfold.component.guarding;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.AbandonableCall;
import tenfold.component.Retrying;
import tenfold.kernel.Promise;
import tenfold.kernel.Resource;
import tenfold.kernel.Simulation;
import tenfold.port.Lost;
import tenfold.port.NotCalled;
import tenfold.port.PortFailure;
import tenfold.port.Response;
import tenfold.resilience.CircuitBreaker;
import tenfold.resilience.RetryBudget;
import tenfold.resilience.TokenBucket;

/// [CallGuards] at work around the calls of one caller, or of all that share them.
public final class Guard {
  private final Simulation simulation;
  private final RandomGenerator random;
  private final CallGuards spec;
  private final @Nullable CircuitBreaker breaker;
  private final @Nullable TokenBucket bucket;
  private final @Nullable Resource places;
  private final @Nullable RetryBudget budget;
  private long retries;
  private long hedges;
  private long refused;

  /// Which calls may be made more than once, and how.
  public enum Repeat {
    /// Again after a failure, and twice at the same time.
    HEDGED,
    /// Again after a failure.
    AGAIN,
    /// Only where the caller has said that what changes something may be done twice.
    IF_POSTS_MAY
  }

  /// Guards to which nothing has happened yet.
  ///
  /// @param onBreaker hears what a breaker does
  public Guard(Simulation simulation, RandomGenerator random, CallGuards spec, CircuitBreaker.Listener onBreaker) {
    this.simulation = simulation;
    this.random = random;
    this.spec = spec;
    var limits = spec.limits();
    breaker = spec.breaker().enabled() ? new CircuitBreaker(spec.breaker().plan(), onBreaker) : null;
    bucket = limits.ratePerSecond() > 0
        ? new TokenBucket(limits.ratePerSecond(), limits.burst(), simulation.nowNanos()) : null;
    places = limits.atOnce() > 0 ? new Resource(simulation, limits.atOnce()) : null;
    budget = spec.retrying().budget() > 0 ? new RetryBudget(spec.retrying().budget()) : null;
  }

  /// What they are to do.
  public CallGuards spec() {
    return spec;
  }

  /// What they have done since the last [#clear].
  GuardCounts counts() {
    boolean isOpen = breaker != null && breaker.state() == CircuitBreaker.State.OPEN;
    return new GuardCounts(retries, hedges, refused, isOpen ? 1 : 0);
  }

  /// Forgets what was counted so far (the warm-up).
  public void clear() {
    retries = 0;
    hedges = 0;
    refused = 0;
  }

  /// Makes a call.
  ///
  /// @param what the call, for messages
  /// @throws NotCalled when it was not made
  /// @throws PortFailure what the last try failed with
  public <R> R call(String what, Repeat repeat, Supplier<R> call) {
    if (budget != null) {
      budget.called();
    }
    var retrying = spec.retrying();
    double waitMs = retrying.baseMs();
    for (int tried = 0;; tried++) {
      try {
        var result = guarded(what, repeat, call);
        if (isGood(result) || !mayTryAgain(tried, repeat)) {
          return result;
        }
      } catch (NotCalled refusal) {
        refused++;
        throw refusal;
      } catch (PortFailure failure) {
        if (!mayTryAgain(tried, repeat)) {
          throw failure;
        }
      }
      retries++;
      waitMs = retrying.backoff().drawMs(random, retrying, tried, waitMs);
      simulation.hold(Math.round(waitMs * 1e6));
    }
  }

  private boolean mayTryAgain(int tried, Repeat repeat) {
    Retrying retrying = spec.retrying();
    return tried < retrying.retries() && (repeat != Repeat.IF_POSTS_MAY || retrying.posts())
        && (budget == null || budget.retry());
  }

  private <R> R guarded(String what, Repeat repeat, Supplier<R> call) {
    return breaker == null ? limited(what, repeat, call)
        : breaker.call(simulation::nowNanos, Guard::isGood, () -> limited(what, repeat, call));
  }

  private <R> R limited(String what, Repeat repeat, Supplier<R> call) {
    if (bucket != null && !bucket.take(simulation.nowNanos())) {
      simulation.note("limit", what);
      throw new NotCalled("more than " + Math.round(spec.limits().ratePerSecond()) + " calls a second",
          NotCalled.TOO_MANY);
    }
    if (places == null) {
      return timed(what, repeat, call);
    }
    if (places.busy() >= places.capacity() && places.queueLength() >= spec.limits().waiting()) {
      simulation.note("limit", what);
      throw new NotCalled(places.capacity() + " calls are under way already", NotCalled.UNAVAILABLE);
    }
    try (var _ = places.acquire()) {
      return timed(what, repeat, call);
    }
  }

  /// Without a time-out, who has lost a message waits for ever.
  private <R> R timed(String what, Repeat repeat, Supplier<R> call) {
    boolean isHedged = spec.hedgeAfterMs() > 0 && repeat == Repeat.HEDGED;
    if (spec.timeoutMs() > 0 || isHedged) {
      return AbandonableCall.within(simulation, what, Math.round(spec.timeoutMs() * 1e6),
          isHedged ? Math.round(spec.hedgeAfterMs() * 1e6) : 0, () -> hedges++, call);
    }
    try {
      return call.get();
    } catch (Lost loss) {
      return new Promise<R>(simulation).await();
    }
  }

  private static boolean isGood(Object result) {
    return !(result instanceof Response response
        && (response.status() >= 500 || response.status() == NotCalled.TOO_MANY));
  }
}
