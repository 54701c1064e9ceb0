package tenfold.component;

import java.util.function.Supplier;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.CallTimeout;
import tenfold.port.Lost;
import tenfold.port.PortFailure;

/// A call that its caller may leave: it runs as a process of its own, so that the work goes on when nobody waits for
/// it any more (zombie work).
final class AbandonableCall {
  private AbandonableCall() {}

  /// Makes the call and waits for its result, `timeoutNanos` at most.
  ///
  /// @param what the call, for messages and for the name of its process
  /// @throws CallTimeout when it took longer; the call goes on
  /// @throws PortFailure what the call failed with
  static <R> R within(Simulation simulation, String what, long timeoutNanos, Supplier<R> call) {
    var promise = start(simulation, what, call);
    var timer = simulation.schedule(timeoutNanos, () -> promise.fail(new CallTimeout(what)));
    try {
      return promise.await();
    } finally {
      timer.cancel();
    }
  }

  /// Makes the call in a process of its own.
  ///
  /// @return its result, or the failure of it
  static <R> Promise<R> start(Simulation simulation, String what, Supplier<R> call) {
    var promise = new Promise<R>(simulation);
    simulation.start(what, () -> settle(promise, call)).context(simulation.context());
    return promise;
  }

  private static <R> void settle(Promise<R> promise, Supplier<R> call) {
    try {
      promise.complete(call.get());
    } catch (Lost loss) {
      // The caller does not know; it waits until its time-out.
    } catch (PortFailure failure) {
      promise.fail(failure);
    }
  }
}
