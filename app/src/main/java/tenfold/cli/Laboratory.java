package tenfold.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tenfold.kernel.ProcessFailure;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.run.Replication;
import tenfold.run.Result;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// Runs experiments on several threads. The results do not depend on their number.
final class Laboratory {
  private final int threads;
  private final Progress progress;
  private final AtomicBoolean isCancelled = new AtomicBoolean();
  private final AtomicLong cpuNanos = new AtomicLong();

  Laboratory(int threads, Progress progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /// A laboratory that keeps every core of the machine busy.
  static Laboratory withAllCores(Progress progress) {
    return new Laboratory(Runtime.getRuntime().availableProcessors(), progress);
  }

  /// Runs the experiments, which differ in nothing but the number of families, and has them billed by `prices`.
  Report measure(String name, Scenario scenario, PriceList prices, List<Experiment> experiments) throws InputProblem {
    long began = System.nanoTime();
    var rows = rows(experiments);
    double wallSeconds = (System.nanoTime() - began) / 1e9;
    double cpuSeconds = cpuNanos.get() > 0 ? cpuNanos.get() / 1e9 : Double.NaN;
    var first = experiments.getFirst();
    return new Report(name, scenario, first.replications(), first.seed(), rows, prices, cpuSeconds, wallSeconds);
  }

  private List<Summary> rows(List<Experiment> experiments) throws InputProblem {
    var stopping = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(stopping);
    try (var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("run-", 1).factory())) {
      try {
        return collect(experiments, submit(experiments, pool));
      } finally {
        isCancelled.set(true);
        pool.shutdownNow();
      }
    } finally {
      progress.end();
      forget(stopping);
    }
  }

  private List<List<Future<Result>>> submit(List<Experiment> experiments, ExecutorService pool) {
    progress.begin(experiments.stream().mapToInt(Experiment::replications).sum());
    var futures = new ArrayList<List<Future<Result>>>();
    for (var experiment : experiments) {
      var runs = new ArrayList<Future<Result>>();
      for (int i = 0; i < experiment.replications(); i++) {
        int index = i;
        Callable<Result> run = () -> run(experiment, index);
        runs.add(pool.submit(run));
      }
      futures.add(runs);
    }
    return futures;
  }

  private Result run(Experiment experiment, int index) {
    var bean = ManagementFactory.getThreadMXBean();
    boolean isTimed = bean.isCurrentThreadCpuTimeSupported();
    long began = isTimed ? bean.getCurrentThreadCpuTime() : 0;
    var replication = experiment.replication(index);
    var run = new Advance(experiment.scenario(), replication);
    if (!replication.run(run::isCancelled)) {
      throw new IllegalStateException("the run was cancelled");
    }
    var result = replication.result();
    cpuNanos.addAndGet(isTimed ? bean.getCurrentThreadCpuTime() - began : 0);
    run.ends();
    return result;
  }

  /// Reports how far one run is, by its simulated time.
  private final class Advance {
    private final double endNanos;
    private final Replication replication;
    private double reported;

    Advance(Scenario scenario, Replication replication) {
      this.endNanos = (scenario.warmUpSeconds() + scenario.lengthSeconds()) * 1e9;
      this.replication = replication;
    }

    /// Asked between events.
    boolean isCancelled() {
      report(replication.nowNanos() / endNanos);
      return isCancelled.get();
    }

    void ends() {
      report(1);
    }

    private void report(double share) {
      progress.advance(share - reported);
      reported = share;
    }
  }

  /// Summarises each experiment as soon as its runs are there, and lets go of them.
  private static List<Summary> collect(List<Experiment> experiments, List<List<Future<Result>>> futures)
      throws InputProblem {
    var rows = new ArrayList<Summary>();
    for (int i = 0; i < experiments.size(); i++) {
      var results = new ArrayList<Result>();
      for (var future : futures.get(i)) {
        results.add(result(future));
      }
      futures.get(i).clear();
      rows.add(experiments.get(i).summary(results));
    }
    return rows;
  }

  private static Result result(Future<Result> future) throws InputProblem {
    try {
      return future.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InputProblem("The run was interrupted before its end.", interruption);
    } catch (ExecutionException failure) {
      throw problem(failure);
    }
  }

  private static InputProblem problem(ExecutionException failure) {
    return switch (failure.getCause()) {
      case OutOfMemoryError _ -> new InputProblem("The run needs more memory than Java may use. Try fewer families or "
          + "replications, or set JAVA_TOOL_OPTIONS=-Xmx8g.", failure);
      case ProcessFailure broken -> new InputProblem("The simulation broke off: " + broken.getMessage(), failure);
      case null, default -> throw new IllegalStateException("a run failed", failure);
    };
  }

  /// Ctrl-C: the runs end between two events, and nothing is written.
  private void stop() {
    if (!isCancelled.getAndSet(true)) {
      progress.stop("Stopped before the end, so there is no report.");
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // Java is shutting down, so the hook is running already.
    }
  }
}
