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

  /// All lessons in English, in the order of the course.
  public static List<Lesson> lessons() {
    return lessons("en");
  }

  /// All lessons in a language, in the order of the course; those that are not written in it, in English.
  ///
  /// @param language as in "es"
  public static List<Lesson> lessons(String language) {
    return FOLDERS.stream().map(folder -> lesson(folder, language)).toList();
  }

  private static Lesson lesson(String folder, String language) {
    var translated = folder + "/lesson_" + language + ".md";
    return lesson(LessonLibrary.class.getResource(translated) == null ? folder + "/lesson.md" : translated);
  }

  private static Lesson lesson(String resource) {
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
