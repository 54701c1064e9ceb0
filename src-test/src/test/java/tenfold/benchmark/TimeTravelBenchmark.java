package tenfold.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// How long a student waits, without a window: from an edit to the first picture that shows it, for a look back
/// anywhere in the last simulated hour, and for a branch ten simulated minutes back (growth crisis, 5,000 families).
public final class TimeTravelBenchmark {
  private static final int FAMILIES = 5_000;
  private static final int TIMES = 30;

  private TimeTravelBenchmark() {}

  /// The benchmark.
  public static void main(String[] arguments) throws InterruptedException {
    try (var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")))) {
      workbench.families(FAMILIES, Joining.ALONE);
      say("edit to first changed picture", edits(workbench));
      workbench.speedProperty().set(Double.POSITIVE_INFINITY);
      runTo(workbench, 3_600);
      workbench.playingProperty().set(false);
      say("look back within the last hour", looks(workbench));
    }
    double[] branches = new double[3];
    for (int i = 0; i < branches.length; i++) {
      branches[i] = branch(600);
    }
    say("branch ten minutes back, to the beginning", branches);
    for (int i = 0; i < branches.length; i++) {
      branches[i] = branch(1_200);
    }
    say("branch ten minutes back, after twenty", branches);
  }

  private static double[] edits(Workbench workbench) throws InterruptedException {
    double[] millis = new double[TIMES];
    runTo(workbench, 5);
    for (int i = 0; i < TIMES; i++) {
      int servers = 1 + i % 2;
      long start = System.nanoTime();
      workbench.stack("Server", 3 - servers);
      waitFor(workbench, () -> workbench.snapshotProperty().get().nodes().stream()
          .anyMatch(node -> node.name().equals("Server") && node.instances() == 3 - servers));
      millis[i] = (System.nanoTime() - start) / 1e6;
      Thread.sleep(100);
    }
    return millis;
  }

  private static double[] looks(Workbench workbench) {
    var random = new Random(1);
    double[] millis = new double[TIMES];
    double newest = workbench.time().newestSeconds();
    for (int i = 0; i < TIMES; i++) {
      double back = newest - 1 - random.nextDouble() * 3_590;
      long start = System.nanoTime();
      workbench.time().lookBack(back);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    workbench.time().lookAtNow();
    return millis;
  }

  private static double branch(double seconds) throws InterruptedException {
    try (var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")))) {
      workbench.families(FAMILIES, Joining.ALONE);
      workbench.speedProperty().set(Double.POSITIVE_INFINITY);
      runTo(workbench, seconds);
      workbench.playingProperty().set(false);
      workbench.time().lookBack(seconds - 600);
      long start = System.nanoTime();
      workbench.time().branch();
      waitFor(workbench, () -> workbench.time().pastProperty().get().isEmpty());
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static void runTo(Workbench workbench, double seconds) throws InterruptedException {
    waitFor(workbench, () -> workbench.time().newestSeconds() >= seconds);
  }

  private static void waitFor(Workbench workbench, BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(2);
      workbench.pulse();
    }
  }

  private static void say(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf("%s: median %.0f ms, worst %.0f ms%n", what, millis[millis.length / 2],
        millis[millis.length - 1]);
  }
}
