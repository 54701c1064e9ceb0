package tenfold.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.experiment.Attempt;
import tenfold.run.Experiment;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;

/// What is told of experiments, for every shipped scenario and in odd cases.
class FindingsTest {
  static List<String> scenarios() {
    return Gallery.NAMES;
  }

  /// A short run of each: whatever it has, its page is whole, and theory gives values or says what fails.
  @ParameterizedTest
  @MethodSource("scenarios")
  void everyShippedScenarioHasAPage(String name) throws Exception {
    var shipped = Gallery.scenario(name).lasting(1, 2);
    var scenario = shipped.with(shipped.topology().withFamilies(Math.min(200, shipped.topology().familyCount())));
    var summary = new Experiment(scenario, 1, 1).run();
    var finding = Findings.report(scenario, summary, List.of(summary), PriceList.standard(), 1, 1, "tenfold", "0");
    var page = HtmlPage.of(finding);
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    assertEquals(scenario.title(), document.getElementsByTagName("h1").item(0).getTextContent());
    assertEquals(2, document.getElementsByTagName("svg").getLength());
    assertFalse(page.contains("NaN") || page.contains("{0}") || page.contains("Infinity"), page);
    assertEquals(scenario.topology().nodes().size(), scenario.topology().nodes().stream()
        .filter(node -> page.contains(">" + node.name().replace("&", "&amp;"))).count());
  }

  @Test
  void aBoardSaysWhoBeatsWhom() {
    var scenario = Gallery.scenario("growth-crisis");
    var board = Findings.board(List.of(new Attempt("plain", scenario, 400, 900, 100),
        new Attempt("worse & dearer", scenario, 500, 950, 90), new Attempt("dead", scenario, 100, Double.NaN, 0)));
    var rows = board.parts().stream().filter(Finding.Table.class::isInstance).map(Finding.Table.class::cast)
        .findFirst().orElseThrow().rows();
    assertEquals(List.of("nothing beats it", "beaten by plain", "nothing beats it"),
        rows.stream().map(List::getLast).toList());
    assertTrue(HtmlPage.of(board).contains("worse &amp; dearer"));
  }

  /// A table for a spreadsheet has all tables, parted by an empty line.
  @Test
  void theTablesOfAFindingAreOneFile() {
    var finding = new Finding("", List.of(new Finding.Table(List.of("a"), List.of(List.of("1"))),
        new Finding.Words("in between", false), new Finding.Table(List.of("b", "c"), List.of())));
    assertEquals(List.of(List.of("a"), List.of("1"), List.of(""), List.of("b", "c")), finding.table());
  }
}
