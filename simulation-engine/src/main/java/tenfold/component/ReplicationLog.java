package tenfold.component;

/// What a primary, and the failover that watches over it, want of a replica; the port between them.
public interface ReplicationLog {
  /// Begins with a copy of the primary's rows.
  ///
  /// @param position of the newest entry that the rows have
  void attach(DataStore rows, long position);

  /// One committed change, sent off now.
  ///
  /// @param onReceipt called when the replica has it
  /// @param onApplied called when the replica shows it
  void receive(LogEntry entry, Runnable onReceipt, Runnable onApplied);

  /// The primary is gone: what is still on its way never comes.
  void disconnect();

  /// Position of the newest entry up to which it has received all.
  long received();

  /// Whether it can take the primary's place, and counts when a commit waits for a receipt.
  boolean isStandby();

  /// Whether it is up and well, so that it can be promoted.
  boolean isWell();

  /// Goes out of rotation to be the primary from now on.
  ///
  /// @return its rows with all that it has received
  DataStore promote();

  /// A replica comes, in the place of the one that was promoted, and will be attached.
  void replace();
}
