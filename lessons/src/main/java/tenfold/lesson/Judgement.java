package tenfold.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenfold.experiment.LaboratoryFailure;
import tenfold.experiment.UnreadableSetting;
import tenfold.stats.Interval;

/// How a prediction compares with what was measured.
///
/// @param predicted the student's numbers; for a choice the index of the option, for an ordering the indexes in the
///     order that was predicted
/// @param measured what the runs showed: one for each number that was asked for, for an ordering one for each variant
/// @param right what would have been right, in the same terms as what was predicted
/// @param score 0 to 1
/// @param feedback Markdown that fits the prediction
/// @param misconception tag of the misconception behind it
public record Judgement(List<Double> predicted, List<Interval> measured, List<Double> right, double score,
    String feedback, Optional<String> misconception) {
  /// A prediction this near counts as close.
  public static final double CLOSE = 0.20;

  /// Copies the lists.
  public Judgement {
    predicted = List.copyOf(predicted);
    measured = List.copyOf(measured);
    right = List.copyOf(right);
  }

  /// Whether the prediction was as good as right.
  public boolean isClose() {
    return score == 1;
  }

  /// Runs the lesson's system and compares.
  ///
  /// @param predicted as in the record
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws java.util.concurrent.CancellationException when the laboratory is cancelled
  public static Judgement of(Lesson lesson, Step.Predict step, List<Double> predicted, Check check)
      throws LaboratoryFailure {
    var question = step.question();
    try {
      var measured = check.measure(lesson.start().topology(), question.measure(), question.node(), question.worlds());
      return of(step, predicted, measured);
    } catch (UnreadableSetting mistake) {
      throw new IllegalStateException("a lesson asks for what its start does not have: " + mistake.getMessage(),
          mistake);
    }
  }

  /// Compares with what was measured before.
  public static Judgement of(Step.Predict step, List<Double> predicted, List<Interval> measured) {
    return switch (step.question()) {
      case Question.Number _, Question.Curve _ -> {
        var right = measured.stream().map(Interval::mean).toList();
        long near = IntStream.range(0, right.size())
            .filter(i -> Math.abs(predicted.get(i) - right.get(i)) <= CLOSE * right.get(i)).count();
        var said = step.feedback().stream().filter(one -> predicted.getLast() < one.below()).findFirst();
        yield new Judgement(predicted, measured, right, (double) near / right.size(),
            said.map(Step.Feedback::text).orElse(""), said.flatMap(Step.Feedback::misconception));
      }
      case Question.Range range -> {
        int right = range.option(measured.getFirst().mean());
        var chosen = step.options().get(predicted.getFirst().intValue());
        yield new Judgement(predicted, measured, List.of((double) right),
            predicted.getFirst() == right ? 1 : 0, chosen.feedback(), chosen.misconception());
      }
      case Question.Order _ -> {
        var right = new ArrayList<>(IntStream.range(0, measured.size()).boxed().toList());
        right.sort((one, other) -> Double.compare(measured.get(one).mean(), measured.get(other).mean()));
        var order = right.stream().map(Integer::doubleValue).toList();
        var first = step.options().get(predicted.getFirst().intValue());
        yield new Judgement(predicted, measured, order, order.equals(predicted) ? 1 : 0,
            order.equals(predicted) ? "" : first.feedback(),
            order.equals(predicted) ? Optional.empty() : first.misconception());
      }
    };
  }
}
