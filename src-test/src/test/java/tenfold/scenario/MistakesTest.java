package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.kernel.Simulation;

/// A file that cannot be read is answered with one sentence: which file, where in it, what is wrong, what helps.
class MistakesTest {
  @TempDir
  private Path folder;

  /// The growth crisis with one piece of text replaced by another; line and column are of the place that is wrong.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "thinkTimeMs" | "thinkTimeMS" | unknown property "thinkTimeMS"; did you mean "thinkTimeMs"? (in node "Families")
      "x" : 60 | "z" : 60 | unknown property "z". (in node "Families")
      "limit" : 100 | "limits" : 100 | unknown property "limits"; did you mean "limit"? (in node "Server")
      "population" : 10 | "population" : "ten" | "nodes[0].component.population" must be a whole number
      "population" : 10 | "population" : 10.5 | "nodes[0].component.population" must be a whole number
      "population" : 10 | "population" : 99999999999 | "nodes[0].component.population" must be a whole number between
      "version" : 1 | "version" : "1" | "version" must be a whole number
      "limit" : 100 | "limit" : 100, "limitt" : 3 | unknown property "limitt"; did you mean "limit"? (in node "Server")
      "seed" : 1 | "sed" : 1 | unknown property "sed"; did you mean "seed"?
      "population" : 10 | "population" : null | "nodes[0].component.population" must not be null. Give it a value.
      "model" : "closed" | "model" : "ajar" | must be one of "closed", "openPoisson", "visits", not "ajar".
      "title" : "Growth crisis" | "title" : 7 | "title" must be a text
      "host" : "" | "host" : ["Server"] | "nodes[2].component.host" must be a text
      "timeoutMs" : 10000, | | property "timeoutMs" is missing. Add it. (in node "Families")
      "seed" : 1, | | property "seed" is missing. Add it.
      "kind" : "families" | "kind" : "family" | unknown kind "family"; did you mean "families"? (in node "Families")
      "kind" : "families" | "model2" : 1 | property "kind" is missing. Add it. (in node "Families")
      "route" : "LOGIN" | "route" : "LOGOUT" | must be one of "GET_FAMILY"
      "jitter" : 0 | "jitter" : 0 0 | this is not valid JSON
      "nodes" : [ | "nodes" : { | this is not valid JSON
      "title" | title | this is not valid JSON
      "title" : | "seed" : 2, "title" : | this is not valid JSON
      """)
  void aMistakeIsNamedWithItsPlace(String right, String wrong, String expected) {
    var message = mistake(replaced(right, wrong == null ? "" : wrong));
    assertTrue(message.contains(expected), message);
    assertTrue(message.matches("(?s)mine\\.tenfold, line \\d+, column \\d+: .*[.?)]"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "thinkTimeMs" : 333.333 | "thinkTime" : 333.333
      "seed" : 1 | "sed" : 1
      "connectMs" : 10 | "connectMs" : 10, "idleMs" : 3
      """)
  void theLineAndTheColumnAreThoseOfTheUnknownProperty(String right, String wrong) {
    var text = replaced(right, wrong);
    var name = wrong.replaceAll(".*(\"\\w+\") : [\\d.]+$", "$1");
    var before = text.substring(0, text.indexOf(name));
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    var message = mistake(text);
    var expected = "mine.tenfold, line %d, column %d: unknown property %s".formatted(line, column, name);
    assertTrue(message.startsWith(expected), message);
  }

  /// Every number has a legal range; what is outside never gets in.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "warmUpSeconds" : 30 | "warmUpSeconds" : -1 | warmUpSeconds must be between 0 and 86400, not -1
      "lengthSeconds" : 60 | "lengthSeconds" : 0 | lengthSeconds must be between 0.001 and 86400, not 0
      "maxConnections" : 151 | "maxConnections" : -3 | maxConnections must be between 1 and 100000, not -3, in node
      "limit" : 100 | "limit" : 0 | pool.limit must be between 1 and 10000, not 0, in node "Server"
      "afterMs" : 0.75 | "afterMs" : -2.5 | afterMs must be between 0 and 60000, not -2.5, in node "Server"
      "jitter" : 0 | "jitter" : 3 | jitter must be between 0 and 1, not 3, in the link from "Families" to "Server"
      """)
  void aNumberOutsideItsRangeIsNamedWithItsPlace(String right, String wrong, String expected) {
    var text = replaced(right, wrong);
    int at = text.indexOf(wrong);
    long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - text.lastIndexOf('\n', at);
    var message = mistake(text);
    assertTrue(message.startsWith("mine.tenfold, line %d, column %d: %s".formatted(line, column, expected)), message);
    assertTrue(message.endsWith(". Give it a value in that range."), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "scenario" | "recipe" |  is no scenario: it does not say "kind": "scenario". Choose a .tenfold file.
      "version" : 1 | "version" : 0 | : version must be 1, not 0. Save it again with the program that made it.
      """)
  void whatIsWrongWithTheWholeIsSaidWithTheRemedy(String right, String wrong, String expected) {
    var message = mistake(replaced(right, wrong));
    assertTrue(message.startsWith("mine.tenfold" + (expected.startsWith(":") ? "" : " ") + expected), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      []
      7
      null
      "scenario"
      {}
      """)
  void otherJsonIsNoScenario(String text) {
    assertTrue(mistake(text).contains("is no scenario"), mistake(text));
  }

  @Test
  void anEmptyTextIsNoScenario() {
    assertTrue(mistake("").startsWith("mine.tenfold"), mistake(""));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var file = folder.resolve("gone.tenfold");
    var missing = assertThrows(UnreadableScenario.class, () -> ScenarioFile.read(file));
    assertEquals("There is no file " + file + ". Check the name and the folder.", missing.getMessage());
  }

  @Test
  void aFolderAPictureAndAGiantAreNoScenarios() throws IOException {
    assertThrows(UnreadableScenario.class, () -> ScenarioFile.read(folder));
    var picture = Files.write(folder.resolve("picture.tenfold"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
    assertTrue(assertThrows(UnreadableScenario.class, () -> ScenarioFile.read(picture)).getMessage()
        .contains("is not UTF-8 text"));
    var giant = Files.write(folder.resolve("giant.tenfold"), new byte[10_000_001]);
    assertTrue(assertThrows(UnreadableScenario.class, () -> ScenarioFile.read(giant)).getMessage()
        .contains("larger than 10 MB"));
  }

  /// Six hundred files (ten thousand with `-Plong`), each a shipped scenario with one to five random bytes, words or
  /// lines changed, lost or moved (fixed seed): each is read as a scenario or refused in one sentence; no other
  /// exception comes out.
  @Test
  void noMutatedFileBringsTheReaderDown() {
    var random = new Simulation(99).random("mutations");
    int readable = 0;
    int files = Boolean.getBoolean("tenfold.long") ? 10_000 : 600;
    for (int file = 0; file < files; file++) {
      var text = Samples.text(Gallery.NAMES.get(file % Gallery.NAMES.size()));
      for (int mutations = random.nextInt(1, 6); mutations > 0; mutations--) {
        text = Mutation.values()[random.nextInt(Mutation.values().length)].of(text, random);
      }
      if (isReadable(text)) {
        readable++;
      }
    }
    assertTrue(readable > files / 60 && readable < files - 10, "readable: " + readable);
  }

  private static boolean isReadable(String text) {
    try {
      var document = ScenarioFile.parse(text, "mutated.tenfold");
      ScenarioFile.format(document);
      tenfold.topology.Inspection.problems(document.scenario().topology());
      return true;
    } catch (UnreadableScenario refused) {
      assertTrue(refused.getMessage().startsWith("mutated.tenfold"), refused.getMessage());
      assertTrue(refused.getMessage().lines().count() == 1, refused.getMessage());
      return false;
    } catch (RuntimeException | StackOverflowError other) {
      throw new AssertionError("for the file\n" + text, other);
    }
  }

  private static String mistake(String text) {
    return assertThrows(UnreadableScenario.class, () -> ScenarioFile.parse(text, "mine.tenfold")).getMessage();
  }

  private static String replaced(String right, String wrong) {
    var text = Samples.text("growth-crisis");
    assertTrue(text.contains(right), right);
    int at = text.indexOf(right);
    var changed = text.substring(0, at) + wrong + text.substring(at + right.length());
    return new String(changed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
