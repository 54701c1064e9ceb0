package tenfold.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where things are kept.
final class KeepingTest {
  @TempDir private Path folder;

  @Test
  void whatCanBeWrittenAtHomeIsKeptThere() throws IOException {
    var home = Files.createDirectory(folder.resolve("home"));
    assertEquals(home.resolve(".tenfold"), Keeping.writable(home, folder.resolve("program")));
    assertTrue(Files.isDirectory(home.resolve(".tenfold")));
  }

  /// A file stands where the home should be.
  @Test
  void whereTheHomeCannotBeWrittenItIsKeptBesideTheProgram() throws IOException {
    var home = Files.createFile(folder.resolve("home"));
    var program = Files.createDirectory(folder.resolve("program"));
    assertEquals(program.resolve(".tenfold"), Keeping.writable(home, program));
  }
}
