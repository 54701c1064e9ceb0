package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.ActiveChecks;
import tenfold.component.AppServer;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.MachineSize;
import tenfold.component.ServerWeight;
import tenfold.run.Fate;
import tenfold.topology.Link;

/// What the inspector shows of a node, and what it lets be typed.
final class InspectorTest extends WindowTest {

  @Test
  void aParameterTypedReachesTheRunAndANonsenseValueDoesNot() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    type("Cores cores", "8");
    assertEquals(8, server().cores());
    type("Cores cores", "-3");
    assertEquals(8, server().cores());
    assertTrue(robot.lookup("cores must be between 1 and 256, not -3").tryQuery().isPresent());
    type("Cores cores", "2.5");
    assertTrue(robot.lookup("A whole number is needed, not “2.5”.").tryQuery().isPresent());
    var cores = field("Cores cores");
    onScreen(cores::requestFocus);
    robot.type(KeyCode.ESCAPE);
    assertEquals("8", cores.getText());
    assertTrue(robot.lookup("A whole number is needed, not “2.5”.").tryQuery().isEmpty());
  }

  @Test
  void aFieldStaysWhereItIsWhenAnotherParameterChanges() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    var threads = field("Threads threads");
    type("Cores cores", "8");
    assertEquals(threads, field("Threads threads"));
    onScreen(workbench::undo);
    assertEquals("4", field("Cores cores").getText());
  }

  @Test
  void choicesAreSaidInWords() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    var shown = robot.lookup(".inspector .choice-box .label").queryAllAs(javafx.scene.control.Label.class).stream()
        .map(javafx.scene.control.Label::getText).toList();
    assertTrue(shown.contains("thread per request") && shown.contains("connection dropped"), shown.toString());
  }

  /// What is on or off is chosen too, in words.
  @Test
  void aSwitchIsOnOrOff() {
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> workbench.select(Selection.of("Balancer")));
    ChoiceBox<?> sticky =
        robot.lookup((Node node) -> "Sticky cookie".equals(node.getAccessibleText())).queryAs(ChoiceBox.class);
    assertEquals(false, sticky.getValue());
    assertEquals("off", ((javafx.scene.control.Label) sticky.lookup(".label")).getText());
    onScreen(() -> sticky.getSelectionModel().selectLast());
    assertTrue(((LoadBalancer) workbench.topologyProperty().get().node("Balancer").orElseThrow().component())
        .stickyCookie());
  }

  @Test
  void wideValuesFitIntoTheirFields() {
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> workbench.select(Selection.of("Cache")));
    var lifetime = field("Session lifetime ms");
    assertEquals("86,400,000", lifetime.getText());
    var text = (javafx.scene.text.Text) lifetime.lookup(".text");
    assertTrue(text.getLayoutBounds().getWidth() < lifetime.getWidth() - 12, text.getLayoutBounds().toString());
  }

  /// The costs of the routes are a list of records; the table is made from the record alone.
  @Test
  void theEntriesOfAListAreEditedInATable() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    var table = (TitledPane) find("table-cpu");
    onScreen(() -> table.setExpanded(true));
    var before = cell(table, 0, "Before ms");
    onScreen(() -> {
      before.setText("7.5");
      before.fireEvent(new javafx.event.ActionEvent());
    });
    assertEquals(7.5, server().cpu().getFirst().beforeMs());
    @SuppressWarnings("unchecked")
    var law = (ChoiceBox<Object>) table.lookup(".choice-box");
    onScreen(() -> law.setValue(Law.CONSTANT));
    assertEquals(Law.CONSTANT, server().cpu().getFirst().law());
    assertTrue(table.isExpanded());
    var costs = server().cpu();
    onScreen(() -> {
      before.setText("-1");
      before.fireEvent(new javafx.event.ActionEvent());
    });
    assertEquals(costs, server().cpu());
    assertTrue(robot.lookup("beforeMs must be between 0 and 60000, not -1").tryQuery().isPresent());
    onScreen(workbench::undo);
    onScreen(workbench::undo);
    assertFalse(workbench.isEdited());
  }

  /// The text's five sizes: one choice sets cores, memory and price, in one edit.
  @Test
  void aSizeSetsCoresMemoryAndPriceAtOnce() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    @SuppressWarnings("unchecked")
    var size = (ChoiceBox<Optional<MachineSize>>) find("size");
    assertEquals(Optional.of(new MachineSize(4, 16, 100)), size.getValue());
    assertEquals(5, size.getItems().size());
    onScreen(() -> size.getSelectionModel().selectLast());
    assertEquals(64, server().cores());
    assertEquals(8_000, server().monthlyPriceDollars());
    assertEquals(262_144, server().memory().totalMb());
    assertEquals("64", field("Cores cores").getText());
    waitUntil("the server to be down for it", 10, () -> view("Server").orElseThrow().down() == 1);
    type("Cores cores", "5");
    assertEquals(Optional.empty(), size.getValue());
    onScreen(workbench::undo);
    onScreen(workbench::undo);
    assertEquals(Optional.of(new MachineSize(4, 16, 100)), size.getValue());
    assertFalse(workbench.isEdited());
  }

  @Test
  void aGroupIsSwitchedOnFoldedAndResetFromItsHeading() {
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> workbench.select(Selection.of("Balancer")));
    var group = (TitledPane) find("group-activeChecks");
    assertFalse(group.isExpanded());
    assertFalse(balancer().activeChecks().enabled());
    onScreen(() -> ((ToggleSwitch) find("switch-activeChecks")).setSelected(true));
    assertTrue(balancer().activeChecks().enabled());
    assertTrue(group.isExpanded());
    type("Good checks until up checks", "4");
    assertEquals(4, balancer().activeChecks().rise());
    onScreen(() -> workbench.select(Selection.of("Cache")));
    onScreen(() -> workbench.select(Selection.of("Balancer")));
    assertTrue(((TitledPane) find("group-activeChecks")).isExpanded(), "it stays unfolded");
    onScreen(() -> ((Button) find("reset-activeChecks")).fire());
    assertEquals(new ActiveChecks(), balancer().activeChecks());
    assertFalse(find("reset-activeChecks").isVisible());
  }

  @Test
  void rowsOfAListAreAddedAndTakenAway() {
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> workbench.select(Selection.of("Balancer")));
    onScreen(() -> ((TitledPane) find("table-weights")).setExpanded(true));
    onScreen(() -> ((Button) find("add-weights")).fire());
    @SuppressWarnings("unchecked")
    var server = (ChoiceBox<Object>) find("table-weights").lookup(".choice-box");
    assertEquals(List.of("", "Servers"), server.getItems());
    assertEquals(List.of(new ServerWeight("Servers", 1)), balancer().weights());
    onScreen(() -> server.setValue(""));
    assertEquals(List.of(new ServerWeight("", 1)), balancer().weights());
    onScreen(() -> ((Button) find("remove-weights-0")).fire());
    assertEquals(List.of(), balancer().weights());
  }

  /// Nobody has to choose a node where only one is left to be named.
  @Test
  void aNewRowNamesTheFirstNodeThatIsNotNamedYet() {
    onScreen(() -> window.documents().openShipped("sample-scaled"));
    onScreen(() -> workbench.add(new AppServer(), 300, 300));
    onScreen(() -> workbench.select(Selection.of("Balancer")));
    onScreen(() -> ((TitledPane) find("table-weights")).setExpanded(true));
    for (int row = 0; row < 3; row++) {
      onScreen(() -> ((Button) find("add-weights")).fire());
    }
    assertEquals(List.of("Servers", "Server", ""), balancer().weights().stream().map(ServerWeight::server).toList());
  }

  /// Each route stands in the table once, so there is nothing to add.
  @Test
  void aTableThatNamesItsRowsKeepsThem() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    onScreen(() -> ((TitledPane) find("table-cpu")).setExpanded(true));
    assertFalse(find("add-cpu").isVisible());
    assertTrue(robot.lookup("#remove-cpu-0").tryQuery().isEmpty());
  }

  /// A link has parameters as a node has: they reach the run, are saved, undone and checked.
  @Test
  void aLinkSelectedFromItsNodeIsSetSoThatItLosesMessages() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    assertTrue(find("link-Families-Server").isFocusTraversable(), "the keyboard gets there too");
    onScreen(() -> ((Hyperlink) find("link-Families-Server")).fire());
    assertEquals(Optional.of(link()), workbench.selectionProperty().get().link());
    var loss = field("Loss ");
    type("Loss ", "1");
    assertEquals(1, link().loss());
    assertEquals(loss, field("Loss "), "the field stays where it is");
    waitUntil("lost messages", 20, () -> workbench.snapshotProperty().get().links().stream()
        .anyMatch(view -> view.to().equals("Server") && view.counts().get(Fate.TIMED_OUT.ordinal()) > 0));
    type("Loss ", "2");
    assertEquals(1, link().loss());
    assertTrue(robot.lookup("loss must be between 0 and 1, not 2").tryQuery().isPresent());
    type("Round trip ms", "20");
    assertEquals(20, link().roundTripMs());
    onScreen(workbench::undo);
    onScreen(workbench::undo);
    assertEquals(0, link().loss());
    assertEquals("0", field("Loss ").getText());
    assertFalse(workbench.isEdited());
    onScreen(workbench::redo);
    onScreen(workbench::deleteSelection);
    assertTrue(workbench.topologyProperty().get().link("Families", "Server").isEmpty(), "the link set anew is deleted");
  }

  /// A distance is chosen by name, in one edit.
  @Test
  void aLinkIsAsFarAsTokyo() {
    onScreen(() -> workbench.select(Selection.of("Server")));
    onScreen(() -> ((Hyperlink) find("link-Families-Server")).fire());
    onScreen(() -> ((Hyperlink) find("distance-tokyo")).fire());
    assertEquals(160, link().roundTripMs());
    onScreen(() -> ((Hyperlink) find("distance-home")).fire());
    assertEquals(16, link().roundTripMs());
    onScreen(workbench::undo);
    assertEquals(160, link().roundTripMs());
  }

  private Link link() {
    return workbench.topologyProperty().get().link("Families", "Server").orElseThrow();
  }

  private LoadBalancer balancer() {
    return (LoadBalancer) workbench.topologyProperty().get().node("Balancer").orElseThrow().component();
  }

  private TextField cell(Node table, int row, String accessibleText) {
    return robot.from(table).lookup((Node node) -> isField(node, accessibleText)).queryAllAs(TextField.class).stream()
        .skip(row).findFirst().orElseThrow();
  }

  private AppServer server() {
    return (AppServer) workbench.topologyProperty().get().node("Server").orElseThrow().component();
  }

  private void type(String accessibleText, String text) {
    var field = field(accessibleText);
    onScreen(() -> {
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
  }

  private TextField field(String accessibleText) {
    return robot.lookup((Node node) -> isField(node, accessibleText)).queryAs(TextField.class);
  }

  private static boolean isField(Node node, String accessibleText) {
    return node instanceof TextField && accessibleText.equals(node.getAccessibleText());
  }
}
