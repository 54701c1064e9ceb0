package tenfold.benchmark;

import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// How much memory a long run takes with all that is recorded of it, without a window: the heap after a collection, at
/// every tenth of the way. Steady after the first tenths is good; a rise is a leak.
///
/// Arguments: name of a scenario, families, simulated hours.
public final class HeapBenchmark {
  private static final int STEPS = 10;

  private HeapBenchmark() {}

  /// The benchmark.
  public static void main(String[] arguments) throws InterruptedException {
    var name = arguments.length > 0 ? arguments[0] : "sample-scaled";
    int families = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    double seconds = 3_600 * (arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1);
    try (var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario(name)))) {
      workbench.families(families, Joining.ALONE);
      workbench.speedProperty().set(Double.POSITIVE_INFINITY);
      for (int step = 1; step <= STEPS; step++) {
        while (workbench.time().newestSeconds() < seconds * step / STEPS) {
          workbench.pulse();
          Thread.sleep(33);
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("%6.0f s simulated: %4d MB%n", workbench.time().newestSeconds(),
            (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      }
    }
  }
}
