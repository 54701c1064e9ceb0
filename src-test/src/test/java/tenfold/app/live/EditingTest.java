package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;
import tenfold.scenario.Frame;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.topology.Alignment;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Edits of a selection as a whole, without a window: what they do, what they are called, and that undo takes them
/// back.
final class EditingTest {
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("sample-scaled")));
  private final Editing editing = new Editing(workbench);

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void aCopyIsPastedBesideAndSelectedAndUndone() {
    select("Servers", "Primary");
    var text = editing.copied().orElseThrow();
    var before = scenario();
    editing.paste(text);
    assertEquals(Set.of("Servers 2", "Primary 2"), workbench.selectionProperty().get().nodes());
    assertTrue(topology().link("Servers 2", "Primary 2").isPresent());
    assertEquals(node("Servers").x() + 24, node("Servers 2").x());
    editing.paste(text);
    assertEquals(node("Servers").x() + 48, node("Servers 3").x(), "the third does not hide the second");
    assertEquals("Paste Servers 3, Primary 3", workbench.undoable().orElseThrow());
    workbench.undo();
    workbench.undo();
    assertEquals(before, scenario());
  }

  @Test
  void aCopyIsPastedIntoAnotherWindow() {
    select("Servers");
    var text = editing.copied().orElseThrow();
    try (var other = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")))) {
      new Editing(other).paste(text, 500, 400);
      var pasted = other.topologyProperty().get().node("Servers").orElseThrow();
      assertEquals(node("Servers").component(), pasted.component());
      assertEquals(500, pasted.x() + Node.WIDTH / 2);
      assertEquals(400, pasted.y() + Node.HEIGHT / 2);
    }
  }

  @Test
  void whatIsNoCopyIsRefusedAndSaid() {
    var before = scenario();
    editing.paste("https://example.org");
    assertEquals(before, scenario());
    assertEquals("The copied text is no part of a system. Select nodes and copy them first.",
        workbench.noticeProperty().get());
    workbench.select(Selection.NONE);
    assertEquals(Optional.empty(), editing.copied());
  }

  /// A second stack of servers gets the same balancer and the same database; a second database gets no server, because
  /// a server uses one only.
  @Test
  void aDuplicateIsLinkedLikeTheOriginalAsFarAsThatMakesSense() {
    select("Servers");
    editing.duplicate();
    var original = neighbours("Servers");
    assertFalse(original.isEmpty());
    assertEquals(original, neighbours("Servers 2"));
    assertEquals("Duplicate Servers 2", workbench.undoable().orElseThrow());
    select("Primary");
    editing.duplicate();
    assertTrue(topology().linksTo("Primary 2").isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Alignment.class)
  void everyAlignmentHasANameAndCanBeUndone(Alignment alignment) {
    workbench.move(Set.of("Servers"), node -> node.at(node.x() + 31, node.y() + 77), Joining.ALONE);
    var before = topology();
    editing.selectAll();
    editing.align(alignment);
    assertEquals(alignment.apply(before, workbench.selectionProperty().get().nodes()), topology());
    assertFalse(workbench.undoable().orElseThrow().isBlank());
    workbench.undo();
    assertEquals(before, topology());
  }

  @Test
  void aNodeIsRenamedWhereverItIsSpokenOf() {
    var neighbours = neighbours("Servers");
    select("Servers");
    editing.rename("Servers", " Web ");
    assertEquals(neighbours, neighbours("Web"));
    assertEquals(Selection.of("Web"), workbench.selectionProperty().get());
    assertEquals("Rename Servers to Web", workbench.undoable().orElseThrow());
    select("Cache");
    editing.rename("Primary", "Main");
    assertEquals(Selection.of("Cache"), workbench.selectionProperty().get(), "what was selected meanwhile stays so");
    editing.rename("Main", "Primary");
    var renamed = scenario();
    editing.rename("Web", "Primary");
    editing.rename("Web", "  ");
    editing.rename("Web", "W".repeat(41));
    assertEquals(renamed, scenario());
    assertEquals("There is a part “Primary” already. Choose another name.",
        editing.faultOfName("Web", "Primary").orElseThrow());
    assertEquals(Optional.empty(), editing.faultOfName("Web", "Web"), "its own name is free");
  }

  @Test
  void aFrameIsPutAroundTheSelectedNodesAndCarriesThem() {
    select("Servers", "Primary");
    var name = editing.addFrame(0, 0);
    var frame = Bounds.of(scenario().frame(name).orElseThrow());
    assertTrue(frame.holds(Bounds.of(node("Servers"))) && frame.holds(Bounds.of(node("Primary"))));
    var servers = node("Servers");
    var outside = node("Families");
    var carried = editing.withContents(workbench.selectionProperty().get());
    assertTrue(carried.nodes().containsAll(Set.of("Servers", "Primary")));
    assertFalse(carried.nodes().contains("Families"));
    editing.move(carried, 40, -20, Joining.ALONE);
    editing.move(carried, 4, -4, Joining.DRAG);
    assertEquals(servers.x() + 44, node("Servers").x());
    assertEquals(frame.top() - 24, scenario().frame(name).orElseThrow().y());
    assertEquals(outside, node("Families"));
    workbench.undo();
    assertEquals(servers, node("Servers"), "a drag is one step");
  }

  @Test
  void aFrameIsMadeChangedCopiedAndDeletedAndUndone() {
    var start = scenario();
    var note = editing.addNote(10, 20);
    editing.change(note, frame -> frame.saying("Look here"), Joining.ALONE);
    editing.change(note, frame -> frame.named("Hint").sized(1, 500), Joining.ALONE);
    assertEquals(new Frame("Hint", "Look here", 10, 20, Frame.MIN_WIDTH, 500), scenario().frame("Hint").orElseThrow());
    editing.change("Hint", frame -> frame.named("Servers"), Joining.ALONE);
    assertTrue(scenario().frame("Hint").isPresent(), "a name that a node has is refused");
    editing.paste(editing.copied().orElseThrow());
    assertEquals(List.of("Hint", "Hint 2"), scenario().frames().stream().map(Frame::name).toList());
    workbench.deleteSelection();
    assertEquals("Delete Hint 2", workbench.undoable().orElseThrow());
    for (int i = 0; i < 5; i++) {
      workbench.undo();
    }
    assertEquals(start, scenario());
  }

  @Test
  void manyPartsAreCountedInTheLabelInsteadOfNamed() {
    editing.selectAll();
    int count = topology().nodes().size();
    assertTrue(count > 3);
    editing.move(workbench.selectionProperty().get(), 5, 5, Joining.ALONE);
    assertEquals("Move " + count + " parts", workbench.undoable().orElseThrow());
  }

  private Set<String> neighbours(String name) {
    var names = new LinkedHashSet<String>();
    topology().linksFrom(name).forEach(link -> names.add("to " + link.to()));
    topology().linksTo(name).forEach(link -> names.add("from " + link.from()));
    return names;
  }

  private void select(String... names) {
    workbench.select(new Selection(new LinkedHashSet<>(List.of(names)), Optional.empty()));
  }

  private Node node(String name) {
    return topology().node(name).orElseThrow();
  }

  private Topology topology() {
    return workbench.topologyProperty().get();
  }

  private Scenario scenario() {
    return workbench.document().scenario();
  }
}
