package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.AppServer;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;

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
