package tenfold.component;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.ServiceError;

/// Locks on rows by number, first come, first served. Who waits too long gets the database's error.
final class RowLocks {
  private final Simulation simulation;

  /// Those who wait for each row that is locked.
  private final Map<Long, ArrayDeque<Promise<Void>>> locked = new HashMap<>();

  RowLocks(Simulation simulation) {
    this.simulation = simulation;
  }

  /// Locks a row for the calling process, waiting for it if need be.
  ///
  /// @throws ServiceError when it takes longer than `timeoutNanos`
  Lock acquire(long row, long timeoutNanos) {
    var waiting = locked.get(row);
    if (waiting == null) {
      locked.put(row, new ArrayDeque<>());
    } else {
      await(row, waiting, timeoutNanos);
    }
    return new Lock(row);
  }

  private void await(long row, ArrayDeque<Promise<Void>> waiting, long timeoutNanos) {
    var turn = new Promise<Void>(simulation);
    waiting.add(turn);
    var timer = simulation.schedule(timeoutNanos, () -> {
      waiting.remove(turn);
      turn.fail(new ServiceError("error 1205: Lock wait timeout exceeded"));
    });
    try {
      turn.await();
    } catch (RuntimeException interruption) {
      boolean isMine = turn.isSettled() && !waiting.remove(turn) && !(interruption instanceof ServiceError);
      if (isMine) {
        release(row); // It came just now, too late.
      }
      throw interruption;
    } finally {
      timer.cancel();
    }
  }

  private void release(long row) {
    var next = locked.get(row).poll();
    if (next == null) {
      locked.remove(row);
    } else {
      next.complete(null);
    }
  }

  /// A row that is locked until this is closed.
  final class Lock implements AutoCloseable {
    private final long row;

    private Lock(long row) {
      this.row = row;
    }

    @Override
    public void close() {
      release(row);
    }
  }
}
