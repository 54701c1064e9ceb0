package tenfold.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import tenfold.run.Replication;
import tenfold.scenario.Gallery;

/// How many requests the engine simulates per second of processor time, with full statistics: the median of three
/// rounds after one that warms the compiler up.
public final class EngineBenchmark {
  private static final int ROUNDS = 3;

  private EngineBenchmark() {}

  /// Runs the benchmark and prints a table.
  public static void main(String[] arguments) {
    System.out.printf("%-20s %10s %16s %n", "scenario", "families", "requests/CPU s");
    for (var name : List.of("growth-crisis", "sample-single", "sample-scaled")) {
      measure(name, 1_000, 20);
    }
    measure("growth-crisis", 5_000, 20);
  }

  private static void measure(String name, int families, int replications) {
    double[] rates = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double rate = rate(name, families, replications);
      if (round >= 0) {
        rates[round] = rate;
      }
    }
    Arrays.sort(rates);
    System.out.printf("%-20s %,10d %,16.0f%n", name, families, rates[ROUNDS / 2]);
  }

  private static double rate(String name, int families, int replications) {
    var threads = ManagementFactory.getThreadMXBean();
    var shipped = Gallery.scenario(name);
    var scenario = shipped.with(shipped.topology().withFamilies(families)).lasting(30, 60);
    long begin = threads.getCurrentThreadCpuTime();
    long requests = 0;
    for (int seed = 0; seed < replications; seed++) {
      requests += new Replication(scenario, seed).run().simulatedRequests();
    }
    return requests / ((threads.getCurrentThreadCpuTime() - begin) / 1e9);
  }
}
