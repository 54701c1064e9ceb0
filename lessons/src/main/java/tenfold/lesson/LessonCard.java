package tenfold.lesson;

/// What a list of lessons shows of one. Reading it takes a hundredth of the time that the lesson with its scenarios
/// takes.
///
/// @param id its folder, as in "02-success-disaster"
/// @param number its place in the course, from 1
/// @param title its name
/// @param minutes how long it takes
/// @param steps how many steps it has
/// @param goals how many goals it has, those for gold too
/// @param hasForecast whether there is something to foretell in it, which the silver medal is for
public record LessonCard(String id, int number, String title, int minutes, int steps, int goals, boolean hasForecast) {
  /// The medal for what was reached.
  public Medal medal(Progress.Taken taken) {
    return Medal.of(taken, hasForecast);
  }
}
