package tenfold.component;

import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import org.jspecify.annotations.Nullable;

/// Makes commits durable, one log write at a time; all commits that come during a write share the next one.
/// Source: Gray & Reuter, *Transaction Processing* (1993), §9.4.7 (group commit).
final class GroupCommit {
  private final Simulation simulation;
  private @Nullable Promise<Void> next;
  private boolean isWriting;

  GroupCommit(Simulation simulation) {
    this.simulation = simulation;
  }

  /// Suspends the calling process until its commit is on disk.
  void commit(long writeNanos) {
    if (writeNanos == 0) {
      return;
    }
    if (next == null) {
      next = new Promise<>(simulation);
    }
    var mine = next;
    if (!isWriting) {
      write(writeNanos);
    }
    mine.await();
  }

  private void write(long writeNanos) {
    var batch = next;
    next = null;
    isWriting = true;
    simulation.schedule(writeNanos, () -> {
      isWriting = false;
      if (batch != null) {
        batch.complete(null);
      }
      if (next != null) {
        write(writeNanos);
      }
    });
  }
}
