package tenfold.app.lessons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.lessons.LessonRun.Answer;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.lesson.Judgement;
import tenfold.lesson.Question;
import tenfold.lesson.Step;

/// What is shown of the step that is taken now: its text, and below it what is to be done and what came of it.
final class StepView extends VBox {
  static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");

  private final LessonRun run;
  private final Palette palette;
  private final Links links;
  private final Label fault = label("", "fault");

  StepView(LessonRun run, Palette palette) {
    this.run = run;
    this.palette = palette;
    this.links = new Links(run, this::tell);
    getStyleClass().add("step");
    var step = run.current();
    if (step instanceof Step.Read read && read.isOptional()) {
      getChildren().add(label(Texts.get("lesson.optional"), "muted"));
    }
    getChildren().addAll(label(step.heading(), "heading"), new MarkdownView(step.text(), links));
    fault.setVisible(false);
    fault.setManaged(false);
    switch (step) {
      case Step.Read _ -> { }
      case Step.Predict asked -> predict(asked);
      case Step.Choose asked -> choose(asked);
      case Step.Build built -> getChildren().add(new BuildView(run, built, links, this::tell));
      case Step.Reveal told -> reveal(told);
    }
    getChildren().add(fault);
  }

  private void tell(Optional<String> wrong) {
    fault.setText(wrong.orElse(""));
    fault.setVisible(wrong.isPresent());
    fault.setManaged(wrong.isPresent());
  }

  private void predict(Step.Predict asked) {
    var answer = run.answer();
    switch (asked.question()) {
      case Question.Number number -> number(number, answer);
      case Question.Curve curve -> curve(curve, answer);
      case Question.Range _ -> range(asked, answer);
      case Question.Order _ -> order(asked, answer);
    }
    getChildren().addAll(running(run, "lesson.running"));
    answer.flatMap(Answer::judgement).ifPresent(judgement -> getChildren().add(verdict(asked, judgement)));
  }

  private void number(Question.Number number, Optional<Answer> answer) {
    var field = new TextField(answer.map(said ->
        Quantities.typed(number.measure(), said.numbers().getFirst())).orElse(""));
    field.setId("prediction");
    field.setPromptText(Texts.get("lesson.prompt"));
    field.setPrefColumnCount(7);
    field.setDisable(answer.isPresent());
    var lock = lockButton(answer.isEmpty());
    lock.setOnAction(_ -> tell(run.lock(field.getText())));
    field.setOnAction(_ -> tell(run.lock(field.getText())));
    row(field, label(number.measure().unit().symbol(), "unit"), lock);
  }

  private void curve(Question.Curve curve, Optional<Answer> answer) {
    var sketch = new CurveSketch(curve.families(), palette);
    var lock = lockButton(false);
    lock.setOnAction(_ -> sketch.curve().ifPresent(run::lock));
    sketch.listen(() -> lock.setDisable(sketch.curve().isEmpty()));
    answer.ifPresent(said -> sketch.lock(said.numbers(),
        said.judgement().map(Judgement::measured).orElse(List.of())));
    getChildren().addAll(sketch, label(Texts.get("lesson.curve.hint"), "muted"));
    row(lock);
  }

  private void range(Step.Predict asked, Optional<Answer> answer) {
    var lock = lockButton(false);
    int[] chosen = {-1};
    int right = answer.flatMap(Answer::judgement).map(judged -> judged.right().getFirst().intValue()).orElse(-1);
    options(asked.options(), answer, right, index -> {
      chosen[0] = index;
      lock.setDisable(false);
    });
    lock.setOnAction(_ -> run.lock(List.of((double) chosen[0])));
    row(lock);
  }

  private void options(List<Step.Option> options, Optional<Answer> answer, int right, IntConsumer onChoice) {
    var group = new ToggleGroup();
    int chosen = answer.map(said -> said.numbers().getFirst().intValue()).orElse(-1);
    for (int i = 0; i < options.size(); i++) {
      int index = i;
      var button = new RadioButton(Quantities.plain(options.get(i).text()));
      button.setId("option-" + i);
      button.setToggleGroup(group);
      button.setWrapText(true);
      button.setSelected(i == chosen);
      button.setDisable(answer.isPresent());
      button.setOnAction(_ -> onChoice.accept(index));
      button.getStyleClass().add("option");
      button.pseudoClassStateChanged(RIGHT, right == i);
      button.pseudoClassStateChanged(WRONG, right >= 0 && i == chosen && right != i);
      getChildren().add(button);
    }
  }

  /// Puts options in order: buttons move each up and down.
  private void order(Step.Predict asked, Optional<Answer> answer) {
    var order = new ArrayList<>(answer.map(said -> said.numbers().stream().map(Double::intValue).toList())
        .orElseGet(() -> IntStream.range(0, asked.options().size()).boxed().toList()));
    var list = new VBox();
    list.getStyleClass().add("order");
    getChildren().add(list);
    fill(list, asked, order, answer.isPresent());
    var lock = lockButton(answer.isEmpty());
    lock.setOnAction(_ -> run.lock(order.stream().map(Integer::doubleValue).toList()));
    row(lock);
  }

  private static void fill(VBox list, Step.Predict asked, List<Integer> order, boolean isLocked) {
    list.getChildren().clear();
    for (int i = 0; i < order.size(); i++) {
      int place = i;
      var words = Quantities.plain(asked.options().get(order.get(i)).text());
      var name = label(i + 1 + ".  " + words, "name");
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      var up = new Button("↑");
      up.setAccessibleText(Texts.get("lesson.up", words));
      up.setDisable(isLocked || i == 0);
      up.setOnAction(_ -> {
        Collections.swap(order, place, place - 1);
        fill(list, asked, order, false);
      });
      var down = new Button("↓");
      down.setAccessibleText(Texts.get("lesson.down", words));
      down.setDisable(isLocked || i == order.size() - 1);
      down.setOnAction(_ -> {
        Collections.swap(order, place, place + 1);
        fill(list, asked, order, false);
      });
      var row = new HBox(name, up, down);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("answer-row");
      list.getChildren().add(row);
    }
  }

  private Node verdict(Step.Predict asked, Judgement judgement) {
    var result = label(Texts.get(judgement.isClose() ? "lesson.close"
        : judgement.score() > 0 ? "lesson.partly" : "lesson.far"), "result");
    var box = new VBox(result, label(Quantities.compared(asked, judgement), ""));
    if (!judgement.feedback().isEmpty()) {
      box.getChildren().add(new MarkdownView(judgement.feedback(), links));
    }
    box.getStyleClass().add("verdict");
    box.setId("verdict");
    box.pseudoClassStateChanged(CLOSE, judgement.isClose());
    return box;
  }

  private void choose(Step.Choose asked) {
    var answer = run.answer();
    int right = answer.isEmpty() ? -1 : IntStream.range(0, asked.options().size())
        .filter(i -> asked.options().get(i).isRight()).findFirst().orElse(-1);
    var words = new TextArea(answer.map(Answer::words).orElse(""));
    var tell = new Button(Texts.get("lesson.tell"));
    int[] chosen = {-1};
    options(asked.options(), answer, right, index -> {
      chosen[0] = index;
      tell.setDisable(false);
    });
    if (asked.wantsWords()) {
      words.setPromptText(Texts.get("lesson.words"));
      words.setId("own-words");
      words.setPrefRowCount(3);
      words.setWrapText(true);
      words.setDisable(answer.isPresent());
      getChildren().add(words);
    }
    tell.setId("tell");
    tell.getStyleClass().add("accent");
    tell.setDisable(true);
    tell.setOnAction(_ -> run.choose(chosen[0], words.getText()));
    if (answer.isEmpty()) {
      row(tell);
    }
    answer.ifPresent(said -> {
      var option = asked.options().get(said.numbers().getFirst().intValue());
      var box = new VBox(label(Texts.get(option.isRight() ? "lesson.right" : "lesson.notRight"), "result"));
      if (!option.feedback().isEmpty()) {
        box.getChildren().add(new MarkdownView(option.feedback(), links));
      }
      box.getStyleClass().add("verdict");
      box.setId("verdict");
      box.pseudoClassStateChanged(CLOSE, option.isRight());
      getChildren().add(box);
    });
  }

  private void reveal(Step.Reveal told) {
    for (var claim : run.lesson().claims()) {
      var box = new VBox(new MarkdownView(told.claims().getOrDefault(claim.id(), ""), links),
          label(Quantities.claimed(claim), "measured"),
          label(Texts.get("lesson.verdict." + claim.verdict().name()), "result"));
      box.getStyleClass().add("claim");
      getChildren().add(box);
    }
  }

  /// What is said of runs that judge: that they are under way, with a way to stop them, or why they came to nothing.
  static List<Node> running(LessonRun run, String key) {
    var nodes = new ArrayList<Node>();
    if (!run.failure().isEmpty()) {
      nodes.add(label(run.failure(), "fault"));
    }
    if (run.isRunning()) {
      var indicator = new ProgressIndicator();
      indicator.setMinSize(18, 18);
      indicator.setPrefSize(18, 18);
      var stop = new Button(Texts.get("lesson.cancel"));
      stop.setOnAction(_ -> run.cancel());
      stop.setMinWidth(Region.USE_PREF_SIZE);
      var words = label(Texts.get(key), "");
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMaxWidth(Double.MAX_VALUE);
      var row = new HBox(indicator, words, stop);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("running");
      nodes.add(row);
    }
    return nodes;
  }

  private Button lockButton(boolean isReady) {
    var lock = new Button(Texts.get("lesson.lock"));
    lock.setId("lock-and-run");
    lock.getStyleClass().add("accent");
    lock.setDisable(!isReady);
    lock.setVisible(run.answer().isEmpty());
    lock.setManaged(run.answer().isEmpty());
    return lock;
  }

  private void row(Node... nodes) {
    getChildren().add(answerRow(nodes));
  }

  static HBox answerRow(Node... nodes) {
    var row = new HBox(nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("answer-row");
    return row;
  }

  static Label label(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }
}
