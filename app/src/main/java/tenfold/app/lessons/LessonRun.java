package tenfold.app.lessons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.experiment.LaboratoryFailure;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.lesson.Check;
import tenfold.lesson.Judgement;
import tenfold.lesson.Lesson;
import tenfold.lesson.Measure;
import tenfold.lesson.Progress;
import tenfold.lesson.Question;
import tenfold.lesson.Step;
import tenfold.lesson.World;
import tenfold.scenario.ScenarioDocument;

/// The view model of a lesson that is being taken. Knows no control.
public final class LessonRun {
  private static final double MOST = 1e9;

  private final Lesson lesson;
  private final Workbench workbench;
  private final Executor background;
  private final Executor screen;
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private @Nullable Laboratory running;
  private String failure = "";
  private final Building building;

  /// What the student said to a step, and what came of it.
  ///
  /// @param numbers what was predicted, as in [Judgement], or the index of the answer that was chosen
  /// @param words what was said in words of one's own
  /// @param judgement how a prediction was judged; empty while its runs go on
  public record Answer(List<Double> numbers, String words, Optional<Judgement> judgement) {
    /// Copies the list.
    public Answer {
      numbers = List.copyOf(numbers);
    }
  }

  /// What takes long: runs that judge.
  ///
  /// @param <T> what comes of them
  interface Judging<T> {
    T judge(Check check) throws LaboratoryFailure, UnreadableSetting;
  }

  /// @param background runs what takes long
  /// @param screen runs what changes properties
  public LessonRun(Lesson lesson, Workbench workbench, Executor background, Executor screen) {
    this.lesson = lesson;
    this.workbench = workbench;
    this.background = background;
    this.screen = screen;
    this.building = new Building(this, workbench);
    reset();
  }

  /// The lesson.
  public Lesson lesson() {
    return lesson;
  }

  /// What is being built in it.
  public Building building() {
    return building;
  }

  /// Index of the step, from 0.
  public ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Another number whenever an answer or a judgement is there.
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// The step that is taken now.
  public Step current() {
    return lesson.steps().get(step.get());
  }

  /// What was said to the step that is taken now.
  public Optional<Answer> answer() {
    return Optional.ofNullable(answers.get(step.get()));
  }

  /// Whether runs that judge are under way.
  public boolean isRunning() {
    return running != null;
  }

  /// Why the last judging came to nothing; empty when it did not.
  public String failure() {
    return failure;
  }

  /// The curve that is asked for or drawn, to be shown on the growth chart: the last prediction that is locked and
  /// about mean response times over families.
  public Optional<Prediction> prediction() {
    return answers.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> predicted(lesson.steps().get(entry.getKey()), entry.getValue()).stream())
        .reduce((_, later) -> later);
  }

  /// What the student expects of a co-op.
  ///
  /// @param families families in it
  /// @param millis response time in milliseconds
  public record Prediction(int families, double millis) {}

  private static Optional<Prediction> predicted(Step step, Answer answer) {
    if (step instanceof Step.Predict asked && asked.question().measure().unit() == Measure.Unit.MILLIS) {
      return switch (asked.question()) {
        case Question.Number number -> Optional.of(
            new Prediction(familiesOf(number.world()), answer.numbers().getFirst()));
        case Question.Curve curve -> Optional.of(
            new Prediction(curve.families().getLast(), answer.numbers().getLast()));
        case Question.Range _, Question.Order _ -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static int familiesOf(World world) {
    return world.families().orElseGet(() -> world.scenario().topology().familyCount());
  }

  /// Most families for which the window may show what was measured: until a prediction is locked a tenth of those it is
  /// about, so that nothing gives its answer away; then any number.
  public int mostFamiliesShown() {
    int most = Integer.MAX_VALUE;
    for (int i = 0; i < lesson.steps().size(); i++) {
      if (lesson.steps().get(i) instanceof Step.Predict asked && !answers.containsKey(i)) {
        most = Math.min(most,
            asked.question().worlds().stream().mapToInt(LessonRun::familiesOf).max().orElseThrow() / 10);
      }
    }
    return most;
  }

  /// Whether nothing of this step is left to do: a prediction comes before its answer, and an answer before the next
  /// question. What is to be built may be left for later.
  public boolean isDone() {
    return switch (current()) {
      case Step.Read _, Step.Reveal _, Step.Build _ -> !isRunning();
      case Step.Predict _ -> answer().flatMap(Answer::judgement).isPresent();
      case Step.Choose _ -> answer().isPresent();
    };
  }

  /// Whether this is the last step, after which the lesson is finished.
  public boolean isLast() {
    return step.get() + 1 == lesson.steps().size();
  }

  /// Takes the next step.
  public void next() {
    if (!isLast() && isDone()) {
      goTo(step.get() + 1);
    }
  }

  /// Goes back one step; a locked prediction stays locked.
  public void back() {
    goTo(step.get() - 1);
  }

  /// Takes that step, as when a lesson is taken up again.
  ///
  /// @param index from 0
  public void goTo(int index) {
    if (!isRunning()) {
      keepDesign();
      int next = Math.clamp(index, 0, lesson.steps().size() - 1);
      if (lesson.steps().get(next) instanceof Step.Build build && next != step.get()) {
        building.begin(build.stage());
      }
      step.set(next);
    }
  }

  private void keepDesign() {
    if (current() instanceof Step.Build) {
      building.keep();
    }
  }

  /// Begins the system anew, as the lesson gives it.
  public void reset() {
    workbench.open(ScenarioDocument.of(lesson.start()));
    workbench.playingProperty().set(true);
  }

  /// Opens another scenario of the lesson.
  ///
  /// @param file its name in the lesson's folder
  public void open(String file) {
    if (current() instanceof Step.Build) {
      building.leave();
    }
    workbench.open(ScenarioDocument.of(lesson.scenarios().get(file)));
    workbench.playingProperty().set(true);
  }

  /// Locks a number and lets the system run.
  ///
  /// @param typed what the student typed, in the unit of the question; percent for a share
  /// @return what is wrong with it; empty when it was locked
  public Optional<String> lock(String typed) {
    if (!(current() instanceof Step.Predict asked)) {
      return Optional.empty();
    }
    var number = number(asked.question().measure(), typed);
    if (number.isEmpty()) {
      return Optional.of(Texts.get("lesson.wrong." + asked.question().measure().unit().name(), typed));
    }
    lock(List.of(number.getAsDouble()));
    return Optional.empty();
  }

  /// A number that was typed, in the unit of a measure; shares as percent.
  static OptionalDouble number(Measure measure, String typed) {
    var number = Numbers.decimal(typed.replaceAll("\\s*(ms|s|/s|%|\\$)\\s*$", "").replaceAll("^\\s*\\$", "").strip());
    return number.isEmpty() || !(number.getAsDouble() >= 0 && number.getAsDouble() <= MOST) ? OptionalDouble.empty()
        : OptionalDouble.of(measure.unit() == Measure.Unit.SHARE ? number.getAsDouble() / 100 : number.getAsDouble());
  }

  /// Locks a prediction and lets the system run, also before the eye.
  ///
  /// @param numbers as in [Judgement]
  public void lock(List<Double> numbers) {
    if (current() instanceof Step.Predict asked && answer().isEmpty() && !isRunning()) {
      int at = step.get();
      answers.put(at, new Answer(numbers, "", Optional.empty()));
      show(asked.question().worlds().getLast());
      judge(lesson.start().seed(), check -> Judgement.of(lesson, asked, numbers, check),
          judgement -> answers.put(at, new Answer(numbers, "", Optional.of(judgement))), () -> answers.remove(at));
    }
  }

  private void show(World world) {
    boolean isOfStart = world.settings().isEmpty() && world.scenario().equals(lesson.start());
    if (isOfStart && isStartShown()) {
      workbench.families(familiesOf(world), Joining.ALONE);
    } else {
      try {
        workbench.open(ScenarioDocument.of(world.of(lesson.start().topology())));
      } catch (UnreadableSetting mistake) {
        throw new IllegalStateException("a lesson asks for what its start does not have", mistake);
      }
    }
    workbench.playingProperty().set(true);
  }

  /// Whether what is drawn is the lesson's first system, with however many families.
  private boolean isStartShown() {
    int families = workbench.families();
    return workbench.topologyProperty().get().withFamilies(families)
        .equals(lesson.start().topology().withFamilies(families));
  }

  /// Takes an answer. The first one stays.
  ///
  /// @param index which of the answers, from 0
  /// @param words what the student says in words of his own; may be empty
  public void choose(int index, String words) {
    if (current() instanceof Step.Choose && answer().isEmpty()) {
      answers.put(step.get(), new Answer(List.of((double) index), words, Optional.empty()));
      changed();
    }
  }

  /// Lets the student see what a feedback speaks of, as an edit that can be undone.
  ///
  /// @param setting as in "families=100"
  /// @return what is wrong; empty when it was done
  public Optional<String> see(String setting) {
    try {
      var before = workbench.scenario().topology();
      var after = Setting.of(workbench.scenario(), setting).applied(workbench.scenario()).getFirst().topology();
      if (after.familyCount() != before.familyCount()) {
        workbench.families(after.familyCount(), Joining.ALONE);
      } else {
        after.nodes().stream().filter(node -> !before.nodes().contains(node))
            .forEach(node -> workbench.change(node.name(), node.component()));
        after.links().stream().filter(link -> !before.links().contains(link)).forEach(workbench::change);
      }
      workbench.playingProperty().set(true);
      return Optional.empty();
    } catch (UnreadableSetting mistake) {
      return Optional.of(String.valueOf(mistake.getMessage()));
    }
  }

  /// How far it is, to be taken up later.
  public Progress.Taken taken() {
    var said = new HashMap<Integer, Progress.Said>();
    answers.forEach((index, answer) -> {
      boolean isJudged = answer.judgement().isPresent() || !(lesson.steps().get(index) instanceof Step.Predict);
      if (isJudged) {
        said.put(index, new Progress.Said(answer.numbers(), answer.words(),
            answer.judgement().map(Judgement::measured).orElse(List.of())));
      }
    });
    keepDesign();
    return building.taken(step.get(), said);
  }

  /// Takes it up where it was left. What does not fit the lesson any more is forgotten.
  public void resume(Progress.Taken taken) {
    taken.said().forEach((index, said) -> {
      if (index < lesson.steps().size()) {
        switch (lesson.steps().get(index)) {
          case Step.Predict asked when fits(asked, said) -> answers.put(index, new Answer(said.numbers(), "",
              Optional.of(Judgement.of(asked, said.numbers(), said.measured()))));
          case Step.Choose asked when said.numbers().size() == 1 && said.numbers().getFirst() >= 0
              && said.numbers().getFirst() < asked.options().size() -> answers.put(index,
                  new Answer(said.numbers(), said.words(), Optional.empty()));
          default -> { }
        }
      }
    });
    building.resume(taken);
    goTo(taken.step());
    changed();
  }

  private static boolean fits(Step.Predict asked, Progress.Said said) {
    int numbers = switch (asked.question()) {
      case Question.Number _, Question.Range _ -> 1;
      case Question.Curve curve -> curve.families().size();
      case Question.Order order -> order.worlds().size();
    };
    return said.numbers().size() == numbers && said.measured().size() == asked.question().worlds().size()
        && (asked.options().isEmpty() || said.numbers().stream()
            .allMatch(index -> index >= 0 && index < asked.options().size()));
  }

  /// Gives up what is judged now.
  public void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  /// Leaves the lesson; a judging under way is given up.
  public void close() {
    keepDesign();
    cancel();
    changed();
  }

  /// Lets runs judge in the background.
  ///
  /// @param seed decides all chance in them
  /// @param then takes what comes of them, on the screen
  /// @param otherwise is done when nothing comes of them
  <T> void judge(long seed, Judging<T> judging, Consumer<T> then, Runnable otherwise) {
    var laboratory = Laboratory.inBackground(Watcher.NONE);
    running = laboratory;
    failure = "";
    changed();
    background.execute(() -> {
      try {
        var came = judging.judge(new Check(laboratory, Check.REPLICATIONS, seed));
        screen.execute(() -> judged("", () -> then.accept(came)));
      } catch (CancellationException _) {
        screen.execute(() -> judged("", otherwise));
      } catch (LaboratoryFailure | UnreadableSetting broken) {
        screen.execute(() -> judged(String.valueOf(broken.getMessage()), otherwise));
      }
    });
  }

  private void judged(String why, Runnable end) {
    running = null;
    failure = why;
    end.run();
    changed();
  }

  /// Tells that something is another than before.
  void changed() {
    changes.set(changes.get() + 1);
  }
}
