package tenfold.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenfold.component.Outcomes.Outcome;
import tenfold.coop.Jobs;

/// One try of a client to get an answer: the mark that a request's process carries through the system.
public final class Attempt {
  private final long number;
  private final long startNanos;
  private final int family;
  private final long operation;
  private boolean readsFromPrimary;
  private long mustSee;
  private boolean abandoned;
  private boolean settled;
  private @Nullable List<String> owed;
  private boolean hasEnded;
  private @Nullable Meter waitsAt;
  private @Nullable Runnable onHangUp;
  private @Nullable Consumer<Outcome> onSettled;

  /// @param number the how-manieth attempt of the run it is
  /// @param operation number of what the client wants, the same for all tries
  Attempt(long number, int family, long operation, long startNanos) {
    this.number = number;
    this.family = family;
    this.operation = operation;
    this.startNanos = startNanos;
  }

  /// The how-manieth attempt of the run it is, from 1.
  public long number() {
    return number;
  }

  /// The family that asks.
  public int family() {
    return family;
  }

  /// Number of what the client wants; all its tries have the same.
  long operation() {
    return operation;
  }

  /// Whether reads for this attempt go to the primary, because its client has written lately.
  boolean readsFromPrimary() {
    return readsFromPrimary;
  }

  /// Position in the primary's log of the newest change that its client has to see; 0 when there is none.
  long mustSee() {
    return mustSee;
  }

  /// Its client has made the change at that position, now or before.
  void wrote(long position) {
    mustSee = Math.max(mustSee, position);
  }

  void readFromPrimary() {
    readsFromPrimary = true;
  }

  /// When the client sent it, in simulated nanoseconds.
  public long startNanos() {
    return startNanos;
  }

  /// Whether the client has stopped waiting; what is still done for it is zombie work.
  public boolean isAbandoned() {
    return abandoned;
  }

  boolean isSettled() {
    return settled;
  }

  /// Whoever looks on is told how it ends for its client; only one can be.
  public void onSettled(Consumer<Outcome> action) {
    onSettled = action;
  }

  void settle(Outcome outcome) {
    settled = true;
    if (onSettled != null) {
      onSettled.accept(outcome);
    }
  }

  void abandon() {
    settled = true;
    abandoned = true;
    if (waitsAt != null) {
      waitsAt.abandonedWaiting(1);
    }
    hangUp();
  }

  /// Whoever works on it is told when nobody waits for the answer any more; null for one who does not care.
  void onHangUp(@Nullable Runnable action) {
    onHangUp = action;
  }

  /// Nobody waits for the answer any more.
  public void hangUp() {
    if (onHangUp != null) {
      onHangUp.run();
    }
  }

  /// Something is to follow from it, which is not handed over yet.
  void owes(String subject) {
    if (owed == null) {
      owed = new ArrayList<>(Jobs.OF_ENROLMENT.size());
    }
    owed.add(subject);
  }

  /// A server has ended its work on it.
  ///
  /// @return what was to follow from it
  List<String> end() {
    hasEnded = true;
    var subjects = owed == null ? List.<String>of() : owed;
    owed = null;
    return subjects;
  }

  /// Whether a server has ended its work on it.
  boolean hasEnded() {
    return hasEnded;
  }

  /// The attempt begins to wait at an instance.
  void waitsAt(Meter meter) {
    goesOn();
    waitsAt = meter;
    if (abandoned) {
      meter.abandonedWaiting(1);
    }
  }

  /// The attempt waits no longer.
  void goesOn() {
    if (abandoned && waitsAt != null) {
      waitsAt.abandonedWaiting(-1);
    }
    waitsAt = null;
  }
}
