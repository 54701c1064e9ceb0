package tenfold.component;

import java.util.List;
import tenfold.port.Statement.Work;

/// The database that takes all writes.
///
/// @param cores processor cores, unless it runs on its host's
/// @param host node whose cores it uses; empty for its own
/// @param maxConnections connections at most; one more is refused
/// @param reads what reads cost
/// @param insertCpuMs processor time of an insert
/// @param updateCpuMs processor time of an update
/// @param enrolmentMs time of the critical enrolment transaction
/// @param logFsyncMs time to make a commit durable; all commits that wait share the next one
/// @param replication what a commit waits for besides its own log
/// @param lockWaitTimeoutMs how long a statement waits for a row that another one changes
/// @param ackTimeoutMs how long a commit waits for a replica's receipt, for [Replication#SEMI_SYNCHRONOUS]
/// @param contention what the cores lose to each other, by the statements under way
/// @param recoveryMs from a crash to a database that answers again, with all that was committed
/// @param failover what happens meanwhile when there are replicas
@Kind(id = "database-primary", label = "Primary", group = Kind.Group.DATA,
    icon = "database", calls = {ReadReplica.class, ReadModel.class},
    summary = "The database that takes all writes, and all reads where there is no replica.",
    models = {
      "Real rows, changed by statements that each take processor time on shared cores (with losses by the "
          + "statements under way) and page reads that only so many of go on at once.",
      "Connections up to a limit (error 1040 beyond it), row locks in order of arrival with a time-out, "
          + "numbers given out by one counter, and group commit: one log write takes all that wait.",
      "The log that replicas follow: a commit waits for nothing, for one receipt, or for one replica that "
          + "shows the change.",
      "Crash and recovery with all that was committed; failover: detection, promotion of the replica that "
          + "has received most, changes lost that it had not received, and the old primary back as an empty "
          + "replica."},
    leavesOut = {
      "Transactions of several statements, dead locks between them, and isolation levels.",
      "A plan for each query: a statement costs what its kind costs. The share of pages in memory is given, "
          + "not found.",
      "Bandwidth of disk and network. A promoted replica has the cores of the primary."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.SLOW, Fault.FAILOVER},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME})
public record DatabasePrimary(
    @Param(label = "Cores", unit = "cores", min = 1, max = 128, source = "calibration (c)") int cores,
    @Param(label = "On the cores of", nodesOf = AppServer.class, source = "calibration (d), single") String host,
    @Param(label = "Connections", unit = "connections", min = 1, max = 100_000, live = true,
        source = "MySQL max_connections 151") int maxConnections,
    @Param(label = "Statements") StatementCosts reads,
    @Param(label = "Insert", unit = "ms", max = 100, live = true, source = "teaching value") double insertCpuMs,
    @Param(label = "Update", unit = "ms", max = 100, live = true, source = "teaching value") double updateCpuMs,
    @Param(label = "Enrolment", unit = "ms", max = 60_000, live = true, source = "pattern text: 100 ms")
        double enrolmentMs,
    @Param(label = "Log write", unit = "ms", max = 50, live = true, source = "teaching value: fsync 2 ms")
        double logFsyncMs,
    @Param(label = "Replication", live = true, mayBeAbsent = true, source = "MySQL: asynchronous by default")
        Replication replication,
    @Param(label = "Lock wait", unit = "ms", min = 1_000, max = 3_600_000, live = true, mayBeAbsent = true,
        source = "MySQL innodb_lock_wait_timeout 50 s") double lockWaitTimeoutMs,
    @Param(label = "Wait for a receipt", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "MySQL rpl_semi_sync_source_timeout 10 s") double ackTimeoutMs,
    @Param(label = "Contention", mayBeAbsent = true) Contention contention,
    @Param(label = "Recovery", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "teaching value: machine 60 s + recovery 60 s") double recoveryMs,
    @Param(label = "Failover", mayBeAbsent = true) Failover failover)
    implements ComponentSpec {

  /// What a commit waits for besides its own log.
  public enum Replication {
    /// Nothing: what is not shipped when the primary dies is lost.
    ASYNCHRONOUS("async"),
    /// Until one replica has received the change, or the wait for its receipt is over.
    SEMI_SYNCHRONOUS("semiSync"),
    /// Until one replica has applied the change.
    SYNCHRONOUS("sync");

    private final String id;

    Replication(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Eight cores and MySQL's limit.
  public DatabasePrimary() {
    this(8, "", 151, new StatementCosts(), 1, 0.8, 100, 2);
  }

  /// A primary that replicates asynchronously.
  public DatabasePrimary(int cores, String host, int maxConnections, StatementCosts reads, double insertCpuMs,
      double updateCpuMs, double enrolmentMs, double logFsyncMs) {
    this(cores, host, maxConnections, reads, insertCpuMs, updateCpuMs, enrolmentMs, logFsyncMs,
        Replication.ASYNCHRONOUS, 50_000, 10_000, new Contention(), 120_000, new Failover());
  }

  /// Processor time of a statement, in milliseconds.
  double cpuMs(Work work) {
    return switch (work) {
      case INSERT, ENROLMENT -> insertCpuMs;
      case UPDATE -> updateCpuMs;
      case POINT_READ, FAMILY_READ, ROW_READ, REPORT -> reads.cpuMs(work);
    };
  }

  @Override
  public List<Billed> billed() {
    return host.isEmpty() ? Billed.machine(cores) : List.of();
  }

  @Override
  public Component build(Site site) {
    return new PrimaryInstance(this, site);
  }
}
