package tenfold.queues;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.Law;
import tenfold.coop.Route;
import tenfold.run.Replication;
import tenfold.run.Result;
import tenfold.scenario.Scenario;
import tenfold.theory.ClosedNetwork;
import tenfold.theory.MMc;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;

/// Whole drawn systems (families, link, server, handlers, database) against the formulas of the queues they are.
/// False-alarm rate: 0.5 % a claim (see [Replications]).
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
    Replications.mustBe(1_000 * queue.meanResponse(), 0.12, seed -> run(scenario, seed).responseTimes().meanMs());
  }

  @Test
  void theServersUtilisationAndQueueAreThoseOfMMc() {
    var queue = new MMc(150, 50, 4);
    var scenario = Drawn.open(150, 20, 4).lasting(20, 180);
    Replications.mustBe(queue.utilisation(), 0.02, seed -> run(scenario, seed).nodes().get(1).utilisation());
    Replications.mustBe(150 * queue.meanWait(), 0.2, seed -> run(scenario, seed).nodes().get(1).meanQueueLength());
  }

  /// M/M/1: the response time is exponential with mean 1/(μ − λ), so its 95th percentile is ln 20 times the mean.
  /// The histogram adds at most 0.1 %.
  @Test
  void theResponseTimesOfMM1AreExponential() {
    var scenario = Drawn.open(50, 10, 1).lasting(20, 300);
    Replications.mustBe(1_000 * Math.log(20) / (100 - 50), 0.06,
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
    Replications.mustBe(1_000 * network.meanResponseSeconds(), 0.06,
        seed -> run(scenario, seed).responseTimes().meanMs());
    Replications.mustBe(network.throughput(), 0.02, seed -> run(scenario, seed).answered() / 100.0);
  }

  /// With a thread for everybody the cores are shared; the means are those of M/M/4//N whatever the service law
  /// (Baskett, Chandy, Muntz & Palacios, J. ACM 22(2), 1975).
  @ParameterizedTest
  @EnumSource(Law.class)
  void aServerWithManyThreadsIsInsensitiveToTheServiceLaw(Law law) {
    var network = new ClosedNetwork(80, 0.362, 0, 0.064 / 3, 4);
    var scenario = Drawn.closed(80, 362, 64.0 / 3, 4, 1_000, law, 0).lasting(20, 100);
    Replications.mustBe(1_000 * network.meanResponseSeconds(), 0.06,
        seed -> run(scenario, seed).responseTimes().meanMs());
  }

  /// Machine repairman with one repairman: reference table, N = 10, Z = 9 S.
  @Test
  void tenFamiliesAtOneCoreAreMM1N() {
    var parameters = "N=10;S=1.0;Z=9.0;c=1";
    var scenario = Drawn.closed(10, 900, 100, 1, 1, Law.EXPONENTIAL, 0).lasting(20, 300);
    Replications.mustBe(100 * value("machine repairman M/M/c//N", parameters, "R"), 0.03,
        seed -> run(scenario, seed).responseTimes().meanMs());
    Replications.mustBe(10 * value("machine repairman M/M/c//N", parameters, "X"), 0.02,
        seed -> run(scenario, seed).answered() / 300.0);
  }

  /// Little's law at the single server of the growth crisis: 187.5/s × 5 s are under way, of them 187.5/s × 28.67 ms on
  /// the link. And at the textbook's M/M/1 with ρ = 0.5.
  @Test
  void asManyAreInsideAsLittlesLawSays() {
    var scenario = Drawn.closed(1_000, 1_000 / 3.0, 64.0 / 3, 4, 4, Law.EXPONENTIAL, 28.67).lasting(20, 20);
    Replications.mustBe(value("Little's law", "X=187.5/s;R=5.0s", "L") - 187.5 * 0.02867, 0.01, seed -> {
      var server = run(scenario, seed).nodes().get(1);
      return 4 * server.utilisation() + server.meanQueueLength();
    });
    var open = Drawn.open(50, 10, 1).lasting(20, 100);
    Replications.mustBe(value("M/M/1", "lambda=0.5;mu=1.0", "L"), 0.05, seed -> {
      var server = run(open, seed).nodes().get(1);
      return server.utilisation() + server.meanQueueLength();
    });
  }

  /// M/M/1/10 at twice what it can do: a server with one thread and nine places to wait.
  @Test
  void aServerWithABacklogIsMM1K() {
    var parameters = "lambda=2.0;mu=1.0;c=1;K=10";
    var scenario = Drawn.with(Drawn.open(200, 10, 1), "Server", "backlog", 9).lasting(20, 60);
    Replications.mustBe(value("M/M/c/K", parameters, "Ploss"), 0.01, seed -> shareFailed(run(scenario, seed)));
    Replications.mustBe(10 * value("M/M/c/K", parameters, "W_accepted"), 0.01,
        seed -> run(scenario, seed).responseTimes().meanMs());
    Replications.mustBe(100 * value("M/M/c/K", parameters, "X"), 0.01, seed -> run(scenario, seed).good() / 60.0);
  }

  /// A server that sheds what its ten cores cannot begin at once is a loss system.
  @Test
  void aServerThatShedsLoadIsErlangB() {
    var scenario = Drawn.with(Drawn.open(100, 100, 10), "Server", "maxInFlight", 10).lasting(20, 100);
    Replications.mustBe(value("Erlang B", "a=10;c=10", "B"), 0.02, seed -> shareFailed(run(scenario, seed)));
  }

  /// One thread: M/D/1 and M/H2/1 wait as Pollaczek and Khinchine say.
  @Test
  void aServerWithOneThreadIsSensitiveToTheServiceLaw() {
    var constant = Drawn.with(Drawn.open(80, 10, 1), "Server", "cpu",
        List.of(new RouteCpu(Route.GET_FAMILY, 10, 0, Law.CONSTANT))).lasting(20, 200);
    Replications.mustBe(10 * (1 + value("M/D/1", "lambda=0.8;S=1", "Wq")), 0.05,
        seed -> run(constant, seed).responseTimes().meanMs());
    var varied = Drawn.hyperexponential(10, Drawn.open(70, 10, 1)).lasting(50, 500);
    Replications.mustBe(10 * (1 + value("M/H2/1", "lambda=0.7;p=0.1;m1=5.5;m2=0.5;C2=5.5000", "Wq")), 0.08,
        seed -> run(varied, seed).responseTimes().meanMs());
  }

  /// Many threads: only the mean of the service time matters, on one core and on four.
  @Test
  void anOpenServerWithManyThreadsIsInsensitiveToTheServiceLaw() {
    var one = Drawn.hyperexponential(10, Drawn.with(Drawn.open(70, 10, 1), "Server", "threads", Drawn.MANY));
    Replications.mustBe(10 * value("M/G/1-PS", "lambda=0.7;ES=1;H2 as above", "W"), 0.05,
        seed -> run(one.lasting(20, 300), seed).responseTimes().meanMs());
    var four = Drawn.hyperexponential(10, Drawn.with(Drawn.open(300, 10, 4), "Server", "threads", Drawn.MANY));
    Replications.mustBe(10 * value("M/G/c-PS (rate min(1,c/n))", "lambda=3;ES=1;c=4;H2", "W"), 0.04,
        seed -> run(four.lasting(20, 60), seed).responseTimes().meanMs());
  }

  /// Server and database in a row, both at their own rate: Jackson's open network.
  @Test
  void serverAndDatabaseAreAJacksonNetwork() {
    var scenario = Drawn.withDatabaseOf(10 / 1.5,
        Drawn.with(Drawn.open(100, 5, 1), "Server", "threads", Drawn.MANY)).lasting(20, 200);
    Replications.mustBe(10 * value("open Jackson", "lambda0=[1.0, 0.0];P=[[0, 1.0], [0, 0]];mu=[2.0, 1.5];c=[1, 1]",
        "W"), 0.03, seed -> run(scenario, seed).responseTimes().meanMs());
  }

  /// Mean value analysis of three stations, and the operational bounds that no system of these demands exceeds.
  @Test
  void serversAndDatabaseAreAClosedNetwork() {
    var parameters = "D=[0.005, 0.03, 0.027];N=20;Z=1.0";
    double throughput = value("closed MVA", parameters, "X");
    double response = value("closed MVA", parameters, "R");
    assertTrue(throughput < value("operational bounds", parameters, "Xmax"));
    assertTrue(response > value("operational bounds", parameters, "Rmin"));
    var scenario = Drawn.closedNetwork().lasting(20, 300);
    Replications.mustBe(throughput, 0.01, seed -> run(scenario, seed).answered() / 300.0);
    Replications.mustBe(1_000 * response, 0.02, seed -> run(scenario, seed).responseTimes().meanMs());
  }

  private static double shareFailed(Result result) {
    return result.errors() / (double) result.requests();
  }

  private static double value(String model, String parameters, String metric) {
    return ReferenceValues.value(model, parameters, metric);
  }

  private static Result run(Scenario scenario, long seed) {
    return new Replication(scenario, seed).run();
  }
}
