package tenfold.app.lessons;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.lesson.Check.Report;
import tenfold.lesson.Forecast;
import tenfold.lesson.Goal;
import tenfold.lesson.Medal;
import tenfold.lesson.Step;

/// The goals of a lesson, how what was built does by them, the way to the medals, and hints.
final class BuildView extends VBox {
  private final LessonRun run;
  private final Building building;
  private final Links links;
  private final Consumer<Optional<String>> fault;

  /// @param fault is told what is wrong with a number that was typed
  BuildView(LessonRun run, Step.Build step, Links links, Consumer<Optional<String>> fault) {
    this.run = run;
    this.building = run.building();
    this.links = links;
    this.fault = fault;
    getStyleClass().add("build");
    var report = building.judged().map(Building.Judged::report);
    if (!building.refusal().isEmpty()) {
      getChildren().add(StepView.label(building.refusal(), "fault"));
    }
    if (building.medal() != Medal.NONE) {
      var medal = StepView.label(Texts.get("lesson.medal." + building.medal()), "medal");
      medal.getStyleClass().add(building.medal().name().toLowerCase(Locale.ROOT));
      medal.setId("medal");
      getChildren().add(medal);
    }
    int stages = run.lesson().stages().size();
    if (stages > 1) {
      var done = StepView.label(Texts.get("lesson.stages", building.stagesPassed(), stages), "muted");
      done.setId("stages");
      getChildren().add(done);
    }
    if (building.isElsewhere()) {
      getChildren().add(elsewhere());
    }
    getChildren().add(goals(Medal.BRONZE, report));
    if (building.goals().stream().anyMatch(goal -> goal.medal() == Medal.GOLD)) {
      getChildren().addAll(StepView.label(Texts.get("lesson.forGold"), "part"), goals(Medal.GOLD, report));
    }
    getChildren().add(buttons());
    getChildren().addAll(StepView.running(run, "lesson.checking"));
    report.ifPresent(came -> getChildren().add(result(step, came)));
    building.askedFor().ifPresent(setting -> getChildren().add(forecast(setting)));
    getChildren().addAll(hints(step.hints()));
  }

  /// That what is drawn is not what is built, and the way back.
  private Node elsewhere() {
    var back = new Button(Texts.get("lesson.comeBack"));
    back.setId("come-back");
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(_ -> building.comeBack());
    var row = StepView.answerRow(StepView.label(Texts.get("lesson.elsewhere"), ""), back);
    row.getStyleClass().add("elsewhere");
    return row;
  }

  private Node goals(Medal medal, Optional<Report> report) {
    var box = new VBox();
    box.getStyleClass().add("goals");
    for (int i = 0; i < building.goals().size(); i++) {
      int index = i;
      var goal = building.goals().get(i);
      if (goal.medal() == medal) {
        box.getChildren().add(goal(goal, report.map(came -> came.verdicts().get(index))));
      }
    }
    return box;
  }

  private Node goal(Goal goal, Optional<Goal.Verdict> verdict) {
    var mark = verdict.map(Goal.Verdict::isMet).map(isMet -> isMet ? "✓  " : "✗  ").orElse("○  ");
    var name = StepView.label(mark + Quantities.wanted(goal), "goal");
    var box = new VBox(name);
    run.lesson().condition(goal)
        .ifPresent(words -> box.getChildren().add(StepView.label(Quantities.plain(words), "muted")));
    verdict.ifPresent(came -> {
      name.pseudoClassStateChanged(StepView.RIGHT, came.isMet());
      name.pseudoClassStateChanged(StepView.WRONG, !came.isMet());
      var words = Quantities.outcome(came);
      if (!words.isEmpty()) {
        box.getChildren().add(StepView.label(words, "muted"));
      }
      came.moment().ifPresent(moment -> {
        var watch = new Hyperlink(Texts.get("lesson.watch", Numbers.clock(Math.round(moment.seconds() * 1e9))));
        watch.getStyleClass().add("see");
        watch.setOnAction(_ -> building.watch(moment));
        box.getChildren().add(watch);
      });
    });
    return box;
  }

  private Node buttons() {
    var check = new Button(Texts.get("lesson.check"));
    check.setId("check");
    check.getStyleClass().add("accent");
    check.setDisable(run.isRunning());
    check.setOnAction(_ -> building.check());
    var anew = new Button(Texts.get("lesson.reset"));
    anew.setId("lesson-reset");
    anew.setDisable(run.isRunning());
    anew.setOnAction(_ -> building.beginAnew());
    return StepView.answerRow(check, anew);
  }

  private Node result(Step.Build step, Report report) {
    var box = new VBox(StepView.label(Texts.get(report.isPassed() ? "lesson.passed" : "lesson.share",
        Math.round(100 * report.share())), "result"));
    building.wrongWay().map(way -> step.wrong().get(way.name()))
        .ifPresent(said -> box.getChildren().add(new MarkdownView(said, links)));
    box.getStyleClass().add("verdict");
    box.setId("verdict");
    box.pseudoClassStateChanged(StepView.CLOSE, report.isPassed());
    return box;
  }

  /// What is asked for the silver medal, and how the last answer was.
  private Node forecast(String setting) {
    var box = new VBox();
    box.getStyleClass().add("forecast");
    var forecast = run.lesson().forecast().orElseThrow();
    building.foretold().ifPresent(said -> {
      var result = StepView.label(Texts.get(said.isMet() ? "lesson.foretold" : "lesson.notForetold",
          Quantities.setting(forecast.world(), said.setting()), Quantities.text(forecast.measure(), said.number()),
          Quantities.text(forecast.measure(), said.measured())), "goal");
      result.setId("foretold");
      result.pseudoClassStateChanged(StepView.RIGHT, said.isMet());
      result.pseudoClassStateChanged(StepView.WRONG, !said.isMet());
      box.getChildren().add(result);
    });
    if (building.foretold().filter(Building.Foretold::isMet).isEmpty()) {
      box.getChildren().addAll(0, List.of(StepView.label(Texts.get("lesson.forSilver"), "part")));
      box.getChildren().addAll(StepView.label(Texts.get("lesson.foretell",
          Quantities.setting(forecast.world(), setting), Quantities.name(forecast.measure(), forecast.node()),
          Numbers.exactPercent(forecast.within())), ""),
          field(forecast));
    }
    return box;
  }

  private Node field(Forecast forecast) {
    var field = new TextField();
    field.setId("forecast");
    field.setPromptText(Texts.get("lesson.prompt"));
    field.setPrefColumnCount(7);
    field.setDisable(run.isRunning());
    field.setOnAction(_ -> fault.accept(building.foretell(field.getText())));
    var lock = new Button(Texts.get("lesson.lock"));
    lock.setId("foretell");
    lock.setDisable(run.isRunning());
    lock.setOnAction(_ -> fault.accept(building.foretell(field.getText())));
    return StepView.answerRow(field, StepView.label(forecast.measure().unit().symbol(), "unit"), lock);
  }

  private List<Node> hints(List<String> hints) {
    var shown = new VBox();
    shown.getStyleClass().add("hints");
    var more = new Button();
    more.setId("hint");
    Runnable show = () -> {
      int next = building.hintsShown();
      hints.subList(shown.getChildren().size(), next).forEach(hint ->
          shown.getChildren().add(new MarkdownView(hint, links)));
      more.setText(Texts.get("lesson.hint", Math.min(next + 1, hints.size()), hints.size()));
      more.setDisable(next == hints.size());
    };
    more.setOnAction(_ -> {
      building.showHint();
      show.run();
    });
    show.run();
    return hints.isEmpty() ? List.of() : List.of(shown, more);
  }
}
