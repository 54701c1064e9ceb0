package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.component.DatabasePrimary;
import tenfold.component.LoadBalancer;
import tenfold.component.ServerWeight;
import tenfold.topology.Inspection;

/// A part of a system is copied as text and put elsewhere: new names where the old ones are taken, everything that is
/// spoken of by name with it, and nothing else.
class FragmentTest {
  static final List<String> NAMES = Gallery.NAMES;
  private static final Scenario CRISIS = Gallery.scenario("growth-crisis");

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyShippedSystemSurvivesTheClipboard(String name) throws UnreadableScenario {
    var scenario = Gallery.scenario(name).plus(new Frame("Note", "two\nlines", -4, 8, 200, 80));
    var all = Fragment.of(scenario, nodeNames(scenario), Set.of("Note"));
    assertEquals(all, Fragment.parse(all.format()));
    var empty = new Scenario("", "", new tenfold.topology.Topology(List.of(), List.of()), 0, 1, 1);
    assertEquals(scenario.topology(), all.into(empty, 0, 0).scenario().topology());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aSystemPutBesideItselfHasNoNewProblems(String name) {
    var scenario = Gallery.scenario(name);
    var put = Fragment.of(scenario, nodeNames(scenario), Set.of()).into(scenario, 24, 24);
    assertEquals(2 * scenario.topology().nodes().size(), put.scenario().topology().nodes().size());
    assertEquals(2 * scenario.topology().links().size(), put.scenario().topology().links().size());
    assertEquals(List.of(), Inspection.problems(put.scenario().topology()));
  }

  @Test
  void onlyLinksBetweenCopiedNodesComeAlong() {
    var fragment = Fragment.of(CRISIS, Set.of("Server", "Primary"), Set.of());
    assertEquals(List.of("Server → Primary"), fragment.links().stream().map(link -> link.way()).toList());
    var put = fragment.into(CRISIS, 10, 20);
    assertEquals(Set.of("Server 2", "Primary 2"), put.nodes());
    assertTrue(put.scenario().topology().link("Server 2", "Primary 2").isPresent());
    assertTrue(put.scenario().topology().link("Server 2", "Primary").isEmpty());
    var server = CRISIS.topology().node("Server").orElseThrow();
    var copy = put.scenario().topology().node("Server 2").orElseThrow();
    assertEquals(server.x() + 10, copy.x());
    assertEquals(server.y() + 20, copy.y());
  }

  /// A database on a server's cores, and a balancer's weights, speak of the copy, not of the original.
  @Test
  void whatIsSpokenOfByNameIsRenamedToo() {
    var single = Gallery.scenario("sample-single");
    var put = Fragment.of(single, nodeNames(single), Set.of()).into(single, 0, 0);
    var hosts = put.scenario().topology().nodes(DatabasePrimary.class).stream()
        .map(node -> ((DatabasePrimary) node.component()).host()).toList();
    assertEquals(2, Set.copyOf(hosts).size(), "hosts: " + hosts);

    var balancer = new LoadBalancer();
    var weighted = tenfold.component.Parameter.of(LoadBalancer.class).stream()
        .filter(parameter -> parameter.path().equals("weights")).findFirst().orElseThrow()
        .with(balancer, List.of(weightOf("Server")));
    var scenario = CRISIS.with(CRISIS.topology().plus(new tenfold.topology.Node("Balancer", 0, 0, weighted)));
    var renamed = scenario.renamed("Server", "Web");
    assertEquals("Web", ((LoadBalancer) renamed.topology().node("Balancer").orElseThrow().component())
        .weights().getFirst().server());
  }

  @Test
  void aRenamedNodeKeepsItsLinksAndItsFaults() {
    var scenario = CRISIS.with(List.of(new ScheduledFault(3, "Server", 0, tenfold.component.Fault.CRASH)));
    var renamed = scenario.renamed("Server", "Web");
    assertEquals("Web", renamed.faults().getFirst().node());
    assertEquals(List.of(), renamed.problems());
    assertEquals(scenario, renamed.renamed("Web", "Server"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "hello", "[]", "{}", "7", "null", "{\"kind\": \"scenario\", \"version\": 1}"})
  void whatIsNoFragmentIsRefusedInOneSentence(String text) {
    assertEquals("The copied text is no part of a system. Select nodes and copy them first.", refusal(text));
  }

  @Test
  void aFragmentWithAMistakeIsRefusedWithItsPlace() {
    var text = Fragment.of(CRISIS, Set.of("Families"), Set.of()).format();
    assertTrue(refusal(text.replace("\"population\" : 10", "\"population\" : \"ten\""))
        .matches("The copied text, line \\d+, column \\d+: .*population\" must be a whole number.*"));
    assertTrue(refusal(text.replace("\"population\" : 10", "\"population\" : -3")).contains("must be between"));
    assertTrue(refusal(text.replace("\"version\" : 1", "\"version\" : 9")).contains("version must be 1, not 9"));
    var loose = Fragment.of(CRISIS, nodeNames(CRISIS), Set.of()).format().replace("\"to\" : \"Server\"",
        "\"to\" : \"Gone\"");
    assertTrue(refusal(loose).contains("a link ends at \"Gone\""), refusal(loose));
    var twice = Fragment.of(CRISIS, nodeNames(CRISIS), Set.of()).format().replace("\"name\" : \"Primary\"",
        "\"name\" : \"Server\"");
    assertTrue(refusal(twice).contains("a name of its own"), refusal(twice));
  }

  private static ServerWeight weightOf(String server) {
    var entry = tenfold.component.Parameter.of(ServerWeight.class).getFirst();
    return entry.with(new ServerWeight(), server);
  }

  private static Set<String> nodeNames(Scenario scenario) {
    return Set.copyOf(scenario.topology().nodes().stream().map(node -> node.name()).toList());
  }

  private static String refusal(String text) {
    return assertThrows(UnreadableScenario.class, () -> Fragment.parse(text)).getMessage();
  }
}
