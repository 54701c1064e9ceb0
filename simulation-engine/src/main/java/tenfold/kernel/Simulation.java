package tenfold.kernel;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One run of simulated time: the clock, the calendar of events, the processes and the random streams.
///
/// Time is a `long` in nanoseconds from 0; it moves only from event to event. Events at one instant happen in
/// the order in which they were scheduled. A simulation belongs to one thread; several simulations may run
/// on several threads and give the same results as one after the other.
///
/// Source of the process view: Law, *Simulation Modeling and Analysis*, 5th ed., §1.3 and §2.
public final class Simulation {
  private static final int EVENTS_BETWEEN_PAUSE_CHECKS = 128;

  private final long seed;
  private final Calendar calendar = new Calendar();
  private final ArrayDeque<Event> dueNow = new ArrayDeque<>();
  private final ArrayDeque<Fiber> idleFibers = new ArrayDeque<>();
  private final Map<String, RandomGenerator> streams = new HashMap<>();
  private long nowNanos;
  private long untilNanos;
  private long eventCount;
  private long processCount;
  private long digest;
  private @Nullable Process current;
  private @Nullable ProcessFailure failure;
  private final Limits limits;
  private int aliveProcesses;
  private long instantNanos = -1;
  private long eventsAtInstant;

  /// A simulation at time 0. The seed decides every random stream.
  public Simulation(long seed) {
    this(seed, Limits.STANDARD);
  }

  /// A simulation that may go as far as `limits` say.
  public Simulation(long seed, Limits limits) {
    this.seed = seed;
    this.limits = limits;
    this.digest = Streams.mix(seed);
  }

  /// Simulated time since the start, in nanoseconds.
  public long nowNanos() {
    return nowNanos;
  }

  /// Schedules `action` to happen `delayNanos` (≥ 0) from now.
  public Event schedule(long delayNanos, Runnable action) {
    var event = new Event(this, action);
    enter(delayNanos, event);
    return event;
  }

  /// Schedules a kept event anew, instead of when it was due before: for those who schedule the same action over and
  /// over, such as a process that wakes up.
  ///
  /// @return the event to keep: the same one, unless that still stands in the line of those due now
  Event reschedule(Event event, long delayNanos) {
    if (event.isInLine()) {
      event.cancel();
      return schedule(delayNanos, event.action());
    }
    if (event.position >= 0 && delayNanos > 0) {
      calendar.move(event, Math.addExact(nowNanos, delayNanos));
    } else {
      event.cancel();
      enter(delayNanos, event);
    }
    return event;
  }

  /// Starts a process that runs `body` from now on; it gets its turn after what is already due now.
  ///
  /// Whoever looks on at the process that starts it looks on at it too.
  ///
  /// @param name what the process is, for error messages ("request"); the process adds its number
  public Process start(String name, Runnable body) {
    var process = new Process(this, name, ++processCount, body);
    if (current != null && current.witness() != null) {
      process.watch(current.witness().ofChild());
    }
    aliveProcesses++;
    process.wake(0);
    return process;
  }

  /// Lets simulated time pass for the calling process.
  public void hold(long delayNanos) {
    hold(delayNanos, delayNanos);
  }

  /// Lets time pass of which only some is work for the calling process.
  void hold(long delayNanos, long workNanos) {
    var process = running("hold");
    if (!passes(delayNanos, workNanos)) {
      process.wake(delayNanos);
      process.suspend(workNanos);
    }
  }

  /// Moves the clock on where nothing else happens in between, so that nobody need suspend.
  ///
  /// @param workNanos how much of it is work for the running process
  /// @return whether it did
  boolean passes(long delayNanos, long workNanos) {
    long wakeNanos = nowNanos + delayNanos;
    boolean isQuiet = delayNanos >= 0 && wakeNanos <= untilNanos && dueNow.isEmpty()
        && calendar.nextTimeNanos() > wakeNanos;
    if (isQuiet) {
      var witness = witness();
      if (witness == null) {
        nowNanos = wakeNanos;
      } else {
        witness.pauses(workNanos);
        nowNanos = wakeNanos;
        witness.goesOn();
      }
    }
    return isQuiet;
  }

  /// The process that is running.
  ///
  /// @throws IllegalStateException outside a process
  public Process process() {
    return running("process");
  }

  /// What the running process works for (see [Process#context()]); null outside a process.
  public @Nullable Object context() {
    return current == null ? null : current.context();
  }

  /// Who looks on at the running process; null when nobody does, and outside a process.
  public @Nullable Witness witness() {
    return current == null ? null : current.witness();
  }

  /// Whoever looks on at the running process is told something about it (see [Witness#notes]).
  public void note(String what, String where) {
    var witness = witness();
    if (witness != null) {
      witness.notes(what, where);
    }
  }

  /// Runs every event up to and including `untilNanos` and leaves the clock there.
  ///
  /// @throws ProcessFailure when a process threw; it names the process and the simulated time
  /// @throws LimitReached when it went as far as its limits
  public void run(long untilNanos) {
    run(untilNanos, () -> false);
  }

  /// Runs like [#run(long)], but returns early, between two events, when `pause` answers true.
  ///
  /// @return whether `untilNanos` was reached
  public boolean run(long untilNanos, BooleanSupplier pause) {
    if (untilNanos < nowNanos) {
      throw new IllegalArgumentException("untilNanos must be at least now, " + nowNanos + ", not " + untilNanos);
    }
    this.untilNanos = untilNanos;
    int untilCheck = EVENTS_BETWEEN_PAUSE_CHECKS;
    while (happenNext()) {
      if (failure != null) {
        throw failure;
      }
      stopAtLimits();
      if (--untilCheck == 0) {
        if (pause.getAsBoolean()) {
          return false;
        }
        untilCheck = EVENTS_BETWEEN_PAUSE_CHECKS;
      }
    }
    nowNanos = untilNanos;
    return true;
  }

  /// Lets the next event happen, whenever it is due; nothing happens when there is none.
  public void step() {
    untilNanos = dueNow.isEmpty() ? calendar.nextTimeNanos() : nowNanos;
    if (untilNanos < Long.MAX_VALUE && happenNext() && failure != null) {
      throw failure;
    }
  }

  /// The random stream of that name, always the same one. Streams of different names are independent, so that a
  /// part that draws more numbers does not change what another part draws (common random numbers).
  public RandomGenerator random(String stream) {
    return streams.computeIfAbsent(stream, name -> Streams.open(seed, name));
  }

  /// Folds a value that belongs to the run's observable behaviour into [#digest].
  public void record(long value) {
    digest = Streams.mix(digest ^ value);
  }

  /// A 64-bit fingerprint of everything recorded so far: equal runs have equal digests.
  public long digest() {
    return digest;
  }

  /// How many events have happened.
  public long eventCount() {
    return eventCount;
  }

  /// How many events are scheduled and not yet due.
  public int pendingEvents() {
    return calendar.size() + dueNow.size();
  }

  private void stopAtLimits() {
    if (aliveProcesses > limits.processes()) {
      throw new LimitReached("more than %,d requests were under way".formatted(limits.processes()),
          "Work comes in faster than it is done: ask for less, serve more, or refuse what is too much", nowNanos);
    }
    if (nowNanos != instantNanos) {
      instantNanos = nowNanos;
      eventsAtInstant = 0;
    } else if (++eventsAtInstant > limits.eventsAtOneInstant()) {
      throw new LimitReached("%,d events happened at that instant and time did not go on".formatted(
          limits.eventsAtOneInstant()),
          "Look for something that takes no time: families who do not think, a retry that does not wait", nowNanos);
    }
  }

  private void enter(long delayNanos, Event event) {
    if (delayNanos == 0) {
      event.position = Event.DUE_NOW;
      dueNow.add(event);
    } else if (delayNanos > 0) {
      calendar.add(Math.addExact(nowNanos, delayNanos), event);
    } else {
      throw new IllegalArgumentException("delayNanos must be at least 0, not " + delayNanos);
    }
  }

  private boolean happenNext() {
    Event event;
    if (!dueNow.isEmpty() && calendar.nextTimeNanos() > nowNanos) {
      event = dueNow.remove();
      boolean isCancelled = event.position == Event.CANCELLED_IN_LINE;
      event.position = Event.GONE;
      if (isCancelled) {
        return true;
      }
    } else if (calendar.nextTimeNanos() <= untilNanos) {
      nowNanos = calendar.nextTimeNanos();
      event = calendar.removeFirst();
    } else {
      return false;
    }
    eventCount++;
    event.happen();
    return true;
  }

  void cancel(Event event) {
    if (event.position >= 0) {
      calendar.remove(event);
    } else if (event.position == Event.DUE_NOW) {
      event.position = Event.CANCELLED_IN_LINE;
    }
  }

  Process running(String operation) {
    if (current == null) {
      throw new IllegalStateException(operation + " suspends, so it must be called inside a process; "
          + "start one with Simulation.start, or use the variant that takes a callback");
    }
    return current;
  }

  /// Gives the processor to `process` until it suspends or ends.
  void resume(Process process, Fiber fiber) {
    current = process;
    try {
      fiber.run();
    } finally {
      current = null;
    }
  }

  Fiber takeFiber() {
    var idle = idleFibers.pollLast();
    return idle == null ? new Fiber() : idle;
  }

  void giveBack(Fiber fiber) {
    idleFibers.addLast(fiber);
  }

  void ended() {
    aliveProcesses--;
  }

  void fail(Process process, Throwable cause) {
    failure = new ProcessFailure(process.name(), nowNanos, cause);
  }
}
