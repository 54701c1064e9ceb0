package tenfold.lesson;

import java.util.List;
import tenfold.scenario.Scenario;

/// A lesson: steps to take one after the other beside a running system.
///
/// @param number its place in the course, from 1
/// @param title its name
/// @param minutes how long it takes
/// @param start the system it begins with
/// @param steps what to do, in order
public record Lesson(int number, String title, int minutes, Scenario start, List<Step> steps) {
  /// Copies the steps.
  public Lesson {
    steps = List.copyOf(steps);
  }
}
