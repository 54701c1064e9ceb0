package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.live.EditHistory.Joining;

/// The window says what the system costs, as it is.
final class CostTest extends WindowTest {

  @TempDir
  private Path folder = Path.of("");

  /// The growth crisis: a server of $100 and a database of $300, for ten families; each server more is $100 more.
  @Test
  void theCostFollowsTheSystem() {
    onScreen(() -> workbench.families(10, Joining.ALONE));
    waitUntil("the first cost", 10, () -> text().startsWith("$400 a month · $40,000 for 1,000 families · $"));
    onScreen(() -> workbench.stack("Server", 3));
    waitUntil("the cost of three servers", 10, () -> text().startsWith("$600 a month · $60,000"));
    assertTrue(text().endsWith(" for a million requests"), text());
  }

  /// The server states its price of $100 itself; the database is a machine of eight cores.
  @Test
  void aPriceListOfOnesOwnHoldsWhateverIsOpened() throws IOException {
    give("server.8 = 1000");
    onScreen(this::choosePrices);
    waitUntil("the new price", 10, () -> text().startsWith("$1,100 a month"));
    onScreen(() -> window.documents().openShipped("growth-ramp"));
    waitUntil("the new price of another system", 10, () -> text().startsWith("$1,100 a month"));
    give("");
    onScreen(this::choosePrices);
    waitUntil("the old price", 10, () -> text().startsWith("$400 a month"));
  }

  @Test
  void aFileThatIsNoPriceListChangesNothingAndIsSaid() throws IOException {
    give("sever.8 = 1000");
    Platform.runLater(this::choosePrices);
    waitUntil("the sentence", 10, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    var said = robot.lookup(".dialog-pane").queryAs(DialogPane.class).getContentText();
    robot.type(KeyCode.ESCAPE);
    assertTrue(said.contains("did you mean \"server.8\"?"), said);
    waitUntil("the old price", 10, () -> text().startsWith("$400 a month"));
  }

  private void give(String prices) throws IOException {
    files.next = Optional.of(java.nio.file.Files.writeString(folder.resolve("prices.txt"), prices));
  }

  private void choosePrices() {
    robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> "menu-prices".equals(item.getId()))
        .forEach(MenuItem::fire);
  }

  private String text() {
    return ((Label) find("cost")).getText();
  }
}
