package tenfold.port;

/// A copy of a database that answers reads, from rows that may lag behind.
public interface ReplicaServer extends DatabaseServer {
  /// Age of the oldest change that it does not show yet, in nanoseconds; 0 when it shows all.
  long lagNanos();

  /// Waits until it shows the change at that position of the primary's log (MySQL's `WAIT_FOR_EXECUTED_GTID_SET`).
  ///
  /// @return whether it did so in time
  boolean awaitShown(long position, long timeoutNanos);
}
