package tenfold.queues;

import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Resource;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.stats.Draw;
import tenfold.stats.Tally;
import tenfold.theory.MMc;
import tenfold.theory.Replications;

/// The kernel's three stations against the formulas of their queues. False-alarm rate: 0.5 % a test (see
/// [Replications]).
class KernelQueuesTest {
  private static final double SECOND = 1e9;
  private static final long WARM_UP_SECONDS = 2_000;
  private static final long LENGTH_SECONDS = 22_000;

  /// M/M/1 and M/M/c at a [Station]: W of Kleinrock, *Queueing Systems* I, §3.2 and §3.5.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # λ,  μ,  c
      0.5,  1,  1
      0.8,  1,  1
      3.0,  1,  4
      2.6,  1,  4
      """)
  void meanResponseTimeAtAStation(double arrivalRate, double serviceRate, int servers) {
    double expected = new MMc(arrivalRate, serviceRate, servers).meanResponse();
    Replications.mustBe(expected, 0.12, seed -> {
      var simulation = new Simulation(seed);
      var station = new Station(simulation, servers);
      return meanResponseSeconds(simulation, arrivalRate, exponential(1 / serviceRate), station::execute);
    });
  }

  /// Erlang C, up to the 111 servers that a load of 100 needs for at most 20 % who wait (square-root staffing).
  @ParameterizedTest
  @CsvSource(textBlock = """
      # λ,  c,    customers
      3.0,  4,    30000
      2.6,  4,    30000
      100,  111,  150000
      """)
  void theShareThatWaitsAtAStation(double arrivalRate, int servers, int customers) {
    Replications.mustBe(new MMc(arrivalRate, 1, servers).waitProbability(), 0.05,
        seed -> shareThatWaits(seed, arrivalRate, servers, customers));
  }

  @Test
  void meanResponseTimeAtAResourceHeldForTheService() {
    Replications.mustBe(new MMc(3, 1, 4).meanResponse(), 0.12, seed -> {
      var simulation = new Simulation(seed);
      var servers = new Resource(simulation, 4);
      return meanResponseSeconds(simulation, 3, exponential(1), demand -> {
        try (var _ = servers.acquire()) {
          simulation.hold(demand);
        }
      });
    });
  }

  @Test
  void meanNumberWaitingIsLittlesLaw() {
    var queue = new MMc(3, 1, 4);
    Replications.mustBe(3 * queue.meanWait(), 0.2, seed -> {
      var simulation = new Simulation(seed);
      var station = new Station(simulation, 4);
      var waiting = station.queueGauge().average();
      meanResponseSeconds(simulation, 3, exponential(1), station::execute);
      return waiting.mean();
    });
  }

  /// M/G/1-PS: W = S/(1 − ρ) whatever the service law (Kleinrock II, §4.4): here exponential, constant, and
  /// hyperexponential with squared coefficient of variation 5.5. Reference table: 3.3333 for λ = 0.7, S = 1.
  @ParameterizedTest
  @CsvSource({"exponential", "constant", "hyperexponential"})
  void processorSharingIsInsensitiveToTheServiceLaw(String law) {
    Replications.mustBe(1 / (1 - 0.7), 0.12, seed -> sharing(seed, 0.7, law, 1));
  }

  /// M/G/c-PS with rate min(1, c/n) has the mean of M/M/c for every law (Cohen, Acta Informatica 12, 1979).
  @ParameterizedTest
  @CsvSource({"exponential", "constant", "hyperexponential"})
  void sharingSeveralCoresIsInsensitiveToo(String law) {
    Replications.mustBe(new MMc(3, 1, 4).meanResponse(), 0.08, seed -> sharing(seed, 3, law, 4));
  }

  /// First come, first served is sensitive: M/D/1 waits half as long as M/M/1 (Pollaczek and Khinchine).
  /// Reference table: Wq = 2.0 for λ = 0.8, S = 1.
  @Test
  void firstComeFirstServedIsSensitiveToTheServiceLaw() {
    Replications.mustBe(1 + 2.0, 0.08, seed -> {
      var simulation = new Simulation(seed);
      return meanResponseSeconds(simulation, 0.8, law("constant"), new Station(simulation, 1)::execute);
    });
  }

  /// Share of the customers, after a tenth of them, who are not served at once.
  private static double shareThatWaits(long seed, double arrivalRate, int servers, int customers) {
    var simulation = new Simulation(seed);
    var station = new Station(simulation, servers);
    var waits = new Tally();
    simulation.start("arrivals", () -> {
      for (int customer = 0; customer < customers; customer++) {
        simulation.hold(Draw.exponential(simulation.random("arrivals"), SECOND / arrivalRate));
        if (customer >= customers / 10) {
          waits.add(station.busyGauge().level() < servers ? 0 : 1);
        }
        station.execute(Draw.exponential(simulation.random("service"), SECOND), () -> {});
      }
    });
    simulation.run(Math.round(2 * customers / arrivalRate * SECOND));
    return waits.mean();
  }

  private static double sharing(long seed, double arrivalRate, String law, int cores) {
    var simulation = new Simulation(seed);
    return meanResponseSeconds(simulation, arrivalRate, law(law), new ProcessorSharing(simulation, cores)::execute);
  }

  /// Poisson arrivals; mean time from arrival to departure of those who arrive after the warm-up.
  private static double meanResponseSeconds(
      Simulation simulation, double arrivalRate, ToLongFunction<RandomGenerator> demand, Work work) {
    var times = new Tally();
    simulation.start("arrivals", () -> {
      while (true) {
        simulation.hold(Draw.exponential(simulation.random("arrivals"), SECOND / arrivalRate));
        long nanos = demand.applyAsLong(simulation.random("service"));
        simulation.start("customer", () -> {
          long arrival = simulation.nowNanos();
          work.execute(nanos);
          if (arrival >= WARM_UP_SECONDS * SECOND) {
            times.add((simulation.nowNanos() - arrival) / SECOND);
          }
        });
      }
    });
    simulation.run((WARM_UP_SECONDS + LENGTH_SECONDS) * (long) SECOND);
    return times.mean();
  }

  private static ToLongFunction<RandomGenerator> law(String name) {
    return switch (name) {
      case "exponential" -> exponential(1);
      case "constant" -> _ -> (long) SECOND;
      case "hyperexponential" -> random -> Draw.exponential(random, (random.nextDouble() < 0.1 ? 5.5 : 0.5) * SECOND);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static ToLongFunction<RandomGenerator> exponential(double meanSeconds) {
    return random -> Draw.exponential(random, meanSeconds * SECOND);
  }

  /// Does so much work for the calling process.
  private interface Work {
    void execute(long demandNanos);
  }
}
