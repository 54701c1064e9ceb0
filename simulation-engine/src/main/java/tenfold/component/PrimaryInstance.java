package tenfold.component;

import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.DatabaseServer;
import tenfold.port.Statement;

/// [DatabasePrimary] at work: spends a statement's processor and disk time, makes writes durable, changes the rows
/// at the commit and ships each change to the replicas. A statement that changes a row holds its lock from before its
/// work to its commit.
///
/// Left out: the processor time of opening a connection, transactions of several statements.
final class PrimaryInstance implements Component, DatabaseServer, StatementEngine.Execution {
  private final Simulation simulation;
  private final StatementEngine engine;
  private final GroupCommit log;
  private final DataStore rows;
  private final Peers<ReplicationLog> replicas;
  private final Truth truth;
  private final RowLocks locks;
  private DatabasePrimary spec;

  PrimaryInstance(DatabasePrimary spec, Site site) {
    this.spec = spec;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), spec.reads().pageReadsInParallel());
    this.log = new GroupCommit(simulation);
    this.rows = site.rows();
    this.truth = site.truth();
    this.locks = new RowLocks(simulation);
    this.replicas = site.peers(ReplicationLog.class);
    replicas.onArrival(replica -> replica.attach(rows));
    site.offer(DatabaseServer.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (DatabasePrimary) changed;
  }

  @Override
  public Connection connect() {
    return engine.connect(spec.maxConnections(), this);
  }

  @Override
  public <R> R execute(Statement<R> statement, Object... parameters) {
    if (statement.lockedRow().isEmpty()) {
      return carryOut(statement, parameters);
    }
    long row = (long) parameters[statement.lockedRow().getAsInt()];
    try (var _ = locks.acquire(row, Nanos.ofMillis(spec.lockWaitTimeoutMs()))) {
      return carryOut(statement, parameters);
    }
  }

  private <R> R carryOut(Statement<R> statement, Object... parameters) {
    var work = statement.work();
    engine.work(spec.cpuMs(work), spec.reads().diskMs(work));
    if (!work.isWrite()) {
      return statement.meaning().apply(rows, parameters);
    }
    if (work == Statement.Work.ENROLMENT) {
      simulation.hold(Nanos.ofMillis(Math.max(0, spec.enrolmentMs() - spec.cpuMs(work) - spec.logFsyncMs())));
    }
    log.commit(Nanos.ofMillis(spec.logFsyncMs()));
    return commit(statement, parameters);
  }

  private <R> R commit(Statement<R> statement, Object... parameters) {
    var result = statement.meaning().apply(rows, parameters);
    for (var change : rows.takeChanges()) {
      tell(change, statement.work());
      replicate(change, spec.cpuMs(statement.work()));
    }
    return result;
  }

  /// Ships a change, and waits for the first replica as far as the mode of replication asks for it.
  private void replicate(DataStore.Change change, double cpuMs) {
    var first = new Promise<Void>(simulation);
    Runnable done = () -> first.complete(null);
    Runnable nothing = () -> {};
    var mode = spec.replication();
    replicas.current().forEach(replica -> replica.receive(change, cpuMs,
        mode == DatabasePrimary.Replication.SEMI_SYNCHRONOUS ? done : nothing,
        mode == DatabasePrimary.Replication.SYNCHRONOUS ? done : nothing));
    if (mode != DatabasePrimary.Replication.ASYNCHRONOUS && !replicas.current().isEmpty()) {
      first.await();
    }
  }

  /// Tells the truth-keeper what is true from now on.
  private void tell(DataStore.Change change, Statement.Work work) {
    long operation = simulation.context() instanceof Attempt attempt ? attempt.operation() : -1;
    if (work != Statement.Work.ENROLMENT) {
      truth.committed(change.id(), change.before(), change.shown(), operation);
    }
    if (operation >= 0 && change.before().isEmpty()) {
      truth.inserted(operation, change.id(), work == Statement.Work.ENROLMENT
          ? Truth.Wrong.DOUBLE_ENROLMENT : Truth.Wrong.DUPLICATE_FAMILY);
    }
  }
}
