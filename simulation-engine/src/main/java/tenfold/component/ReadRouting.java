package tenfold.component;

/// Where a server sends its reads.
///
/// @param choice how a replica is chosen
/// @param windowMs how long after a client's write its reads go to the primary, for [Choice#PRIMARY_AFTER_WRITE]
/// @param versionWaitMs how long a read waits for what its client has written, for [Choice#VERSION_WAIT]
/// @param maxLagMs how far behind a replica may be that is read, for [Choice#LAG_BOUND]
public record ReadRouting(
    @Param(label = "Reads go to", live = true, mayBeAbsent = true, source = "pattern text: a random replica")
        Choice choice,
    @Param(label = "Primary after a write", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 1 s") double windowMs,
    @Param(label = "Lag at most", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 1 s") double maxLagMs,
    @Param(label = "Wait for own changes", unit = "ms", max = 60_000, live = true, mayBeAbsent = true,
        source = "teaching value: 1 s; MySQL WAIT_FOR_EXECUTED_GTID_SET") double versionWaitMs) {

  /// How a replica is chosen.
  public enum Choice {
    /// Any, at random.
    RANDOM("random"),
    /// The one that this server has the fewest queries under way at; the first of several.
    LEAST_CONNECTIONS("leastConnections"),
    /// Any at random, but the primary for a client that has written lately: a cookie tells.
    PRIMARY_AFTER_WRITE("primaryAfterWrite"),
    /// Any at random of those that are not too far behind; the primary when all are.
    LAG_BOUND("lagBound"),
    /// Any at random, which waits until it shows what the client has written, as a cookie tells; the primary when that
    /// takes too long.
    VERSION_WAIT("versionWait");

    private final String id;

    Choice(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// As the text's code has it.
  public ReadRouting() {
    this(Choice.RANDOM, 1_000, 1_000, 1_000);
  }
}
