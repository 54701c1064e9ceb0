package tenfold.component;

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
@Kind(id = "database-primary", label = "Primary", group = Kind.Group.DATA,
    summary = "The database that takes all writes, and all reads where there is no replica.")
public record DatabasePrimary(
    @Param(label = "Cores", unit = "cores", min = 1, max = 128, source = "calibration (c)") int cores,
    @Param(label = "On the cores of", source = "calibration (d), single") String host,
    @Param(label = "Connections", unit = "connections", min = 1, max = 100_000, live = true,
        source = "MySQL max_connections 151") int maxConnections,
    StatementCosts reads,
    @Param(label = "Insert", unit = "ms", max = 100, live = true, source = "teaching value") double insertCpuMs,
    @Param(label = "Update", unit = "ms", max = 100, live = true, source = "teaching value") double updateCpuMs,
    @Param(label = "Enrolment", unit = "ms", max = 60_000, live = true, source = "pattern text: 100 ms")
        double enrolmentMs,
    @Param(label = "Log write", unit = "ms", max = 50, live = true, source = "domain 1.8: fsync 2 ms")
        double logFsyncMs)
    implements ComponentSpec {

  /// Eight cores and MySQL's limit.
  public DatabasePrimary() {
    this(8, "", 151, new StatementCosts(), 1, 0.8, 100, 2);
  }

  /// Processor time of a statement, in milliseconds.
  double cpuMs(Work work) {
    return switch (work) {
      case INSERT, ENROLMENT -> insertCpuMs;
      case UPDATE -> updateCpuMs;
      case POINT_READ, FAMILY_READ, ROW_READ -> reads.cpuMs(work);
    };
  }

  @Override
  public Component build(Site site) {
    return new PrimaryInstance(this, site);
  }
}
