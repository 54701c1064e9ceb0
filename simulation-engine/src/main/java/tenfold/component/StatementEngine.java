package tenfold.component;

import java.util.random.RandomGenerator;
import tenfold.kernel.Processor;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.ConnectionRefused;
import tenfold.port.ConnectionReset;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// What primary and replicas have in common: a process with connections up to a limit, cores, and a disk.
final class StatementEngine {
  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final Processor cores;
  private final boolean hasOwnCores;
  private final Station disk;
  private final RandomGenerator random;
  private final Interior interior;

  private StatementCosts costs = new StatementCosts();
  private Contention contention = new Contention();
  private int connections;
  private int lives;
  private boolean isUp = true;
  private boolean isHanging;

  StatementEngine(Site site, int ownCores, int pageReadsInParallel) {
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.interior = new Interior(site);
    this.hasOwnCores = site.hostProcessor().isEmpty();
    this.cores = site.hostProcessor().orElseGet(() -> new ProcessorSharing(simulation, ownCores));
    this.disk = new Station(simulation, pageReadsInParallel);
    this.random = site.random("statements");
    meter.watch(cores);
    meter.watch(disk);
  }

  /// @param changed what the cores lose when many statements are under way; cores of a host lose what the host's do
  void update(StatementCosts changedCosts, Contention changed) {
    costs = changedCosts;
    contention = changed;
    if (hasOwnCores) {
      ((ProcessorSharing) cores).losses(contention.sigma(), contention.kappa());
      crowd();
    }
  }

  /// The cores that statements run on.
  Processor cores() {
    return cores;
  }

  /// Whether the process runs, well or not.
  boolean isUp() {
    return isUp;
  }

  /// Whether it runs and does what it is asked.
  boolean isWell() {
    return isUp && !isHanging;
  }

  /// From now on it accepts work and never finishes it.
  void hang() {
    isHanging = true;
    meter.hangs();
  }

  /// The process ends: every connection breaks.
  void stop() {
    isUp = false;
    meter.isUp(false);
    lives++;
    connections = 0;
    interior.crash();
  }

  /// The process is there again.
  void start() {
    isUp = true;
    isHanging = false;
    meter.isUp(true);
  }

  /// Opens a connection whose statements `execute` carries out.
  ///
  /// @param cpuNanos processor time that it takes
  /// @throws ServiceError when there are too many
  Connection connect(int maxConnections, long cpuNanos, Execution execute) {
    if (!isUp) {
      throw new ConnectionRefused(site.name());
    }
    if (connections >= maxConnections) {
      throw new ServiceError("error 1040: Too many connections");
    }
    connections++;
    var connection = new OpenConnection(execute);
    if (cpuNanos > 0) {
      try {
        interior.uncounted(() -> {
          crowd();
          cores.execute(cpuNanos);
          return connection;
        });
      } catch (RuntimeException interruption) {
        connection.close();
        throw interruption;
      } finally {
        crowd();
      }
    }
    return connection;
  }

  /// Spends processor time and then time on the disk.
  void work(double cpuMs, double diskMs) {
    if (isHanging) {
      new Promise<Void>(simulation).await();
    }
    if (cpuMs > 0) {
      cores.execute(cpuNanos(cpuMs));
    }
    if (diskMs > 0) {
      disk.execute(Nanos.ofMillis(diskMs));
    }
  }

  /// A processor time with that mean.
  long cpuNanos(double meanMs) {
    return costs.cpuLaw().drawNanos(random, meanMs);
  }

  /// Carries out one statement and returns what it returns.
  interface Execution {
    <R> R execute(Statement<R> statement, Object... parameters);
  }

  /// Contention is felt by all statements under way, whether they are on a core or not.
  private void crowd() {
    if (hasOwnCores && (contention.sigma() > 0 || contention.kappa() > 0)) {
      ((ProcessorSharing) cores).crowd(interior.size());
    }
  }

  private final class OpenConnection implements Connection {
    private final Execution execution;
    private final int life = lives;
    private boolean isClosed;

    OpenConnection(Execution execution) {
      this.execution = execution;
    }

    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      if (!isOpen()) {
        throw new ConnectionReset(site.name());
      }
      try {
        return interior.within(() -> {
          crowd();
          return execution.execute(statement, parameters);
        });
      } finally {
        crowd();
      }
    }

    @Override
    public boolean isOpen() {
      return life == lives && !isClosed;
    }

    @Override
    public void close() {
      if (isOpen()) {
        isClosed = true;
        connections--;
      }
    }
  }
}
