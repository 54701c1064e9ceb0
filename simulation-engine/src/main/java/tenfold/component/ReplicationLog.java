package tenfold.component;

/// What a primary sends to its replicas; the port between them.
public interface ReplicationLog {
  /// Begins with a copy of the primary's rows.
  void attach(DataStore rows);

  /// One committed change.
  ///
  /// @param change the row as it is now
  /// @param cpuMs processor time it cost the primary
  void receive(DataStore.Change change, double cpuMs);
}
