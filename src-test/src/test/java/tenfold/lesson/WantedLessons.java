package tenfold.lesson;

import java.util.List;

/// The lessons that a long test walks: all, or with `-Dtenfold.lessons=0` those whose name begins so.
public final class WantedLessons {
  private WantedLessons() {}

  /// In the order of the course.
  public static List<Lesson> lessons() {
    var wanted = System.getProperty("tenfold.lessons", "");
    return LessonLibrary.shipped("en").lessons().stream().filter(lesson -> lesson.id().startsWith(wanted)).toList();
  }
}
