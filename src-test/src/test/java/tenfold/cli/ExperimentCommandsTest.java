package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sweeps, comparisons and pages from the command line.
final class ExperimentCommandsTest {
  /// What a page would need from elsewhere, and what may run in it.
  private static final Pattern OUTSIDE =
      Pattern.compile("(src|href)=|url\\(|@import|<script|<link|<iframe|https?://(?!www\\.w3\\.org/2000/svg)");

  @TempDir
  private Path folder = Path.of("");

  @Test
  void aSweepHasOneRowForEachCombination() {
    var report = json(Invocation.ofShort("sweep", "growth-crisis", "--set", "Server.cores=2,4", "--set",
        "families=10,20", "--format", "json"));
    assertEquals(List.of("settings", "families", "requests"),
        List.copyOf(report.path("rows").path(0).propertyNames()).subList(0, 3));
    assertEquals(List.of("{\"Server.cores\":2,\"families\":10}", "{\"Server.cores\":2,\"families\":20}",
        "{\"Server.cores\":4,\"families\":10}", "{\"Server.cores\":4,\"families\":20}"),
        report.path("rows").valueStream().map(row -> row.path("settings").toString()).toList());
    assertEquals(List.of(10, 20, 10, 20),
        report.path("rows").valueStream().map(row -> row.path("families").intValue()).toList());
  }

  /// The row with the scenario's own value is the scenario's own run.
  @Test
  void aSweepChangesNothingElse() {
    var swept = json(Invocation.ofShort("sweep", "growth-crisis", "--set", "Server.cores=4", "--format", "json"));
    var run = json(Invocation.ofShort("run", "growth-crisis", "--format", "json"));
    assertEquals(run.path("digest"), swept.path("digest"));
    assertEquals(run.path("rows").path(0).path("meanMs"), swept.path("rows").path(0).path("meanMs"));
  }

  @Test
  void aSweepIsATableAndCsvToo() {
    var table = Invocation.ofShort("sweep", "growth-crisis", "--set", "Server.cores=2,4");
    assertTrue(table.out().contains("Server.cores  families"), table.out());
    var lines = Invocation.ofShort("sweep", "growth-crisis", "--set", "Server.processModel=cluster,eventLoop",
        "--format", "csv").out().split("\r\n");
    assertTrue(lines[0].startsWith("Server.processModel,families,"), lines[0]);
    assertTrue(lines[1].startsWith("cluster,10,"), lines[1]);
    assertTrue(lines[2].startsWith("eventLoop,10,"), lines[2]);
  }

  @Test
  void aComparisonSaysWhatIsBetter() {
    var comparison = json(Invocation.ofShort("compare", "growth-crisis", "--set", "Server.cores=8", "--families",
        "200", "--format", "json"));
    assertEquals(List.of("first", "second", "families", "seed", "replications", "differs", "differences",
        "costPerMonth", "firstDigest", "secondDigest"), List.copyOf(comparison.propertyNames()));
    assertEquals(List.of("measure", "first", "firstHalfWidth95", "second", "secondHalfWidth95", "difference",
        "differenceHalfWidth95", "verdict"),
        List.copyOf(comparison.path("differences").path(0).propertyNames()));
    assertEquals(List.of("meanMs", "p50Ms", "p95Ms", "p99Ms", "goodputPerSecond", "errorShare", "timeoutShare",
        "wrongPerSecond"),
        comparison.path("differences").valueStream().map(one -> one.path("measure").stringValue()).toList());
    assertTrue(comparison.path("differs").booleanValue());
    assertEquals("better", comparison.path("differences").path(0).path("verdict").stringValue());
  }

  @Test
  void twoScenariosAreComparedInWordsAndCsv() {
    var words = Invocation.ofShort("compare", "growth-crisis", "growth-crisis");
    assertEquals(Cli.OK, words.code(), words.err());
    assertTrue(words.out().contains("These runs show no difference."), words.out());
    var csv = Invocation.ofShort("compare", "sample-single", "sample-scaled", "--families", "100", "--format", "csv");
    assertEquals(10, csv.out().split("\r\n").length, csv.out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      sweep growth-crisis                                      | Missing required option: '--set
      sweep growth-crisis --set Server.core=2                  | did you mean "Server.cores"?
      sweep growth-crisis --set Server.threads=500:1499:1000 --set families=1,2 | have 2000 combinations
      compare growth-crisis                                    | needs a second scenario
      compare growth-crisis --set Server.cores=2,4             | has several values
      """)
  void wrongUsageIsSaid(String arguments, String sentence) {
    var invocation = Invocation.of(arguments.split(" "));
    assertEquals(Cli.USAGE, invocation.code(), invocation.err());
    assertTrue(invocation.err().contains(sentence), invocation.err());
  }

  @Test
  void whatCannotBeReadIsAProblem() {
    var missing = Invocation.ofShort("compare", "growth-crisis", "growth-crises");
    assertEquals(Cli.PROBLEM, missing.code());
    assertTrue(missing.err().contains("did you mean \"growth-crisis\"?"), missing.err());
    var nowhere = Invocation.ofShort("report", "growth-crisis", "--output", folder.resolve("a/b.html").toString());
    assertEquals(Cli.PROBLEM, nowhere.code());
    assertTrue(nowhere.err().startsWith("There is no folder "), nowhere.err());
  }

  @Test
  void aReportIsOnePageThatNeedsNothingElse() throws Exception {
    var file = folder.resolve("page.html");
    var invocation = Invocation.ofShort("report", "growth-crisis", "--families", "10,40,100", "--output",
        file.toString(), "--quiet");
    assertEquals(Cli.OK, invocation.code(), invocation.err());
    var text = mustBeSelfContained(file);
    assertEquals(2, page(text).getElementsByTagName("svg").getLength());
    for (var expected : List.of("Growth crisis", "What theory says", "M/M/4//N", "How to repeat it", "at least",
        "tenfold report growth-crisis --families 10,40,100 --replications 2 --seed 1 --warm-up 1 --length 3")) {
      assertTrue(text.contains(expected), expected);
    }
  }

  /// The command that a page names gives the same digest.
  @Test
  void aReportIsRepeatedByItsOwnCommand() throws IOException {
    var file = folder.resolve("page.html");
    Invocation.ofShort("report", "growth-crisis", "--families", "10", "--output", file.toString());
    var text = Files.readString(file);
    var command = Pattern.compile("<pre>tenfold (.*)</pre>").matcher(text);
    var digest = Pattern.compile("digest is then ([0-9a-f]{16})").matcher(text);
    assertTrue(command.find() && digest.find(), text);
    var again = folder.resolve("again.html");
    Invocation.of((command.group(1) + " --output " + again).split(" "));
    assertTrue(Files.readString(again).contains(digest.group(1)));
  }

  @Test
  void sweepsAndComparisonsArePagesToo() throws Exception {
    var sweep = folder.resolve("sweep.html");
    Invocation.ofShort("sweep", "growth-crisis", "--set", "Server.cores=2,4,8", "--html", sweep.toString());
    assertTrue(mustBeSelfContained(sweep).contains("Server.cores"));
    var comparison = folder.resolve("comparison.html");
    Invocation.ofShort("compare", "growth-crisis", "--set", "Server.cores=8", "--html", comparison.toString());
    assertTrue(mustBeSelfContained(comparison).contains("same luck"));
  }

  private static String mustBeSelfContained(Path file) throws Exception {
    var text = Files.readString(file);
    var outside = OUTSIDE.matcher(text);
    assertFalse(outside.find(), () -> "from elsewhere: " + outside.group());
    assertEquals("html", page(text).getDocumentElement().getTagName());
    return text;
  }

  private static Document page(String text) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode json(Invocation invocation) {
    assertEquals(Cli.OK, invocation.code(), invocation.err());
    return new JsonMapper().readTree(invocation.out());
  }
}
