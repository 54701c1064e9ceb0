package tenfold.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenfold.app.look.Texts;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;

/// Keeps a copy of what is edited and not saved, so that nothing is lost when the program ends in the middle: at once,
/// and while many edits follow each other at most [#DELAY_MILLIS] after each, in the background, beside the old copy
/// first. While a window is open it holds a lock on its copies; copies that nobody holds are left over from a program
/// that ended without asking.
///
/// A copy that cannot be written is told once, until one can be again; the work itself is in memory all the same.
public final class Autosave implements AutoCloseable {
  /// From one copy to the next at least; so long after an edit its copy is begun at the latest.
  static final long DELAY_MILLIS = 250;

  private static final String LOCK = ".lock";
  private static final String ORIGIN = ".origin";

  private final Path folder;
  private final String name = UUID.randomUUID().toString();
  private final Consumer<String> onTrouble;
  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
      task -> Thread.ofPlatform().daemon().name("tenfold-autosave").unstarted(task));
  private final AtomicReference<@Nullable Work> waiting = new AtomicReference<>();
  private final Optional<HeldLock> held;
  private volatile long writtenNanos = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS);
  private boolean isTroubled;

  /// What is to be kept.
  private record Work(ScenarioDocument document, Optional<Path> origin) {}

  /// Begins to keep copies in a folder, which is made when there is none.
  ///
  /// @param onTrouble gets a sentence, on a thread of its own, when a copy cannot be kept
  public Autosave(Path folder, Consumer<String> onTrouble) {
    this.folder = folder;
    this.onTrouble = onTrouble;
    this.held = hold();
  }

  /// There are edits that are not saved; a copy is made soon.
  ///
  /// @param origin the file that they belong to, if there is one
  public void keep(ScenarioDocument document, Optional<Path> origin) {
    if (waiting.getAndSet(new Work(document, origin)) == null) {
      long sinceNanos = System.nanoTime() - writtenNanos;
      background.schedule(this::write, TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS) - sinceNanos, TimeUnit.NANOSECONDS);
    }
  }

  /// Everything is saved: no copy is needed.
  public void forget() {
    waiting.set(null);
    background.execute(this::delete);
  }

  /// Everything is saved, or not wanted: the copies of this window go.
  @Override
  public void close() {
    forget();
    background.shutdown();
    try {
      if (!background.awaitTermination(2, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      background.shutdownNow();
    }
    held.ifPresent(HeldLock::close);
  }

  /// Work that was left by a program that ended without asking, the newest first.
  ///
  /// @param folder where copies are kept
  public static List<Leftover> leftovers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var found = new ArrayList<Leftover>();
    try (var files = Files.newDirectoryStream(folder, "*" + ScenarioFile.ENDING)) {
      for (var copy : files) {
        var name = copy.getFileName().toString().replace(ScenarioFile.ENDING, "");
        if (HeldLock.isFree(folder.resolve(name + LOCK))) {
          found.add(new Leftover(copy, origin(folder.resolve(name + ORIGIN)),
              Files.getLastModifiedTime(copy).toInstant()));
        }
      }
    } catch (IOException unreadable) {
      System.getLogger(Autosave.class.getName())
          .log(System.Logger.Level.WARNING, "the folder of copies cannot be read", unreadable);
    }
    found.sort(Comparator.comparing(Leftover::when).reversed());
    return found;
  }

  /// Work that was left.
  ///
  /// @param copy the file that has it
  /// @param origin the file that it belongs to, if there is one
  /// @param when it was last changed
  public record Leftover(Path copy, Optional<Path> origin, Instant when) {
    /// Reads it.
    public ScenarioDocument read() throws UnreadableScenario {
      return ScenarioFile.read(copy);
    }

    /// Throws it away.
    public void discard() throws IOException {
      var name = copy.getFileName().toString().replace(ScenarioFile.ENDING, "");
      for (var ending : List.of(ScenarioFile.ENDING, ORIGIN, LOCK)) {
        Files.deleteIfExists(copy.resolveSibling(name + ending));
      }
    }
  }

  private void write() {
    var work = waiting.getAndSet(null);
    if (work == null) {
      return;
    }
    writtenNanos = System.nanoTime();
    try {
      Files.createDirectories(folder);
      if (work.origin.isPresent()) {
        Files.writeString(file(ORIGIN), work.origin.get().toAbsolutePath().toString());
      } else {
        Files.deleteIfExists(file(ORIGIN));
      }
      ScenarioFile.write(file(ScenarioFile.ENDING), work.document);
      isTroubled = false;
    } catch (IOException | RuntimeException failure) {
      if (!isTroubled) {
        isTroubled = true;
        onTrouble.accept(Texts.get("autosave.failed", folder, Reason.of(failure)));
      }
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(file(ScenarioFile.ENDING));
      Files.deleteIfExists(file(ORIGIN));
    } catch (IOException leftBehind) {
      System.getLogger(Autosave.class.getName()).log(System.Logger.Level.DEBUG, "a copy is left behind", leftBehind);
    }
  }

  private Path file(String ending) {
    return folder.resolve(name + ending);
  }

  /// Holds the lock of this window's copies.
  private Optional<HeldLock> hold() {
    try {
      return HeldLock.take(file(LOCK));
    } catch (IOException unwritable) {
      return Optional.empty(); // The first copy tells.
    }
  }

  private static Optional<Path> origin(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Path.of(Files.readString(file).strip())) : Optional.empty();
  }
}
