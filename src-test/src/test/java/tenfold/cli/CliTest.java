package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.live.FakeRedis;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;

/// Commands, exit codes and what is said when something is wrong.
final class CliTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void liveServesOverARedis() throws IOException {
    try (var redis = new FakeRedis()) {
      var live = Invocation.of("live", "--port", "0", "--families", "3", "--for", "0.1", "--stampede", "lease",
          "--redis", redis.url());
      assertEquals(Cli.OK, live.code(), live.err());
      assertTrue(live.out().startsWith("The co-op is at http://127.0.0.1:"), live.out());
    }
  }

  @Test
  void liveSaysWhichProtectionsThereAre() {
    var live = Invocation.of("live", "--stampede", "leese");
    assertEquals(Cli.USAGE, live.code());
    assertTrue(live.err().startsWith("Invalid value for option '--stampede': it must be none, singleFlight, lease or "
        + "earlyExpiration, not leese"), live.err());
  }

  /// Nobody listens on port 1.
  @ParameterizedTest
  @ValueSource(strings = {"redis://127.0.0.1:1", "http://127.0.0.1:80", "a b"})
  void liveSaysWhichRedisCannotBeUsed(String url) {
    var live = Invocation.of("live", "--port", "0", "--for", "0", "--redis", url);
    assertEquals(Cli.PROBLEM, live.code());
    assertEquals("", live.out());
    assertTrue(live.err().matches("The Redis cannot be used: [^\n]+\\. Check --redis\\.\n"), live.err());
  }

  @Test
  void tableNamesUnitsIntervalsNodesAndSpeed() {
    var run = Invocation.ofShort("run", "growth-crisis");
    assertEquals(Cli.OK, run.code(), run.err());
    var title = "Growth crisis: 2 replications of 3 s each, after 1 s of warm-up, seed 1";
    assertTrue(run.out().startsWith(title), run.out());
    assertTrue(run.out().contains("per second") && run.out().contains(" ± "), run.out());
    assertTrue(run.out().contains("too few answers for a p99"), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.startsWith("Primary")), run.out());
    var last = run.out().lines().reduce("", (_, line) -> line);
    assertTrue(last.matches(".* per CPU second, .* per wall second; digest [0-9a-f]{16}"), last);
  }

  @Test
  void misspeltScenarioIsAProblemThatSuggestsTheNearest() {
    var run = Invocation.of("run", "growth-crysis");
    assertEquals(Cli.PROBLEM, run.code());
    assertTrue(run.err().contains("did you mean \"growth-crisis\"?"), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals("", run.out());
  }

  @Test
  void misspeltFileIsAProblemThatSuggestsAFileBesideIt() throws IOException {
    ScenarioFile.write(folder.resolve("mine.tenfold"), ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var run = Invocation.of("run", folder.resolve("mien.tenfold").toString());
    assertEquals(Cli.PROBLEM, run.code());
    assertTrue(run.err().contains("did you mean \"" + folder.resolve("mine.tenfold") + "\"?"), run.err());
    var alone = Invocation.of("run", folder.resolve("no such folder/mine.tenfold").toString());
    assertEquals(Cli.PROBLEM, alone.code());
    assertFalse(alone.err().contains("did you mean"), alone.err());
  }

  @Test
  void brokenFileIsAProblemThatNamesFileAndProperty() throws IOException {
    var text = ScenarioFile.format(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var file = folder.resolve("broken.tenfold");
    Files.writeString(file, text.replace("\"cores\" : 4,", "\"cores\" : 4, \"coers\" : 4,"));
    var run = Invocation.of("run", file.toString());
    assertEquals(Cli.PROBLEM, run.code());
    assertTrue(run.err().contains("broken.tenfold") && run.err().contains("did you mean \"cores\"?"), run.err());
  }

  @Test
  void fatalProblemsAreListedWithNodeAndRemedy() throws IOException {
    var scenario = Gallery.scenario("growth-crisis");
    var file = folder.resolve("no-primary.tenfold");
    ScenarioFile.write(file, ScenarioDocument.of(scenario.with(scenario.topology().minus("Primary"))));
    var run = Invocation.of("run", file.toString());
    assertEquals(Cli.PROBLEM, run.code());
    assertEquals("Server: it has no database. Link it to a primary.", run.err().strip());
  }

  @Test
  void scenarioFileRunsLikeTheShippedOne() throws IOException {
    var file = folder.resolve("my scenario.tenfold");
    ScenarioFile.write(file, ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var mine = Invocation.ofShort("run", file.toString());
    assertEquals(digest(Invocation.ofShort("run", "growth-crisis")), digest(mine));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "walk", "run", "run growth-crisis --bogus", "run growth-crisis --families 0", "run growth-crisis --families x",
    "growth growth-crisis --families 10,-1", "run growth-crisis --length 0", "run growth-crisis --warm-up -1",
    "run growth-crisis --replications 0", "run growth-crisis --format xml", "run growth-crisis sample-single"})
  void wrongUsageIsTwo(String line) {
    var run = Invocation.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(Cli.USAGE, run.code(), run.err());
    assertEquals("", run.out());
    assertFalse(run.err().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "growth --help", "--version"})
  void helpAndVersionAreNoMistakes(String line) {
    var run = Invocation.of(line.split(" "));
    assertEquals(Cli.OK, run.code(), run.err());
    assertFalse(run.out().isBlank());
  }

  @Test
  void versionIsThatOfTheBuild() throws IOException {
    var pom = Files.readString(Path.of(System.getProperty("tenfold.root"), "pom.xml"));
    assertTrue(pom.contains("<version>" + TenfoldCommand.VERSION + "</version>"));
  }

  @Test
  void chartIsAPictureWithLinesInIt() throws IOException {
    var file = folder.resolve("growth curve.png");
    var run = Invocation.ofShort("growth", "growth-crisis", "--families", "10,100", "--chart", file.toString());
    assertEquals(Cli.OK, run.code(), run.err());
    var image = ImageIO.read(file.toFile());
    long colours = IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth())).distinct().count();
    assertEquals(1_200, image.getWidth());
    assertTrue(colours > 10, "only " + colours + " colours");
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "a part is left over");
    }
  }

  /// Who was told what, and which event made it wrong: the truth and the commit stand in each line.
  @Test
  void incidentsOfWrongDataAreWrittenLineByLine() throws IOException {
    var file = folder.resolve("incidents.csv");
    var run = Invocation.of("run", "ghost-name", "--replications", "1", "--length", "300", "--incidents",
        file.toString());
    assertEquals(Cli.OK, run.code(), run.err());
    assertTrue(run.out().contains("oldAfterSave"), run.out());
    var lines = Files.readAllLines(file);
    assertEquals("what,atSeconds,reader,family,told,truth,causeSeconds,cause,causeAt,fromCache", lines.getFirst());
    assertTrue(lines.size() > 20, lines.size() + " lines");
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("oldAfterSave,") && line.contains("Renamed")
        && line.matches(".*,change,Primary#1,(true|false)")));
  }

  @Test
  void incidentsWithoutAFolderAreAProblemBeforeTheRun() {
    var run = Invocation.of("run", "ghost-name", "--incidents", folder.resolve("none/incidents.csv").toString());
    assertEquals(Cli.PROBLEM, run.code());
    assertTrue(run.err().contains("for the incidents"), run.err());
  }

  @Test
  void theReferenceOfAComponentIsMarkdown() {
    var run = Invocation.of("reference", "app-server");
    assertEquals(Cli.OK, run.code(), run.err());
    assertTrue(run.out().startsWith("# Server (`app-server`)"), run.out());
    var pool = "| Pool size | `pool.limit` | connections | 100 | 1 to 10,000 | at once | ";
    assertTrue(run.out().contains(pool), run.out());
    assertTrue(run.out().contains("- **Hang** (`hang`): "), run.out());
    assertEquals(run.out(), Invocation.of("reference", "server").out());
    var all = Invocation.of("reference").out();
    assertTrue(all.contains(run.out()) && all.contains("# Outside (`outside`)"), all);
  }

  @Test
  void aMisspeltComponentIsAProblemThatSuggestsTheNearest() {
    var run = Invocation.of("reference", "read-replca");
    assertEquals(Cli.PROBLEM, run.code());
    var sentence = "There is no component \"read-replca\"; did you mean \"read-replica\"? There are: families, ";
    assertTrue(run.err().startsWith(sentence), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void chartWithoutAFolderIsAProblemBeforeTheRun() {
    var run = Invocation.of("growth", "growth-crisis", "--chart", folder.resolve("none/curve.png").toString());
    assertEquals(Cli.PROBLEM, run.code());
    assertTrue(run.err().startsWith("There is no folder "), run.err());
  }

  @Test
  void withoutAWindowTheGrowthCurveComesAsTableAndPicture() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Terminal.show(Gallery.scenario("growth-crisis").lasting(0, 1), 1, folder, Invocation.stream(out),
        Invocation.stream(err));
    assertEquals(Cli.OK, code, err.toString(StandardCharsets.UTF_8));
    assertTrue(Files.exists(folder.resolve("growth-curve.png")));
    assertTrue(out.toString(StandardCharsets.UTF_8).lines().anyMatch(line -> line.startsWith("   5,000 ")));
  }

  private static String digest(Invocation invocation) {
    return invocation.out().substring(invocation.out().indexOf("digest "));
  }
}
