package tenfold.lesson;

/// A lesson's file cannot be read; the message says which file, where if it is known, what is wrong and what helps, in
/// a sentence or two.
public final class LessonMistake extends Exception {
  private static final long serialVersionUID = 1;

  /// @param place name of the file
  /// @param line line in it, from 1; 0 when it is about the whole file
  LessonMistake(String place, int line, String sentence) {
    super(place + (line > 0 ? ":" + line : "") + ": " + sentence);
  }
}
