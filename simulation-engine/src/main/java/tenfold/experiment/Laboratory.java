package tenfold.experiment;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import tenfold.kernel.ProcessFailure;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.run.Replication;
import tenfold.run.Result;

/// Runs experiments on several threads. The results do not depend on their number. It is used once.
public final class Laboratory {
  private final int threads;
  private final int priority;
  private final Watcher watcher;
  private final AtomicBoolean isCancelled = new AtomicBoolean();
  private final AtomicLong cpuNanos = new AtomicLong();

  /// Hears how far the runs are, from several threads.
  public interface Watcher {
    /// Hears nothing.
    Watcher NONE = new Watcher() {
      @Override
      public void begin(int runs) {
        // Nobody looks.
      }

      @Override
      public void advance(double runs) {
        // Nobody looks.
      }
    };

    /// That many runs begin.
    void begin(int runs);

    /// The runs have come further, by so many, or by a part of one.
    void advance(double runs);
  }

  /// Takes something from a run besides its result.
  ///
  /// @param <R> what
  public interface Probe<R> {
    /// The run begins.
    void attach(Replication run);

    /// The run has come to its end.
    R read(Replication run);
  }

  /// Takes the result and nothing else.
  private static final class Plain implements Probe<Result> {
    @Override
    public void attach(Replication run) {
      // Results come by themselves.
    }

    @Override
    public Result read(Replication run) {
      return run.result();
    }
  }

  /// A laboratory with that many threads, at least 1.
  public Laboratory(int threads, Watcher watcher) {
    this(threads, Thread.NORM_PRIORITY, watcher);
  }

  private Laboratory(int threads, int priority, Watcher watcher) {
    this.threads = threads;
    this.priority = priority;
    this.watcher = watcher;
  }

  /// A laboratory that keeps every core of the machine busy.
  public static Laboratory withAllCores(Watcher watcher) {
    return new Laboratory(Runtime.getRuntime().availableProcessors(), watcher);
  }

  /// A laboratory that leaves one core, if there are several, and precedence to others, such as a window.
  public static Laboratory inBackground(Watcher watcher) {
    return new Laboratory(
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Thread.MIN_PRIORITY, watcher);
  }

  /// Runs the experiments and summarises each.
  ///
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws CancellationException after [#cancel]
  public List<Summary> summaries(List<Experiment> experiments) throws LaboratoryFailure {
    return measure(experiments, Experiment::summary);
  }

  /// Runs the experiments; as soon as all runs of one are there it is evaluated, in the order of the list, and they are
  /// let go.
  ///
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws CancellationException after [#cancel]
  public <T> List<T> measure(List<Experiment> experiments, BiFunction<Experiment, List<Result>, T> evaluation)
      throws LaboratoryFailure {
    return measure(experiments, _ -> new Plain(), evaluation);
  }

  /// Runs the experiments with a probe in each run, and evaluates what the probes have read.
  ///
  /// @param probes makes a probe for a run of an experiment
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws CancellationException after [#cancel]
  public <R, T> List<T> measure(List<Experiment> experiments, Function<Experiment, Probe<R>> probes,
      BiFunction<Experiment, List<R>, T> evaluation) throws LaboratoryFailure {
    var factory = Thread.ofPlatform().daemon().priority(priority).name("run-", 1).factory();
    try (var pool = Executors.newFixedThreadPool(threads, factory)) {
      try {
        return collect(experiments, submit(experiments, probes, pool), evaluation);
      } finally {
        isCancelled.set(true);
        pool.shutdownNow();
      }
    }
  }

  /// Ends all runs between two events.
  ///
  /// @return whether this is what ends them
  public boolean cancel() {
    return !isCancelled.getAndSet(true);
  }

  /// Processor time of all runs together; NaN where the machine cannot tell.
  public double cpuSeconds() {
    return cpuNanos.get() > 0 ? cpuNanos.get() / 1e9 : Double.NaN;
  }

  private <R> List<List<Future<R>>> submit(
      List<Experiment> experiments, Function<Experiment, Probe<R>> probes, ExecutorService pool) {
    watcher.begin(experiments.stream().mapToInt(Experiment::replications).sum());
    var futures = new ArrayList<List<Future<R>>>();
    for (var experiment : experiments) {
      var runs = new ArrayList<Future<R>>();
      for (int i = 0; i < experiment.replications(); i++) {
        int index = i;
        runs.add(pool.submit(() -> run(experiment, index, probes.apply(experiment))));
      }
      futures.add(runs);
    }
    return futures;
  }

  private <R> R run(Experiment experiment, int index, Probe<R> probe) {
    var bean = ManagementFactory.getThreadMXBean();
    boolean isTimed = bean.isCurrentThreadCpuTimeSupported();
    long began = isTimed ? bean.getCurrentThreadCpuTime() : 0;
    var replication = experiment.replication(index);
    probe.attach(replication);
    var run = new Advance(experiment, replication);
    if (!replication.run(run::isCancelled)) {
      throw new CancellationException("the run was cancelled");
    }
    var result = probe.read(replication);
    cpuNanos.addAndGet(isTimed ? bean.getCurrentThreadCpuTime() - began : 0);
    run.ends();
    return result;
  }

  /// Reports how far one run is, by its simulated time.
  private final class Advance {
    private final double endNanos;
    private final Replication replication;
    private double reported;

    Advance(Experiment experiment, Replication replication) {
      this.endNanos = (experiment.scenario().warmUpSeconds() + experiment.scenario().lengthSeconds()) * 1e9;
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
      watcher.advance(share - reported);
      reported = share;
    }
  }

  private <R, T> List<T> collect(List<Experiment> experiments, List<List<Future<R>>> futures,
      BiFunction<Experiment, List<R>, T> evaluation) throws LaboratoryFailure {
    var rows = new ArrayList<T>();
    for (int i = 0; i < experiments.size(); i++) {
      var results = new ArrayList<R>();
      for (var future : futures.get(i)) {
        results.add(result(future));
      }
      futures.get(i).clear();
      rows.add(evaluation.apply(experiments.get(i), results));
    }
    return rows;
  }

  private static <R> R result(Future<R> future) throws LaboratoryFailure {
    try {
      return future.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new LaboratoryFailure("The run was interrupted before its end.", interruption);
    } catch (ExecutionException failure) {
      throw problem(failure);
    }
  }

  private static LaboratoryFailure problem(ExecutionException failure) {
    return switch (failure.getCause()) {
      case CancellationException cancellation -> throw cancellation;
      case OutOfMemoryError _ -> new LaboratoryFailure("The run needs more memory than Java may use. Try fewer "
          + "families or replications, or set JAVA_TOOL_OPTIONS=-Xmx8g.", failure);
      case ProcessFailure broken -> new LaboratoryFailure("The simulation broke off: " + broken.getMessage(), failure);
      case null, default -> throw new IllegalStateException("a run failed", failure);
    };
  }
}
