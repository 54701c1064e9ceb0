package tenfold.app.lessons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.experiment.UnreadableSetting;
import tenfold.lesson.Check.Report;
import tenfold.lesson.Goal;
import tenfold.lesson.Goal.Moment;
import tenfold.lesson.Lesson;
import tenfold.lesson.Medal;
import tenfold.lesson.Progress;
import tenfold.lesson.Step;
import tenfold.lesson.World;
import tenfold.run.Snapshot;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.stats.Interval;
import tenfold.topology.Topology;

/// What a student builds in a lesson, how it is judged, and the medals for it. Knows no control.
public final class Building {
  /// Between the seeds of two attempts, so that no two have a run in common.
  private static final long SEED_STEP = 1_000_003;

  private final LessonRun run;
  private final Lesson lesson;
  private final Workbench workbench;
  private Optional<Judged> judged = Optional.empty();
  private Optional<Foretold> foretold = Optional.empty();
  private Progress.Taken reached = Progress.Taken.NOT_YET;
  private int attempts;
  private int hintsShown;
  private boolean isElsewhere;
  private double speedBefore;
  private String design = "";
  private String refusal = "";
  private @Nullable ChangeListener<Snapshot> watching;

  /// A design and how it was judged.
  ///
  /// @param stage by whose goals
  /// @param design what was judged
  /// @param report how
  public record Judged(String stage, Topology design, Report report) {}

  /// What was foretold of a design, and what was measured.
  ///
  /// @param setting under which conditions
  /// @param number what was foretold
  /// @param measured what the runs showed
  /// @param isMet whether it was near enough
  public record Foretold(String setting, double number, Interval measured, boolean isMet) {}

  Building(LessonRun run, Workbench workbench) {
    this.run = run;
    this.lesson = run.lesson();
    this.workbench = workbench;
  }

  /// How the last design was judged by the goals of the stage that is built now; empty before the first time.
  public Optional<Judged> judged() {
    return judged.filter(last -> last.stage.equals(stage()));
  }

  /// The stage that is built now, or will be last.
  private String stage() {
    return run.current() instanceof Step.Build build ? build.stage() : lesson.lastStage();
  }

  /// The goals of the stage that is built now.
  public List<Goal> goals() {
    return lesson.goals(stage());
  }

  /// How many stages of the lesson are passed.
  public int stagesPassed() {
    return (int) lesson.stages().stream().filter(stage -> of(stage).share() >= 1).count();
  }

  /// What was foretold last of the design that was judged last.
  public Optional<Foretold> foretold() {
    return foretold;
  }

  /// The wrong way that the design went that was judged last, by its signs; empty when it met the goals.
  public Optional<Lesson.Wrong> wrongWay() {
    return judged().filter(last -> !last.report.isPassed())
        .flatMap(last -> lesson.wrongWay(last.stage, last.design));
  }

  /// The best medal so far.
  public Medal medal() {
    return lesson.medal(reached);
  }

  /// Why the design that was kept could not be opened; empty when it could.
  public String refusal() {
    return refusal;
  }

  /// Conditions that the forecast is about now; empty as long as there is nothing to foretell.
  public Optional<String> askedFor() {
    return lesson.forecast().filter(_ -> stage().equals(lesson.lastStage()))
        .filter(_ -> judged().filter(last -> last.report.isPassed()).isPresent())
        .map(forecast -> forecast.settingOf(attempts));
  }

  /// How many hints were asked for.
  int hintsShown() {
    return hintsShown;
  }

  /// One hint more was asked for.
  void showHint() {
    hintsShown++;
  }

  /// Shows the system as it was left, or as the lesson gives it, under the conditions of the first goal.
  ///
  /// @param stage whose goals it is built for
  void begin(String stage) {
    refusal = "";
    try {
      if (!design.isEmpty()) {
        var left = ScenarioFile.parse(design, lesson.id()).scenario();
        open(lesson.stages().size() > 1 ? under(stage, left) : left);
        return;
      }
    } catch (UnreadableScenario mistake) {
      refusal = Texts.get("lesson.refused", String.valueOf(mistake.getMessage()));
      design = "";
    }
    open(under(stage, lesson.start()));
  }

  /// Begins anew with what the lesson gives.
  public void beginAnew() {
    design = "";
    judged = Optional.empty();
    foretold = Optional.empty();
    open(under(stage(), lesson.start()));
    run.changed();
  }

  /// A system with as many families as the first goal is about. Each of several stages has families and faults of its
  /// own.
  private Scenario under(String stage, Scenario built) {
    var world = lesson.goals(stage).stream().filter(Goal.Measured.class::isInstance).map(Goal.Measured.class::cast)
        .map(Goal.Measured::world).findFirst();
    if (world.isPresent() && lesson.stages().size() > 1) {
      try {
        return world.get().of(built.topology());
      } catch (UnreadableSetting mistake) {
        throw new IllegalStateException("the first goal of a stage sets what a design may not have", mistake);
      }
    }
    var families = world.flatMap(World::families);
    return families.isPresent() ? built.with(built.topology().withFamilies(families.get())) : built;
  }

  private void open(Scenario scenario) {
    stopWatching();
    isElsewhere = false;
    if (!scenario.topology().equals(workbench.topologyProperty().get())) {
      workbench.open(ScenarioDocument.of(scenario));
    }
    workbench.playingProperty().set(true);
  }

  /// Keeps the system as it is now, unless another one is looked at.
  void keep() {
    if (!isElsewhere) {
      design = ScenarioFile.format(ScenarioDocument.of(workbench.scenario()));
    }
  }

  /// Keeps the system as it is now; until it is shown again, what is drawn is another one.
  void leave() {
    keep();
    isElsewhere = true;
    run.changed();
  }

  /// Whether another system than the one that is built is looked at.
  public boolean isElsewhere() {
    return isElsewhere;
  }

  /// Shows the system that is built again.
  public void comeBack() {
    begin(stage());
    run.changed();
  }

  /// Judges the system as it is now by the lesson's goals, with luck that it has not been tried with.
  public void check() {
    if (!run.isRunning()) {
      if (isElsewhere) {
        begin(stage());
      }
      var stage = stage();
      var built = workbench.topologyProperty().get();
      attempts++;
      run.judge(seed(), check -> new Judged(stage, built, check.of(built, lesson.goals(stage))), came -> {
        judged = Optional.of(came);
        foretold = Optional.empty();
        reach(stage, new Progress.Stage(came.report.share(), came.report.isPassed() && came.report.isGold()));
      }, () -> {});
    }
  }

  private long seed() {
    return lesson.start().seed() + SEED_STEP * attempts;
  }

  /// Locks a forecast of the design that was judged, and measures.
  ///
  /// @param typed a number in the unit of the measure; percent for a share
  /// @return what is wrong with it; empty when it was taken
  public Optional<String> foretell(String typed) {
    if (run.isRunning() || askedFor().isEmpty() || judged.isEmpty()) {
      return Optional.empty();
    }
    var forecast = lesson.forecast().orElseThrow();
    var number = LessonRun.number(forecast.measure(), typed);
    if (number.isEmpty()) {
      return Optional.of(Texts.get("lesson.wrong." + forecast.measure().unit().name(), typed));
    }
    var built = judged.get().design;
    var setting = askedFor().get();
    var world = forecast.worldOf(attempts);
    attempts++;
    run.judge(seed(), check -> check.measure(built, forecast.measure(), forecast.node(), List.of(world)).getFirst(),
        measured -> {
          boolean isMet = forecast.isMet(number.getAsDouble(), measured);
          foretold = Optional.of(new Foretold(setting, number.getAsDouble(), measured, isMet));
          reached = new Progress.Taken(0, Map.of(), reached.share(), isMet || reached.isForetold(), reached.isGold(),
              attempts, design, reached.stages());
        }, () -> {});
    return Optional.empty();
  }

  private Progress.Stage of(String stage) {
    return lesson.stages().size() == 1 ? new Progress.Stage(reached.share(), reached.isGold())
        : reached.stages().getOrDefault(stage, Progress.Stage.NOT_YET);
  }

  private void reach(String stage, Progress.Stage now) {
    var stages = new HashMap<String, Progress.Stage>();
    lesson.stages().forEach(one -> stages.put(one, one.equals(stage) ? of(one).or(now) : of(one)));
    reached = new Progress.Taken(0, Map.of(),
        stages.values().stream().mapToDouble(Progress.Stage::share).average().orElseThrow(), reached.isForetold(),
        stages.values().stream().allMatch(Progress.Stage::isGold), attempts, design,
        lesson.stages().size() == 1 ? Map.of() : stages);
  }

  /// Runs the design that was judged up to a moment, as fast as it goes, and stops there.
  public void watch(Moment moment) {
    if (judged.isEmpty()) {
      return;
    }
    stopWatching();
    try {
      workbench.open(ScenarioDocument.of(moment.scenario(judged.get().design)));
    } catch (UnreadableSetting mistake) {
      throw new IllegalStateException("a design was judged in a world that does not fit it", mistake);
    }
    speedBefore = workbench.speedProperty().get();
    watching = (_, _, _) -> {
      if (workbench.time().newestSeconds() >= moment.seconds()) {
        stopWatching();
        workbench.playingProperty().set(false);
        workbench.time().lookBack(moment.seconds());
      }
    };
    workbench.speedProperty().set(Double.POSITIVE_INFINITY);
    workbench.playingProperty().set(true);
    workbench.snapshotProperty().addListener(watching);
  }

  private void stopWatching() {
    if (watching != null) {
      workbench.snapshotProperty().removeListener(watching);
      watching = null;
      workbench.speedProperty().set(speedBefore);
    }
  }

  /// How far the lesson is.
  Progress.Taken taken(int step, Map<Integer, Progress.Said> said) {
    return new Progress.Taken(step, said, reached.share(), reached.isForetold(), reached.isGold(), attempts, design,
        reached.stages());
  }

  void resume(Progress.Taken taken) {
    reached = taken;
    attempts = taken.attempts();
    design = taken.design();
  }
}
