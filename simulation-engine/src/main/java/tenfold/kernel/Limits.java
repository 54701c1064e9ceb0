package tenfold.kernel;

/// How far a simulation may go before it is stopped, so that a design that takes in more and more work, or never lets
/// time go on, ends with a sentence and not with the machine.
///
/// @param processes processes that may be alive at once, waiting ones too; a request that waits takes about 1.5 KB
/// @param eventsAtOneInstant events that may happen without time going on
public record Limits(int processes, long eventsAtOneInstant) {
  /// A million processes, which fit into the memory that Java takes of a machine of 8 GB; ten million events, which is
  /// a few seconds' work.
  public static final Limits STANDARD = new Limits(1_000_000, 10_000_000);
}
