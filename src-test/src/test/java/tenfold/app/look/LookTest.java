package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.app.palette.Kinds;

/// The look is the same wherever it is written down, and no text is missing.
final class LookTest {

  @ParameterizedTest
  @EnumSource(Ink.class)
  void theStyleSheetHasTheSameColours(Ink ink) throws IOException {
    var sheet = resource("tenfold.css");
    for (Palette palette : Palette.values()) {
      var line = "  %s: #%06x;".formatted(ink.styleName(), ink.rgb(palette));
      assertTrue(sheet.contains(line), "the style sheet needs" + line);
    }
  }

  @Test
  void everyKindHasAColourAndAPictogram() throws IOException {
    var sheet = resource("tenfold.css");
    for (var component : Kinds.all()) {
      assertTrue(Icons.hue(component).stream().anyMatch(style -> sheet.contains("\n." + style + " {")),
          "no colour for " + component.kind().id());
      assertNotNull(Icons.of(component).getIconCode());
    }
  }

  /// Keys in the sources that end in a dot are prefixes of keys that are put together.
  @Test
  void everyTextIsUsedAndEveryUsedTextIsThere() throws IOException {
    var used = new TreeSet<String>();
    var pattern = Pattern.compile("\"%?([a-z][A-Za-z]*(?:\\.[A-Za-z0-9-]+)*\\.?)\"");
    try (var files = Files.walk(Path.of(System.getProperty("tenfold.root"), "app", "src", "main"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".fxml")).toList()) {
        var matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    var prefixes = used.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());
    prefixes.addAll(java.util.Set.of("tip.", "menu.")); // helper methods add these
    var unused = Texts.bundle().keySet().stream()
        .filter(key -> !used.contains(key) && prefixes.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<String>(), unused, "texts that nobody shows");
  }

  /// What is read on screen stands in the bundle, so that it can be translated: no statement of the window has words
  /// of its own, but those that end the program or write its log.
  @Test
  void noTextOnScreenStandsInTheSources() throws IOException {
    var words = Pattern.compile("\"[^\"\\n]*\\p{L}{2,} \\p{L}{2,}[^\"\\n]*\"");
    var shown = Pattern.compile(
        "(\\.text|setText|new (Label|Button|Tooltip|Text|MenuItem|Tab|Curve|Layer|Mark))"
            + "\\(\\s*\"[^\"]*\\p{L}{2,}[^\"]*\"");
    var found = new TreeSet<String>();
    var window = Path.of(System.getProperty("tenfold.root"), "app", "src", "main", "java", "tenfold", "app");
    try (var files = Files.walk(window)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("Main.java")).toList()) {
        var source = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
        for (var statement : source.split(";")) {
          boolean isForDevelopers = statement.contains("throw new ") || statement.contains(".log(");
          var matcher = words.matcher(statement.replaceAll("\"Inter (Semi Bold|Medium)\"", ""));
          if (!isForDevelopers && matcher.find()) {
            found.add(file.getFileName() + ": " + matcher.group());
          }
          if (!isForDevelopers && shown.matcher(statement).find()) {
            found.add(file.getFileName() + ": " + statement.strip());
          }
        }
      }
    }
    assertEquals(new TreeSet<String>(), found, "words that stand in no bundle");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,     0 ms
      4e-4,  <0.001 ms
      5e-4,  0.001 ms
      0.005, 0.005 ms
      0.5,   0.5 ms
      131.2, 131 ms
      999.4, 999 ms
      6912,  6.9 s
      26333, 26.3 s
      NaN,   –
      """)
  void timesAreWrittenWithTheirUnit(double millis, String text) {
    assertEquals(text, Numbers.millis(millis));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      99999,    '99,999'
      250000,   250 k
      1234567,  1.2 M
      10000000, 10 M
      """)
  void largeCountsAreWrittenBriefly(long count, String text) {
    assertEquals(text, Numbers.brief(count));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      4.98, 5×
      0.01, 1/100×
      0.5,  0.5×
      5,    5×
      100,  100×
      """)
  void speedsAreWrittenAsFactors(double factor, String text) {
    assertEquals(text, Numbers.factor(factor));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,       –
      0.00166, 1/600
      0.01,    1/100
      0.0433,  1/23
      0.4,     0.4×
      5,       5×
      """)
  void howFastTimeRunsIsNeverRoundedToNothing(double factor, String text) {
    assertEquals(text, Numbers.pace(factor));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,    0/s
      0.04, 0/s
      2.44, 2.4/s
      2480, '2,480/s'
      """)
  void nothingASecondIsNothing(double rate, String text) {
    assertEquals(text, Numbers.perSecond(rate));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      4,        4
      0.55,     0.55
      1e-4,     0.0001
      86400000, '86,400,000'
      """)
  void numbersAreWrittenPlainly(double value, String text) {
    assertEquals(text, Numbers.plain(value));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      12,          12,    12
      '1,000',     1000,  1000
      -3,          -3,    -3
      1.5,         -,     1.5
      .5,          -,     0.5
      '1,5',       -,     -
      '1,0000',    -,     -
      1e3,         -,     1000
      many,        -,     -
      '',          -,     -
      .,           -,     -
      """)
  void typedNumbersMayHaveCommasBetweenThousandsOnly(String typed, String whole, String decimal) {
    assertEquals(whole, Numbers.whole(typed).stream().mapToObj(String::valueOf).findFirst().orElse("-"));
    assertEquals(decimal, Numbers.decimal(typed).stream().mapToObj(Numbers::plain).findFirst().orElse("-")
        .replace(",", ""));
  }

  private static String resource(String name) throws IOException {
    try (var stream = Ink.class.getResourceAsStream("/tenfold/app/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
