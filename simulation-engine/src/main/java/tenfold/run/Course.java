package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;

/// How a run came to be what it is: what it began with and what was done to it since, and when. From this it can be run
/// again exactly, as far as one likes: the same families, the same luck.
///
/// What is done at an instant is done after everything else that happens at that instant, so that its place in the run
/// does not depend on who looked on.
///
/// @param start what it began with at time 0; its seed decides all chance
/// @param steps what was done since, in order
public record Course(Scenario start, List<Step> steps) {
  /// Simulated time between two looks at whether to go on.
  private static final long STRIDE_NANOS = 1_000_000_000;

  /// Copies the steps.
  public Course {
    steps = List.copyOf(steps);
  }

  /// A run to which nothing was done yet.
  public Course(Scenario start) {
    this(start, List.of());
  }

  /// Something that was done to the run.
  public sealed interface Step {
    /// When, in simulated time.
    long atNanos();

    /// The running system, and what was to go wrong with it, became that of a scenario.
    ///
    /// @param scenario what it became
    record Edit(long atNanos, Scenario scenario) implements Step {}

    /// Something went wrong by somebody's hand.
    ///
    /// @param fault what, whatever time it says
    record Blow(long atNanos, ScheduledFault fault) implements Step {}
  }

  /// The same course with one more step.
  public Course plus(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new Course(start, longer);
  }

  /// The course up to an instant, with what was done at it.
  public Course until(long nanos) {
    return new Course(start, steps.stream().filter(step -> step.atNanos() <= nanos).toList());
  }

  /// The scenario as it was at an instant.
  public Scenario scenarioAt(long nanos) {
    var scenario = start;
    for (var step : steps) {
      if (step instanceof Step.Edit edit && edit.atNanos() <= nanos) {
        scenario = edit.scenario();
      }
    }
    return scenario;
  }

  /// The run again, at time 0.
  public Replication begin() {
    return new Replication(start, start.seed());
  }

  /// Runs it again up to an instant, with what was done at it.
  ///
  /// @param run what [#begin] gave
  /// @param isCancelled whether to give up; asked between two events
  /// @param progress is told now and then how far it has come, in simulated nanoseconds
  /// @return whether it has come so far
  /// @throws tenfold.kernel.LimitReached as the run did the first time
  public boolean replay(Replication run, long untilNanos, BooleanSupplier isCancelled, LongConsumer progress) {
    for (var step : until(untilNanos).steps) {
      if (!advance(run, step.atNanos(), isCancelled, progress)) {
        return false;
      }
      run.take(step);
    }
    return advance(run, untilNanos, isCancelled, progress);
  }

  /// Runs it again up to an instant; empty when it was cancelled before.
  public Optional<Replication> replay(long untilNanos, BooleanSupplier isCancelled, LongConsumer progress) {
    var run = begin();
    return replay(run, untilNanos, isCancelled, progress) ? Optional.of(run) : Optional.empty();
  }

  private static boolean advance(
      Replication run, long untilNanos, BooleanSupplier isCancelled, LongConsumer progress) {
    while (run.nowNanos() < untilNanos) {
      long next = Math.min(untilNanos, run.nowNanos() + STRIDE_NANOS);
      if (isCancelled.getAsBoolean() || !run.advance(next, isCancelled)) {
        return false;
      }
      progress.accept(run.nowNanos());
    }
    return run.advance(untilNanos, isCancelled);
  }
}
