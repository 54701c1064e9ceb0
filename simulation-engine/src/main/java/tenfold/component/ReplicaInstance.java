package tenfold.component;

import java.util.random.RandomGenerator;
import tenfold.kernel.Simulation;
import tenfold.port.DatabaseServer;
import tenfold.port.ReplicaServer;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// [ReadReplica] at work: applies the primary's changes on its own cores, several at once, and shows them in commit
/// order; a read sees exactly the changes applied so far. While it is down the primary's log keeps what it misses.
final class ReplicaInstance implements Component, ReplicaServer, ReplicationLog, StatementEngine.Execution {
  private final Site site;
  private final Simulation simulation;
  private final StatementEngine engine;
  private final RandomGenerator random;

  private final ApplyQueue queue;
  private DataStore rows;
  private ReadReplica spec;
  private int lives;

  ReplicaInstance(ReadReplica spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), spec.reads().pageReadsInParallel());
    this.random = site.random("shipping");
    this.rows = new DataStore(site::familyCount);
    this.queue = new ApplyQueue(site, engine.cores(),
        entry -> engine.cpuNanos(entry.cpuMs() * this.spec.applyCost()), entry -> rows.apply(entry.change()));
    update(spec);
    replace();
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (ReadReplica) changed;
    engine.update(spec.reads(), spec.contention());
    queue.workers(spec.applyWorkers());
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> crash();
      case HANG -> {
        engine.hang();
        queue.hold(true);
      }
      default -> { }
    }
  }

  /// Nobody waits for it any more.
  @Override
  public void leave() {
    queue.release();
  }

  @Override
  public DatabaseServer.Connection connect(long cpuNanos) {
    return engine.connect(spec.maxConnections(), cpuNanos, this);
  }

  @Override
  public <R> R execute(Statement<R> statement, Object... parameters) {
    var work = statement.work();
    if (work.isWrite()) {
      throw new ServiceError("error 1290: a replica is read-only");
    }
    engine.work(spec.reads().cpuMs(work), spec.reads().diskMs(work));
    return statement.meaning().apply(rows, parameters);
  }

  /// Left out: how a router gets to know it (it asks now and then).
  @Override
  public long lagNanos() {
    return queue.lagNanos();
  }

  @Override
  public boolean awaitShown(long position, long timeoutNanos) {
    return queue.awaitShown(position, timeoutNanos);
  }

  /// The copy holds all that was committed before.
  @Override
  public void attach(DataStore primaryRows, long position) {
    rows = primaryRows.copy();
    queue.begin(position);
  }

  @Override
  public void receive(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
    long lagNanos = Nanos.ofMillis(site.strength(Fault.LAG));
    queue.receive(entry, spec.shipLaw().drawNanos(random, spec.shipDelayMs()) + lagNanos, onReceipt, onApplied);
  }

  @Override
  public void disconnect() {
    queue.disconnect();
  }

  @Override
  public long received() {
    return queue.received();
  }

  @Override
  public boolean isStandby() {
    return true;
  }

  @Override
  public boolean isWell() {
    return engine.isWell();
  }

  @Override
  public DataStore promote() {
    queue.showAll();
    lives++;
    engine.stop();
    site.withdraw(ReplicaServer.class);
    site.withdraw(ReplicationLog.class);
    return rows;
  }

  @Override
  public void replace() {
    engine.start();
    queue.hold(false);
    queue.start();
    site.offer(ReplicaServer.class, this);
    site.offer(ReplicationLog.class, this);
  }

  private void crash() {
    if (!engine.isUp()) {
      return;
    }
    engine.stop();
    lives++;
    queue.stop();
    int life = lives;
    simulation.schedule(site.backInNanos(spec.recoveryMs()), () -> {
      if (life == lives) {
        engine.start();
        queue.hold(false);
        queue.start();
      }
    });
  }
}
