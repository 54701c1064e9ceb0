package tenfold.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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

  /// What is sent and not shown yet, in the order of the log.
  private final ArrayDeque<Shipped> toShow = new ArrayDeque<>();
  private final ArrayDeque<Shipped> toApply = new ArrayDeque<>();

  private DataStore rows;
  private ReadReplica spec;
  private long shownPosition;
  private int applying;
  private int lives;

  ReplicaInstance(ReadReplica spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.engine = new StatementEngine(site, spec.cores(), spec.reads().pageReadsInParallel());
    this.random = site.random("shipping");
    this.rows = new DataStore(site::familyCount);
    update(spec);
    replace();
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (ReadReplica) changed;
    engine.update(spec.reads(), spec.contention());
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> crash();
      case HANG -> engine.hang();
      default -> { }
    }
  }

  /// Nobody waits for it any more.
  @Override
  public void leave() {
    toShow.forEach(shipped -> {
      shipped.onReceipt.run();
      shipped.onApplied.run();
    });
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
    return toShow.isEmpty() ? 0 : simulation.nowNanos() - toShow.element().entry.commitNanos();
  }

  /// The copy holds all that was committed before, so what is still on its way from then is dropped.
  @Override
  public void attach(DataStore primaryRows, long position) {
    rows = primaryRows.copy();
    shownPosition = position;
    toApply.clear();
    var dropped = List.copyOf(toShow);
    toShow.clear();
    dropped.forEach(shipped -> {
      shipped.isDropped = true;
      shipped.onApplied.run();
    });
  }

  @Override
  public void receive(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
    var shipped = new Shipped(entry, onReceipt, onApplied);
    toShow.add(shipped);
    long lagNanos = Nanos.ofMillis(site.strength(Fault.LAG));
    simulation.schedule(spec.shipLaw().drawNanos(random, spec.shipDelayMs()) + lagNanos, () -> arrive(shipped));
  }

  @Override
  public void disconnect() {
    long received = received();
    toShow.removeIf(shipped -> {
      shipped.isDropped |= shipped.entry.position() > received;
      return shipped.isDropped;
    });
    toApply.removeIf(shipped -> shipped.isDropped);
  }

  @Override
  public long received() {
    long position = shownPosition;
    for (var shipped : toShow) {
      if (!shipped.isReceived) {
        break;
      }
      position = shipped.entry.position();
    }
    return position;
  }

  @Override
  public boolean isWell() {
    return engine.isWell();
  }

  @Override
  public DataStore promote() {
    disconnect();
    toShow.forEach(this::show);
    toShow.clear();
    toApply.clear();
    lives++;
    applying = 0;
    engine.stop();
    site.withdraw(ReplicaServer.class);
    site.withdraw(ReplicationLog.class);
    return rows;
  }

  @Override
  public void replace() {
    engine.start();
    site.offer(ReplicaServer.class, this);
    site.offer(ReplicationLog.class, this);
  }

  private void crash() {
    if (!engine.isUp()) {
      return;
    }
    engine.stop();
    lives++;
    applying = 0;
    toApply.clear();
    int life = lives;
    simulation.schedule(site.backInNanos(spec.recoveryMs()), () -> {
      if (life == lives) {
        comeBack();
      }
    });
  }

  /// Applies what it had received and not applied, and fetches what it has missed.
  private void comeBack() {
    engine.start();
    for (var shipped : new ArrayList<>(toShow)) {
      if (shipped.isReceived && !shipped.isApplied) {
        toApply.add(shipped);
      } else if (shipped.isMissed) {
        arrive(shipped);
      }
    }
    applyMore();
  }

  private void arrive(Shipped shipped) {
    if (shipped.isDropped) {
      return;
    }
    if (!engine.isUp()) {
      shipped.isMissed = true;
      return;
    }
    shipped.isReceived = true;
    shipped.onReceipt.run();
    toApply.add(shipped);
    applyMore();
  }

  private void applyMore() {
    int life = lives;
    while (engine.isWell() && applying < spec.applyWorkers() && !toApply.isEmpty()) {
      var shipped = toApply.remove();
      applying++;
      engine.cores().execute(engine.cpuNanos(shipped.entry.cpuMs() * spec.applyCost()), () -> {
        if (life == lives) {
          applying--;
          shipped.isApplied = true;
          showInOrder();
          applyMore();
        }
      });
    }
  }

  private void showInOrder() {
    while (!toShow.isEmpty() && toShow.element().isApplied) {
      show(toShow.remove());
    }
  }

  private void show(Shipped shipped) {
    rows.apply(shipped.entry.change());
    shownPosition = shipped.entry.position();
    site.meter().lagged(simulation.nowNanos() - shipped.entry.commitNanos());
    shipped.onApplied.run();
  }

  private static final class Shipped {
    private final LogEntry entry;
    private final Runnable onReceipt;
    private final Runnable onApplied;
    private boolean isMissed;
    private boolean isReceived;
    private boolean isApplied;
    private boolean isDropped;

    Shipped(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
      this.entry = entry;
      this.onReceipt = onReceipt;
      this.onApplied = onApplied;
    }
  }
}
