package tenfold.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenario files: `.tenfold`, JSON in UTF-8, `"kind": "scenario"`, `"version": 1`.
public final class ScenarioFile {
  /// Ending of a scenario file's name.
  public static final String ENDING = ".tenfold";

  /// No sensible scenario is larger; a larger file is some other file.
  private static final long MAX_BYTES = 10_000_000;

  private static final JsonMapper STRICT = Json.mapper(false);

  private ScenarioFile() {}

  /// Reads a file.
  public static ScenarioDocument read(Path file) throws UnreadableScenario {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UnreadableScenario(
            file + " is larger than 10 MB, so it is no scenario. Choose a " + ENDING + " file.");
      }
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw new UnreadableScenario("There is no file " + file + ". Check the name and the folder.", missing);
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadableScenario(
          file + " is not UTF-8 text, so it is no scenario. Choose a " + ENDING + " file.", notUtf8);
    } catch (IOException failure) {
      throw new UnreadableScenario(file + " cannot be read: " + failure.getMessage() + ".", failure);
    }
  }

  /// Reads the text of a file; `source` is its name for error messages.
  public static ScenarioDocument parse(String text, String source) throws UnreadableScenario {
    try {
      var tree = STRICT.readTree(text);
      checkKind(tree, source);
      int version = tree.path("version").asInt(0);
      if (version > FileContent.VERSION) {
        return parseNewer((ObjectNode) tree, text, version, source);
      }
      if (version != FileContent.VERSION) {
        throw new UnreadableScenario(source + ": version must be " + FileContent.VERSION + ", not "
            + tree.path("version") + ". Save it again with the program that made it.");
      }
      return ScenarioDocument.of(check(STRICT.readValue(text, FileContent.class), text, source));
    } catch (JacksonException mistake) {
      throw new UnreadableScenario(Mistake.sentence(mistake, text, source), mistake);
    }
  }

  /// Writes a file, beside the old one first, so that a failure leaves the old one as it was.
  public static void write(Path file, ScenarioDocument document) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    var beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.writeString(beside, format(document));
      try {
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException other) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// The text of a file.
  public static String format(ScenarioDocument document) {
    var content = FileContent.of(document.scenario());
    if (document.newer().isEmpty()) {
      return STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    }
    ObjectNode tree = STRICT.valueToTree(content);
    Unknown.restore(tree, document.newer().get());
    tree.set("version", document.newer().get().path("version"));
    return STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
  }

  private static void checkKind(JsonNode tree, String source) throws UnreadableScenario {
    if (!tree.isObject() || !FileContent.KIND.equals(tree.path("kind").asString(""))) {
      throw new UnreadableScenario(
          source + " is no scenario: it does not say \"kind\": \"scenario\". Choose a " + ENDING + " file.");
    }
  }

  private static ScenarioDocument parseNewer(ObjectNode tree, String text, int version, String source)
      throws UnreadableScenario {
    var scenario = check(Json.mapper(true).readValue(text, FileContent.class), text, source);
    var warnings = new ArrayList<String>();
    warnings.add("The file is of the newer version " + version + "; this program knows version "
        + FileContent.VERSION + ". What it does not know is kept when you save.");
    for (var path : Unknown.paths(STRICT.valueToTree(FileContent.of(scenario)), tree)) {
      warnings.add("Not understood, but kept: " + path + ".");
    }
    return new ScenarioDocument(scenario, warnings, Optional.of(tree));
  }

  private static Scenario check(FileContent content, String text, String source) throws UnreadableScenario {
    var wrong = OutOfRange.in(content);
    if (wrong.isPresent()) {
      throw new UnreadableScenario(source + Place.said(Place.of(wrong.get().property(), text)) + ": "
          + wrong.get().sentence() + ". Give it a value in that range.");
    }
    return content.scenario();
  }
}
