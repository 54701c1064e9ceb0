package tenfold.component;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;

/// A primary's log: ships each change to the replicas and keeps it until all have it. Named as MySQL's.
final class BinaryLog {
  private static final Runnable NOTHING = () -> {};
  private static final int PURGE_AFTER = 1_000;

  private final Simulation simulation;
  private final Peers<ReplicationLog> replicas;
  private final DataStore rows;
  private final ArrayDeque<LogEntry> kept = new ArrayDeque<>();
  private long position;
  private int nextPurge = PURGE_AFTER;

  BinaryLog(Simulation simulation, Peers<ReplicationLog> replicas, DataStore rows) {
    this.simulation = simulation;
    this.replicas = replicas;
    this.rows = rows;
    replicas.onArrival(replica -> replica.attach(rows, position));
  }

  /// Ships a change, and suspends the calling process until the first replica has it or shows it, as far as the mode
  /// of replication asks for it.
  void append(DataStore.Change change, Writer writer, double cpuMs, DatabasePrimary spec) {
    var entry = new LogEntry(++position, change, cpuMs, simulation.nowNanos(), writer.operation, writer.family);
    if (!replicas.current().isEmpty()) {
      keep(entry);
      ship(entry, spec);
    }
    entry.answered();
  }

  /// Who asked for a change.
  ///
  /// @param family number of the family; 0 for none
  /// @param operation number of what it wanted; -1 for none
  record Writer(int family, long operation) {}

  /// What is on its way is lost, as the primary is.
  void disconnect() {
    replicas.current().forEach(ReplicationLog::disconnect);
  }

  /// Position of the newest change.
  long position() {
    return position;
  }

  /// Sends everything again that replicas have not received. Who has received what is lost begins anew.
  void reconnect() {
    for (var replica : replicas.current()) {
      if (replica.received() > position) {
        replica.attach(rows, position);
      }
      long received = replica.received();
      kept.stream().filter(entry -> entry.position() > received)
          .forEach(entry -> replica.receive(entry, NOTHING, NOTHING));
    }
  }

  /// The well replica that has received most; the first of several.
  Optional<ReplicationLog> mostAdvanced() {
    return replicas.current().stream()
        .filter(replica -> replica.isStandby() && replica.isWell())
        .min(Comparator.comparingLong((ReplicationLog replica) -> -replica.received()));
  }

  /// Ends at the position that `winner` has received, which is to go on from there.
  ///
  /// @return the changes that are lost by that, the newest first
  List<LogEntry> endAt(ReplicationLog winner) {
    position = winner.received();
    var lost = kept.stream().filter(entry -> entry.position() > position).toList().reversed();
    kept.removeAll(lost);
    return lost;
  }

  private void ship(LogEntry entry, DatabasePrimary spec) {
    boolean hasStandby = replicas.current().stream().anyMatch(ReplicationLog::isStandby);
    switch (hasStandby ? spec.replication() : DatabasePrimary.Replication.ASYNCHRONOUS) {
      case ASYNCHRONOUS -> send(entry, NOTHING, NOTHING);
      case SEMI_SYNCHRONOUS -> {
        var receipt = new Promise<Void>(simulation);
        send(entry, () -> receipt.complete(null), NOTHING);
        awaitReceipt(receipt, Nanos.ofMillis(spec.ackTimeoutMs()));
      }
      case SYNCHRONOUS -> {
        var shown = new Promise<Void>(simulation);
        send(entry, NOTHING, () -> shown.complete(null));
        shown.await();
      }
    }
  }

  private void send(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
    for (var replica : replicas.current()) {
      boolean counts = replica.isStandby();
      replica.receive(entry, counts ? onReceipt : NOTHING, counts ? onApplied : NOTHING);
    }
  }

  /// When it takes too long the commit is done without it, as MySQL's is, which then replicates asynchronously.
  private void awaitReceipt(Promise<Void> receipt, long timeoutNanos) {
    var timer = simulation.schedule(timeoutNanos, () -> receipt.complete(null));
    try {
      receipt.await();
    } finally {
      timer.cancel();
    }
  }

  private void keep(LogEntry entry) {
    kept.add(entry);
    if (kept.size() >= nextPurge) {
      long received = replicas.current().stream().mapToLong(ReplicationLog::received).min().orElse(position);
      while (!kept.isEmpty() && kept.element().position() <= received) {
        kept.remove();
      }
      nextPurge = 2 * kept.size() + PURGE_AFTER;
    }
  }
}
