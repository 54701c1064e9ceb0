package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.lesson.LessonLibrary;
import tools.jackson.databind.json.JsonMapper;

/// Lessons from the command line.
final class LessonCommandsTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void theCourseIsListed() {
    var listed = Invocation.of("lessons");
    assertEquals(Cli.OK, listed.code());
    LessonLibrary.FOLDERS.forEach(id -> assertTrue(listed.out().contains(id), listed.out()));
  }

  /// The lesson of the success disaster as a folder of an instructor's own.
  private Path lesson() throws IOException {
    for (var name : new String[] {"lesson.md", "start.json", "solution.json", "wrong-one-more-server.json",
        "wrong-bigger-database.json"}) {
      try (var stream = LessonLibrary.class.getResourceAsStream("02-success-disaster/" + name)) {
        Files.write(folder.resolve(name), stream.readAllBytes());
      }
    }
    return folder;
  }

  @Test
  void aDesignIsJudgedByTheGoals() throws IOException {
    var own = lesson().toString();
    var failed = Invocation.of("check", own, folder.resolve("start.json").toString(), "--replications", "2");
    assertEquals(Cli.NOT_MET, failed.code(), failed.err());
    assertTrue(failed.out().contains("not met p95"), failed.out());
    assertTrue(failed.out().contains("too much"), failed.out());
    var passed = Invocation.of("check", own, folder.resolve("solution.json").toString(), "--replications", "2",
        "--format", "json");
    assertEquals(Cli.OK, passed.code(), passed.err());
    var tree = JsonMapper.builder().build().readTree(passed.out());
    assertTrue(tree.path("passed").booleanValue(), passed.out());
    assertEquals(1, tree.path("share").doubleValue());
    assertEquals("fast", tree.path("goals").path(0).path("id").stringValue());
    assertTrue(tree.path("goals").path(0).path("measured").doubleValue() < 300, passed.out());
  }

  @Test
  void whatCannotBeJudgedIsTold() throws IOException {
    var unknown = Invocation.of("check", "sucess-disaster", "growth-crisis");
    assertEquals(Cli.PROBLEM, unknown.code());
    assertTrue(unknown.err().contains("neither a lesson nor a folder \"sucess-disaster\""), unknown.err());
    var own = lesson();
    Files.writeString(own.resolve("lesson.md"), "no head");
    var broken = Invocation.of("check", own.toString(), "growth-crisis");
    assertEquals(Cli.PROBLEM, broken.code());
    assertTrue(broken.err().contains("must begin with its head"), broken.err());
    var few = Invocation.of("check", "2", "growth-crisis", "--replications", "1");
    assertTrue(few.err().contains("--replications must be between 2 and 1000, not 1"), few.err());
  }
}
