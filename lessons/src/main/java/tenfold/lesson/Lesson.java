package tenfold.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
/// @param notes numbers of the notes on what is inconsistent in the text, which it reveals
/// @param palette kinds that are offered for building; all when it is empty
/// @param start the system it begins with
/// @param solutions a design for each stage that meets its goals, in the order of the stages; a lesson that is built in
///     one has one, whose name is empty
/// @param wrong designs that do not, each with the misconception behind it
/// @param goals what a design must do or be, those for gold last
/// @param forecast what the silver medal is for; without it there is none
/// @param claims figures of the text, beside those of the model
/// @param steps what to do, in order
/// @param scenarios all scenarios of its folder that it names, by file
public record Lesson(String id, int number, String title, int minutes, long requests, List<String> sections,
    List<Integer> notes, List<String> palette, Scenario start, SequencedMap<String, Topology> solutions,
    List<Wrong> wrong, List<Goal> goals, Optional<Forecast> forecast, List<Claim> claims, List<Step> steps,
    Map<String, Scenario> scenarios) {
  /// Copies the lists.
  public Lesson {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
    palette = List.copyOf(palette);
    solutions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(solutions));
    wrong = List.copyOf(wrong);
    goals = List.copyOf(goals);
    claims = List.copyOf(claims);
    steps = List.copyOf(steps);
    scenarios = Map.copyOf(scenarios);
  }

  /// The names of what is built one after the other, from the same system.
  public List<String> stages() {
    return List.copyOf(solutions.keySet());
  }

  /// What a design must do or be in a stage.
  public List<Goal> goals(String stage) {
    return goals.stream().filter(goal -> goal.stage().equals(stage)).toList();
  }

  /// In words when a goal is measured; empty where the goal says all.
  public Optional<String> condition(Goal goal) {
    return steps.stream().filter(Step.Build.class::isInstance).map(Step.Build.class::cast)
        .filter(build -> build.stage().equals(goal.stage()))
        .flatMap(build -> Optional.ofNullable(build.conditions().get(goal.id())).stream()).findFirst();
  }

  /// The stage that a lesson ends with.
  public String lastStage() {
    return solutions.lastEntry().getKey();
  }

  /// The medal for what was reached.
  public Medal medal(Progress.Taken taken) {
    return Medal.of(taken, forecast.isPresent());
  }

  /// The wrong way that a design for a stage goes, by its sign.
  public Optional<Wrong> wrongWay(String stage, Topology design) {
    return wrong.stream().filter(way -> way.stage().equals(stage) && way.isSigned()
        && way.sign().stream().allMatch(rule -> rule.fault(design).isEmpty())).findFirst();
  }

  /// A design that does not do.
  ///
  /// @param name its file without the ending, as the lesson's text names it
  /// @param stage where it does not do
  /// @param misconception tag of the misconception behind it, as in "M3"
  /// @param design the design
  /// @param sign all that holds for it and designs like it, and not for those that are right; empty when there is
  ///     nothing of that kind
  public record Wrong(String name, String stage, String misconception, Topology design, List<Rule> sign) {
    /// Copies the list.
    public Wrong {
      sign = List.copyOf(sign);
    }

    /// Whether it can be recognised.
    public boolean isSigned() {
      return !sign.isEmpty();
    }
  }
}
