package tenfold.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The shipped lessons.
public final class LessonLibrary {
  /// Folders of the lessons, in the order of the course.
  public static final List<String> FOLDERS = List.of("02-success-disaster");

  private LessonLibrary() {}

  /// All lessons, in the order of the course.
  public static List<Lesson> lessons() {
    return FOLDERS.stream().map(LessonLibrary::lesson).toList();
  }

  private static Lesson lesson(String folder) {
    var resource = folder + "/lesson.md";
    try (var stream = LessonLibrary.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return LessonText.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
