package tenfold.kernel;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.jspecify.annotations.Nullable;

/// A reusable call stack that can be left and entered again: the mechanism under [Process].
///
/// Runs one process after the other on the same JDK continuation, because a used stack is cheaper than a new
/// one. What runs on it must not hold a monitor while it suspends: the stack would be pinned to its thread.
final class Fiber {
  private static final ContinuationScope SCOPE = new ContinuationScope("tenfold");

  private final Continuation continuation = new Continuation(SCOPE, this::serve);
  private @Nullable Process process;

  /// Hands the fiber to a process that has not run yet.
  void assign(Process next) {
    process = next;
  }

  /// Runs until the process suspends or ends.
  void run() {
    continuation.run();
  }

  /// Leaves the stack; [#run] comes back to this place.
  static void leave() {
    Continuation.yield(SCOPE);
  }

  private void serve() {
    while (process != null) {
      process.live();
      process = null;
      leave();
    }
  }
}
