package tenfold.component;

/// One committed change in a primary's log.
public final class LogEntry {
  private final long position;
  private final DataStore.Change change;
  private final double cpuMs;
  private final long commitNanos;
  private final long operation;
  private final int writer;
  private boolean isAnswered;

  /// @param position its place in the log, from 1
  /// @param cpuMs processor time that it cost the primary
  /// @param operation number of what its client wanted; -1 when no client asked for it
  /// @param writer number of the family that asked; 0 when none did
  LogEntry(long position, DataStore.Change change, double cpuMs, long commitNanos, long operation, int writer) {
    this.position = position;
    this.change = change;
    this.cpuMs = cpuMs;
    this.commitNanos = commitNanos;
    this.operation = operation;
    this.writer = writer;
  }

  long position() {
    return position;
  }

  DataStore.Change change() {
    return change;
  }

  double cpuMs() {
    return cpuMs;
  }

  long commitNanos() {
    return commitNanos;
  }

  long operation() {
    return operation;
  }

  int writer() {
    return writer;
  }

  /// Whether the database has said that it is done.
  boolean isAnswered() {
    return isAnswered;
  }

  void answered() {
    isAnswered = true;
  }
}
