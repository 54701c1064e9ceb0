package tenfold.kernel;

import org.jspecify.annotations.Nullable;

/// Straight-line code that lives in simulated time: it runs, suspends in [Simulation#hold], [Resource#acquire],
/// [Promise#await] and the like, and goes on where it was.
///
/// An exception that leaves the body ends the run with a [ProcessFailure], unless it is the one given to
/// [#interrupt]: that one means that the process was meant to end.
public final class Process {
  private final Simulation simulation;
  private final String kind;
  private final long number;
  private final Runnable body;
  private @Nullable Fiber fiber;
  private Event wakeUp;
  private @Nullable RuntimeException interruption;
  private @Nullable RuntimeException delivered;
  private @Nullable Object context;
  private @Nullable Witness witness;
  private @Nullable Promise<Void> end;
  private boolean hasEnded;

  Process(Simulation simulation, String kind, long number, Runnable body) {
    this.simulation = simulation;
    this.kind = kind;
    this.number = number;
    this.body = body;
    this.wakeUp = new Event(simulation, this::turn);
  }

  /// Name with number, as in "request-4711".
  public String name() {
    return kind + "-" + number;
  }

  /// Settles when the process has ended.
  public Promise<Void> end() {
    if (end == null) {
      end = new Promise<>(simulation);
      if (hasEnded) {
        end.settle();
      }
    }
    return end;
  }

  /// What this process works for, as set by [#context(Object)]: a mark that travels with the call stack.
  public @Nullable Object context() {
    return context;
  }

  /// Marks the process with what it works for.
  public void context(@Nullable Object mark) {
    context = mark;
  }

  /// Who looks on; null when nobody does.
  public @Nullable Witness witness() {
    return witness;
  }

  /// Lets somebody look on from now on.
  public void watch(@Nullable Witness onlooker) {
    witness = onlooker;
  }

  /// Resumes the suspended process now with `cause` thrown at the place where it waits, so that its `finally`
  /// blocks run. A process that has ended is left alone; one that runs must not interrupt itself.
  public void interrupt(RuntimeException cause) {
    if (hasEnded) {
      return;
    }
    interruption = cause;
    wake(0);
  }

  /// By its number, which costs less than the JDK's identity does.
  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }

  /// Schedules the next turn, instead of any that was scheduled before.
  void wake(long delayNanos) {
    wakeUp = simulation.reschedule(wakeUp, delayNanos);
  }

  /// Takes the next turn at once. Only for events, not inside another process.
  void wakeNow() {
    wakeUp.cancel();
    turn();
  }

  /// Waits for [#wake]; throws what [#interrupt] was given.
  void suspend() {
    suspend(0);
  }

  /// Waits for [#wake] while others work for it.
  ///
  /// @param workNanos how long that work takes by itself
  void suspend(long workNanos) {
    if (witness != null) {
      witness.pauses(workNanos);
    }
    Fiber.leave();
    if (witness != null) {
      witness.goesOn();
    }
    if (interruption != null) {
      delivered = interruption;
      interruption = null;
      throw delivered;
    }
  }

  private void turn() {
    if (fiber == null) {
      fiber = simulation.takeFiber();
      fiber.assign(this);
    }
    var used = fiber;
    simulation.resume(this, used);
    if (hasEnded) {
      simulation.giveBack(used);
    }
  }

  /// The whole life of the process, on its fiber.
  void live() {
    try {
      if (interruption == null) {
        body.run();
      }
    } catch (Throwable thrown) { // Everything: an unnoticed error would make the results worthless.
      if (thrown != delivered) {
        simulation.fail(this, thrown);
      }
    } finally {
      hasEnded = true;
      simulation.ended();
      if (end != null) {
        end.settle();
      }
    }
  }
}
