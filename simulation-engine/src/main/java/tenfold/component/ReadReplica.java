package tenfold.component;

import java.util.List;

/// A copy of the primary that answers reads; a stack of several when `count` is above 1.
///
/// @param count replicas in the stack
/// @param cores processor cores of one replica
/// @param maxConnections connections at most, to each
/// @param reads what reads cost
/// @param shipDelayMs how long a change is on its way from the primary
/// @param applyWorkers changes that are applied at once
/// @param applyCost processor time of applying a change, as a share of what it cost the primary
/// @param shipLaw how the way from the primary varies
/// @param contention what the cores lose to each other, by the statements under way
/// @param recoveryMs from a crash to a replica that answers again
@Kind(id = "read-replica", label = "Replica", group = Kind.Group.DATA,
    icon = "copy",
    summary = "Copies the primary a little later and answers reads from its own copy.",
    models = {
      "A copy of the rows that is as old as the changes it has applied: reads see exactly those, in the "
          + "order of the log.",
      "Shipping that takes time, and workers that apply changes on the replica’s own cores; so lag comes "
          + "from the load and is not drawn from a distribution.",
      "Reads that cost what they cost on the primary: processor time, page reads, connections up to a "
          + "limit.",
      "A crash after which it applies what it had and fetches what it missed; being promoted, and being "
          + "replaced by an empty one."},
    leavesOut = {
      "Writes: it refuses them (error 1290).",
      "Rows that differ from the primary’s for any reason but being late.",
      "Replicas of replicas, and how a router gets to know the lag: it is simply asked."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.SLOW, Fault.LAG},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME, Figure.LAG})
public record ReadReplica(
    @Param(label = "Stack", unit = "replicas", min = 1, max = 50, live = true, source = "pattern text: 3, 10")
        int count,
    @Param(label = "Cores", unit = "cores", min = 1, max = 128, source = "calibration (d)") int cores,
    @Param(label = "Connections", unit = "connections", min = 1, max = 100_000, live = true,
        source = "MySQL max_connections 151") int maxConnections,
    @Param(label = "Statements") StatementCosts reads,
    @Param(label = "Shipping", unit = "ms", max = 10_000, live = true, source = "teaching value") double shipDelayMs,
    @Param(label = "Apply workers", unit = "workers", min = 1, max = 64, live = true, source = "MySQL 8.0.27: 4")
        int applyWorkers,
    @Param(label = "Apply cost", unit = "× primary", max = 2, live = true,
        source = "teaching value: half of what it cost the primary") double applyCost,
    @Param(label = "Shipping varies", live = true, mayBeAbsent = true, source = "constant; the ghost name: exponential")
        Law shipLaw,
    @Param(label = "Contention", mayBeAbsent = true) Contention contention,
    @Param(label = "Recovery", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "teaching value: machine 60 s + recovery 60 s") double recoveryMs)
    implements ComponentSpec {

  /// One replica of eight cores.
  public ReadReplica() {
    this(1, 8, 151, new StatementCosts(), 1, 4, 0.5);
  }

  /// A replica with a constant way from the primary.
  public ReadReplica(int count, int cores, int maxConnections, StatementCosts reads, double shipDelayMs,
      int applyWorkers, double applyCost) {
    this(count, cores, maxConnections, reads, shipDelayMs, applyWorkers, applyCost, Law.CONSTANT, new Contention(),
        120_000);
  }

  @Override
  public int instances() {
    return count;
  }

  @Override
  public List<Billed> billed() {
    return Billed.machine(cores);
  }

  @Override
  public Component build(Site site) {
    return new ReplicaInstance(this, site);
  }
}
