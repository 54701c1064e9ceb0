package tenfold.component;

import java.util.List;

/// Rows put together for reading, apart from those that commands change (CQRS): a projector follows the primary's log,
/// and queries ask nobody else.
///
/// @param cores processor cores for queries
/// @param maxConnections connections at most
/// @param queryMs processor time of any query: nothing is to be joined, and no page to be read
/// @param lagMs how long an event is on its way to the projector
/// @param projectMs processor time of the projector for an event
/// @param rebuildPerSecond events that a rebuild reads in a second
/// @param keptEvents events that are kept to be read again; older ones are in a snapshot
/// @param whileRebuilding what queries get while the rows are made anew
/// @param recoveryMs from a crash to the beginning of the rebuild
@Kind(id = "read-model", label = "Read model", group = Kind.Group.DATA,
    icon = "book-open",
    summary = "Keeps rows ready to be read, a moment after the primary has them.",
    models = {
      "The events of one primary’s log, in their order: each arrives after its lag, is taken up by the one projector, "
          + "and is then seen by queries.",
      "Queries at a price of their own, whatever they would cost on the primary.",
      "A rebuild: a flush reads all events again into fresh rows, at a pace of its own, while new ones wait; queries "
          + "get the old rows or are refused. After a crash or a restart there are no old rows, so queries are refused "
          + "until the rebuild is over.",
      "Servers that wait until their client’s own change is there, or ask the primary when that takes too long "
          + "(“Reads go to”)."},
    leavesOut = {
      "Rows of another form than the primary’s: what differs is what a query costs.",
      "Several projectors, events that are projected twice or out of order, and a rebuild beside the old rows that "
          + "goes on with new events (a blue-green rebuild).",
      "Being promoted: it has no log of its own. It does not count when a commit waits for a receipt."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.FLUSH, Fault.SLOW, Fault.LAG},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME, Figure.LAG})
public record ReadModel(
    @Param(label = "Cores", unit = "cores", min = 1, max = 128, source = "teaching value") int cores,
    @Param(label = "Connections", unit = "connections", min = 1, max = 100_000, live = true,
        source = "teaching value: 1,000") int maxConnections,
    @Param(label = "Query", unit = "ms", max = 100, live = true, source = "teaching value: 0.1 ms") double queryMs,
    @Param(label = "Lag", unit = "ms", max = 60_000, live = true, source = "teaching value: 200 ms") double lagMs,
    @Param(label = "Event", unit = "ms", max = 100, live = true, source = "teaching value: 0.5 ms") double projectMs,
    @Param(label = "Rebuild", unit = "events/s", min = 1, max = 1e6, live = true, source = "teaching value: 5,000")
        double rebuildPerSecond,
    @Param(label = "Events kept", unit = "events", max = 10_000_000, live = true, source = "teaching value: a million")
        int keptEvents,
    @Param(label = "During a rebuild", live = true, source = "teaching value: the old rows")
        WhileRebuilding whileRebuilding,
    @Param(label = "Recovery", unit = "ms", max = 3_600_000, live = true, source = "teaching value: 10 s")
        double recoveryMs)
    implements ComponentSpec {

  /// What queries get while the rows are made anew.
  public enum WhileRebuilding {
    /// The rows as they were when the rebuild began.
    OLD_ROWS("oldRows"),
    /// An error.
    REFUSE("refuse");

    private final String id;

    WhileRebuilding(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// A fifth of a second behind.
  public ReadModel() {
    this(4, 1_000, 0.1, 200, 0.5, 5_000, 1_000_000, WhileRebuilding.OLD_ROWS, 10_000);
  }

  @Override
  public List<Billed> billed() {
    return Billed.machine(cores);
  }

  @Override
  public Component build(Site site) {
    return new ReadModelInstance(this, site);
  }
}
