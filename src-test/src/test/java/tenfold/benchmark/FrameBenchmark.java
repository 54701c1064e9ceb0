package tenfold.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import tenfold.app.Window;
import tenfold.app.files.FileChoice;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Frames per second of the whole window with 60 nodes and as many dots as there can be, under load. Needs a display:
/// `xvfb-run -s "-screen 0 1920x1080x24"` will do. Prints the median of three rounds of ten seconds.
public final class FrameBenchmark {
  private static final int ROUNDS = 3;
  private static final int SECONDS = 10;
  private static final int WARM_UP_SECONDS = 8;
  private static final int NODES = 60;

  private static final int CHAIN = 10;

  /// So many in each co-op that its links carry nearly as many dots as a link can.
  private static final int FAMILIES = 360;

  private FrameBenchmark() {}

  /// Runs the benchmark.
  public static void main(String[] arguments) {
    Platform.startup(() -> {
      try {
        start(new Stage(StageStyle.UNDECORATED));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  private static void start(Stage stage) throws IOException {
    var window = Window.open(FileChoice.none(), () -> stage, 1_600, 1_000);
    stage.setScene(window.scene());
    stage.show();
    var start = Gallery.scenario("sample-scaled");
    window.workbench().open(ScenarioDocument.of(
        new Scenario("60 nodes", "", crowd(), start.warmUpSeconds(), start.lengthSeconds(), 1)));
    window.workbench().speedProperty().set(Double.POSITIVE_INFINITY);
    new Rounds(window).start();
  }

  /// Six co-ops, each a chain with balancers behind balancers: many links that are equally busy, so that each carries
  /// nearly as many dots as a link can.
  private static Topology crowd() {
    var topology = new Topology(List.of(), List.of());
    for (int row = 0; row < NODES / CHAIN; row++) {
      for (int i = 0; i < CHAIN; i++) {
        topology = topology.plus(new Node(name(row, i), i * 200, row * 150, part(i)));
        if (i > 0) {
          topology = topology.plus(Link.inZone(name(row, i - 1), name(row, i)));
        }
      }
    }
    return topology;
  }

  private static String name(int row, int i) {
    return part(i).kind().label() + " " + row + "." + i;
  }

  private static ComponentSpec part(int i) {
    return switch (i) {
      case 0 -> new Families().withPopulation(FAMILIES);
      case CHAIN - 2 -> new AppServer();
      case CHAIN - 1 -> new DatabasePrimary();
      default -> new LoadBalancer();
    };
  }

  /// Counts frames, round by round.
  private static final class Rounds extends AnimationTimer {
    private final Window window;
    private final List<Double> rates = new ArrayList<>();
    private final List<Long> frameNanos = new ArrayList<>();
    private long roundEnd;
    private long last;
    private long dots;

    Rounds(Window window) {
      this.window = window;
    }

    @Override
    public void handle(long now) {
      if (roundEnd == 0) {
        roundEnd = now + WARM_UP_SECONDS * 1_000_000_000L;
      } else if (now >= roundEnd) {
        endRound(now);
      }
      if (last != 0) {
        frameNanos.add(now - last);
      }
      dots += window.controller().canvas().dotCount();
      last = now;
    }

    private void endRound(long now) {
      if (frameNanos.isEmpty()) {
        return;
      }
      long[] sorted = frameNanos.stream().mapToLong(Long::longValue).sorted().toArray();
      rates.add(1e9 * sorted.length / Arrays.stream(sorted).sum());
      System.out.printf("%s: %.1f frames per second, 95 %% of frames within %.1f ms, %d dots, %d nodes%n",
          rates.size() == 1 ? "warm-up" : "round " + (rates.size() - 1), rates.getLast(),
          sorted[sorted.length * 95 / 100] / 1e6, dots / sorted.length,
          window.workbench().topologyProperty().get().nodes().size());
      frameNanos.clear();
      dots = 0;
      roundEnd = now + SECONDS * 1_000_000_000L;
      if (rates.size() == ROUNDS + 1) {
        System.out.printf("median: %.1f frames per second%n",
            rates.subList(1, rates.size()).stream().sorted().toList().get(ROUNDS / 2));
        window.close();
        Platform.exit();
      }
    }
  }
}
