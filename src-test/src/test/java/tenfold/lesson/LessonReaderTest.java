package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.run.Parts;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;

/// Mistakes in a lesson's files are told with the place and a remedy, and break nothing else.
final class LessonReaderTest {
  private static final String FOLDER = "02-success-disaster";

  private final Map<String, String> files = new HashMap<>();

  LessonReaderTest() throws IOException {
    for (var name : List.of("lesson.md", "start.json", "solution.json", "wrong-one-more-server.json",
        "wrong-bigger-database.json")) {
      try (var stream = LessonLibrary.class.getResourceAsStream(FOLDER + "/" + name)) {
        files.put(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private Lesson read() throws LessonMistake {
    return new LessonReader(FOLDER, name -> Optional.ofNullable(files.get(name))).read("en");
  }

  private String mistake() {
    return String.valueOf(assertThrows(LessonMistake.class, this::read).getMessage());
  }

  private void replace(String old, String with) {
    var text = files.get("lesson.md");
    assertTrue(text.contains(old), old);
    files.put("lesson.md", text.replace(old, with));
  }

  /// What is wrong, where it must be said to be, and words of the remedy.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "number: 2 | numbr: 2 | lesson.md:2: \"numbr\" is not known here | number",
      "number: 2 | number: two | lesson.md:2: \"number\" has a value of another kind | shipped lesson",
      "minutes: 20 | | must say \"minutes:\" | minutes",
      "requests: 600000 | requests: 5000000 | requests must be between 1 and 1000000, not 5000000 | seconds",
      "fast: {measure: p95Ms, | fast: {measure: p95, | goals.fast.measure | p95Ms",
      "atMost: 2000} | atMst: 2000} | \"atMst\" is not known here | atMost",
      "cheap: {measure: dollarsPerMonth, families: 1000, atMost: 2000} | cheap: {count: server, atLeast: 2} | "
          + "the kind \"server\", which does not exist | app-server",
      "cheap: {measure: dollarsPerMonth, families: 1000, atMost: 2000} | cheap: {measure: utilisation, atMost: 1} | "
          + "must say of which node | app-server",
      "cheap: {measure: dollarsPerMonth, families: 1000, atMost: 2000} | cheap: {measure: dollarsPerMonth} | "
          + "and a bound | atMost",
      "cheap: {measure: dollarsPerMonth, families: 1000, atMost: 2000} | "
          + "cheap: {measure: dollarsPerMonth, atMost: 1, set: [Srver.cores=8]} | Srver.cores | Server.cores",
      "cheap: {measure: dollarsPerMonth, families: 1000, atMost: 2000} | "
          + "cheap: {value: app-server.croes, atLeast: 1} | kind.parameter | cores",
      "bounds: [0.05, 0.5, 0.9] | bounds: [0.5, 0.05, 0.9] | predict.lost.bounds | rising",
      "kind: curve | kind: line | predict.growth.kind | curve",
      "verdict: holds} | verdict: true} | claims.ten.verdict | does not hold",
      "design: wrong-one-more-server.json | design: wrong.json | the file wrong.json is missing | head",
      "## story: | ## tale: | \"tale\" is no kind of step | story",
      "## story: Everybody is welcome | ## Everybody | \"## Everybody\" is no step | ## kind: Heading",
      "## predict lost | ## predict losses | the prediction \"losses\" | growth, lost",
      "- Up to half | Up to half | has 3 options and needs 4 | - ",
      "- [x] In a line | - [ ] In a line | one that is right | - [x]",
      "### hint | ### clue | neither \"### hint\", nor \"### goal ID\" | sign",
      "### hint | ### goal slow | neither \"### hint\", nor \"### goal ID\" with goals of the head | fast, ",
      "families: [1200, 1400, 800, 1300] | families: [1200] | \"silver\" must have three | between 0 and 1",
      "families: [1200, 1400, 800, 1300] | each: [Server.count=2] | \"silver\" must have three | between 0 and 1",
      "families: [1200, 1400, 800, 1300] | each: [Server.count=2, Server.count=3, Srver.count=4] | Srver.count | "
          + "Server.count",
      "sign: {count: app-server, atLeast: 2, atMost: 4} | sign: {measure: p95Ms, atMost: 4} | "
          + "must be seen without a run | redundant",
      "### wrong wrong-bigger-database | ### hint | nothing is said to whoever builds like wrong-bigger-database | "
          + "### wrong wrong-bigger-database",
      "draw:start.json | draw:none.json | the file none.json is missing | head",
      "### claim ten | ### claim twelve | \"### claim twelve\" is not \"### claim ID\" | ten, hundred, thousand",
      "### claim ten | ### claim hundred | nothing is said of the claim \"ten\" | ### claim ten",
      "fast: {measure: | fast: {stage: ten, measure: | the file solution-ten.json is missing | head",
      "## build: | ## build ten: | no goal of the head is of the stage \"ten\" | The goals are of \"\"",
      "## build: | ## story: | there is no step in which the goals are met | ## build: Heading",
      "{design: wrong-one-more-server.json, | {design: wrong-one-more-server.json, stage: ten, | "
          + "wrong.wrong-one-more-server.stage | not \"ten\"",
      "### below 190 | ### under 190 | \"### under 190 (M4)\" | ### below 1200",
  })
  void aMistakeIsToldWithPlaceAndRemedy(String old, String with, String said, String remedy) {
    replace(old, Optional.ofNullable(with).orElse(""));
    var mistake = mistake();
    assertTrue(mistake.startsWith(FOLDER + "/lesson.md") || mistake.startsWith(FOLDER + ": the file"), mistake);
    assertTrue(mistake.contains(said.strip()), mistake);
    assertTrue(mistake.contains(remedy.strip()), mistake);
  }

  @Test
  void whatIsGivenExists() {
    var known = Stream.of(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> type.asSubclass(ComponentSpec.class))
        .flatMap(type -> Parameter.of(type).stream()
            .map(parameter -> ComponentSpec.kind(type).id() + "." + parameter.path())).toList();
    World.GIVEN.forEach(given ->
        assertTrue(known.stream().anyMatch(path -> (path + ".").startsWith(given + ".")), given));
  }

  @Test
  void onlyWhatIsGivenCanBeFree() {
    replace("goals:", "free: [app-server.cores]\ngoals:");
    assertTrue(mistake().contains("\"free\" names \"app-server.cores\""), mistake());
    replace("app-server.cores", "app-server.cpu");
    var lesson = assertDoesNotThrow(this::read);
    assertFalse(((Goal.Measured) lesson.goals().getFirst()).world().given().contains("app-server.cpu"));
  }

  /// Each stage has goals, a solution and a step of its own; wrong ways are those of their stage.
  @Test
  void aLessonCanBeBuiltInStages() {
    files.put("solution-first.json", files.get("start.json"));
    replace("goals:", "goals:\n  small: {stage: first, measure: p95Ms, families: 10, atMost: 300}");
    replace("## build:", "## build first: Ten families\n\n### hint\nWait.\n\n## build:");
    var lesson = assertDoesNotThrow(this::read);
    assertEquals(List.of("first", ""), lesson.stages());
    assertEquals("", lesson.lastStage());
    assertEquals(List.of("small"), lesson.goals("first").stream().map(Goal::id).toList());
    assertEquals(lesson.start().topology(), lesson.solutions().get("first"));
    var way = lesson.wrong().stream().filter(Lesson.Wrong::isSigned).findFirst().orElseThrow();
    assertEquals(Optional.of(way), lesson.wrongWay("", way.design()));
    assertEquals(Optional.empty(), lesson.wrongWay("first", way.design()));
  }

  @Test
  void aStepSaysItsLine() {
    replace("## story:", "## tale:");
    var line = files.get("lesson.md").lines().toList().indexOf("## tale: Everybody is welcome") + 1;
    assertTrue(mistake().startsWith(FOLDER + "/lesson.md:" + line + ": "), mistake());
  }

  @Test
  void aBrokenScenarioAndAMissingHeadAreTold() {
    files.put("start.json", "{");
    assertTrue(mistake().startsWith(FOLDER + "/start.json"), mistake());
    files.put("lesson.md", "# A lesson");
    assertTrue(mistake().contains("must begin with its head"), mistake());
  }

  @Test
  void aBrokenLessonLeavesTheOthersAlone() {
    var library = LessonLibrary.of(List.of("00-none", FOLDER), "en",
        folder -> name -> folder.equals(FOLDER) ? Optional.ofNullable(files.get(name)) : Optional.empty());
    assertEquals(List.of(FOLDER), library.lessons().stream().map(Lesson::id).toList());
    assertEquals(1, library.mistakes().size());
    assertTrue(library.mistakes().getFirst().contains("lesson.md is missing"), library.mistakes().getFirst());
  }

  /// What work costs and what machines are paid for is no choice.
  @Test
  void pricesAndProcessorTimesAreTheWorlds() throws Exception {
    var lesson = read();
    var world = ((Goal.Measured) lesson.goals().getFirst()).world();
    var server = (AppServer) lesson.start().topology().node("Server").orElseThrow().component();
    var cheat = Parts.with(Parts.with(Parts.with(server, "monthlyPriceDollars", 1.0), "cpu", List.of()),
        "cores", 20);
    var design = lesson.start().topology().change("Server", node -> node.with(cheat));
    var judged = (AppServer) world.of(design).topology().node("Server").orElseThrow().component();
    assertEquals(2_500, judged.monthlyPriceDollars(), "the next larger machine has 32 cores");
    assertEquals(server.cpu(), judged.cpu());
    assertEquals(20, judged.cores(), "which the student chose");
  }

  /// A design cannot change how many families there are, how patient they are, or what goes wrong.
  @Test
  void theWorldIsTheLessons() throws Exception {
    var lesson = read();
    var goal = (Goal.Measured) lesson.goals().getFirst();
    var calm = ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(easier(lesson.start()))), "calm").scenario();
    var run = goal.world().of(calm.topology());
    assertEquals(1_000, run.topology().familyCount());
    assertEquals(lesson.start().topology().withFamilies(1_000), run.topology());
  }

  private static Scenario easier(Scenario scenario) {
    var other = Gallery.scenario("sample-single").topology().nodes().getFirst().component();
    return scenario.with(scenario.topology().change("Families", node -> node.with(other)));
  }
}
