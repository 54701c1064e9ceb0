package tenfold.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.files.Documents;
import tenfold.app.files.FileChoice;
import tenfold.app.files.Keeping;
import tenfold.app.files.RecentFiles;
import tenfold.app.live.Workbench;
import tenfold.experiment.Attempt;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// Attempts of the board that outlast the program.
final class AttemptsTest {
  @TempDir
  private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();
  private final List<Documents> open = new ArrayList<>();
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));

  @AfterEach
  void close() {
    open.forEach(Documents::close);
    workbench.close();
  }

  @Test
  void theyAreThereAtTheNextStart() {
    var attempts = attempts(folder);
    attempts.keep(attempt("plain", 400));
    attempts.keep(attempt("más/caro: \u00e9", Double.NaN));
    assertEquals(attempts.kept(), attempts(folder).kept());
    attempts.keep(attempt("plain", 300));
    assertEquals(List.of("más/caro: \u00e9", "plain"), names(attempts(folder)), "a name is there once");
    attempts.forget("plain");
    assertEquals(List.of("más/caro: \u00e9"), names(attempts(folder)));
    assertEquals(List.of(), said);
  }

  @Test
  void theOldestGivesWay() {
    var attempts = attempts(folder);
    for (int i = 0; i <= Attempts.MOST; i++) {
      attempts.keep(attempt("attempt " + i, i + 1));
    }
    assertEquals(Attempts.MOST, attempts(folder).kept().size());
    assertTrue(names(attempts).contains("attempt " + Attempts.MOST) && !names(attempts).contains("attempt 0"));
  }

  /// What cannot be read is passed over, and where nothing can be written that is said; the attempt is kept meanwhile.
  @Test
  void whatIsBrokenIsPassedOver() throws IOException {
    attempts(folder).keep(attempt("plain", 400));
    Files.writeString(folder.resolve("attempts/broken.measured"), "no numbers");
    assertEquals(List.of("plain"), names(attempts(folder)));
    var blocked = Files.writeString(folder.resolve("file"), "in the way");
    var attempts = attempts(blocked);
    attempts.keep(attempt("kept", 400));
    assertEquals(List.of("kept"), names(attempts));
    assertEquals(1, said.size(), said.toString());
  }

  private static List<String> names(Attempts attempts) {
    return attempts.kept().stream().map(Attempt::name).toList();
  }

  private static Attempt attempt(String name, double p95Ms) {
    return new Attempt(name, Gallery.scenario("growth-crisis"), 123.5, p95Ms, 42);
  }

  private Attempts attempts(Path place) {
    var documents = new Documents(workbench, FileChoice.none(), () -> null, new Heard(),
        new Keeping(place, new RecentFiles(Optional.empty()), true));
    open.add(documents);
    return new Attempts(documents);
  }

  private final class Heard implements Documents.Messages {
    @Override
    public void say(String sentence) {
      said.add(sentence);
    }

    @Override
    public Documents.Unsaved askUnsaved() {
      return Documents.Unsaved.CANCEL;
    }

    @Override
    public Documents.Changed askChanged(Path file) {
      return Documents.Changed.CANCEL;
    }
  }
}
