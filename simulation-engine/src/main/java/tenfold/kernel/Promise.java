package tenfold.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value, or a failure, that will be known later; any number of processes can wait for it. The first
/// settlement wins, later ones are ignored.
///
/// @param <T> type of the value; `Void` when only the moment matters
public final class Promise<T extends @Nullable Object> {
  private final Simulation simulation;
  private @Nullable List<Process> waiting;
  private boolean settled;
  private @Nullable T value;
  private @Nullable RuntimeException failure;

  /// An open promise.
  public Promise(Simulation simulation) {
    this.simulation = simulation;
  }

  /// Suspends the calling process until the promise is settled.
  ///
  /// @return the value
  /// @throws RuntimeException the failure, if it failed
  @SuppressWarnings("NullAway") // a settled promise without failure holds a T
  public T await() {
    if (!settled) {
      var process = simulation.running("await");
      if (waiting == null) {
        waiting = new ArrayList<>(1);
      }
      waiting.add(process);
      try {
        process.suspend();
      } catch (RuntimeException interruption) {
        waiting.remove(process);
        throw interruption;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return value;
  }

  /// Settles with a value and wakes those who wait, in the order in which they came.
  public void complete(T result) {
    if (!settled) {
      value = result;
      settle();
    }
  }

  /// Settles with a failure, which [#await] throws.
  public void fail(RuntimeException cause) {
    if (!settled) {
      failure = cause;
      settle();
    }
  }

  /// Whether the value or the failure is known.
  public boolean isSettled() {
    return settled;
  }

  void settle() {
    settled = true;
    if (waiting != null) {
      waiting.forEach(process -> process.wake(0));
    }
  }
}
