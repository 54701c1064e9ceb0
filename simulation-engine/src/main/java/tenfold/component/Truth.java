package tenfold.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenfold.coop.Jobs;
import tenfold.kernel.Simulation;

/// Knows how things really are, and counts what clients are told that is not so. It only looks: nothing that happens
/// depends on it.
///
/// A read is stale when its answer is older than the newest commit at the moment at which the read was *sent*, as
/// linearisability has it (Herlihy & Wing, "Linearizability: a correctness condition for concurrent objects", ACM
/// TOPLAS 12(3), 1990). Session guarantees as in Terry et al., "Session guarantees for weakly consistent replicated
/// data", PDIS 1994.
public final class Truth {
  /// The table whose new rows have something follow from them.
  static final String ENROLMENTS = "enrolments";

  /// Incidents that are kept to be looked at; the counts go on.
  private static final int MAX_INCIDENTS = 1_000;

  /// What can be wrong. The identifiers are those of reports.
  public enum Wrong {
    /// An answer that was older than the truth when it was asked for.
    STALE_READ("staleReads"),
    /// A stale answer to the reload of a page that its reader has just saved.
    OLD_AFTER_SAVE("oldAfterSave"),
    /// An answer without what the reader itself has written before.
    OWN_WRITE_MISSING("ownWritesMissing"),
    /// An answer older than one that the same reader has seen before.
    TIME_WENT_BACKWARDS("timeWentBackwards"),
    /// A request that was turned away because its session is not known (any more) where it came.
    SESSION_UNKNOWN("sessionsUnknown"),
    /// A session that was lost with the memory that kept it.
    SESSION_LOST("sessionsLost"),
    /// A change that the database had said was done, and that went with it before a replica had it.
    LOST_WRITE("lostWrites"),
    /// A change that was told as done and thrown away, because the other side of a partition had changed the same.
    MERGED_AWAY("mergedAway"),
    /// A family that is in the database twice, because its request was sent again.
    DUPLICATE_FAMILY("duplicateFamilies"),
    /// A family that is enrolled twice, because its request was sent again.
    DOUBLE_ENROLMENT("doubleEnrolments"),
    /// Something that was to follow from a request and never will: nobody has it any more.
    JOB_LOST("jobsLost"),
    /// Something that was to follow and was given up after some tries.
    JOB_GIVEN_UP("jobsGivenUp"),
    /// Something that was done twice: two e-mails, two calendars.
    JOB_DOUBLED("jobsDoubled"),
    /// A payment that was taken twice.
    CHARGED_TWICE("chargedTwice"),
    /// A file that does not work, from a release that somebody should not have deployed.
    BROKEN_FILE("brokenFiles");

    private final String id;

    Wrong(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What made it wrong. The identifiers are those of reports.
  public enum Cause {
    /// The row was changed, and the answer is from before.
    CHANGE("change"),
    /// The change that should have been seen was lost.
    LOSS("loss"),
    /// The process that kept it ended.
    CRASH("crash"),
    /// Nobody knows the session where the request came.
    OTHER_PLACE("otherPlace"),
    /// Two sides that could not see each other were merged.
    MERGE("merge"),
    /// The request was sent again.
    SENT_AGAIN("sentAgain"),
    /// Whoever worked on the request ended before anybody else had what was to follow.
    NOT_HANDED_OVER("notHandedOver"),
    /// A queue dropped it or gave it up.
    DROPPED("dropped"),
    /// A release was deployed that does not work.
    DEPLOY("deploy");

    private final String id;

    Cause(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What was counted.
  ///
  /// @param reads answered reads of a family, reloads included
  /// @param reloads those that a reader sent because it had just saved
  /// @param merged changes that were accepted during a partition and merged after it
  /// @param counts how often each thing was wrong; none is left out
  /// @param incidents the last ones, oldest first
  public record Account(long reads, long reloads, long merged, Map<Wrong, Long> counts, List<Incident> incidents) {
    /// Nothing.
    public static final Account EMPTY = new Account(0, 0, 0, Map.of(), List.of());

    /// Completes and copies.
    public Account {
      var all = new EnumMap<Wrong, Long>(Wrong.class);
      for (var what : Wrong.values()) {
        all.put(what, counts.getOrDefault(what, 0L));
      }
      counts = Collections.unmodifiableMap(all);
      incidents = List.copyOf(incidents);
    }

    /// How often it happened.
    public long count(Wrong what) {
      return counts.getOrDefault(what, 0L);
    }

    /// How often anything was wrong.
    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Both together.
    public Account plus(Account other) {
      var sum = new EnumMap<>(counts);
      other.counts.forEach((what, count) -> sum.merge(what, count, Long::sum));
      return new Account(reads + other.reads, reloads + other.reloads, merged + other.merged, sum,
          Stream.concat(incidents.stream(), other.incidents.stream()).toList());
    }
  }

  /// One thing that went wrong.
  ///
  /// @param what what it was
  /// @param atSeconds simulated time at which the client got it
  /// @param reader number of the family that asked
  /// @param family number of the family whose data it is about; 0 when it is about none
  /// @param told what the client was told
  /// @param truth what would have been right
  /// @param causeSeconds simulated time of the event that made it wrong, such as the commit that was missed
  /// @param cause what kind of event that was
  /// @param causeAt name of the instance that it happened at, as in "Server#2"; empty when it is not known
  /// @param fromCache whether a cache gave what the client was told
  public record Incident(Wrong what, double atSeconds, int reader, long family, String told, String truth,
      double causeSeconds, Cause cause, String causeAt, boolean fromCache) {}

  /// One state of a row.
  ///
  /// @param where who committed it
  /// @param lostNanos when it was lost again; -1 when it was not
  private record Version(String shown, long commitNanos, long operation, String where, long lostNanos) {
    boolean isLost() {
      return lostNanos >= 0;
    }
  }

  /// Which of a row's states a reader was told, and by whom.
  private record Told(List<Version> history, int version, boolean fromCache) {}

  /// Who has seen, or written, which row.
  private record View(int reader, long family) {}

  private final Simulation simulation;
  private final Chronicle chronicle;
  private final Map<Long, List<Version>> histories = new HashMap<>();
  private final Map<View, Integer> seen = new HashMap<>();
  private final Map<View, Integer> written = new HashMap<>();
  private final Set<Long> done = new HashSet<>();
  private final Map<Wrong, Long> counts = new EnumMap<>(Wrong.class);
  private final ArrayDeque<Incident> incidents = new ArrayDeque<>();
  private final JobAccount jobs;
  private String badReleaseAt = "";
  private long badReleaseNanos;
  private long reads;
  private long reloads;
  private long merged;
  private long operations;

  /// Nothing has happened yet.
  ///
  /// @param chronicle is told what is lost
  public Truth(Simulation simulation, Chronicle chronicle) {
    this.simulation = simulation;
    this.chronicle = chronicle;
    this.jobs = new JobAccount(simulation, this);
  }

  /// Keeps account of what is to follow from requests.
  public JobAccount jobs() {
    return jobs;
  }

  /// A number for something that a client wants, the same for all its tries and for nothing else in the run.
  long nextOperation() {
    return ++operations;
  }

  /// What was counted since the last [#clear].
  public Account account() {
    return new Account(reads, reloads, merged, counts, List.copyOf(incidents));
  }

  /// Forgets what was counted so far (the warm-up), not what is true.
  public void clear() {
    counts.clear();
    incidents.clear();
    reads = 0;
    reloads = 0;
    merged = 0;
  }

  /// The primary has committed a row.
  ///
  /// @param before how clients saw it before; empty for a new one
  /// @param shown how they are to see it now
  /// @param operation number of what its client wanted
  /// @param where name of the primary
  void committed(long family, Optional<String> before, String shown, long operation, String where) {
    var history = histories.computeIfAbsent(family, _ -> new ArrayList<>());
    if (history.isEmpty()) {
      before.ifPresent(first -> history.add(new Version(first, -1, -1, where, -1)));
    }
    history.add(new Version(shown, simulation.nowNanos(), operation, where, -1));
  }

  /// A change is not in the database any more, which goes on without it. It is an incident if its client may believe
  /// that it is there.
  ///
  /// @param where name of the primary
  void lost(LogEntry entry, String where) {
    double now = seconds(simulation.nowNanos());
    var change = entry.change();
    done.remove(entry.operation());
    if (change.table().equals(ENROLMENTS)) {
      Jobs.OF_ENROLMENT.forEach(kind -> jobs.gone(kind + " " + change.id()));
    }
    histories.getOrDefault(change.id(), new ArrayList<>()).replaceAll(version ->
        version.commitNanos == entry.commitNanos() && version.shown.equals(change.shown())
            ? new Version(version.shown, version.commitNanos, version.operation, version.where, simulation.nowNanos())
            : version);
    if (entry.isAnswered()) {
      chronicle.tell(Chronicle.What.WRITE_LOST, where);
      add(new Incident(Wrong.LOST_WRITE, now, entry.writer(), change.id(), change.shown(),
          change.before().orElse("not there"), now, Cause.LOSS, where, false));
    }
  }

  /// A server has accepted a change while it could not reach the primary: it is told as done, so it counts as true.
  ///
  /// @param shown how clients are to see the family now
  /// @param client whose try it was; null for nobody's
  void accepted(String shown, @Nullable Attempt client, String where) {
    var history = histories.computeIfAbsent(familyOf(shown), _ -> new ArrayList<>());
    history.add(new Version(shown, simulation.nowNanos(), client == null ? -1 : client.operation(), where, -1));
  }

  /// A server has ended with a change that it had accepted.
  void acceptedAndLost(String shown, String where) {
    discard(shown, Wrong.LOST_WRITE, Cause.CRASH, "not there", where);
  }

  /// A change that had been accepted was merged.
  ///
  /// @param pages the page that there is now and, in a second line, the one that was thrown away, if one was
  void merged(String pages, String where) {
    merged++;
    int end = pages.indexOf('\n');
    if (end < pages.length() - 1) {
      discard(pages.substring(end + 1), Wrong.MERGED_AWAY, Cause.MERGE, pages.substring(0, end), where);
    }
  }

  /// A page that somebody was told is saved is not the truth any more, and never will be.
  private void discard(String shown, Wrong what, Cause cause, String right, String where) {
    double now = seconds(simulation.nowNanos());
    long family = familyOf(shown);
    histories.getOrDefault(family, new ArrayList<>()).replaceAll(version -> version.shown.equals(shown)
        ? new Version(version.shown, version.commitNanos, version.operation, version.where, simulation.nowNanos())
        : version);
    add(new Incident(what, now, 0, family, shown, right, now, cause, where, false));
  }

  private static long familyOf(String shown) {
    var digits = shown.substring("{\"family_id\":".length(), shown.indexOf(','));
    return Long.parseLong(digits);
  }

  /// A reader was told that its own write is done.
  void acknowledged(int reader, long family, long operation) {
    var history = histories.getOrDefault(family, List.of());
    for (int version = history.size() - 1; version >= 0; version--) {
      if (history.get(version).operation == operation) {
        written.merge(new View(reader, family), version, Math::max);
        return;
      }
    }
  }

  /// A reader got a family's page.
  ///
  /// @param fromCache whether a cache had it
  void read(int reader, long family, String shown, long sentNanos, boolean isReload, boolean fromCache) {
    reads++;
    reloads += isReload ? 1 : 0;
    var history = histories.get(family);
    if (history == null) {
      return; // Nobody has ever changed it.
    }
    var got = versionOf(history, shown);
    if (got.isEmpty()) {
      return;
    }
    int version = got.get();
    var view = new View(reader, family);
    var told = new Told(history, version, fromCache);
    int newest = newestAt(history, sentNanos);
    if (newest > version) {
      add(Wrong.STALE_READ, view, told, newest);
      if (isReload) {
        add(Wrong.OLD_AFTER_SAVE, view, told, newest);
      }
    }
    int own = written.getOrDefault(view, 0);
    if (own > version) {
      add(Wrong.OWN_WRITE_MISSING, view, told, own);
    }
    int before = seen.merge(view, version, Math::max);
    if (before > version) {
      add(Wrong.TIME_WENT_BACKWARDS, view, told, before);
    }
  }

  /// A request was turned away because nobody there knows its session.
  void sessionUnknown(int reader) {
    double now = seconds(simulation.nowNanos());
    add(new Incident(Wrong.SESSION_UNKNOWN, now, reader, 0, "Who are you?", "logged in", now, Cause.OTHER_PLACE, "",
        false));
  }

  /// A release of the files was deployed that does not work, at `where`.
  void badRelease(String where) {
    badReleaseAt = where;
    badReleaseNanos = simulation.nowNanos();
  }

  /// A reader got a file that does not work.
  void brokenFile(int reader, String shown, boolean fromCache) {
    add(new Incident(Wrong.BROKEN_FILE, seconds(simulation.nowNanos()), reader, 0, shown, "a file that works",
        seconds(badReleaseNanos), Cause.DEPLOY, badReleaseAt, fromCache));
  }

  /// So many sessions were lost with the memory that kept them.
  void sessionsLost(int sessions, String where) {
    counts.merge(Wrong.SESSION_LOST, (long) sessions, Long::sum);
    if (sessions > 0) {
      double now = seconds(simulation.nowNanos());
      chronicle.tell(Chronicle.What.SESSIONS_LOST, where, sessions);
      keep(new Incident(Wrong.SESSION_LOST, now, 0, 0, sessions + " sessions gone", where, now, Cause.CRASH, where,
          false));
    }
  }

  /// An operation of a client, which may be tried several times, has added a row.
  ///
  /// @param doubled what it is when it did so before
  /// @param where name of the primary
  void inserted(long operation, long row, Wrong doubled, String where) {
    if (!done.add(operation)) {
      double now = seconds(simulation.nowNanos());
      add(new Incident(doubled, now, 0, row, "added again", "added once", now, Cause.SENT_AGAIN, where, false));
    }
  }

  /// @param expected the version that would have been right; what made it wrong is the commit after the one that was
  /// told, or the loss of the expected one
  private void add(Wrong what, View view, Told told, int expected) {
    var right = told.history.get(expected);
    var missed = told.history.get(told.version + 1);
    add(new Incident(what, seconds(simulation.nowNanos()), view.reader, view.family,
        told.history.get(told.version).shown, right.shown,
        seconds(right.isLost() ? right.lostNanos : missed.commitNanos),
        right.isLost() ? Cause.LOSS : Cause.CHANGE, right.isLost() ? right.where : missed.where, told.fromCache));
  }

  /// Counts an incident and keeps it.
  void add(Incident incident) {
    counts.merge(incident.what(), 1L, Long::sum);
    keep(incident);
  }

  private void keep(Incident incident) {
    incidents.add(incident);
    if (incidents.size() > MAX_INCIDENTS) {
      incidents.remove();
    }
  }

  private static Optional<Integer> versionOf(List<Version> history, String shown) {
    for (int version = history.size() - 1; version >= 0; version--) {
      if (history.get(version).shown.equals(shown)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static int newestAt(List<Version> history, long nanos) {
    int version = history.size() - 1;
    while (version > 0 && (history.get(version).isLost() || history.get(version).commitNanos > nanos)) {
      version--;
    }
    return version;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
