package tenfold.queues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.Law;
import tenfold.run.Replication;
import tenfold.run.Result;
import tenfold.scenario.Scenario;
import tenfold.theory.ClosedNetwork;
import tenfold.theory.MMc;

/// Whole drawn systems (families, link, server, handlers, database) against the formulas of the queues they are.
/// False-alarm rate: 0.1 % a claim (see [Replications]).
class DrawnQueuesTest {
  /// Open Poisson families at a server with as many threads as cores and no link latency: M/M/c.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # λ/s,  S ms,  c
      50,     10,    1
      80,     10,    1
      150,    20,    4
      180,    20,    4
      """)
  void openFamiliesAtAServerAreMMc(double arrivalsPerSecond, double serviceMs, int cores) {
    var queue = new MMc(arrivalsPerSecond, 1_000 / serviceMs, cores);
    var scenario = Drawn.open(arrivalsPerSecond, serviceMs, cores).lasting(20, 180);
    Replications.mustCover(1_000 * queue.meanResponse(), 0.12, seed -> run(scenario, seed).responseTimes().meanMs());
  }

  @Test
  void theServersUtilisationAndQueueAreThoseOfMMc() {
    var queue = new MMc(150, 50, 4);
    var scenario = Drawn.open(150, 20, 4).lasting(20, 180);
    Replications.mustCover(queue.utilisation(), 0.02, seed -> run(scenario, seed).nodes().get(1).utilisation());
    Replications.mustCover(150 * queue.meanWait(), 0.2, seed -> run(scenario, seed).nodes().get(1).meanQueueLength());
  }

  /// M/M/1: the response time is exponential with mean 1/(μ − λ), so its 95th percentile is ln 20 times the mean.
  /// The histogram adds at most 0.1 %.
  @Test
  void theResponseTimesOfMM1AreExponential() {
    var scenario = Drawn.open(50, 10, 1).lasting(20, 300);
    Replications.mustCover(1_000 * Math.log(20) / (100 - 50), 0.06,
        seed -> run(scenario, seed).responseTimes().percentileMs(95));
  }

  /// M/M/4//N: reference table, N = 100, Z = 0.362 s, S = 21.333 ms: R = 171.39 ms; and lighter and heavier.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # N,  Z ms,  link ms
      10,   362,   0
      60,   362,   0
      100,  362,   0
      100,  333.33, 28.67
      300,  362,   0
      """)
  void closedFamiliesAtAServerAreMM4N(int families, double thinkMs, double linkMs) {
    var network = new ClosedNetwork(families, thinkMs / 1e3, linkMs / 1e3, 0.064 / 3, 4);
    var scenario = Drawn.closed(families, thinkMs, 64.0 / 3, 4, 4, Law.EXPONENTIAL, linkMs).lasting(20, 100);
    Replications.mustCover(1_000 * network.meanResponseSeconds(), 0.06,
        seed -> run(scenario, seed).responseTimes().meanMs());
    Replications.mustCover(network.throughput(), 0.02, seed -> run(scenario, seed).answered() / 100.0);
  }

  /// With a thread for everybody the cores are shared; the means are those of M/M/4//N whatever the service law
  /// (Baskett, Chandy, Muntz & Palacios, J. ACM 22(2), 1975).
  @ParameterizedTest
  @EnumSource(Law.class)
  void aServerWithManyThreadsIsInsensitiveToTheServiceLaw(Law law) {
    var network = new ClosedNetwork(80, 0.362, 0, 0.064 / 3, 4);
    var scenario = Drawn.closed(80, 362, 64.0 / 3, 4, 1_000, law, 0).lasting(20, 100);
    Replications.mustCover(1_000 * network.meanResponseSeconds(), 0.06,
        seed -> run(scenario, seed).responseTimes().meanMs());
  }

  private static Result run(Scenario scenario, long seed) {
    return new Replication(scenario, seed).run();
  }
}
