package tenfold.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.lesson.FrontMatter.Claimed;
import tenfold.lesson.FrontMatter.Wanted;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Topology;

/// Reads the folder of a lesson: `lesson.md`, its translations as in `lesson_es.md`, `start.json`, `solution.json`, and
/// other scenarios that they name.
final class LessonReader {
  private static final Pattern HEAD =
      Pattern.compile("\\A---\\R(.*?)^---\\R(.*)\\z", Pattern.DOTALL | Pattern.MULTILINE);
  private static final long MOST_REQUESTS = 1_000_000;

  private final String folder;
  private final Function<String, Optional<String>> files;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
  private List<String> given = World.GIVEN;

  /// @param folder its name, which is the lesson's identifier
  /// @param files the text of each of its files, by name
  LessonReader(String folder, Function<String, Optional<String>> files) {
    this.folder = folder;
    this.files = files;
  }

  /// What a list shows of it, without its scenarios.
  LessonCard card(String language) throws LessonMistake {
    var front = front();
    var name = translated(language);
    var text = file(name);
    return new LessonCard(folder, said("number", front.number()), title(name, text), said("minutes", front.minutes()),
        (int) LessonText.sections(text), front.goals().size() + front.gold().size(), front.silver() != null);
  }

  private String translated(String language) {
    var name = "lesson_" + language + ".md";
    return files.apply(name).isPresent() ? name : "lesson.md";
  }

  private FrontMatter front() throws LessonMistake {
    var head = HEAD.matcher(file("lesson.md"));
    if (!head.matches()) {
      throw new LessonMistake(place("lesson.md"), 1, "the file must begin with its head: a line of three dashes, the "
          + "head in YAML, and another line of three dashes.");
    }
    return FrontMatter.parse(head.group(1), place("lesson.md"));
  }

  /// The lesson in a language, or in English where it is not written in it.
  Lesson read(String language) throws LessonMistake {
    var front = front();
    given = given(front.free());
    var questions = new LinkedHashMap<String, Question>();
    for (var entry : front.predict().entrySet()) {
      questions.put(entry.getKey(), question(entry.getKey(), entry.getValue()));
    }
    var goals = new ArrayList<Goal>();
    for (var entry : front.goals().entrySet()) {
      goals.add(goal("goals.", entry.getKey(), entry.getValue(), Medal.BRONZE));
    }
    for (var entry : front.gold().entrySet()) {
      goals.add(goal("gold.", entry.getKey(), entry.getValue(), Medal.GOLD));
    }
    var claims = new ArrayList<Claim>();
    for (var claim : front.claims()) {
      claims.add(claim(claim));
    }
    var wrong = new ArrayList<Lesson.Wrong>();
    for (var way : front.wrong()) {
      wrong.add(wrong(way));
    }
    var solutions = new LinkedHashMap<String, Topology>();
    var stages = new HashMap<String, LessonText.Stage>();
    for (var stage : goals.isEmpty() ? List.of("") : goals.stream().map(Goal::stage).distinct().toList()) {
      solutions.put(stage, scenario(solution(stage)).topology());
      stages.put(stage, new LessonText.Stage(
          goals.stream().filter(goal -> goal.stage().equals(stage)).map(Goal::id)
              .collect(Collectors.toCollection(LinkedHashSet::new)),
          wrong.stream().filter(way -> way.isSigned() && way.stage().equals(stage)).map(Lesson.Wrong::name)
              .collect(Collectors.toSet())));
    }
    for (var way : wrong) {
      if (!solutions.containsKey(way.stage())) {
        throw mistake("\"wrong." + way.name() + ".stage\" must be one of the goals' stages, "
            + String.join(", ", solutions.keySet()) + ", not \"" + way.stage() + "\".");
      }
    }
    var name = translated(language);
    var text = file(name);
    return new Lesson(folder, said("number", front.number()), title(name, text), said("minutes", front.minutes()),
        requests(front.requests()), front.sections(), front.notes(), kinds(front.palette()), scenario("start.json"),
        solutions, wrong, goals, forecast(front.silver(), solution(solutions.lastEntry().getKey())), claims,
        steps(name, text, new LessonText.Head(questions, stages, claims.stream().map(Claim::id)
            .collect(Collectors.toCollection(LinkedHashSet::new)))), scenarios);
  }

  private static String solution(String stage) {
    return stage.isEmpty() ? "solution.json" : "solution-" + stage + ".json";
  }

  private List<Step> steps(String name, String text, LessonText.Head head) throws LessonMistake {
    var steps = new LessonText(place(name), text, head, this::scenario).steps();
    for (var stage : head.stages().keySet()) {
      if (steps.stream().noneMatch(step -> step instanceof Step.Build build && build.stage().equals(stage))) {
        throw new LessonMistake(place(name), 0, "there is no step in which the goals "
            + (stage.isEmpty() ? "" : "of the stage \"" + stage + "\" ") + "are met. Begin one with \"## build"
            + (stage.isEmpty() ? "" : " " + stage) + ": Heading\".");
      }
    }
    return steps;
  }

  private String title(String name, String text) throws LessonMistake {
    var head = HEAD.matcher(text);
    if (!head.matches()) {
      throw new LessonMistake(place(name), 1, "the file must begin with its head, between two lines of three dashes.");
    }
    return said(place(name), "title", FrontMatter.parse(head.group(1), place(name)).title());
  }

  private long requests(@Nullable Long requests) throws LessonMistake {
    long budget = said("requests", requests);
    if (budget < 1 || budget > MOST_REQUESTS) {
      throw mistake("requests must be between 1 and " + MOST_REQUESTS + ", not " + budget
          + ": a check must not take longer than a few seconds.");
    }
    return budget;
  }

  private List<String> kinds(List<String> names) throws LessonMistake {
    for (var name : names) {
      kind("palette", name);
    }
    return names;
  }

  private Class<? extends ComponentSpec> kind(String where, String name) throws LessonMistake {
    var known = new TreeSet<String>();
    for (var type : ComponentSpec.class.getPermittedSubclasses()) {
      var spec = type.asSubclass(ComponentSpec.class);
      if (ComponentSpec.kind(spec).id().equals(name)) {
        return spec;
      }
      known.add(ComponentSpec.kind(spec).id());
    }
    throw mistake("\"" + where + "\" names the kind \"" + name + "\", which does not exist. It must be one of "
        + String.join(", ", known) + ".");
  }

  private Question question(String id, FrontMatter.Question asked) throws LessonMistake {
    var where = "predict." + id;
    var measure = measure(where, asked.measure(), asked.node());
    var node = asked.node() == null ? "" : asked.node();
    var kind = said(where + ".kind", asked.kind());
    boolean isCurve = kind.equals("curve");
    var families = isCurve || asked.families().isEmpty() ? null : asked.families().getFirst();
    var world = world(where, asked.in(), families, asked.set(), "start.json");
    return switch (kind) {
      case "number" -> new Question.Number(measure, node, world);
      case "curve" -> new Question.Curve(measure, node, world, rising(where + ".families", asked.families()));
      case "range" -> new Question.Range(measure, node, world, rising(where + ".bounds", asked.bounds()));
      case "order" -> new Question.Order(measure, node, variants(where, world, asked.variants()));
      default -> throw mistake("\"" + where + ".kind\" must be number, curve, range or order, not \"" + kind + "\".");
    };
  }

  private List<World> variants(String where, World world, Map<String, List<String>> variants) throws LessonMistake {
    var worlds = new ArrayList<World>();
    for (var variant : variants.values()) {
      var one = world.plus(variant);
      check(where, one);
      worlds.add(one);
    }
    if (worlds.size() < 2) {
      throw mistake("\"" + where + ".variants\" must name two variants or more, each with what it sets.");
    }
    return worlds;
  }

  private <T extends Comparable<T>> List<T> rising(String where, List<T> values) throws LessonMistake {
    if (values.isEmpty() || !values.stream().sorted().distinct().toList().equals(values)) {
      throw mistake("\"" + where + "\" must be a list of rising values, not " + values + ".");
    }
    return values;
  }

  /// What stays given when some of it is left to the student.
  private List<String> given(List<String> free) throws LessonMistake {
    for (var one : free) {
      if (!World.GIVEN.contains(one)) {
        throw mistake("\"free\" names \"" + one + "\". It must be one of " + String.join(", ", World.GIVEN) + ".");
      }
    }
    return World.GIVEN.stream().filter(one -> !free.contains(one)).toList();
  }

  private Optional<Forecast> forecast(FrontMatter.@Nullable Silver silver, String design) throws LessonMistake {
    if (silver == null) {
      return Optional.empty();
    }
    double within = said("silver.within", silver.within());
    var settings = Stream.concat(silver.families().stream().map(count -> Setting.FAMILIES + "=" + count),
        silver.each().stream()).toList();
    if (settings.size() < 3 || !(within > 0 && within < 1)) {
      throw mistake("\"silver\" must have three numbers of families or more, or three settings in \"each\", and "
          + "within a share between 0 and 1.");
    }
    for (var setting : settings) {
      check("silver.each", world("silver", silver.in(), null, List.of(setting), design));
    }
    return Optional.of(new Forecast(measure("silver", silver.measure(), silver.node()),
        silver.node() == null ? "" : silver.node(), world("silver", silver.in(), null, silver.set(), design),
        settings, within));
  }

  private Lesson.Wrong wrong(FrontMatter.WrongWay way) throws LessonMistake {
    var file = said("wrong.design", way.design());
    var name = file.replaceFirst("\\.json$", "");
    var sign = new ArrayList<Rule>();
    for (var wanted : way.sign()) {
      if (!(goal("wrong.", name + ".sign", wanted, Medal.NONE) instanceof Goal.Structural structural)) {
        throw mistake("\"wrong." + name + ".sign\" must be seen without a run: write count, redundant or value.");
      }
      sign.add(structural.rule());
    }
    return new Lesson.Wrong(name, way.stage() == null ? "" : way.stage(),
        said("wrong.misconception", way.misconception()), scenario(file).topology(), sign);
  }

  private Goal goal(String part, String id, Wanted wanted, Medal medal) throws LessonMistake {
    var where = part + id;
    var stage = wanted.stage() == null ? "" : wanted.stage();
    double points = wanted.points() == null ? 1 : wanted.points();
    double atLeast = wanted.atLeast() == null ? Double.NEGATIVE_INFINITY : wanted.atLeast();
    double atMost = wanted.atMost() == null ? Double.POSITIVE_INFINITY : wanted.atMost();
    boolean isBounded = wanted.atLeast() != null || wanted.atMost() != null;
    var kinds = Stream.of(wanted.measure(), wanted.count(), wanted.redundant(), wanted.value())
        .filter(kind -> kind != null).count();
    if (kinds != 1 || !isBounded && wanted.redundant() == null && wanted.is() == null || atLeast > atMost) {
      throw mistake("\"" + where + "\" must have one of measure, count, redundant and value, and a bound: atLeast, "
          + "atMost, or \"is\" for a choice; atLeast must not be above atMost.");
    }
    if (wanted.measure() != null) {
      var world = world(where, wanted.in(), wanted.families(), wanted.set(), solution(stage));
      return new Goal.Measured(id, medal, stage, points, measure(where, wanted.measure(), wanted.node()),
          wanted.node() == null ? "" : wanted.node(), atLeast, atMost, world);
    }
    return new Goal.Structural(id, medal, stage, points, rule(where, wanted, atLeast, atMost));
  }

  private Rule rule(String where, Wanted wanted, double atLeast, double atMost) throws LessonMistake {
    if (wanted.count() != null) {
      kind(where + ".count", wanted.count());
      return new Rule.Count(wanted.count(), (int) Math.max(0, atLeast), (int) Math.min(Integer.MAX_VALUE, atMost));
    } else if (wanted.redundant() != null) {
      kind(where + ".redundant", wanted.redundant());
      return new Rule.Redundant(wanted.redundant());
    }
    var value = said(where + ".value", wanted.value());
    int dot = value.indexOf('.');
    var type = kind(where + ".value", dot < 0 ? value : value.substring(0, dot));
    var path = value.substring(dot + 1);
    var known = Parameter.of(type).stream().map(Parameter::path).collect(Collectors.toCollection(TreeSet::new));
    if (dot < 0 || !known.contains(path)) {
      throw mistake("\"" + where + ".value\" must be kind.parameter, where the parameter is one of "
          + String.join(", ", known) + ", not \"" + value + "\".");
    }
    var parameter = Parameter.of(type).stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
    var choices = parameter.choices().stream().map(Object::toString).toList();
    if (!choices.isEmpty() && !choices.contains(String.valueOf(wanted.is()))) {
      throw mistake("\"" + where + ".is\" must be one of " + String.join(", ", choices) + ", not \"" + wanted.is()
          + "\".");
    }
    return new Rule.Value(value.substring(0, dot), parameter, atLeast, atMost,
        Objects.requireNonNullElse(wanted.is(), ""));
  }

  private Claim claim(Claimed claimed) throws LessonMistake {
    var id = said("claims.id", claimed.id());
    var where = "claims." + id;
    var verdicts = Stream.of(Claim.Verdict.values()).collect(Collectors.toMap(Claim.Verdict::toString, one -> one));
    var verdict = verdicts.get(said(where + ".verdict", claimed.verdict()));
    if (verdict == null) {
      throw mistake("\"" + where + ".verdict\" must be one of "
          + String.join(", ", new TreeSet<>(verdicts.keySet())) + ".");
    }
    var design = claimed.design() == null ? "start.json" : claimed.design();
    return new Claim(id, measure(where, claimed.measure(), claimed.node()),
        claimed.node() == null ? "" : claimed.node(), scenario(design).topology(),
        world(where, claimed.in() == null ? design : claimed.in(), claimed.families(), claimed.set(), design),
        claimed.text() == null ? Double.NaN : claimed.text(), said(where + ".model", claimed.model()),
        said(where + ".tolerance", claimed.tolerance()), verdict);
  }

  private Measure measure(String where, @Nullable String id, @Nullable String node) throws LessonMistake {
    var measure = Measure.of(said(where + ".measure", id));
    if (measure.isEmpty()) {
      throw mistake("\"" + where + ".measure\" must be one of " + Stream.of(Measure.values()).map(Measure::toString)
          .sorted().collect(Collectors.joining(", ")) + ", not \"" + id + "\".");
    }
    if (measure.get().isOfNode() && node == null) {
      throw mistake("\"" + where + "\" must say of which node: \"node:\" with a name, or with a kind as in "
          + "app-server.");
    }
    return measure.get();
  }

  /// @param design what the settings are tried on
  private World world(String where, @Nullable String file, @Nullable Integer families, List<String> settings,
      String design) throws LessonMistake {
    var world = new World(scenario(file == null ? "start.json" : file), Optional.ofNullable(families), settings,
        given);
    check(where, world, scenario(design));
    return world;
  }

  private void check(String where, World world) throws LessonMistake {
    check(where, world, scenario("start.json"));
  }

  /// A setting may be about a part that only the start or only the other design has.
  private void check(String where, World world, Scenario design) throws LessonMistake {
    for (var setting : world.settings()) {
      try {
        Setting.of(design, setting);
      } catch (UnreadableSetting inDesign) {
        try {
          Setting.of(scenario("start.json"), setting);
        } catch (UnreadableSetting mistake) {
          throw mistake("\"" + where + ".set\": " + mistake.getMessage());
        }
      }
    }
  }

  private Scenario scenario(String name) throws LessonMistake {
    var known = scenarios.get(name);
    if (known != null) {
      return known;
    }
    try {
      var read = ScenarioFile.parse(file(name), place(name)).scenario();
      scenarios.put(name, read);
      return read;
    } catch (UnreadableScenario mistake) {
      throw new LessonMistake(place(name), 0, String.valueOf(mistake.getMessage()));
    }
  }

  private String file(String name) throws LessonMistake {
    var text = files.apply(name);
    if (text.isEmpty()) {
      throw new LessonMistake(folder, 0, "the file " + name
          + " is missing. Put it there, or take its name out of the head.");
    }
    return text.get();
  }

  private <T> T said(String field, @Nullable T value) throws LessonMistake {
    return said(place("lesson.md"), field, value);
  }

  private static <T> T said(String place, String field, @Nullable T value) throws LessonMistake {
    if (value == null) {
      throw new LessonMistake(place, 0, "the head must say \"" + field + ":\".");
    }
    return value;
  }

  private LessonMistake mistake(String sentence) {
    return new LessonMistake(place("lesson.md"), 0, sentence);
  }

  private String place(String name) {
    return folder + "/" + name;
  }
}
