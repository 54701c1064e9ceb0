package tenfold.benchmark;

import java.util.Arrays;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.component.AppServer;
import tenfold.component.LoadBalancer;
import tenfold.run.Snapshot.NodeView;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// Wall time from dropping a server into the running growth crisis at 1,000 families until the first chart point that
/// comes after the new server has answered a request. Median of nine drops; needs no display.
public final class DropBenchmark {
  private static final int DROPS = 9;

  private DropBenchmark() {}

  /// Runs the benchmark.
  public static void main(String[] arguments) throws InterruptedException {
    long[] millis = new long[DROPS];
    for (int i = 0; i < DROPS; i++) {
      millis[i] = drop();
    }
    Arrays.sort(millis);
    System.out.printf("from drop to chart: median %d ms, longest %d ms%n", millis[DROPS / 2], millis[DROPS - 1]);
  }

  private static long drop() throws InterruptedException {
    try (var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")))) {
      workbench.families(1_000, Joining.ALONE);
      workbench.add(new LoadBalancer(), 0, 0);
      waitSeconds(workbench, 20);
      long begin = System.nanoTime();
      var server = workbench.add(new AppServer(), 0, 0);
      while (served(workbench, server) == 0) {
        pulse(workbench);
      }
      int points = workbench.points().size();
      while (workbench.points().size() == points) {
        pulse(workbench);
      }
      return (System.nanoTime() - begin) / 1_000_000;
    }
  }

  private static void waitSeconds(Workbench workbench, double simulated) throws InterruptedException {
    while (workbench.snapshotProperty().get() == null
        || workbench.snapshotProperty().get().nowNanos() < simulated * 1e9) {
      pulse(workbench);
    }
  }

  private static long served(Workbench workbench, String node) {
    return workbench.snapshotProperty().get().nodes().stream()
        .filter(view -> view.name().equals(node))
        .mapToLong(NodeView::served)
        .sum();
  }

  private static void pulse(Workbench workbench) throws InterruptedException {
    Thread.sleep(5);
    workbench.pulse();
  }
}
