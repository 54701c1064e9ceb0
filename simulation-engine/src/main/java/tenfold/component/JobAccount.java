package tenfold.component;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Simulation;

/// Keeps account of what has been promised to follow from a request: each job has its effect exactly once, or something
/// is wrong. It only looks.
///
/// A job is owed from the moment at which its enrolment is committed. It is safe as soon as a queue, or the outbox, has
/// it; who ends before that leaves it undone for good.
public final class JobAccount {
  private final Simulation simulation;
  private final Truth truth;
  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    private boolean isSafe;
    private boolean isLost;
    private int done;
  }

  JobAccount(Simulation simulation, Truth truth) {
    this.simulation = simulation;
    this.truth = truth;
  }

  /// A job follows from what was just committed for a client.
  ///
  /// @param client whose try it was; null for nobody whose end is told
  void owed(String subject, @Nullable Attempt client, String where) {
    entries.computeIfAbsent(subject, _ -> new Entry());
    if (client != null && client.hasEnded()) {
      lost(subject, Truth.Cause.NOT_HANDED_OVER, where);
    } else if (client != null) {
      client.owes(subject);
    }
  }

  /// A server has ended its work on a client's try: what it has not handed over by now, it never will.
  void ended(Attempt client, String where) {
    for (var subject : client.end()) {
      var entry = entries.get(subject);
      if (entry != null && !entry.isSafe) {
        lost(subject, Truth.Cause.NOT_HANDED_OVER, where);
      }
    }
  }

  /// A queue, or the outbox, has the job.
  void safe(String subject) {
    if (!subject.isEmpty()) {
      entries.computeIfAbsent(subject, _ -> new Entry()).isSafe = true;
    }
  }

  /// The job has had its effect.
  ///
  /// @param doubled what it is when it had it before
  void done(String subject, Truth.Wrong doubled, String where) {
    if (!subject.isEmpty() && ++entries.computeIfAbsent(subject, _ -> new Entry()).done > 1) {
      tell(doubled, subject, "done again", "done once", Truth.Cause.SENT_AGAIN, where);
    }
  }

  /// Nobody has the job any more, and it has not been done.
  void lost(String subject, Truth.Cause cause, String where) {
    var entry = entries.get(subject);
    if (entry != null && !entry.isLost && entry.done == 0) {
      entry.isLost = true;
      tell(Truth.Wrong.JOB_LOST, subject, "promised", "never done", cause, where);
    }
  }

  /// The job was tried as often as it may be, and is given up.
  void givenUp(String subject, String where) {
    var entry = entries.get(subject);
    if (entry != null && entry.done == 0) {
      tell(Truth.Wrong.JOB_GIVEN_UP, subject, "promised", "given up", Truth.Cause.DROPPED, where);
    }
  }

  /// The row from which the job follows is not there any more.
  void gone(String subject) {
    entries.remove(subject);
  }

  /// Jobs that were promised and are neither done nor lost nor safe anywhere.
  public long open() {
    return entries.values().stream().filter(entry -> !entry.isSafe && !entry.isLost && entry.done == 0).count();
  }

  private void tell(Truth.Wrong what, String subject, String told, String right, Truth.Cause cause, String where) {
    double now = simulation.nowNanos() / 1e9;
    truth.add(new Truth.Incident(what, now, 0, 0, subject + " " + told, right, now, cause, where, false));
  }
}
