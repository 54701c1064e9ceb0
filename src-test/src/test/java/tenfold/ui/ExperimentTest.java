package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.experiment.ExperimentRun;
import tenfold.app.experiment.Finding;
import tenfold.app.live.EditHistory.Joining;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;

/// The way from the key to results, for each sort of experiment.
final class ExperimentTest extends WindowTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void openSheet() {
    onScreen(() -> workbench.playingProperty().set(false));
    robot.push(KeyCode.CONTROL, KeyCode.E);
    assertTrue(find("experiment").getParent().isVisible());
  }

  @Test
  void severalRunsGiveIntervals() {
    quick("replicate", 3);
    start();
    var finding = done();
    assertEquals("Growth crisis: several runs", finding.title());
    assertTrue(rows(finding).getFirst().get(1).matches("\\d+ ms ± .*"), rows(finding).toString());
    assertTrue(robot.from(find("experiment")).lookup(".figure").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    assertFalse(find("experiment").getParent().isVisible());
  }

  @Test
  void aSweepGivesARowForEachValue() {
    tab("sweep");
    quick("sweep", 2);
    onScreen(() -> {
      ((ComboBox<?>) find("experiment-sweep-target")).getSelectionModel().select(indexOf("Server.cores"));
      ((TextField) find("experiment-sweep-values")).setText("2,4,8");
    });
    start();
    assertEquals(List.of("2", "4", "8"), rows(done()).stream().map(List::getFirst).toList());
  }

  /// From few families to many: a row for each, with what its response time is made of.
  @Test
  void responseTimesAreTakenApart() {
    tab("parts");
    quick("parts", 2);
    onScreen(() -> ((TextField) find("experiment-parts-families")).setText("10,600"));
    start();
    var finding = done();
    assertEquals("Growth crisis: what response times are made of", finding.title());
    assertEquals(List.of("10", "600"), rows(finding).stream().map(List::getFirst).toList());
    assertTrue(finding.parts().getFirst() instanceof Finding.Words words
        && words.text().contains("The largest part: Server, waiting "), finding.parts().getFirst().toString());
    var figure = finding.parts().stream().filter(Finding.Figure.class::isInstance).map(Finding.Figure.class::cast)
        .findFirst().orElseThrow();
    assertEquals(3, figure.table().size());
    var shares = finding.parts().stream().filter(Finding.Table.class::isInstance).map(Finding.Table.class::cast)
        .skip(1).findFirst().orElseThrow().rows();
    assertEquals("network", shares.getFirst().get(1), "with ten families most is the way");
    assertTrue(shares.stream().anyMatch(row -> row.get(2).contains(" ± ")), shares.toString());
  }

  /// Choosing a parameter proposes values that it can have.
  @Test
  void valuesAreProposed() {
    tab("sweep");
    onScreen(() -> ((ComboBox<?>) find("experiment-sweep-target")).getSelectionModel()
        .select(indexOf("Server.cores")));
    assertEquals("2,4,8,16", ((TextField) find("experiment-sweep-values")).getText());
  }

  @Test
  void thePresentDesignIsComparedWithTheOpenedOne() {
    onScreen(() -> {
      workbench.families(60, Joining.ALONE);
      workbench.stack("Server", 1);
    });
    onScreen(() -> workbench.change("Server", tenfold.run.Parts.with(
        (tenfold.component.AppServer) workbench.topologyProperty().get().node("Server").orElseThrow().component(),
        "cores", 8)));
    tab("compare");
    quick("compare", 4);
    start();
    var mean = rows(done()).getFirst();
    assertEquals("mean", mean.getFirst());
    assertEquals("better", mean.getLast());
  }

  @Test
  void attemptsAreKeptAndTheBestAreMarked() {
    tab("attempts");
    quick("attempts", 2);
    start();
    assertEquals(List.of("Attempt 1"), rows(done()).stream().map(List::getFirst).toList());
    onScreen(() -> workbench.change("Server", tenfold.run.Parts.with(
        (tenfold.component.AppServer) workbench.topologyProperty().get().node("Server").orElseThrow().component(),
        "monthlyPriceDollars", 500.0)));
    onScreen(() -> ((TextField) find("experiment-attempts-name")).setText("dear"));
    start();
    var rows = rows(done());
    assertEquals(List.of("Attempt 1", "nothing beats it"), List.of(rows.get(0).getFirst(), rows.get(0).getLast()));
    assertEquals(List.of("dear", "beaten by Attempt 1"), List.of(rows.get(1).getFirst(), rows.get(1).getLast()));
    tab("compare");
    assertEquals(List.of("The opened design", "Attempt 1", "dear", "From a file…"), against());
    tab("attempts");
    assertTrue(find("experiment-attempts-forget").isDisabled());
    onScreen(() -> ((TextField) find("experiment-attempts-name")).setText("dear"));
    onScreen(() -> ((Button) find("experiment-attempts-forget")).fire());
    assertEquals(List.of("Attempt 1"), rows(done()).stream().map(List::getFirst).toList());
  }

  /// The present design is compared with whatever a file has; the design that is open stays.
  @Test
  void aDesignFromAFileIsComparedWith() throws IOException {
    var file = folder.resolve("other.tenfold");
    ScenarioFile.write(file, ScenarioDocument.of(Gallery.scenario("sample-scaled")));
    tab("compare");
    quick("compare", 2);
    choose("From a file…");
    assertEquals("The opened design", chosen(), "who thinks better of it goes on with what he had");
    files.next = Optional.of(file);
    choose("From a file…");
    assertEquals("other.tenfold", chosen());
    assertEquals(List.of("The opened design", "other.tenfold", "From a file…"), against());
    start();
    assertEquals("other.tenfold · The present design", done().title());
    assertEquals("Growth crisis", workbench.document().scenario().title());
  }

  private void choose(String name) {
    onScreen(() -> against(find("experiment-compare-against")).setValue(name));
  }

  private String chosen() {
    return against(find("experiment-compare-against")).getValue();
  }

  private List<String> against() {
    return List.copyOf(against(find("experiment-compare-against")).getItems());
  }

  @SuppressWarnings("unchecked") // it offers names
  private static ChoiceBox<String> against(Node box) {
    return (ChoiceBox<String>) box;
  }

  @Test
  void whatIsRunningCanBeCancelled() {
    onScreen(() -> {
      ((TextField) find("experiment-replicate-runs")).setText("100");
      ((TextField) find("experiment-replicate-length")).setText("86,400");
    });
    start();
    waitUntil("some progress", 20, () -> run().progress() > 0);
    assertTrue(find("experiment-start").isDisabled());
    onScreen(() -> ((Button) find("experiment-cancel")).fire());
    assertFalse(run().runningProperty().get());
    assertNull(run().findingProperty().get());
    assertFalse(find("experiment-start").isDisabled());
  }

  @Test
  void mistakesAreSaidAndNothingRuns() {
    onScreen(() -> ((TextField) find("experiment-replicate-runs")).setText("many"));
    start();
    assertEquals("Runs must be between 1 and 1,000, not “many”.", trouble());
    tab("sweep");
    onScreen(() -> ((TextField) find("experiment-sweep-values")).setText("0"));
    start();
    assertEquals("families must be between 1 and 10000000, not 0.", trouble());
    assertFalse(run().runningProperty().get());
  }

  @Test
  void resultsAreSaved() throws IOException {
    quick("replicate", 2);
    start();
    done();
    for (var kind : List.of("html", "svg", "csv", "png")) {
      files.next = Optional.of(folder.resolve("results." + kind));
      onScreen(() -> ((MenuButton) find("experiment-save")).getItems().stream()
          .filter(item -> ("experiment-save-" + kind).equals(item.getId())).forEach(MenuItem::fire));
    }
    assertTrue(java.nio.file.Files.readString(folder.resolve("results.html")).contains("<h1>Growth crisis"));
    assertTrue(java.nio.file.Files.readString(folder.resolve("results.svg")).startsWith("<svg"));
    assertTrue(java.nio.file.Files.readString(folder.resolve("results.csv")).startsWith("measure,value\r\nmean,"));
    assertTrue(java.nio.file.Files.size(folder.resolve("results.png")) > 2_000);
  }

  private ExperimentRun run() {
    return window.controller().experiment().run();
  }

  private void tab(String id) {
    onScreen(() -> ((ToggleButton) find("experiment-" + id)).fire());
  }

  /// A few short runs.
  private void quick(String form, int runs) {
    onScreen(() -> {
      ((TextField) find("experiment-" + form + "-runs")).setText(Integer.toString(runs));
      ((TextField) find("experiment-" + form + "-warmUp")).setText("2");
      ((TextField) find("experiment-" + form + "-length")).setText("10");
    });
  }

  private void start() {
    onScreen(() -> ((Button) find("experiment-start")).fire());
  }

  private Finding done() {
    waitUntil("the end of the runs", 60, () -> !run().runningProperty().get());
    assertEquals("", trouble());
    return java.util.Objects.requireNonNull(run().findingProperty().get());
  }

  private String trouble() {
    return ((Label) find("experiment-trouble")).getText();
  }

  private int indexOf(String target) {
    return ((ComboBox<?>) find("experiment-sweep-target")).getItems().stream().map(String::valueOf).toList()
        .indexOf(target);
  }

  private static List<List<String>> rows(Finding finding) {
    return finding.parts().stream().filter(Finding.Table.class::isInstance).map(Finding.Table.class::cast)
        .findFirst().orElseThrow().rows();
  }
}
