package tenfold.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the steps of a lesson's `lesson.md`, which follow its head. Each step is a section:
///
/// - `## story: Heading`, `## reading: Heading`, `## more: Heading` – to be read; `more` for those who want to know
///   more
/// - `## predict ID: Heading` – what the head calls ID is asked. For a range and an ordering its options follow as a
///   list; for a number and a curve feedback follows: `### below 1200 (M1)` for predictions below 1,200 and
///   `### beyond` for all others
/// - `## observe: Heading`, `## explain: Heading`, `## quiz: Heading` – a question with its answers as a list:
///   `- [x]` before those that are right and `- [ ]` before others. `explain` also asks for words of one's own
/// - `## build: Heading` – the goals; `### hint` begins a hint, `### goal ID…` says when these goals are measured, and
///   `### wrong NAME` what is said to whoever built like the wrong design of that name in the head. A lesson with
///   stages has one for each: `## build STAGE: Heading`
/// - `## reveal: Heading` – what the text claims; `### claim ID` begins what is said of a claim of the head: what is
///   measured, and why it comes out so
///
/// An option may end with the tag of a misconception, as in `(M3)`; lines below it that are indented and begin with `>`
/// are what is said to whoever chooses it. A link as in `[look](see:families=100)` lets the student see something,
/// `[open](open:crash.json)` opens another scenario of the folder, and `![caption](draw:crash.json)` draws it.
final class LessonText {
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
  private static final Pattern HEADING = Pattern.compile("(\\w+)(?: ([\\w-]+))?: (.+)");
  private static final Pattern PART = Pattern.compile("(?m)^### (.*)$");
  private static final Pattern BOUND = Pattern.compile("(?:below ([\\d.]+)|beyond)");
  private static final Pattern OPTION = Pattern.compile("(?m)^- (?:\\[([ x])] )?(.*(?:\\n  .*)*)");
  private static final Pattern WRONG = Pattern.compile("wrong ([\\w.-]+)");
  private static final Pattern GOALS = Pattern.compile("goal ([\\w -]+)");
  private static final Pattern CLAIM = Pattern.compile("claim ([\\w-]+)");
  private static final Pattern SCENARIO = Pattern.compile("\\]\\((?:open|draw):([^)\\s]+)\\)");
  private static final Pattern TAG = Pattern.compile("\\s*\\((M\\d+)\\)\\s*$");
  private static final String KINDS = "story, reading, more, predict, observe, explain, quiz, build or reveal";

  private final String place;
  private final String text;
  private final Head head;
  private final Scenarios scenarios;

  /// @param place name of the file, for mistakes
  /// @param text the whole file
  /// @param head what the head names and the steps speak of
  /// @param scenarios gets every scenario that the text opens or draws
  LessonText(String place, String text, Head head, Scenarios scenarios) {
    this.place = place;
    this.text = text;
    this.head = head;
    this.scenarios = scenarios;
  }

  /// What the head names and the steps speak of.
  ///
  /// @param questions what can be predicted, by name
  /// @param stages what belongs to each stage of building
  /// @param claims names of the claims
  record Head(Map<String, Question> questions, Map<String, Stage> stages, Set<String> claims) {}

  /// What belongs to a stage of building.
  ///
  /// @param goals names of its goals
  /// @param signs names of the wrong designs that can be recognised in it
  record Stage(Set<String> goals, Set<String> signs) {}

  /// Hears of the scenarios in a text.
  interface Scenarios {
    /// @param file its name
    /// @throws LessonMistake when there is none of that name
    void accept(String file) throws LessonMistake;
  }

  /// How many steps a text has.
  static long sections(String text) {
    return SECTION.matcher(text).results().count();
  }

  List<Step> steps() throws LessonMistake {
    var steps = new ArrayList<Step>();
    var section = SECTION.matcher(text);
    boolean isFound = section.find();
    while (isFound) {
      var heading = section.group(1);
      int begin = section.start();
      int bodyBegin = section.end();
      isFound = section.find();
      steps.add(step(heading, text.substring(bodyBegin, isFound ? section.start() : text.length()).strip(), begin));
    }
    var links = SCENARIO.matcher(text);
    while (links.find()) {
      scenarios.accept(links.group(1));
    }
    if (steps.isEmpty()) {
      throw new LessonMistake(place, 0, "there is no step. Begin one with \"## story: Heading\".");
    }
    return steps;
  }

  private Step step(String line, String body, int at) throws LessonMistake {
    var heading = HEADING.matcher(line);
    if (!heading.matches()) {
      throw mistake(at, "\"## " + line + "\" is no step. Write \"## kind: Heading\", where the kind is " + KINDS + ".");
    }
    var name = heading.group(3).strip();
    var parts = parts(body);
    var words = parts.getFirst().body;
    return switch (heading.group(1)) {
      case "story", "reading" -> new Step.Read(name, body, false);
      case "more" -> new Step.Read(name, body, true);
      case "predict" -> prediction(heading.group(2), name, parts, at);
      case "observe", "quiz" -> choice(name, words, false, at);
      case "explain" -> choice(name, words, true, at);
      case "build" -> build(heading.group(2) == null ? "" : heading.group(2), name, parts, at);
      case "reveal" -> reveal(name, parts, at);
      default -> throw mistake(at, "\"" + heading.group(1) + "\" is no kind of step. It must be " + KINDS + ".");
    };
  }

  private Step prediction(@Nullable String id, String heading, List<Part> parts, int at) throws LessonMistake {
    var question = id == null ? null : head.questions.get(id);
    if (id == null || question == null) {
      throw mistake(at, "the head says nothing of the prediction \"" + (id == null ? "" : id)
          + "\". Write \"## predict ID: Heading\", and the same ID below \"predict:\" in the head"
          + (head.questions.isEmpty() ? "." : ", which has " + String.join(", ", head.questions.keySet()) + "."));
    }
    var words = parts.getFirst().body;
    var feedback = new ArrayList<Step.Feedback>();
    for (var part : parts.subList(1, parts.size())) {
      feedback.add(feedback(part, at));
    }
    boolean isChosen = question instanceof Question.Range || question instanceof Question.Order;
    var options = isChosen ? options(words) : List.<Step.Option>of();
    int wanted = switch (question) {
      case Question.Range range -> range.bounds().size() + 1;
      case Question.Order order -> order.worlds().size();
      case Question.Number _, Question.Curve _ -> 0;
    };
    if (options.size() != wanted) {
      throw mistake(at, "the prediction \"" + id + "\" has " + options.size() + " options and needs " + wanted
          + ", one for each range or variant of the head. Write each as a line that begins with \"- \".");
    }
    return new Step.Predict(id, heading, isChosen ? before(words) : words, question, options, feedback);
  }

  private Step.Feedback feedback(Part part, int at) throws LessonMistake {
    var tag = TAG.matcher(part.title);
    var bound = BOUND.matcher(tag.replaceAll(""));
    if (!bound.matches()) {
      throw mistake(at, "\"### " + part.title + "\" says to whom nothing. Write \"### below 1200\" or \"### beyond\".");
    }
    double below = bound.group(1) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(bound.group(1));
    return new Step.Feedback(below, part.body, tagged(part.title));
  }

  private Step build(String stage, String heading, List<Part> parts, int at) throws LessonMistake {
    var known = head.stages.get(stage);
    if (known == null) {
      throw mistake(at, "no goal of the head is of the stage \"" + stage + "\" that is built here. The goals are of "
          + head.stages.keySet().stream().sorted().map(one -> "\"" + one + "\"").collect(Collectors.joining(", "))
          + ".");
    }
    var hints = new ArrayList<String>();
    var conditions = new HashMap<String, String>();
    var wrong = new HashMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      var way = WRONG.matcher(part.title);
      var goals = GOALS.matcher(part.title);
      if (part.title.equals("hint")) {
        hints.add(part.body);
      } else if (goals.matches() && known.goals.containsAll(List.of(goals.group(1).split(" ")))) {
        List.of(goals.group(1).split(" ")).forEach(goal -> conditions.put(goal, part.body));
      } else if (way.matches() && known.signs.contains(way.group(1))) {
        wrong.put(way.group(1), part.body);
      } else {
        throw mistake(at, "\"### " + part.title + "\" is neither \"### hint\", nor \"### goal ID\" with goals of the "
            + "head (" + String.join(", ", known.goals) + "), nor \"### wrong NAME\" with the name of a wrong design "
            + "that has a sign in the head" + (known.signs.isEmpty() ? "; none has."
                : ": " + known.signs.stream().sorted().collect(Collectors.joining(", ")) + "."));
      }
    }
    for (var sign : known.signs) {
      if (!wrong.containsKey(sign)) {
        throw mistake(at, "nothing is said to whoever builds like " + sign + ", whose sign the head gives. Begin it "
            + "with \"### wrong " + sign + "\".");
      }
    }
    return new Step.Build(stage, heading, parts.getFirst().body, hints, conditions, wrong);
  }

  private Step reveal(String heading, List<Part> parts, int at) throws LessonMistake {
    var claims = new HashMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      var claim = CLAIM.matcher(part.title);
      if (!claim.matches() || !head.claims.contains(claim.group(1))) {
        throw mistake(at, "\"### " + part.title + "\" is not \"### claim ID\" with one of the claims of the head: "
            + String.join(", ", head.claims) + ".");
      }
      claims.put(claim.group(1), part.body);
    }
    for (var claim : head.claims) {
      if (!claims.containsKey(claim)) {
        throw mistake(at, "nothing is said of the claim \"" + claim + "\" of the head. Begin it with \"### claim "
            + claim + "\".");
      }
    }
    return new Step.Reveal(heading, parts.getFirst().body, claims);
  }

  private Step choice(String heading, String words, boolean wantsWords, int at) throws LessonMistake {
    var options = options(words);
    if (options.size() < 2 || options.stream().noneMatch(Step.Option::isRight)) {
      throw mistake(at, "\"" + heading + "\" needs two answers or more, and one that is right. Write \"- [x] \" before "
          + "it and \"- [ ] \" before others.");
    }
    return new Step.Choose(heading, before(words), options, wantsWords);
  }

  /// What stands before the first option.
  private static String before(String words) {
    var option = OPTION.matcher(words);
    return option.find() ? words.substring(0, option.start()).strip() : words;
  }

  private static List<Step.Option> options(String words) {
    return OPTION.matcher(words).results().map(option -> {
      var lines = option.group(2).lines().map(String::strip).toList();
      var said = String.join(" ", lines.stream().filter(line -> !line.startsWith(">")).toList());
      var feedback = String.join("\n", lines.stream().filter(line -> line.startsWith(">"))
          .map(line -> line.substring(1).strip()).toList());
      return new Step.Option(TAG.matcher(said).replaceAll(""), "x".equals(option.group(1)), feedback, tagged(said));
    }).toList();
  }

  private static Optional<String> tagged(String words) {
    Matcher tag = TAG.matcher(words);
    return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
  }

  /// A piece of a step: what stands before the first `###` has no title.
  private record Part(String title, String body) {}

  private static List<Part> parts(String body) {
    var parts = new ArrayList<Part>();
    var head = PART.matcher(body);
    int begin = 0;
    var title = "";
    while (head.find()) {
      parts.add(new Part(title, body.substring(begin, head.start()).strip()));
      title = head.group(1).strip();
      begin = head.end();
    }
    parts.add(new Part(title, body.substring(begin).strip()));
    return parts;
  }

  private LessonMistake mistake(int at, String sentence) {
    return new LessonMistake(place, 1 + (int) text.substring(0, at).chars().filter(letter -> letter == '\n').count(),
        sentence);
  }
}
