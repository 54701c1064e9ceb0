package tenfold.lesson;

import java.util.List;

/// One step of a lesson. Texts are Markdown.
public sealed interface Step {
  /// What the step is about, in a few words.
  String heading();

  /// Its text.
  String text();

  /// Something to read.
  record Read(String heading, String text) implements Step {}

  /// A number to predict before the run that shows it.
  ///
  /// @param families families in the co-op during the run
  /// @param feedback what to say to whom, by rising upper bound; the last has no bound
  record Predict(String heading, String text, int families, List<Feedback> feedback) implements Step {
    /// Copies the feedback.
    public Predict {
      feedback = List.copyOf(feedback);
    }
  }

  /// What to say to a prediction.
  ///
  /// @param belowMs for predictions below this many milliseconds; infinite for all others
  /// @param text Markdown
  record Feedback(double belowMs, String text) {}
}
