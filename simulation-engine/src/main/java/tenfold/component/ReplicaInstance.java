package tenfold.component;

import java.util.ArrayDeque;
import java.util.List;
import java.util.random.RandomGenerator;
import tenfold.kernel.Simulation;
import tenfold.port.ReplicaServer;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// [ReadReplica] at work: applies the primary's changes on its own cores, several at once, and shows them in commit
/// order; a read sees exactly the changes applied so far.
final class ReplicaInstance implements Component, ReplicaServer, ReplicationLog, StatementEngine.Execution {
  private final Simulation simulation;
  private final StatementEngine engine;
  private final RandomGenerator random;
  private final ArrayDeque<Shipped> toApply = new ArrayDeque<>();
  private final ArrayDeque<Shipped> toShow = new ArrayDeque<>();
  private DataStore rows;
  private ReadReplica spec;
  private int applying;
  private int copies;

  ReplicaInstance(ReadReplica spec, Site site) {
    this.spec = spec;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), spec.reads().pageReadsInParallel());
    this.random = site.random("shipping");
    this.rows = new DataStore(site::familyCount);
    site.offer(ReplicaServer.class, this);
    site.offer(ReplicationLog.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (ReadReplica) changed;
  }

  @Override
  public Connection connect() {
    return engine.connect(spec.maxConnections(), this);
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

  /// The copy holds all that was committed before, so what is still on its way from then is dropped.
  @Override
  public void attach(DataStore primaryRows) {
    rows = primaryRows.copy();
    copies++;
    toApply.clear();
    var shown = List.copyOf(toShow);
    toShow.clear();
    shown.forEach(change -> change.onApplied.run());
  }

  @Override
  public void receive(DataStore.Change change, double cpuMs, Runnable onReceipt, Runnable onApplied) {
    var shipped = new Shipped(change, Nanos.ofMillis(cpuMs * spec.applyCost()), onApplied);
    int copy = copies;
    toShow.add(shipped);
    simulation.schedule(spec.shipLaw().drawNanos(random, spec.shipDelayMs()), () -> {
      onReceipt.run();
      if (copy == copies) {
        toApply.add(shipped);
        applyMore();
      }
    });
  }

  private void applyMore() {
    while (applying < spec.applyWorkers() && !toApply.isEmpty()) {
      var shipped = toApply.remove();
      applying++;
      engine.cores().execute(shipped.cpuNanos, () -> {
        applying--;
        shipped.isApplied = true;
        showInOrder();
        applyMore();
      });
    }
  }

  private void showInOrder() {
    while (!toShow.isEmpty() && toShow.element().isApplied) {
      var shown = toShow.remove();
      rows.apply(shown.change);
      shown.onApplied.run();
    }
  }

  private static final class Shipped {
    private final DataStore.Change change;
    private final long cpuNanos;
    private final Runnable onApplied;
    private boolean isApplied;

    Shipped(DataStore.Change change, long cpuNanos, Runnable onApplied) {
      this.change = change;
      this.cpuNanos = cpuNanos;
      this.onApplied = onApplied;
    }
  }
}
