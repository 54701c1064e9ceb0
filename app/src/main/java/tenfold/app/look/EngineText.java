package tenfold.app.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenfold.topology.Problem;

/// What the engine says of a design or a run, in the language of the window. The engine speaks English, in sentences
/// that have names and numbers in them; `sentences_es.txt` has them with gaps, beside the Spanish ones. A sentence that
/// is not known there stays English.
public final class EngineText {
  private static final List<Line> SPANISH = read("/tenfold/app/sentences_es.txt");

  private static final Pattern IN_FILE = Pattern.compile(
      "(?<file>.+?)(, (?<line>line \\d+))?(, (?<column>column \\d+))?: (?<what>.+?)( (?<node>\\(in[ ]node \".+\"\\)))?",
      Pattern.DOTALL);

  private EngineText() {}

  /// A sentence of the engine.
  public static String of(String sentence) {
    return Texts.language() == Language.ENGLISH ? sentence : either(sentence);
  }

  /// What is wrong, and what helps.
  public static String of(Problem problem) {
    return of(problem.message()) + ". " + of(problem.remedy()) + ".";
  }

  /// The same with the name of the node.
  public static String withNode(Problem problem) {
    return problem.node().isEmpty() ? of(problem) : problem.node() + ": " + of(problem);
  }

  /// What is wrong with a file: in which one, where in it, what, and in which node.
  public static String ofFile(String sentence) {
    return Texts.language() == Language.ENGLISH ? sentence : spanishOfFile(sentence).orElse(sentence);
  }

  /// The same in Spanish, where it is known.
  static Optional<String> spanishOfFile(String sentence) {
    var parts = IN_FILE.matcher(sentence);
    if (!parts.matches()) {
      return spanish(sentence);
    }
    return spanish(parts.group("what")).map(what -> either(parts.group("file")) + given(", ", parts.group("line"))
        + given(", ", parts.group("column")) + ": " + what + given(" ", parts.group("node")))
        .or(() -> spanish(sentence));
  }

  private static String given(String before, @Nullable String part) {
    return part == null ? "" : before + either(part);
  }

  /// In Spanish, or as it is where that is not known.
  private static String either(String sentence) {
    return spanish(sentence).orElse(sentence);
  }

  /// The sentence in Spanish, where it is known.
  static Optional<String> spanish(String sentence) {
    return SPANISH.stream().flatMap(line -> line.translated(sentence).stream()).findFirst();
  }

  private static List<Line> read(String resource) {
    try (var stream = Objects.requireNonNull(EngineText.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::of).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// @param english takes the sentence, with a group for each gap
  /// @param other has the gaps as `{0}`, `{1}` …
  private record Line(Pattern english, String other) {
    static Line of(String line) {
      var sides = line.split(" = ", 2);
      var pattern = Arrays.stream(sides[0].split("\\{\\d}", -1)).map(Pattern::quote)
          .collect(Collectors.joining("(.+?)"));
      return new Line(Pattern.compile(pattern, Pattern.DOTALL), sides[1]);
    }

    Optional<String> translated(String sentence) {
      var matcher = english.matcher(sentence);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var text = other;
      for (int i = 0; i < matcher.groupCount(); i++) {
        text = text.replace("{" + i + "}", matcher.group(i + 1));
      }
      return Optional.of(text);
    }
  }
}
