package tenfold.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;
import tenfold.run.Experiment;
import tenfold.run.Point;
import tenfold.run.Replication;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;

/// Every chart of a real run, as a picture, a drawing and a table.
final class ChartFilesTest {
  private static final List<Point> POINTS = points();
  private static final ChartSource SOURCE = new ChartSource(() -> POINTS,
      () -> List.of(new Mark(20, "an edit", false)), PriceList::standard, ChartFilesTest::growth);

  @TempDir
  private Path folder = Path.of("");

  static List<Chart> charts() {
    return new LiveCharts(SOURCE).all();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aDrawingIsWellFormedAndNamesItsLines(Chart chart) throws Exception {
    var file = folder.resolve("chart.svg");
    ChartFiles.write(chart, file, Palette.LIGHT, List.of());
    var drawing = parsed(Files.readString(file));
    assertEquals(chart.title(), drawing.getElementsByTagName("title").item(0).getTextContent());
    var texts = new ArrayList<String>();
    var elements = drawing.getElementsByTagName("text");
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    for (var name : chart.table().getFirst().stream().skip(1).filter(one -> !one.contains(".")).toList()) {
      assertTrue(texts.stream().anyMatch(text -> text.startsWith(name)), name + " is not in " + texts);
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aTableHasALineForEachPoint(Chart chart) throws IOException {
    var file = folder.resolve("chart.csv");
    ChartFiles.write(chart, file, Palette.LIGHT, List.of());
    var lines = Files.readString(file).split("\r\n");
    assertEquals(chart.id().equals("growth") ? 4 : POINTS.size() + 1, lines.length);
    assertEquals(1, List.of(lines).stream().map(line -> line.split(",", -1).length).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aPictureIsDrawnInBothThemes(Chart chart) throws IOException {
    for (Palette palette : Palette.values()) {
      var file = folder.resolve("chart.png");
      ChartFiles.write(chart, file, palette, POINTS);
      var image = ImageIO.read(file.toFile());
      assertEquals(ChartFiles.WIDTH, image.getWidth());
      assertEquals(Ink.PANEL.rgb(palette), image.getRGB(1, 1) & 0xffffff);
    }
  }

  /// The 95th percentile in the table is that of the run.
  @Test
  void theTableHasTheRunsNumbers() {
    var table = charts().getFirst().table();
    assertEquals(List.of("seconds", "p99", "p50", "p95"), table.getFirst());
    assertEquals(Double.toString(POINTS.getLast().p95Ms()), table.getLast().getLast());
  }

  /// What the server and the database do, and not the families; the busiest is the server.
  @Test
  void utilisationIsThatOfTheParts() {
    var table = charts().get(3).table();
    assertEquals(List.of("seconds", "Primary", "Server"), table.getFirst());
    assertTrue(Double.parseDouble(table.getLast().getLast()) > 0.9, table.getLast().toString());
  }

  /// A server of $100 and a database of $300.
  @Test
  void costIsBilled() {
    assertEquals("400.0", charts().get(5).table().getLast().getLast());
  }

  @Test
  void whatNeverHappenedHasNoLine() {
    assertEquals(List.of("seconds"), charts().get(6).table().getFirst());
    assertFalse(charts().get(1).table().getFirst().contains("errors"));
  }

  @Test
  void aPinnedRunIsDrawnBehind() throws Exception {
    var alone = drawn(List.of());
    var compared = drawn(POINTS);
    assertEquals(3, compared.getElementsByTagName("polyline").getLength()
        - alone.getElementsByTagName("polyline").getLength());
  }

  @Test
  void textsAreEscaped() throws Exception {
    var graphic = new SvgGraphic(10, 10, Palette.LIGHT);
    graphic.text("a < b & \"c\"", 1, 1, Graphic.Anchor.LEFT, 10, true, Ink.TEXT);
    assertEquals("a < b & \"c\"", parsed(graphic.text("<&>")).getElementsByTagName("text").item(0).getTextContent());
  }

  private static Document drawn(List<Point> pinned) throws Exception {
    var chart = charts().getFirst();
    return parsed(ChartFiles.svg("", graphic ->
        chart.draw(graphic, new Frame(0, 0, 600, 300, 1), Chart.View.inFile(pinned)), 600, 300, Palette.LIGHT));
  }

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Point> points() {
    var scenario = Gallery.scenario("growth-crisis");
    var replication = new Replication(scenario.with(scenario.topology().withFamilies(200)), 1);
    var points = new ArrayList<Point>();
    replication.watch(1_000_000_000, points::add);
    replication.advance(40_000_000_000L, () -> false);
    return List.copyOf(points);
  }

  private static Growth growth() {
    var scenario = Gallery.scenario("growth-crisis").lasting(5, 5);
    var rows = java.util.stream.Stream.of(10, 50, 100).map(families -> new Experiment(
        scenario.with(scenario.topology().withFamilies(families)), 2, 1).run()).toList();
    return Growth.measured("Growth crisis", rows).with(tenfold.experiment.TheoryGhost.of(scenario, rows));
  }
}
