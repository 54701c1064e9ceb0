package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tenfold.app.look.Texts;
import tenfold.experiment.Laboratory;
import tenfold.experiment.LaboratoryFailure;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.run.Result;

/// Experiments in the background of a window, one at a time: how far they are, and what they have found.
public final class ExperimentRun {
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Finding> finding = new ReadOnlyObjectWrapper<>();
  private @Nullable Job<?> job;

  /// Nothing runs.
  public ExperimentRun() {}

  /// What one experiment came to.
  ///
  /// @param experiment what was run
  /// @param summary its statistics
  /// @param runs its runs
  record Outcome(Experiment experiment, Summary summary, List<Result> runs) {}

  /// What is taken from experiments.
  interface Measurement<T> {
    /// Takes it.
    ///
    /// @throws LaboratoryFailure when a run breaks off
    List<T> in(Laboratory laboratory) throws LaboratoryFailure;
  }

  /// Whether something runs.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Why the last one has no result, in a sentence; empty when it has.
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// What was found last; null for nothing yet.
  public ReadOnlyObjectProperty<@Nullable Finding> findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /// How far the running one is, 0 to 1.
  public double progress() {
    return job == null ? 0 : job.progress();
  }

  /// Runs experiments and has their outcomes, in the same order, put into words on the screen's thread. What runs
  /// already is cancelled.
  void start(List<Experiment> experiments, Function<List<Outcome>, Finding> words) {
    start(experiments, laboratory -> laboratory.measure(experiments, (experiment, results) ->
        new Outcome(experiment, experiment.summary(results), new ArrayList<>(results))), words);
  }

  /// Runs experiments, takes something of its own from them and has that put into words likewise.
  ///
  /// @param measurement runs just these experiments
  <T> void start(List<Experiment> experiments, Measurement<T> measurement, Function<List<T>, Finding> words) {
    cancel();
    trouble.set("");
    var next = new Job<>(experiments, measurement, words);
    job = next;
    running.set(true);
    next.start();
  }

  /// Shows something that needed no run.
  void show(@Nullable Finding found) {
    finding.set(found);
  }

  /// Says why nothing is run.
  void refuse(String sentence) {
    trouble.set(sentence);
  }

  /// Ends what runs, without a result.
  public void cancel() {
    if (job != null) {
      job.laboratory.cancel();
      job = null;
      running.set(false);
    }
  }

  private final class Job<T> implements Laboratory.Watcher {
    private final Measurement<T> measurement;
    private final Function<List<T>, Finding> words;
    private final Laboratory laboratory = Laboratory.inBackground(this);
    private final DoubleAdder done = new DoubleAdder();
    private final int total;

    Job(List<Experiment> experiments, Measurement<T> measurement, Function<List<T>, Finding> words) {
      this.measurement = measurement;
      this.words = words;
      this.total = experiments.stream().mapToInt(Experiment::replications).sum();
    }

    void start() {
      Thread.ofPlatform().daemon().name("tenfold-experiment").start(this::work);
    }

    double progress() {
      return Math.clamp(done.sum() / Math.max(1, total), 0, 1);
    }

    @Override
    public void begin(int runs) {
      // The total is known.
    }

    @Override
    public void advance(double runs) {
      done.add(runs);
    }

    private void work() {
      try {
        var outcomes = measurement.in(laboratory);
        end("", () -> finding.set(words.apply(outcomes)));
      } catch (CancellationException cancelled) {
        end("", () -> {});
      } catch (LaboratoryFailure failure) {
        end(String.valueOf(failure.getMessage()), () -> {});
      } catch (RuntimeException broken) {
        System.getLogger(ExperimentRun.class.getName()).log(System.Logger.Level.ERROR, "the experiment ended", broken);
        end(Texts.get("run.broken", String.valueOf(broken.getMessage())), () -> {});
      }
    }

    /// Nothing happens when another one has taken its place.
    private void end(String sentence, Runnable result) {
      Platform.runLater(() -> {
        if (job == this) {
          job = null;
          trouble.set(sentence);
          result.run();
          running.set(false);
        }
      });
    }
  }
}
