package tenfold.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tenfold.experiment.TheoryGhost;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.run.Result;
import tenfold.scenario.Scenario;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// Measures the growth curve of the drawn system in the background, anew whenever the system changes: the same design
/// at rising numbers of families. What would take too long is left out.
public final class GrowthSweep implements AutoCloseable {
  private static final int[] FAMILIES = {10, 30, 100, 300, 1_000, 2_000, 5_000, 10_000};
  private static final int REPLICATIONS = 3;
  private static final long PATIENCE_NANOS = 3_000_000_000L;
  private static final long WORK_NANOS = 1_000_000;
  private static final long REST_MILLIS = 2;
  private static final long CALM_MILLIS = 700;

  /// The window opens first.
  private static final long OPENING_MILLIS = 1_500;

  private final AtomicReference<Scenario> wanted;
  private final AtomicReference<List<Summary>> measured = new AtomicReference<>(List.of());
  private final AtomicReference<Optional<TheoryGhost>> theory = new AtomicReference<>(Optional.empty());
  private final Thread thread;
  private volatile boolean isWorking;

  /// Begins with `scenario`.
  public GrowthSweep(Scenario scenario) {
    wanted = new AtomicReference<>(scenario);
    thread = Thread.ofPlatform().daemon().name("tenfold-growth").priority(Thread.MIN_PRIORITY).start(this::work);
  }

  /// Measures this system from now on. Where nodes stand and how many families there are makes no difference.
  public void measure(Scenario scenario) {
    if (!essence(scenario.topology()).equals(essence(wanted.get().topology()))) {
      wanted.set(scenario);
      thread.interrupt();
    }
  }

  /// What is measured so far, by rising number of families.
  public List<Summary> measured() {
    return measured.get();
  }

  /// What theory says of the system, as far as it is measured; empty before anything is.
  public Optional<TheoryGhost> theory() {
    return theory.get();
  }

  /// Whether more is to come.
  public boolean isWorking() {
    return isWorking;
  }

  @Override
  public void close() {
    wanted.set(wanted.get().with(new Topology(List.of(), List.of())));
    thread.interrupt();
  }

  private static Topology essence(Topology topology) {
    var essence = topology.familyCount() == 0 ? topology : topology.withFamilies(1_000_000);
    for (var node : topology.nodes()) {
      essence = essence.change(node.name(), moved -> moved.at(0, 0));
    }
    return essence;
  }

  private void work() {
    Scenario done = null;
    sleep(OPENING_MILLIS);
    while (!wanted.get().topology().nodes().isEmpty()) {
      var scenario = wanted.get();
      if (scenario != done && isCalm(scenario)) {
        isWorking = true;
        sweep(scenario);
        isWorking = false;
        done = scenario;
      } else {
        sleep(scenario == done ? Long.MAX_VALUE : 0);
      }
    }
  }

  /// Waits a moment, so that a student who edits is not disturbed; false when the system changed meanwhile.
  private boolean isCalm(Scenario scenario) {
    sleep(CALM_MILLIS);
    return wanted.get() == scenario;
  }

  private void sweep(Scenario scenario) {
    measured.set(List.of());
    theory.set(Optional.empty());
    if (Inspection.problems(scenario.topology()).stream().anyMatch(Problem::isFatal)) {
      return;
    }
    var summaries = new ArrayList<Summary>();
    for (int families : FAMILIES) {
      var experiment = new Experiment(
          shortened(scenario.with(scenario.topology().withFamilies(families))), REPLICATIONS, scenario.seed());
      var turn = new Turn(scenario);
      var results = new ArrayList<Result>();
      for (int i = 0; i < REPLICATIONS; i++) {
        var replication = experiment.replication(i);
        if (!replication.run(turn::isOver)) {
          return;
        }
        results.add(replication.result());
      }
      summaries.add(experiment.summary(results));
      measured.set(List.copyOf(summaries));
      theory.set(Optional.of(TheoryGhost.of(scenario, summaries)));
    }
  }

  /// A third of the length will do for a first look. A warm-up of more than a minute is there for a reason, such as a
  /// cache that must fill.
  private static Scenario shortened(Scenario scenario) {
    double warmUp = scenario.warmUpSeconds();
    return scenario.lasting(warmUp > 60 ? warmUp : warmUp / 2, scenario.lengthSeconds() / 3);
  }

  /// One point's turn: works a little, rests a little, so that the window and the running system come first.
  private final class Turn {
    private final Scenario scenario;
    private long workedNanos;
    private long sinceNanos = System.nanoTime();

    Turn(Scenario scenario) {
      this.scenario = scenario;
    }

    boolean isOver() {
      long nanos = System.nanoTime() - sinceNanos;
      if (nanos > WORK_NANOS) {
        workedNanos += nanos;
        sleep(REST_MILLIS);
        sinceNanos = System.nanoTime();
      }
      return wanted.get() != scenario || workedNanos > PATIENCE_NANOS;
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException changed) {
      // There is something new to measure: the caller looks.
    }
  }
}
