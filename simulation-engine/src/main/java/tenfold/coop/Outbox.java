package tenfold.coop;

import java.time.Duration;
import java.util.List;
import tenfold.port.Clock;
import tenfold.port.Database;
import tenfold.port.JobQueue;
import tenfold.port.PortFailure;

/// Hands the jobs over that wait in the database: they were written in one transaction with what they belong to, so
/// that no crash can come between. Who crashes after the hand-over and before the row is gone leaves it to be handed
/// over again: at least once.
///
/// Source: Richardson, *Microservices Patterns*, 2018, section 3.3 (transactional outbox, polling publisher).
final class Outbox {
  /// How often it looks.
  static final Duration PAUSE = Duration.ofMillis(100);
  /// After that time somebody else may take what one has taken: it seems to be gone.
  static final Duration CLAIM = Duration.ofSeconds(10);

  private final Database primary;
  private final JobQueue queue;
  private final Clock clock;

  /// Over the database and the queue of one process.
  Outbox(Database primary, JobQueue queue, Clock clock) {
    this.primary = primary;
    this.queue = queue;
    this.clock = clock;
  }

  /// Hands over what waits now. What cannot be handed over waits on.
  void relay() {
    try {
      List<OutboxEntry> taken = primary.query(Statements.TAKE_FROM_OUTBOX, clock.nowNanos());
      for (var entry : taken) {
        queue.enqueue(entry.job());
        primary.query(Statements.EMPTY_OUTBOX, entry.id(), entry.familyId());
      }
    } catch (PortFailure failure) {
      // It stays in the database, and is taken again.
    }
  }
}
