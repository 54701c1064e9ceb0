package tenfold.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One step of a lesson. Texts are Markdown.
public sealed interface Step {
  /// What the step is about, in a few words.
  String heading();

  /// Its text.
  String text();

  /// Something to read.
  ///
  /// @param isOptional whether it is for those who want to know more, such as the formula
  record Read(String heading, String text, boolean isOptional) implements Step {}

  /// Something to predict before the run that shows it. It is locked when the run begins.
  ///
  /// @param id its name in the lesson
  /// @param question what is asked
  /// @param options for a choice and an ordering: what there is to choose from, or to be ordered; else empty
  /// @param feedback for a number and a curve: what to say to whom, by rising upper bound; the last has no bound
  record Predict(String id, String heading, String text, Question question, List<Option> options,
      List<Feedback> feedback) implements Step {
    /// Copies the lists.
    public Predict {
      options = List.copyOf(options);
      feedback = List.copyOf(feedback);
    }
  }

  /// A question with answers to choose from: what was seen, why it was so, what follows.
  ///
  /// @param options the answers
  /// @param wantsWords whether the student is asked to say it in words of his own too
  record Choose(String heading, String text, List<Option> options, boolean wantsWords) implements Step {
    /// Copies the list.
    public Choose {
      options = List.copyOf(options);
    }
  }

  /// A system to be built until goals are met.
  ///
  /// @param stage whose goals they are; empty in lessons that are built in one stage
  /// @param hints from a nudge to the way itself
  /// @param conditions in words when a goal is measured, by the goal's name; Markdown
  /// @param wrong what is said to whoever went a wrong way, by the name of [Lesson.Wrong]
  record Build(String stage, String heading, String text, List<String> hints, Map<String, String> conditions,
      Map<String, String> wrong) implements Step {
    /// Copies the collections.
    public Build {
      hints = List.copyOf(hints);
      conditions = Map.copyOf(conditions);
      wrong = Map.copyOf(wrong);
    }
  }

  /// What the text claims and what the model shows, from the lesson's claims.
  ///
  /// @param claims what is said of each claim, by its name: what is measured, and why it comes out so; Markdown
  record Reveal(String heading, String text, Map<String, String> claims) implements Step {
    /// Copies the words.
    public Reveal {
      claims = Map.copyOf(claims);
    }
  }

  /// An answer.
  ///
  /// @param text what it says
  /// @param isRight whether it is right; without meaning where a run decides that
  /// @param feedback what is said to whoever chooses it
  /// @param misconception tag of the misconception behind it, as in "M3"
  record Option(String text, boolean isRight, String feedback, Optional<String> misconception) {}

  /// What to say to a predicted number; of a curve, to its last point.
  ///
  /// @param below for predictions below this, in the unit of the measure; infinite for all others
  /// @param text Markdown
  /// @param misconception tag of the misconception behind it
  record Feedback(double below, String text, Optional<String> misconception) {}
}
