package tenfold.app.lessons;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.lesson.Grader;
import tenfold.lesson.Judgement;
import tenfold.lesson.Lesson;
import tenfold.lesson.Step;
import tenfold.scenario.ScenarioDocument;

/// The view model of a lesson that is being taken. Knows no control.
public final class LessonRun {
  private static final double MAX_PREDICTION_MS = 1e7;

  private final Lesson lesson;
  private final Workbench workbench;
  private final Executor background;
  private final Executor screen;
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
  private Optional<Judgement> judgement = Optional.empty();
  private Optional<Prediction> prediction = Optional.empty();
  private volatile boolean isClosed;

  /// What the student expects.
  ///
  /// @param families families in the co-op
  /// @param millis mean response time in milliseconds
  public record Prediction(int families, double millis) {}

  /// How far a step is.
  public enum State {
    /// To be read, or to be answered.
    OPEN,
    /// The prediction is locked; the judging runs.
    RUNNING,
    /// Judged.
    JUDGED
  }

  /// @param background runs what takes long
  /// @param screen runs what changes properties
  public LessonRun(Lesson lesson, Workbench workbench, Executor background, Executor screen) {
    this.lesson = lesson;
    this.workbench = workbench;
    this.background = background;
    this.screen = screen;
    workbench.open(ScenarioDocument.of(lesson.start()));
    workbench.playingProperty().set(true);
  }

  /// The lesson.
  public Lesson lesson() {
    return lesson;
  }

  /// Index of the step, from 0.
  public ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// How far the step is.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The step that is taken now.
  public Step current() {
    return lesson.steps().get(step.get());
  }

  /// How the last prediction was judged.
  public Optional<Judgement> judgement() {
    return judgement;
  }

  /// The locked prediction.
  public Optional<Prediction> prediction() {
    return prediction;
  }

  /// Most families for which the window may show what was measured: until the prediction is locked a tenth of those it
  /// is about, so that nothing gives its answer away; then any number.
  public int mostFamiliesShown() {
    return prediction.isPresent() ? Integer.MAX_VALUE : lesson.steps().stream()
        .mapToInt(each -> each instanceof Step.Predict question ? question.families() / 10 : Integer.MAX_VALUE)
        .min().orElse(Integer.MAX_VALUE);
  }

  /// Whether nothing of this step is left to do: a prediction comes before its answer.
  public boolean isDone() {
    return current() instanceof Step.Read || state.get() == State.JUDGED;
  }

  /// Whether this is the last step, after which the lesson is finished.
  public boolean isLast() {
    return step.get() + 1 == lesson.steps().size();
  }

  /// Takes the next step.
  public void next() {
    if (!isLast() && isDone()) {
      state.set(State.OPEN);
      step.set(step.get() + 1);
    }
  }

  /// Goes back one step; a locked prediction stays locked.
  public void back() {
    if (step.get() > 0 && state.get() != State.RUNNING) {
      step.set(step.get() - 1);
      state.set(current() instanceof Step.Predict && judgement.isPresent() ? State.JUDGED : State.OPEN);
    }
  }

  /// Locks a prediction and lets the system run.
  ///
  /// @param typed what the student typed, a number of milliseconds
  /// @return what is wrong with it; empty when it was locked
  public Optional<String> lockAndRun(String typed) {
    if (!(current() instanceof Step.Predict question) || state.get() != State.OPEN) {
      return Optional.empty();
    }
    var number = number(typed);
    if (number.isEmpty()) {
      return Optional.of(Texts.get("lesson.wrong", typed));
    }
    prediction = Optional.of(new Prediction(question.families(), number.get()));
    state.set(State.RUNNING);
    workbench.families(question.families(), Joining.ALONE);
    workbench.playingProperty().set(true);
    background.execute(() -> Grader.judge(lesson, question, number.get(), () -> isClosed)
        .ifPresent(result -> screen.execute(() -> judged(result))));
    return Optional.empty();
  }

  /// Leaves the lesson; a judging under way is given up.
  public void close() {
    isClosed = true;
  }

  private void judged(Judgement result) {
    judgement = Optional.of(result);
    state.set(State.JUDGED);
  }

  private static Optional<Double> number(String typed) {
    var number = Numbers.decimal(typed.replaceAll("\\s*ms\\s*$", "").strip());
    return number.isPresent() && number.getAsDouble() > 0 && number.getAsDouble() <= MAX_PREDICTION_MS
        ? Optional.of(number.getAsDouble()) : Optional.empty();
  }
}
