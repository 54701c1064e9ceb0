package tenfold.component;

import tenfold.kernel.Processor;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// What primary and replicas have in common: connections up to a limit, cores, and a disk.
final class StatementEngine {
  private final Simulation simulation;
  private final Meter meter;
  private final Processor cores;
  private final Station disk;
  private int connections;

  StatementEngine(Site site, int ownCores, int pageReadsInParallel) {
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.cores = site.hostProcessor().orElseGet(() -> new ProcessorSharing(simulation, ownCores));
    this.disk = new Station(simulation, pageReadsInParallel);
    meter.watch(cores);
    meter.watch(disk);
  }

  /// The cores that statements run on.
  Processor cores() {
    return cores;
  }

  /// Opens a connection whose statements `execute` carries out.
  Connection connect(int maxConnections, Execution execute) {
    if (connections >= maxConnections) {
      throw new ServiceError("error 1040: Too many connections");
    }
    connections++;
    return new OpenConnection(execute);
  }

  /// Spends processor time and then time on the disk.
  void work(double cpuMs, double diskMs) {
    if (cpuMs > 0) {
      cores.execute(Nanos.ofMillis(cpuMs));
    }
    if (diskMs > 0) {
      disk.execute(Nanos.ofMillis(diskMs));
    }
  }

  /// Carries out one statement and returns what it returns.
  interface Execution {
    <R> R execute(Statement<R> statement, Object... parameters);
  }

  private final class OpenConnection implements Connection {
    private final Execution execution;

    OpenConnection(Execution execution) {
      this.execution = execution;
    }

    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      long start = simulation.nowNanos();
      try {
        return execution.execute(statement, parameters);
      } finally {
        meter.served(start);
      }
    }

    @Override
    public void close() {
      connections--;
    }
  }
}
