package tenfold.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The lessons that there are. A broken one says why and leaves the others alone.
///
/// @param lessons those that can be taken, in the order of the course
/// @param mistakes a sentence for each that cannot
public record LessonLibrary(List<Lesson> lessons, List<String> mistakes) {
  /// Folders of the shipped lessons, in the order of the course.
  public static final List<String> FOLDERS = List.of(
      "01-floppy-and-server",
      "02-success-disaster",
      "03-three-diseases",
      "04-vertical-trap",
      "05-more-servers",
      "06-is-it-well",
      "07-sticky-sessions",
      "08-no-memory",
      "09-one-database",
      "10-cache-90-or-99",
      "11-stampede",
      "12-read-replicas",
      "13-ghost-name",
      "14-connection-pool",
      "15-three-cities",
      "16-later",
      "17-auto-scaling",
      "18-retry-storm",
      "19-sharding-and-cap",
      "20-ten-to-ten-million");

  /// Copies the lists.
  public LessonLibrary {
    lessons = List.copyOf(lessons);
    mistakes = List.copyOf(mistakes);
  }

  /// The shipped lessons.
  ///
  /// @param language as in "es"; lessons that are not written in it are in English
  public static LessonLibrary shipped(String language) {
    return of(FOLDERS, language, folder -> name -> resource(folder + "/" + name));
  }

  /// What a list shows of the shipped lessons.
  ///
  /// @param language as in "es"; lessons that are not written in it are in English
  /// @param mistakes gets a sentence for each that cannot be shown
  public static List<LessonCard> cards(String language, Consumer<String> mistakes) {
    var cards = new ArrayList<LessonCard>();
    for (var folder : FOLDERS) {
      try {
        cards.add(new LessonReader(folder, name -> resource(folder + "/" + name)).card(language));
      } catch (LessonMistake mistake) {
        mistakes.accept(String.valueOf(mistake.getMessage()));
      }
    }
    return List.copyOf(cards);
  }

  /// One shipped lesson.
  ///
  /// @param folder one of [#FOLDERS]
  /// @throws LessonMistake when it cannot be read
  public static Lesson shipped(String folder, String language) throws LessonMistake {
    return new LessonReader(folder, name -> resource(folder + "/" + name)).read(language);
  }

  /// One lesson from a folder, as an instructor writes it.
  ///
  /// @throws LessonMistake when it cannot be read
  public static Lesson read(Path folder, String language) throws LessonMistake {
    return new LessonReader(String.valueOf(folder.getFileName()), name -> file(folder.resolve(name))).read(language);
  }

  static LessonLibrary of(List<String> folders, String language,
      Function<String, Function<String, Optional<String>>> files) {
    var lessons = new ArrayList<Lesson>();
    var mistakes = new ArrayList<String>();
    for (var folder : folders) {
      try {
        lessons.add(new LessonReader(folder, files.apply(folder)).read(language));
      } catch (LessonMistake mistake) {
        mistakes.add(String.valueOf(mistake.getMessage()));
      }
    }
    return new LessonLibrary(lessons, mistakes);
  }

  private static Optional<String> resource(String name) {
    try (var stream = LessonLibrary.class.getResourceAsStream(name)) {
      return stream == null ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<String> file(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }
}
