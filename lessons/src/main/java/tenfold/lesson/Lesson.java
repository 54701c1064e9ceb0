package tenfold.lesson;

import java.util.List;
import tenfold.scenario.Scenario;
import tenfold.topology.Topology;

/// A lesson: steps to take one after the other beside a running system, and goals for what is built on the way.
///
/// @param id its folder, as in "02-success-disaster"
/// @param number its place in the course, from 1
/// @param title its name
/// @param minutes how long it takes
/// @param requests attempts that a check of a design may simulate
/// @param sections sections of the text that it covers
/// @param palette kinds that are offered for building; all when it is empty
/// @param start the system it begins with
/// @param solution a design that meets the goals
/// @param wrong designs that do not, each with the misconception behind it
/// @param goals what a design must do or be
/// @param claims figures of the text, beside those of the model
/// @param steps what to do, in order
public record Lesson(String id, int number, String title, int minutes, long requests, List<String> sections,
    List<String> palette, Scenario start, Topology solution, List<Wrong> wrong, List<Goal> goals, List<Claim> claims,
    List<Step> steps) {
  /// Copies the lists.
  public Lesson {
    sections = List.copyOf(sections);
    palette = List.copyOf(palette);
    wrong = List.copyOf(wrong);
    goals = List.copyOf(goals);
    claims = List.copyOf(claims);
    steps = List.copyOf(steps);
  }

  /// A design that does not do.
  ///
  /// @param misconception tag of the misconception behind it, as in "M3"
  /// @param design the design
  public record Wrong(String misconception, Topology design) {}
}
