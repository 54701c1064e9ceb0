package tenfold.app.why;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.charts.TheoryText;
import tenfold.app.live.Question;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.experiment.TheoryGhost;
import tenfold.run.Breakdown;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Breakdown.Sum;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.NodeView;
import tenfold.run.Trace;

/// Why so slow? All requests of the last minute on average, one at a percentile of theirs, the slowest, or one that
/// somebody pointed at: where its time went, in a sentence, as a waterfall, and in the handler's source. Of a selected
/// node first what it makes requests wait for. What is shown stands still until another one is asked for.
public final class WhyView extends ScrollPane {
  private static final double STORY_SECONDS = 1;
  /// How far back a line of waiting requests is looked at to see whether it grows, in simulated time.
  private static final double TREND_SECONDS = 2;

  private final Workbench workbench;
  private final ToggleGroup choices = new ToggleGroup();
  private final Saying story = new Saying("why-story");
  private final Label title = new Label();
  private final Label facts = new Label();
  private final Saying sentence = new Saying("why-sentence");
  private final Label notes = new Label();
  private final Waterfall waterfall = new Waterfall(this::named);
  private final SourceView source = new SourceView();
  private final ExactBar exact;
  private final Label theory = new Label();
  private final Label theoryHeading = new Label(Texts.get("why.theory"));
  private final Supplier<Optional<TheoryGhost>> ghost;
  private Optional<Snapshot> before = Optional.empty();
  private Optional<Snapshot> trend = Optional.empty();
  private double sinceStory = STORY_SECONDS;

  /// Explains the run of a workbench.
  ///
  /// @param ghost what theory says of the drawn system, when that is known
  public WhyView(Workbench workbench, Supplier<Optional<TheoryGhost>> ghost) {
    this.workbench = workbench;
    this.ghost = ghost;
    exact = new ExactBar(workbench);
    theory.setId("why-theory");
    theory.getStyleClass().add("hint");
    theoryHeading.getStyleClass().add("heading2");
    getStyleClass().add("why");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    title.getStyleClass().add("heading");
    title.setId("why-title");
    facts.getStyleClass().add("hint");
    facts.setId("why-facts");
    notes.setId("why-notes");
    for (var label : List.of(title, facts, notes, theory)) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    var content = new VBox(story, choiceBar(), exact, title, facts, waterfall, sentence, notes,
        source, theoryHeading, theory);
    content.getStyleClass().addAll("inspector", "why-content");
    setContent(content);
    workbench.selectionProperty().addListener((_, _, _) -> showStory());
    workbench.openedProperty().addListener((_, _, _) -> clear());
    workbench.time().askedProperty().addListener((_, _, asked) -> asked.ifPresent(this::answer));
    clear();
  }

  /// Shows the newest numbers of the selected node; once a second, and only while it is seen.
  public void pulse(double seconds, boolean isSeen) {
    sinceStory += seconds;
    exact.pulse();
    if (isSeen && sinceStory >= STORY_SECONDS) {
      sinceStory = 0;
      showStory();
      showTheory();
      if (title.getText().isEmpty()) {
        chosen().ifPresent(this::choose);
      }
    }
  }

  private HBox choiceBar() {
    var bar = new HBox(
        choice("all", Optional.empty()),
        choice("p50", Optional.of(new Question.Percentile(50))),
        choice("p95", Optional.of(new Question.Percentile(95))),
        choice("p99", Optional.of(new Question.Percentile(99))),
        choice("slowest", Optional.of(new Question.Slowest())));
    bar.getStyleClass().add("choices");
    return bar;
  }

  private ToggleButton choice(String name, Optional<Question> question) {
    var button = new ToggleButton(Texts.get("why.choice." + name));
    button.setId("why-" + name);
    button.setAccessibleText(Texts.get("why.choice." + name + ".spoken"));
    button.setToggleGroup(choices);
    button.setUserData(question);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, javafx.scene.layout.Priority.ALWAYS);
    button.setOnAction(_ -> {
      button.setSelected(true);
      choose(question);
    });
    if (name.equals("slowest")) {
      button.setSelected(true);
    }
    return button;
  }

  @SuppressWarnings("unchecked") // each button has the question that it was made with
  private Optional<Optional<Question>> chosen() {
    return Optional.ofNullable(choices.getSelectedToggle()).map(button -> (Optional<Question>) button.getUserData());
  }

  private void choose(Optional<Question> question) {
    question.ifPresentOrElse(this::answer, this::showAll);
  }

  private void clear() {
    say(title, "");
    say(facts, "");
    say(notes, "");
    sentence.say("");
    waterfall.getChildren().clear();
    shown(source, false);
    before = Optional.empty();
    trend = Optional.empty();
    showStory();
  }

  private void answer(Question question) {
    var answer = question.of(workbench.time().traces(), nowNanos());
    if (!(question instanceof Question.Percentile || question instanceof Question.Slowest)) {
      choices.selectToggle(null);
    }
    answer.trace().ifPresentOrElse(trace -> show(question, trace, answer.among()), () -> {
      clear();
      say(facts, Texts.get(answer.among() == 0 ? "why.none" : "why.few", Numbers.count(answer.among())));
    });
  }

  private void show(Question question, Trace trace, int among) {
    var breakdown = Breakdown.of(trace);
    var sums = breakdown.sums(trace);
    say(title, Texts.get("why.request", Numbers.count(trace.number()), trace.what()));
    say(facts, Texts.get(question instanceof Question.Exactly ? "why.facts.exact" : "why.facts", which(question),
        Numbers.millis(trace.millis()), Texts.get("why.outcome." + trace.outcome()), Numbers.count(among)));
    sentence.say(sentence(sums, trace.millis()));
    say(notes, notes(trace));
    waterfall.show(trace, breakdown);
    source.show(breakdown);
    shown(source, true);
  }

  private void showAll() {
    var lately = Question.lately(workbench.time().traces(), nowNanos());
    clear();
    if (lately.isEmpty()) {
      say(facts, Texts.get("why.none", "0"));
      return;
    }
    double mean = lately.stream().mapToDouble(Trace::millis).average().orElse(0);
    var means = Breakdown.means(lately);
    say(title, Texts.get("why.all"));
    say(facts, Texts.get("why.all.facts", Numbers.millis(mean), Numbers.count(lately.size())));
    sentence.say(sentence(means, mean));
    waterfall.show(means);
  }

  /// What most of the time was.
  private String sentence(List<Sum> sums, double whole) {
    double waiting = sums.stream().filter(sum -> sum.doing() == Doing.WAITING).mapToDouble(Sum::millis).sum();
    boolean isWaiting = waiting >= whole / 2;
    var longest = sums.stream().filter(sum -> (sum.doing() == Doing.WAITING) == isWaiting).findFirst();
    return longest.map(sum -> Texts.get(isWaiting ? "why.waited" : "why.worked",
        Numbers.millis(isWaiting ? waiting : whole - waiting), Numbers.millis(whole),
        place(named(sum.instance()), PlaceText.of(sum.place(), sum.doing())), Numbers.millis(sum.millis()))).orElse("");
  }

  /// The calls that were not made, by what turned them away and where.
  private static String notes(Trace trace) {
    var counts = trace.notes().stream().collect(Collectors.groupingBy(note -> List.of(note.what(), note.where()),
        LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream().map(entry -> Texts.get("note." + entry.getKey().getFirst(),
        entry.getKey().getLast(), Numbers.count(entry.getValue()))).collect(Collectors.joining("\n"));
  }

  private static String place(String instance, String words) {
    return instance.isEmpty() ? words : Texts.get("why.place", instance, words);
  }

  /// The only instance of a node is called as the node is.
  private String named(String instance) {
    var node = instance.replaceAll("#\\d+$", "");
    var view = Optional.ofNullable(workbench.snapshotProperty().get()).flatMap(picture -> view(picture, node));
    return view.filter(one -> one.instances() > 1).isPresent() ? instance : node;
  }

  private static String which(Question question) {
    return switch (question) {
      case Question.Percentile percentile -> Texts.get("why.which.percentile", Numbers.plain(percentile.percent()));
      case Question.Slowest _ -> Texts.get("why.which.slowest");
      case Question.Call call -> Texts.get("why.which.call", call.from(), call.to());
      case Question.At at -> Texts.get("why.which.at", at.node());
      case Question.Exactly exactly -> exactly.sought().which();
    };
  }

  private void showStory() {
    var selected = workbench.selectionProperty().get().nodes();
    var now = workbench.snapshotProperty().get();
    if (selected.size() != 1) {
      story.say("");
    }
    if (now != null) {
      keepTrend(now);
      if (selected.size() == 1) {
        var node = selected.iterator().next();
        var lately = Question.lately(workbench.time().traces(), now.nowNanos());
        view(now, node).ifPresent(view -> story.say(NodeStory.of(node, view, trend.flatMap(then -> view(then, node)),
            trend.map(then -> (now.nowNanos() - then.nowNanos()) / 1e9).orElse(1.0), lately)));
      }
    }
  }

  /// What a formula says of the drawn system with as many families as there are, and when none applies, why.
  private void showTheory() {
    var words = ghost.get().flatMap(known -> known.at(workbench.families()).map(point -> point.failing().isPresent()
        ? Texts.get("why.theory.none", TheoryText.failing(point))
        : Texts.get("why.theory.says", TheoryText.model(known), known.bottleneck().name(),
            Numbers.count(point.families()), Numbers.millis(point.networkMs()), Numbers.millis(point.leastMs()),
            Numbers.perSecond(known.mostThroughput())) + point.balanced().map(bounds -> " " + Texts.get(
                "why.theory.balanced", Numbers.millis(bounds.leastMs()), Numbers.millis(bounds.mostMs()))).orElse("")));
    say(theory, words.orElse(""));
    shown(theoryHeading, words.isPresent());
  }

  /// Keeps a picture to compare the newest with, some simulated seconds older.
  private void keepTrend(Snapshot now) {
    if (before.isEmpty() || before.get().nowNanos() > now.nowNanos()) {
      before = Optional.of(now);
      trend = Optional.empty();
    } else if (now.nowNanos() - before.get().nowNanos() >= TREND_SECONDS * 1e9) {
      trend = before;
      before = Optional.of(now);
    }
  }

  private static Optional<NodeView> view(Snapshot picture, String node) {
    return picture.nodes().stream().filter(view -> view.name().equals(node)).findFirst();
  }

  private long nowNanos() {
    return workbench.snapshotProperty().get() == null ? 0 : workbench.snapshotProperty().get().nowNanos();
  }

  private static void say(Label label, String words) {
    label.setText(words);
    shown(label, !words.isEmpty());
  }

  private static void shown(Region part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }
}
