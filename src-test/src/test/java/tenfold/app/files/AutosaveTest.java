package tenfold.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// Copies of what is not saved. Bounds of waiting only keep a broken build from hanging.
class AutosaveTest {
  @TempDir Path folder;

  /// While its window is open a copy is nobody's leftover; when the process ended without asking, it is.
  @Test
  void whatIsLeftIsFoundAgain() throws Exception {
    var autosave = new Autosave(folder, sentence -> {});
    autosave.keep(document(4_321), Optional.of(folder.resolve("mine.tenfold")));
    waitFor(() -> copies() == 1);
    assertTrue(Autosave.leftovers(folder).isEmpty(), "its window is open");

    var copy = copy();
    var left = Files.createDirectory(folder.resolve("left"));
    for (var ending : List.of(".tenfold", ".origin")) {
      Files.copy(copy.resolveSibling(copy.getFileName().toString().replace(".tenfold", ending)),
          left.resolve("gone" + ending));
    }
    autosave.close();
    assertEquals(0, copies(), "who leaves in order leaves nothing");

    var found = Autosave.leftovers(left);
    assertEquals(1, found.size());
    assertEquals(4_321, found.getFirst().read().scenario().topology().familyCount());
    assertEquals(Optional.of(folder.resolve("mine.tenfold")), found.getFirst().origin());
    found.getFirst().discard();
    assertTrue(Autosave.leftovers(left).isEmpty());
  }

  /// The newest of many edits is kept, and what is saved needs no copy.
  @Test
  void theNewestEditIsKept() throws Exception {
    try (var autosave = new Autosave(folder, sentence -> {})) {
      for (int families = 1; families <= 300; families++) {
        autosave.keep(document(families), Optional.empty());
      }
      waitFor(() -> copies() == 1 && families() == 300);
      autosave.forget();
      waitFor(() -> copies() == 0);
    }
  }

  /// A place that cannot be written is told once; when it can be again, the copies go on.
  @Test
  void troubleIsToldOnce() throws Exception {
    var told = new CopyOnWriteArrayList<String>();
    var blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file stands where the folder should be");
    try (var autosave = new Autosave(blocked.resolve("copies"), told::add)) {
      for (int i = 1; i <= 3; i++) {
        autosave.keep(document(i), Optional.empty());
        waitFor(() -> !told.isEmpty());
        Thread.sleep(2 * Autosave.DELAY_MILLIS);
      }
      assertEquals(1, told.size(), told.toString());
      assertTrue(told.getFirst().startsWith("Tenfold cannot keep copies of your edits in "), told.getFirst());
      Files.delete(blocked);
      autosave.keep(document(7), Optional.empty());
      waitFor(() -> Files.isDirectory(blocked.resolve("copies")));
    }
  }

  @Test
  void aLockIsHeldOnce() throws IOException {
    var file = folder.resolve("a").resolve("b.lock");
    var lock = HeldLock.take(file).orElseThrow();
    assertTrue(HeldLock.take(file).isEmpty());
    assertFalse(HeldLock.isFree(file));
    lock.close();
    assertTrue(HeldLock.isFree(file));
  }

  @Test
  void theNewestFilesAreRemembered() {
    var recent = new RecentFiles(Optional.empty());
    assertTrue(recent.isFirstStart());
    assertFalse(recent.isFirstStart());
    for (int i = 0; i < 12; i++) {
      recent.add(Path.of("/home/ada/" + i + ".tenfold"));
    }
    recent.add(Path.of("/home/ada/9.tenfold"));
    assertEquals(RecentFiles.MOST, recent.files().size());
    assertEquals(Path.of("/home/ada/9.tenfold"), recent.files().getFirst());
    assertEquals(Path.of("/home/ada/11.tenfold"), recent.files().get(1));
  }

  static ScenarioDocument document(int families) {
    var scenario = Gallery.scenario("growth-crisis");
    return ScenarioDocument.of(scenario.with(scenario.topology().withFamilies(families)));
  }

  private int families() {
    try {
      return tenfold.scenario.ScenarioFile.read(copy()).scenario().topology().familyCount();
    } catch (IOException | tenfold.scenario.UnreadableScenario unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private long copies() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tenfold")).count();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private Path copy() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tenfold")).findFirst().orElseThrow();
    }
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.sleep(5);
    }
  }
}
