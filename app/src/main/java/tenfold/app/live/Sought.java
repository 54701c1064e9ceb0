package tenfold.app.live;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Attempt;
import tenfold.component.Truth.Incident;
import tenfold.component.Truth.Wrong;
import tenfold.run.Snapshot.Extremes;
import tenfold.run.Trace;
import tenfold.stats.Exemplars.Exemplar;

/// A request of the run of which it is known that it was, and when it ended, but not what its time went to.
///
/// @param which which one it is, in words
/// @param endNanos when it ended for its client, in simulated time
/// @param mayBe whether an attempt that begins may be it
/// @param isIt whether a trace of such an attempt is its
public record Sought(String which, long endNanos, Predicate<Attempt> mayBe, Predicate<Trace> isIt) {
  /// What a client is told by the answer to one request of its own.
  private static final Set<Wrong> TOLD_BY_AN_ANSWER = Set.of(Wrong.STALE_READ, Wrong.OLD_AFTER_SAVE,
      Wrong.OWN_WRITE_MISSING, Wrong.TIME_WENT_BACKWARDS, Wrong.SESSION_UNKNOWN, Wrong.BROKEN_FILE);

  /// The slowest of all so far; empty when none has ended.
  public static Optional<Sought> slowest(Extremes extremes) {
    return extremes.slowest().map(one -> of(one, Texts.get("why.which.run.slowest", Numbers.count(extremes.ended()))));
  }

  /// One at the 99th percentile of all so far; empty when too few have ended.
  public static Optional<Sought> p99(Extremes extremes) {
    return extremes.p99().map(one -> of(one, Texts.get("why.which.run.p99", Numbers.count(extremes.ended()))));
  }

  /// The one whose answer was wrong; empty when it was no answer to one.
  public static Optional<Sought> of(Incident incident) {
    long atNanos = Math.round(incident.atSeconds() * 1e9);
    return !TOLD_BY_AN_ANSWER.contains(incident.what()) ? Optional.empty()
        : Optional.of(new Sought(Texts.get("why.which.incident", Texts.get("wrong." + incident.what())), atNanos,
            attempt -> attempt.family() == incident.reader(), trace -> trace.endNanos() == atNanos));
  }

  private static Sought of(Exemplar one, String which) {
    return new Sought(which, one.endNanos(), attempt -> attempt.number() == one.number(), _ -> true);
  }
}
