package tenfold.component;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Event;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.CallTimeout;
import tenfold.port.Lost;
import tenfold.port.PortFailure;

/// A call that its caller may leave: it runs as a process of its own, so that the work goes on when nobody waits for
/// it any more (zombie work).
public final class AbandonableCall {
  private AbandonableCall() {}

  /// Makes the call and waits for its result, `timeoutNanos` at most.
  ///
  /// @param what the call, for messages and for the name of its process
  /// @param timeoutNanos 0 for as long as it takes
  /// @throws CallTimeout when it took longer; the call goes on
  /// @throws PortFailure what the call failed with
  public static <R> R within(Simulation simulation, String what, long timeoutNanos, Supplier<R> call) {
    return within(simulation, what, timeoutNanos, 0, () -> {}, call);
  }

  /// Makes the call, and makes it once more when it has not ended after `hedgeNanos`; the first success counts, and the
  /// other call goes on for nobody. Source: Dean & Barroso, "The tail at scale", CACM 56(2), 2013 (hedged requests).
  ///
  /// @param hedgeNanos 0 for never
  /// @param onHedge runs when it is made once more
  public static <R> R within(
      Simulation simulation, String what, long timeoutNanos, long hedgeNanos, Runnable onHedge, Supplier<R> call) {
    var open = new Open<>(new Promise<R>(simulation));
    var context = simulation.context();
    var witness = simulation.witness();
    simulation.start(what, () -> open.settle(call)).context(context);
    @Nullable Event timer = timeoutNanos > 0
        ? simulation.schedule(timeoutNanos, () -> open.promise.fail(new CallTimeout(what))) : null;
    @Nullable Event hedge = hedgeNanos > 0 ? simulation.schedule(hedgeNanos, () -> {
      onHedge.run();
      open.calls++;
      var once = simulation.start(what, () -> open.settle(call));
      once.context(context);
      once.watch(witness == null ? null : witness.ofChild());
    }) : null;
    try {
      return open.promise.await();
    } finally {
      cancel(timer);
      cancel(hedge);
    }
  }

  /// Makes the call in a process of its own.
  ///
  /// @return its result, or the failure of it
  static <R> Promise<R> start(Simulation simulation, String what, Supplier<R> call) {
    var open = new Open<>(new Promise<R>(simulation));
    simulation.start(what, () -> open.settle(call)).context(simulation.context());
    return open.promise;
  }

  private static void cancel(@Nullable Event event) {
    if (event != null) {
      event.cancel();
    }
  }

  /// Calls under way for one result.
  private static final class Open<R> {
    private final Promise<R> promise;
    private int calls = 1;

    Open(Promise<R> promise) {
      this.promise = promise;
    }

    /// A failure counts when no other call can succeed any more.
    void settle(Supplier<R> call) {
      try {
        promise.complete(call.get());
      } catch (Lost loss) {
        // The caller does not know; it waits until its time-out.
      } catch (PortFailure failure) {
        if (--calls == 0) {
          promise.fail(failure);
        }
      }
    }
  }
}
