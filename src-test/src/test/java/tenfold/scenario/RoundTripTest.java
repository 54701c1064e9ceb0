package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.component.ServerMemory;
import tenfold.topology.Inspection;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// What is written can be read, and is the same; what cannot be written does no harm.
class RoundTripTest {
  static final List<String> NAMES = Gallery.NAMES;

  @TempDir
  private Path folder;

  static Stream<ComponentSpec> everyComponent() {
    return Samples.everyComponent();
  }

  @ParameterizedTest
  @MethodSource("everyComponent")
  void everyComponentComesBackAsItWas(ComponentSpec component) throws UnreadableScenario {
    var written = Samples.with(component);
    var read = ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(written)), "test");
    assertEquals(written, read.scenario());
    assertEquals(List.of(), read.warnings());
  }

  /// Each number set to the end of its range that is not its default: what stands in the file is what is read.
  @ParameterizedTest
  @MethodSource("everyComponent")
  void everyNumberComesBackAsItWasSet(ComponentSpec component) throws UnreadableScenario {
    for (var parameter : Parameter.of(component.getClass())) {
      if (parameter.value(component) instanceof Number standard) {
        double end = standard.doubleValue() == parameter.annotation().min()
            ? parameter.annotation().max() : parameter.annotation().min();
        Object value = parameter.type() == int.class ? (Object) (int) end : (Object) end;
        var written = Samples.with((ComponentSpec) parameter.with((Record) component, value));
        assertEquals(written, ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(written)), "test").scenario(),
            parameter.path());
      }
    }
  }

  /// A file from before a parameter existed has its default; nothing else may be left out.
  @Test
  void whatMayBeAbsentHasItsDefault() throws UnreadableScenario {
    var text = Samples.text("growth-crisis").replaceAll(",\\s+\"faults\" : \\[ ]", "");
    var old = text.replaceAll("(?s),\\s+\"maxInFlight\".*?\"sessions\" : \"storeOrMemory\"", "");
    assertFalse(old.contains("perRequestMb"), old);
    var server = (AppServer) ScenarioFile.parse(old, "old").scenario().topology().node("Server").orElseThrow()
        .component();
    assertEquals(new ServerMemory(), server.memory());
    assertEquals(2_048, server.backlog());
    assertThrows(UnreadableScenario.class,
        () -> ScenarioFile.parse(old.replaceAll("\"backlog\" : 2048,", ""), "old"));
  }

  /// Every parameter has a property of its name in the file, grouped as its path says.
  @ParameterizedTest
  @MethodSource("everyComponent")
  void everyParameterStandsInTheFile(ComponentSpec component) {
    var text = ScenarioFile.format(ScenarioDocument.of(Samples.with(component)));
    for (var parameter : Parameter.of(component.getClass())) {
      for (var name : parameter.path().split("\\.")) {
        assertTrue(text.contains("\"" + name + "\" : "), parameter.path() + " in " + text);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyShippedScenarioHasNoProblems(String name) {
    assertEquals(List.of(), Inspection.problems(Gallery.scenario(name).topology()));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyShippedScenarioIsWrittenAsItsFileReads(String name) throws IOException {
    try (var stream = Gallery.class.getResourceAsStream(name + ScenarioFile.ENDING)) {
      assertEquals(new String(stream.readAllBytes(), StandardCharsets.UTF_8), Samples.text(name));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyShippedScenarioSaysWhatItShows(String name) {
    var scenario = Gallery.scenario(name);
    assertFalse(scenario.title().isBlank());
    assertTrue(scenario.description().endsWith("."), scenario.description());
  }

  @Test
  void anUnknownShippedNameIsAnsweredWithAllNames() {
    var unknown = assertThrows(IllegalArgumentException.class, () -> Gallery.scenario("growth"));
    NAMES.forEach(name -> assertTrue(unknown.getMessage().contains(name), unknown.getMessage()));
  }

  @Test
  void namesAndNumbersOfAllSortsSurvive() throws UnreadableScenario {
    var component = Samples.everyComponent().findFirst().orElseThrow();
    var nodes = List.of(new Node("Büro \"A\" \\ 家族 \n", -0.125, 1e12, component));
    var links = List.of(new Link("a", "b", 0.1, 1e-9), new Link("b", "a", 1.0 / 3, 0.25));
    var scenario = new Scenario("Ünïcode ✓", "", new Topology(nodes, links), 0, 0.001, Long.MIN_VALUE);
    assertEquals(scenario, ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(scenario)), "test").scenario());
  }

  @Test
  void aSavedFileIsReadBack() throws IOException, UnreadableScenario {
    var file = folder.resolve("mine.tenfold");
    var document = ScenarioDocument.of(Gallery.scenario("sample-scaled"));
    ScenarioFile.write(file, document);
    ScenarioFile.write(file, document);
    assertEquals(document.scenario(), ScenarioFile.read(file).scenario());
    assertEquals(List.of("mine.tenfold"), filesIn(folder));
  }

  @Test
  void aSaveThatFailsLeavesTheOldFileAndNothingBesideIt() throws IOException {
    var target = Files.createDirectory(folder.resolve("taken.tenfold"));
    var inside = Files.writeString(target.resolve("old"), "old content");
    assertThrows(IOException.class,
        () -> ScenarioFile.write(target, ScenarioDocument.of(Gallery.scenario("growth-crisis"))));
    assertEquals("old content", Files.readString(inside));
    assertEquals(List.of("taken.tenfold"), filesIn(folder));
  }

  @Test
  void aSaveIntoAFolderThatIsNotThereFails() {
    var nowhere = folder.resolve("no such folder").resolve("mine.tenfold");
    assertThrows(IOException.class,
        () -> ScenarioFile.write(nowhere, ScenarioDocument.of(Gallery.scenario("growth-crisis"))));
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
