package tenfold.component;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tenfold.coop.Jobs;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.DatabaseServer;
import tenfold.port.Statement;

/// [DatabasePrimary] at work: spends a statement's processor and disk time, makes writes durable, changes the rows
/// at the commit and ships each change to the replicas. A statement that changes a row holds its lock from before its
/// work to its commit. When it is gone for long, the most advanced replica takes its place: this instance then has
/// that one's rows, and what was not received is lost.
///
/// Left out: transactions of several statements; a promoted replica has the cores of the primary.
final class PrimaryInstance implements Component, DatabaseServer, Shard, StatementEngine.Execution {
  /// How often whoever copies rows looks whether the database is back.
  private static final long RETRY_NANOS = 1_000_000_000;
  private static final BinaryLog.Writer NOBODY = new BinaryLog.Writer(0, -1);

  private final Simulation simulation;
  private final Site site;
  private final StatementEngine engine;
  private final DataStore rows;
  private final BinaryLog binaryLog;
  private final Truth truth;
  private GroupCommit log;
  private RowLocks locks;
  private DatabasePrimary spec;
  private @Nullable Event recovery;
  private @Nullable Event failover;
  private long recoveredNanos;

  PrimaryInstance(DatabasePrimary spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), spec.reads().pageReadsInParallel());
    this.log = new GroupCommit(simulation);
    this.rows = site.rows();
    this.truth = site.truth();
    this.locks = new RowLocks(simulation);
    this.binaryLog = new BinaryLog(simulation, site.peers(ReplicationLog.class), rows);
    site.offer(DatabaseServer.class, this);
    site.offer(Shard.class, this);
    update(spec);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (DatabasePrimary) changed;
    engine.update(spec.reads(), spec.contention());
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> goDown();
      case HANG -> engine.hang();
      case FAILOVER -> {
        handOver();
        return;
      }
      default -> {
        return;
      }
    }
    if (failover == null && spec.failover().automatic()) {
      failover = simulation.schedule(Nanos.ofMillis(spec.failover().detectMs()), this::detect);
    }
  }

  @Override
  public Connection connect(long cpuNanos) {
    return engine.connect(spec.maxConnections(), cpuNanos, this);
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
    var seen = statement.number().isPresent() ? rows.numbering(statement.number().getAsLong()) : rows;
    var result = statement.meaning().apply(seen, parameters);
    var client = simulation.context() instanceof Attempt attempt ? attempt : null;
    var writer = client == null ? NOBODY : new BinaryLog.Writer(client.family(), client.operation());
    for (var change : rows.takeChanges()) {
      tell(change, client, writer.operation());
      binaryLog.append(change, writer, spec.cpuMs(statement.work()), spec);
    }
    if (simulation.context() instanceof Attempt attempt) {
      attempt.wrote(binaryLog.position());
    }
    return result;
  }

  /// Tells the truth-keeper what is true from now on.
  private void tell(DataStore.Change change, @Nullable Attempt client, long operation) {
    switch (change.table()) {
      case "families" -> {
        truth.committed(change.id(), change.before(), change.shown(), operation, site.name());
        tellIfNew(change, operation, Truth.Wrong.DUPLICATE_FAMILY);
      }
      case Truth.ENROLMENTS -> {
        tellIfNew(change, operation, Truth.Wrong.DOUBLE_ENROLMENT);
        Jobs.OF_ENROLMENT.forEach(kind -> truth.jobs().owed(kind + " " + change.id(), client, site.name()));
      }
      case "merges" -> truth.merged(change.shown(), site.name());
      case "outbox" -> truth.jobs().safe(change.shown());
      default -> { }
    }
  }

  private void tellIfNew(DataStore.Change change, long operation, Truth.Wrong doubled) {
    if (operation >= 0 && change.before().isEmpty()) {
      truth.inserted(operation, change.id(), doubled, site.name());
    }
  }

  @Override
  public void own(LongPredicate keys) {
    rows.own(keys);
  }

  @Override
  public List<DataStore.Change> kept(LongPredicate keys) {
    return rows.kept(keys);
  }

  @Override
  public void take(List<DataStore.Change> moved) {
    for (var change : moved) {
      rows.apply(change);
      binaryLog.append(change, NOBODY, spec.insertCpuMs(), spec);
    }
  }

  @Override
  public void forget(LongPredicate keys) {
    rows.forget(keys);
  }

  @Override
  public long nextNumber() {
    return rows.nextNumber();
  }

  @Override
  public boolean isSameAs(Shard other) {
    return other instanceof PrimaryInstance primary && primary.rows == rows;
  }

  @Override
  public void work(double cpuMs) {
    while (!engine.isWell()) {
      simulation.hold(RETRY_NANOS);
    }
    engine.cores().execute(Nanos.ofMillis(cpuMs));
  }

  private void goDown() {
    if (!engine.isUp()) {
      return;
    }
    engine.stop();
    binaryLog.disconnect();
    log = new GroupCommit(simulation);
    locks = new RowLocks(simulation);
    recoveredNanos = simulation.nowNanos() + site.backInNanos(spec.recoveryMs());
    recovery = simulation.schedule(recoveredNanos - simulation.nowNanos(), this::recover);
  }

  /// Back with all that was committed.
  private void recover() {
    engine.start();
    binaryLog.reconnect();
    cancel(failover);
    failover = null;
  }

  /// Believes that the primary is gone, and makes sure of it before another one takes its place.
  private void detect() {
    failover = null;
    if (!engine.isWell()) {
      handOver();
    }
  }

  /// Ends the primary, if a replica can take its place, and promotes that one.
  private void handOver() {
    if (binaryLog.mostAdvanced().isPresent()) {
      goDown();
      cancel(recovery);
      cancel(failover);
      failover = simulation.schedule(Nanos.ofMillis(spec.failover().promoteMs()), this::promote);
    }
  }

  /// The machine of the old primary is the replica that comes in the place of the one that is promoted.
  private void promote() {
    failover = null;
    var found = binaryLog.mostAdvanced();
    if (found.isEmpty()) {
      recovery = simulation.schedule(Math.max(0, recoveredNanos - simulation.nowNanos()), this::recover);
      return;
    }
    var winner = found.get();
    binaryLog.endAt(winner).forEach(entry -> truth.lost(entry, site.name()));
    rows.become(winner.promote());
    engine.start();
    binaryLog.reconnect();
    long emptyNanos = Math.max(simulation.nowNanos(), recoveredNanos);
    simulation.schedule(emptyNanos + spec.failover().copyNanos(site.familyCount()) - simulation.nowNanos(),
        winner::replace);
  }

  private static void cancel(@Nullable Event event) {
    if (event != null) {
      event.cancel();
    }
  }
}
