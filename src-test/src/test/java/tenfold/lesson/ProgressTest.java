package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.lesson.Progress.Said;
import tenfold.lesson.Progress.Stage;
import tenfold.lesson.Progress.Taken;
import tenfold.stats.Interval;

/// What a student has done stays.
final class ProgressTest {
  private static final Taken HALF = new Taken(3, Map.of(
      1, new Said(List.of(50.0, 200.0), "", List.of(new Interval(50, 1, 0.95), new Interval(201, 3, 0.95))),
      2, new Said(List.of(1.0), "the line gets longer", List.of())), 0.25, false, false, 1,
      "{\"version\":1}",
      Map.of("ten", new Stage(1, true), "hundred", new Stage(0.5, false)));

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var file = folder.resolve("home/progress.json");
    var progress = Progress.read(file);
    assertEquals(Taken.NOT_YET, progress.of("02-success-disaster"));
    assertEquals(Optional.empty(), progress.last());
    progress.note("02-success-disaster", HALF);
    progress.write(file);
    var again = Progress.read(file);
    assertEquals(HALF, again.of("02-success-disaster"));
    assertEquals(Optional.of("02-success-disaster"), again.last());
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList(), "nothing is left beside it");
    }
  }

  @Test
  void theBestShareOfThePointsStays() {
    var progress = Progress.none();
    progress.note("a", new Taken(1, Map.of(), 1, true, false, 2, "", Map.of("ten", new Stage(0.5, true))));
    progress.note("a", new Taken(0, Map.of(), 0.5, false, true, 3, "", Map.of("ten", new Stage(1, false))));
    assertTrue(progress.of("a").isPassed());
    assertEquals(0, progress.of("a").step());
    assertEquals(Map.of("ten", new Stage(1, true)), progress.of("a").stages(), "each stage for itself");
    assertTrue(progress.of("a").isForetold() && progress.of("a").isGold(), "so do the steps to the medals");
  }

  @Test
  void whatANewerVersionWroteStays() throws IOException {
    var file = folder.resolve("progress.json");
    Files.writeString(file, """
        {"version": 7, "streak": 12, "lessons": {"a": {"step": 2, "share": 0.5, "stars": 3, "said": {"x": {}}}}}""");
    var progress = Progress.read(file);
    assertEquals(2, progress.of("a").step());
    progress.note("a", HALF);
    progress.write(file);
    var text = Files.readString(file);
    assertTrue(text.contains("\"streak\" : 12") && text.contains("\"stars\" : 3") && text.contains("\"version\" : 7"),
        text);
    assertEquals(0.5, Progress.read(file).of("a").share());
  }

  @Test
  void aBrokenFileIsKeptBeside() throws IOException {
    var file = folder.resolve("progress.json");
    Files.writeString(file, "{\"lessons\": {\"a\": {\"st");
    var anew = Progress.read(file);
    assertEquals(Taken.NOT_YET, anew.of("a"));
    assertEquals(Optional.of(folder.resolve("progress.json.broken")), anew.broken());
    assertFalse(Files.exists(file));
    assertEquals("{\"lessons\": {\"a\": {\"st", Files.readString(folder.resolve("progress.json.broken")));
    Files.write(file, new byte[] {(byte) 0xc3, 0x28});
    assertEquals(Taken.NOT_YET, Progress.read(file).of("a"));
    Files.writeString(file, "[1, 2]");
    assertEquals(Taken.NOT_YET, Progress.read(file).of("a"));
  }

  /// A folder stands where the file should be written.
  @Test
  void whatCannotBeWrittenLeavesTheOldFile() throws IOException {
    var file = folder.resolve("progress.json");
    var progress = Progress.none();
    progress.note("a", HALF);
    progress.write(file);
    Files.createDirectories(folder.resolve("progress.json.new/in the way"));
    progress.note("a", new Taken(9, Map.of(), 1, false, false, 0, "", Map.of()));
    assertThrows(IOException.class, () -> progress.write(file));
    assertEquals(HALF, Progress.read(file).of("a"));
  }
}
