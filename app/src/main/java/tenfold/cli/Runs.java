package tenfold.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import tenfold.experiment.Laboratory;
import tenfold.experiment.LaboratoryFailure;
import tenfold.run.Experiment;
import tenfold.run.Result;

/// The runs of one command: on several threads, with progress, ended by Ctrl-C.
final class Runs {
  private final Laboratory laboratory;
  private final Progress progress;
  private double wallSeconds;

  Runs(int threads, Progress progress) {
    this.progress = progress;
    this.laboratory = new Laboratory(threads, progress);
  }

  /// Runs that keep every core of the machine busy.
  static Runs onAllCores(Progress progress) {
    return new Runs(Runtime.getRuntime().availableProcessors(), progress);
  }

  /// Runs the experiments and evaluates each.
  <T> List<T> measure(List<Experiment> experiments, BiFunction<Experiment, List<Result>, T> evaluation)
      throws InputProblem {
    long began = System.nanoTime();
    var stopping = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      return laboratory.measure(experiments, evaluation);
    } catch (LaboratoryFailure failure) {
      throw new InputProblem(String.valueOf(failure.getMessage()), failure);
    } catch (CancellationException cancelled) {
      throw new InputProblem("The runs were cancelled.", cancelled);
    } finally {
      progress.end();
      forget(stopping);
      wallSeconds = (System.nanoTime() - began) / 1e9;
    }
  }

  /// Processor time of all runs together; NaN where the machine cannot tell.
  double cpuSeconds() {
    return laboratory.cpuSeconds();
  }

  /// Time that passed meanwhile.
  double wallSeconds() {
    return wallSeconds;
  }

  /// Ctrl-C: the runs end between two events, and nothing is written.
  private void stop() {
    if (laboratory.cancel()) {
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
