package tenfold.app.experiment;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tenfold.app.files.Documents;
import tenfold.experiment.Attempt;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;

/// The attempts that are kept, in the order in which they were made: each a scenario file with a small file of what was
/// measured beside it, in a folder of the user's own. Without a folder they are kept as long as the window is open.
final class Attempts {
  /// Attempts that are kept; the oldest gives way.
  static final int MOST = 40;

  private static final System.Logger LOGGER = System.getLogger(Attempts.class.getName());
  private static final String MEASURED = ".measured";

  private final ObservableList<Attempt> kept = FXCollections.observableArrayList();
  private final Documents documents;

  /// Those that were kept before.
  Attempts(Documents documents) {
    this.documents = documents;
    documents.attempts().ifPresent(folder -> kept.setAll(read(folder)));
  }

  ObservableList<Attempt> kept() {
    return kept;
  }

  /// Keeps one; a former one of the same name gives way.
  void keep(Attempt attempt) {
    kept.removeIf(one -> one.name().equals(attempt.name()));
    kept.add(attempt);
    documents.attempts().ifPresent(folder -> documents.write(folder, target -> write(target, attempt)));
    while (kept.size() > MOST) {
      forget(kept.getFirst().name());
    }
  }

  /// Keeps the one of that name no more.
  void forget(String name) {
    kept.removeIf(one -> one.name().equals(name));
    documents.attempts().ifPresent(folder -> documents.write(folder, target -> {
      Files.deleteIfExists(file(target, name, MEASURED));
      Files.deleteIfExists(file(target, name, ScenarioFile.ENDING));
    }));
  }

  /// What cannot be read is left where it is and passed over.
  private static List<Attempt> read(Path folder) {
    record Found(Attempt attempt, FileTime when) {}
    var found = new ArrayList<Found>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*" + MEASURED)) {
        for (var file : files) {
          attempt(file).ifPresent(attempt -> found.add(new Found(attempt, modified(file))));
        }
      } catch (IOException unreadable) {
        LOGGER.log(Level.WARNING, "the folder of attempts cannot be read: " + unreadable.getMessage());
      }
    }
    return found.stream().sorted(Comparator.comparing(Found::when)).map(Found::attempt).toList();
  }

  private static Optional<Attempt> attempt(Path measured) {
    try {
      var lines = Files.readAllLines(measured);
      var scenario = ScenarioFile.read(file(measured.getParent(), lines.get(0), ScenarioFile.ENDING)).scenario();
      return Optional.of(new Attempt(lines.get(0), scenario, Double.parseDouble(lines.get(1)),
          Double.parseDouble(lines.get(2)), Double.parseDouble(lines.get(3))));
    } catch (IOException | UnreadableScenario | IndexOutOfBoundsException | NumberFormatException unreadable) {
      LOGGER.log(Level.WARNING, "an attempt cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static void write(Path folder, Attempt attempt) throws IOException {
    Files.createDirectories(folder);
    ScenarioFile.write(file(folder, attempt.name(), ScenarioFile.ENDING), ScenarioDocument.of(attempt.scenario()));
    var measured = Files.write(file(folder, attempt.name(), MEASURED), List.of(attempt.name(),
        Double.toString(attempt.dollarsPerMonth()), Double.toString(attempt.p95Ms()),
        Double.toString(attempt.goodputPerSecond())));
    // The system stamps files by a clock that ticks some milliseconds apart, which would not tell their order.
    Files.setLastModifiedTime(measured, FileTime.from(Instant.now()));
  }

  /// Names may have any letters; files may not.
  private static Path file(Path folder, String name, String ending) {
    return folder.resolve(Integer.toHexString(name.hashCode()) + ending);
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
