package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import tenfold.app.live.EditHistory.Joining;

/// The window says what the system costs, as it is.
final class CostTest extends WindowTest {

  /// The growth crisis: a server of $100 and a database of $300, for ten families; each server more is $100 more.
  @Test
  void theCostFollowsTheSystem() {
    onScreen(() -> workbench.families(10, Joining.ALONE));
    waitUntil("the first cost", 10, () -> text().startsWith("$400 a month · $40,000 for 1,000 families · $"));
    onScreen(() -> workbench.stack("Server", 3));
    waitUntil("the cost of three servers", 10, () -> text().startsWith("$600 a month · $60,000"));
    assertTrue(text().endsWith(" for a million requests"), text());
  }

  private String text() {
    return ((Label) find("cost")).getText();
  }
}
