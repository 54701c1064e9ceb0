package tenfold.lesson;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tenfold.run.Experiment;
import tenfold.run.Result;
import tenfold.scenario.Scenario;
import tenfold.stats.Interval;

/// Judges predictions by simulation: nothing is looked up, the lesson's own system is run.
public final class Grader {
  /// Independent runs behind a judgement.
  public static final int REPLICATIONS = 5;

  /// A prediction this near counts as close.
  private static final double CLOSE = 0.20;

  private Grader() {}

  /// Runs the lesson's system and compares.
  ///
  /// @param predictedMs the student's number, above 0, in milliseconds
  /// @param isCancelled asked again and again; true gives up
  /// @return empty when it was given up
  public static Optional<Judgement> judge(
      Lesson lesson, Step.Predict step, double predictedMs, BooleanSupplier isCancelled) {
    var start = lesson.start();
    return measure(start.with(start.topology().withFamilies(step.families())), isCancelled)
        .map(measured -> new Judgement(
            predictedMs,
            measured,
            REPLICATIONS,
            Math.abs(predictedMs - measured.mean()) <= CLOSE * measured.mean(),
            feedback(step, predictedMs)));
  }

  private static Optional<Interval> measure(Scenario scenario, BooleanSupplier isCancelled) {
    var experiment = new Experiment(scenario, REPLICATIONS, scenario.seed());
    var results = new ArrayList<Result>();
    for (int i = 0; i < REPLICATIONS; i++) {
      var replication = experiment.replication(i);
      if (!replication.run(isCancelled)) {
        return Optional.empty();
      }
      results.add(replication.result());
    }
    return Optional.of(experiment.summary(results).meanMs());
  }

  private static String feedback(Step.Predict step, double predictedMs) {
    return step.feedback().stream()
        .filter(feedback -> predictedMs < feedback.belowMs())
        .findFirst()
        .map(Step.Feedback::text)
        .orElse("");
  }
}
