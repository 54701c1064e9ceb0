package tenfold.component;

/// What a primary sends to its replicas; the port between them.
public interface ReplicationLog {
  /// Begins with a copy of the primary's rows.
  void attach(DataStore rows);

  /// One committed change.
  ///
  /// @param change the row as it is now
  /// @param cpuMs processor time it cost the primary
  /// @param onReceipt called when the replica has it
  /// @param onApplied called when the replica shows it
  void receive(DataStore.Change change, double cpuMs, Runnable onReceipt, Runnable onApplied);
}
