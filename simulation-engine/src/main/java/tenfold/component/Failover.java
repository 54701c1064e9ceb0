package tenfold.component;

/// What happens when a primary that has replicas is gone: one of them takes its place and its address.
///
/// @param automatic whether somebody watches over the primary; otherwise its replicas wait until it is back
/// @param detectMs how long it is gone before that is believed
/// @param promoteMs how long it then takes until the new primary accepts writes
/// @param copyMbPerS how fast the machine of the old primary, back as an empty replica, gets its copy
public record Failover(
    @Param(label = "Failover", live = true, mayBeAbsent = true, source = "the most advanced replica wins")
        boolean automatic,
    @Param(label = "Detection", unit = "ms", min = 1_000, max = 600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 10 s") double detectMs,
    @Param(label = "Promotion", unit = "ms", min = 1_000, max = 600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 20 s") double promoteMs,
    @Param(label = "Copy to a new replica", unit = "MB/s", min = 1, max = 10_000, live = true, mayBeAbsent = true,
        source = "teaching value: 50 MB/s") double copyMbPerS) {

  /// What a family takes in a database, in bytes (domain 1.11).
  private static final double FAMILY_BYTES = 4_096;

  /// Thirty seconds without writes.
  public Failover() {
    this(true, 10_000, 20_000, 50);
  }

  /// How long the copy of so many families takes.
  long copyNanos(int families) {
    return Math.round(families * FAMILY_BYTES / (copyMbPerS * 1e6) * 1e9);
  }
}
