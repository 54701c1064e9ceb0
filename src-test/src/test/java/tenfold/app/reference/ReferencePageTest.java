package tenfold.app.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.app.palette.Kinds;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Figure;
import tenfold.component.LoadBalancer;
import tenfold.component.Parameter;
import tenfold.component.RedisCache;
import tenfold.run.Experiment;
import tenfold.run.NodeResult;
import tenfold.scenario.Gallery;

/// The reference says all there is to say of every kind, and nothing that a run contradicts.
final class ReferencePageTest {

  private static final Set<Figure> OF_NODES =
      EnumSet.complementOf(EnumSet.of(Figure.OUTCOMES, Figure.PERCENTILES, Figure.WRONG_DATA));

  private static final Figure WAITING = Figure.QUEUE_LENGTH;

  static List<ComponentSpec> kinds() {
    return Kinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindSaysWhatItModelsAndWhatItLeavesOut(ComponentSpec component) {
    var kind = component.kind();
    assertTrue(kind.models().length >= 2 && kind.leavesOut().length >= 2, kind.id());
    assertTrue(kind.figures().length >= 1, kind.id());
    Stream.of(kind.models(), kind.leavesOut()).flatMap(Stream::of).forEach(sentence ->
        assertTrue(sentence.matches("(?s)[A-Z0-9nE].{20,}\\.") && !sentence.contains("  "), sentence));
  }

  /// Each parameter of the record, and of the records in its lists, once: with unit, range and source.
  @ParameterizedTest
  @MethodSource("kinds")
  void everyParameterStandsOnThePageWithItsSource(ComponentSpec component) {
    var rows = ReferencePage.of(component).sections().stream().flatMap(section -> section.rows().stream()).toList();
    var expected = Parameter.of(component.getClass()).stream().flatMap(parameter -> Stream.concat(
        Stream.of(parameter.path()), parameter.type() != List.class ? Stream.of()
            : Parameter.of(parameter.entryType()).stream().map(entry -> parameter.path() + "[]." + entry.path())));
    assertEquals(expected.sorted().toList(), rows.stream().map(ReferencePage.Row::name).sorted().toList());
    for (var row : rows) {
      assertFalse(row.label().isBlank() || row.range().isBlank() || row.source().isBlank(), row.toString());
      assertTrue(!row.standard().isBlank() || row.name().contains("[]."), row.toString());
    }
  }

  @Test
  void defaultsRangesAndGroupsAreThoseOfTheRecord() {
    var sections = ReferencePage.of(new AppServer()).sections();
    assertEquals(List.of("", "Processor time: each entry", "Connection pool", "Memory", "Contention", "Life cycle",
        "Reads", "Handlers", "Breaker before payments"), sections.stream().map(ReferencePage.Section::title).toList());
    assertEquals(new ReferencePage.Row("Cores", "cores", "cores", "4", "1 to 256", "by a restart",
        "pattern text: 4 to 64"), row(new AppServer(), "cores"));
    assertTrue(row(new LoadBalancer(), "algorithm").range().endsWith("by a key, modulo the servers (hashModulo)"));
    assertEquals("longest unused of all", row(new RedisCache(), "policy").standard());
    assertEquals("none", row(new LoadBalancer(), "weights").standard());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void faultsAndFiguresAreSaidInWords(ComponentSpec component) {
    var page = ReferencePage.of(component);
    Stream.of(page.faults(), page.figures()).flatMap(List::stream).forEach(term ->
        assertTrue(!term.label().isBlank() && term.meaning().endsWith("."), term.toString()));
  }

  /// What a kind says that it reports of its nodes is what runs of shipped scenarios report of them; that somebody
  /// waits does not happen everywhere.
  @Test
  void theFiguresOfAPageAreThoseOfARun() {
    var said = new TreeMap<String, Set<Figure>>();
    var reported = new TreeMap<String, Set<Figure>>();
    for (var name : List.of("sample-scaled", "ghost-name", "growth-crisis", "flapping")) {
      var scenario = Gallery.scenario(name).lasting(1, 60);
      for (var node : new Experiment(scenario, 1, 1).run().nodes()) {
        var kind = scenario.topology().node(node.name()).orElseThrow().component().kind();
        said.put(kind.id(), figures(Stream.of(kind.figures()).filter(OF_NODES::contains)));
        reported.computeIfAbsent(kind.id(), _ -> EnumSet.noneOf(Figure.class))
            .addAll(figures(OF_NODES.stream().filter(figure -> isReported(figure, node))));
      }
    }
    said.forEach((kind, figures) -> reported.get(kind).addAll(figures.stream().filter(WAITING::equals).toList()));
    assertEquals(said, reported);
    assertEquals(7, said.size(), said.toString());
  }

  private static Set<Figure> figures(Stream<Figure> figures) {
    return figures.collect(Collectors.toCollection(() -> EnumSet.noneOf(Figure.class)));
  }

  private static boolean isReported(Figure figure, NodeResult node) {
    return switch (figure) {
      case UTILISATION -> node.utilisation() > 0;
      case QUEUE_LENGTH -> node.meanQueueLength() > 0;
      case RESPONSE_TIME -> node.meanResponseMs() > 0;
      case HIT_SHARE -> !Double.isNaN(node.hitShare());
      case SCALING -> !node.scaling().isEmpty();
      case LAG -> !Double.isNaN(node.meanLagMs());
      case OUTCOMES, PERCENTILES, WRONG_DATA -> throw new IllegalArgumentException(figure + " is of the whole run");
    };
  }

  private static ReferencePage.Row row(ComponentSpec component, String name) {
    return ReferencePage.of(component).sections().stream().flatMap(section -> section.rows().stream())
        .filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
