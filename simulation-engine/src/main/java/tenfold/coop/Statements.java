package tenfold.coop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tenfold.port.Job;
import tenfold.port.Reach;
import tenfold.port.Rows;
import tenfold.port.Statement.Work;
import tenfold.port.Statement;
import tenfold.port.Table;

/// Every statement that the co-op sends to its database.
public final class Statements {
  /// The families; family 42 is there from the beginning when the co-op has at least 42 families.
  public static final Table<Family> FAMILIES = new Table<>("families", Family::initial, Family::toJson);

  /// The enrolments; none in the beginning that anybody asks for.
  public static final Table<Enrolment> ENROLMENTS =
      new Table<>("enrolments", id -> new Enrolment(id, id), Enrolment::toString,
          (_, enrolment) -> enrolment.familyId());

  /// Requests that have enrolled a family, by their number.
  static final Table<Enrolment> REQUESTS =
      Table.empty("requests", Enrolment::toString, (_, enrolment) -> enrolment.familyId());

  /// When a family was last renamed, by its number.
  static final Table<Long> CHANGES = Table.empty("changes", String::valueOf, (id, _) -> id);

  /// What was merged after a partition.
  static final Table<Merge> MERGES = Table.empty("merges", merge -> merge.kept() + "\n" + merge.discarded(),
      (_, merge) -> merge.id());

  /// Jobs that the queue is still to get.
  static final Table<OutboxEntry> OUTBOX =
      Table.empty("outbox", entry -> entry.job().purpose().subject(), (_, entry) -> entry.familyId());

  /// A family with all that belongs to it. Parameter: id.
  public static final Statement<Optional<Family>> FAMILY_BY_ID = new Statement<>(
      "SELECT * FROM families WHERE family_id = ?", Work.FAMILY_READ,
      (rows, parameters) -> rows.find(FAMILIES, (long) parameters[0]), new Reach.Key<>(0));

  /// One line of the directory. Parameter: id.
  public static final Statement<Optional<Family>> DIRECTORY_LINE = new Statement<>(
      "SELECT family_id, family_name, enrollment_date FROM families WHERE family_id = ?", Work.ROW_READ,
      (rows, parameters) -> rows.find(FAMILIES, (long) parameters[0]), new Reach.Key<>(0));

  /// The numbers of all families, in ascending order. No parameters.
  public static final Statement<long[]> ALL_IDS = new Statement<>(
      "SELECT family_id FROM families ORDER BY family_id", Work.POINT_READ, (rows, _) -> rows.ids(FAMILIES),
      new Reach.All<>((some, others) ->
          LongStream.concat(LongStream.of(some), LongStream.of(others)).sorted().toArray()));

  /// How many families there are. No parameters.
  public static final Statement<Long> FAMILY_COUNT = new Statement<>(
      "SELECT COUNT(*) FROM families", Work.REPORT, (rows, _) -> rows.count(FAMILIES),
      new Reach.All<>(Long::sum));

  /// A new family; returns its id. Parameters: name, enrolment date.
  public static final Statement<Long> INSERT_FAMILY = new Statement<>(
      "INSERT INTO families (family_name, enrollment_date) VALUES (?, ?)", Work.INSERT,
      (rows, parameters) -> rows.insert(FAMILIES,
          id -> new Family(id, (String) parameters[0], (String) parameters[1])),
      new Reach.NewRow<>());

  /// A family's new name; returns whether there is such a family. Parameters: name, id.
  public static final Statement<Boolean> RENAME_FAMILY = new Statement<>(
      "UPDATE families SET family_name = ? WHERE family_id = ?", Work.UPDATE,
      (rows, parameters) -> rows.find(FAMILIES, (long) parameters[1])
          .map(family -> rows.update(FAMILIES, family.id(), family.renamed((String) parameters[0])))
          .orElse(false),
      OptionalInt.of(1), new Reach.Key<>(1), OptionalLong.empty());

  /// A family's enrolment; returns its id. Parameter: family id.
  public static final Statement<Long> ENROL = new Statement<>(
      "INSERT INTO enrolments (family_id) VALUES (?)", Work.ENROLMENT,
      (rows, parameters) -> rows.insert(ENROLMENTS, id -> new Enrolment(id, (long) parameters[0])),
      new Reach.Key<>(0));

  /// A family's enrolment with what belongs to it in one transaction: the number of its request, so that the same one
  /// comes only once, and the jobs that follow from it. Returns its id, for a request that comes again that of the
  /// first time. Parameters: family id, number of the request (0 for one without), what makes its jobs ([FollowUp]).
  public static final Statement<Long> ENROL_SAFELY = new Statement<>(
      "BEGIN; INSERT INTO enrolments (family_id) SELECT ? WHERE NOT EXISTS (SELECT * FROM requests WHERE id = ?); "
          + "INSERT INTO outbox (job) VALUES (?); COMMIT",
      Work.ENROLMENT,
      (rows, parameters) -> enrolSafely(rows, (long) parameters[0], (long) parameters[1], (FollowUp) parameters[2]),
      new Reach.Key<>(0));

  /// A family's new name, with the time of the change, by which two changes can be merged; returns whether there is
  /// such a family. Parameters: name, id, the time.
  static final Statement<Boolean> RENAME_FAMILY_AT = new Statement<>(
      "UPDATE families SET family_name = ?, changed = ? WHERE family_id = ?", Work.UPDATE,
      (rows, parameters) -> renameAt(rows, (String) parameters[0], (long) parameters[1], (long) parameters[2]),
      OptionalInt.of(1), new Reach.Key<>(1), OptionalLong.empty());

  /// A change that was accepted elsewhere while the primary could not be reached: the later one wins. Parameters: name,
  /// id, when it was accepted, when the primary was last reached before that.
  static final Statement<Boolean> MERGE_NAME = new Statement<>(
      "UPDATE families SET family_name = ?, changed = ? WHERE family_id = ? AND changed <= ?", Work.UPDATE,
      (rows, parameters) -> merge(rows, (String) parameters[0], (long) parameters[1], (long) parameters[2],
          (long) parameters[3]),
      OptionalInt.of(1), new Reach.Key<>(1), OptionalLong.empty());

  /// What waits in the outbox and nobody has taken lately; it is taken now. Parameter: the time.
  static final Statement<List<OutboxEntry>> TAKE_FROM_OUTBOX = new Statement<>(
      "UPDATE outbox SET taken = ? WHERE taken < ? RETURNING *", Work.UPDATE,
      (rows, parameters) -> takeFromOutbox(rows, (long) parameters[0]),
      new Reach.All<>((some, others) -> Stream.concat(some.stream(), others.stream()).toList()));

  /// Takes one entry of the outbox away. Parameters: its id, the family that it is about.
  static final Statement<Boolean> EMPTY_OUTBOX = new Statement<>(
      "DELETE FROM outbox WHERE id = ?", Work.UPDATE, (rows, parameters) -> {
        rows.delete(OUTBOX, (long) parameters[0]);
        return true;
      }, new Reach.Key<>(1));

  /// Nothing but a sign of life. No parameters.
  public static final Statement<Long> ONE = new Statement<>("SELECT 1", Work.POINT_READ, (_, _) -> 1L);

  /// Jobs that follow from one enrolment at most, so that their numbers follow from its number.
  private static final long MOST_JOBS = 16;

  private Statements() {}

  /// The jobs that follow from an enrolment.
  interface FollowUp {
    /// The jobs to be written with the enrolment of that number; empty when none are.
    List<Job> jobs(long enrolment);
  }

  private static long enrolSafely(Rows rows, long familyId, long request, FollowUp followUp) {
    var before = request == 0 ? Optional.<Enrolment>empty() : rows.find(REQUESTS, request);
    if (before.isPresent()) {
      return before.get().id();
    }
    long enrolment = rows.insert(ENROLMENTS, id -> new Enrolment(id, familyId));
    if (request != 0) {
      rows.put(REQUESTS, request, new Enrolment(enrolment, familyId));
    }
    long entry = MOST_JOBS * enrolment;
    for (var job : followUp.jobs(enrolment)) {
      rows.put(OUTBOX, entry, new OutboxEntry(entry, familyId, job, -1));
      entry++;
    }
    return enrolment;
  }

  private static boolean renameAt(Rows rows, String name, long id, long nowNanos) {
    var family = rows.find(FAMILIES, id);
    family.ifPresent(before -> {
      rows.update(FAMILIES, id, before.renamed(name));
      rows.put(CHANGES, id, nowNanos);
    });
    return family.isPresent();
  }

  private static boolean merge(Rows rows, String name, long id, long acceptedNanos, long sinceNanos) {
    var family = rows.find(FAMILIES, id);
    if (family.isEmpty()) {
      return false;
    }
    var present = family.get();
    var accepted = present.renamed(name);
    long changedNanos = rows.find(CHANGES, id).orElse(-1L);
    boolean isLater = acceptedNanos >= changedNanos;
    if (isLater) {
      rows.update(FAMILIES, id, accepted);
      rows.put(CHANGES, id, acceptedNanos);
    }
    var kept = isLater ? accepted : present;
    var other = isLater ? present : accepted;
    rows.insert(MERGES, _ -> new Merge(id, kept.toJson(), changedNanos > sinceNanos ? other.toJson() : ""));
    return true;
  }

  private static List<OutboxEntry> takeFromOutbox(Rows rows, long nowNanos) {
    var taken = new ArrayList<OutboxEntry>();
    for (long id : rows.ids(OUTBOX)) {
      rows.find(OUTBOX, id)
          .filter(entry -> entry.takenNanos() < 0 || nowNanos - entry.takenNanos() > Outbox.CLAIM.toNanos())
          .ifPresent(entry -> {
            rows.update(OUTBOX, id, entry.taken(nowNanos));
            taken.add(entry);
          });
    }
    return taken;
  }
}
