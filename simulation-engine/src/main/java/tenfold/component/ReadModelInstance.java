package tenfold.component;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.ReplicaServer;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// [ReadModel] at work: projects the primary's events one after the other, keeps them, and can read them all again.
final class ReadModelInstance implements Component, ReplicaServer, ReplicationLog, StatementEngine.Execution {
  private final Site site;
  private final Simulation simulation;
  private final StatementEngine engine;
  private final ApplyQueue queue;
  /// Events that the rows show and the snapshot does not, in the order of the log.
  private final ArrayDeque<LogEntry> events = new ArrayDeque<>();
  private DataStore snapshot;
  private DataStore rows;
  private ReadModel spec;
  private @Nullable Event rebuild;
  private boolean isEmpty;

  ReadModelInstance(ReadModel spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), 1);
    var projector = new Station(simulation, 1);
    site.meter().watch(projector);
    this.queue = new ApplyQueue(site, projector, _ -> Nanos.ofMillis(this.spec.projectMs()), this::show);
    this.snapshot = new DataStore(site::familyCount);
    this.rows = snapshot.copy();
    site.offer(ReplicaServer.class, this);
    site.offer(ReplicationLog.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (ReadModel) changed;
    forgetOldest();
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> crash();
      case FLUSH -> rebuild();
      case HANG -> {
        engine.hang();
        queue.hold(true);
      }
      default -> { }
    }
  }

  @Override
  public Connection connect(long cpuNanos) {
    return engine.connect(spec.maxConnections(), cpuNanos, this);
  }

  @Override
  public <R> R execute(Statement<R> statement, Object... parameters) {
    if (statement.work().isWrite()) {
      throw new ServiceError("a read model takes no commands");
    }
    boolean isRefused = isEmpty || rebuild != null && spec.whileRebuilding() == ReadModel.WhileRebuilding.REFUSE;
    if (isRefused) {
      throw new ServiceError("the read model is being rebuilt");
    }
    engine.work(spec.queryMs(), 0);
    return statement.meaning().apply(rows, parameters);
  }

  @Override
  public long lagNanos() {
    return queue.lagNanos();
  }

  @Override
  public boolean awaitShown(long position, long timeoutNanos) {
    return queue.awaitShown(position, timeoutNanos);
  }

  @Override
  public void attach(DataStore primaryRows, long position) {
    snapshot = primaryRows.copy();
    rows = snapshot.copy();
    events.clear();
    queue.begin(position);
  }

  @Override
  public void receive(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
    double lagMs = spec.lagMs() + site.strength(Fault.LAG);
    queue.receive(entry, Nanos.ofMillis(lagMs), onReceipt, onApplied);
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
    return false;
  }

  @Override
  public boolean isWell() {
    return engine.isWell();
  }

  @Override
  public DataStore promote() {
    throw new IllegalStateException("a read model is no standby; promote a replica");
  }

  @Override
  public void replace() {
    throw new IllegalStateException("a read model is no standby; replace a replica");
  }

  private void show(LogEntry entry) {
    rows.apply(entry.change());
    events.add(entry);
    forgetOldest();
  }

  private void forgetOldest() {
    while (events.size() > spec.keptEvents()) {
      snapshot.apply(events.remove().change());
    }
  }

  private void crash() {
    if (!engine.isUp()) {
      return;
    }
    cancelRebuild();
    isEmpty = true;
    engine.stop();
    queue.stop();
    simulation.schedule(site.backInNanos(spec.recoveryMs()), () -> {
      engine.start();
      queue.hold(true);
      queue.start();
      rebuild();
    });
  }

  /// Reads all events again, from the snapshot on; what comes meanwhile waits.
  private void rebuild() {
    if (!engine.isUp()) {
      return;
    }
    cancelRebuild();
    if (!engine.isWell()) {
      engine.stop();
      engine.start();
    }
    queue.hold(true);
    rebuild = simulation.schedule(Math.round(events.size() / spec.rebuildPerSecond() * 1e9), this::rebuilt);
  }

  private void rebuilt() {
    var fresh = snapshot.copy();
    events.forEach(entry -> fresh.apply(entry.change()));
    rows = fresh;
    rebuild = null;
    isEmpty = false;
    queue.hold(false);
  }

  private void cancelRebuild() {
    if (rebuild != null) {
      rebuild.cancel();
      rebuild = null;
    }
  }
}
