package tenfold.coop;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import tenfold.port.Reach;
import tenfold.port.Statement;
import tenfold.port.Statement.Work;
import tenfold.port.Table;

/// Every statement that the co-op sends to its database.
public final class Statements {
  /// The families; family 42 is there from the beginning when the co-op has at least 42 families.
  public static final Table<Family> FAMILIES = new Table<>("families", Family::initial, Family::toJson);

  /// The enrolments; none in the beginning that anybody asks for.
  public static final Table<Enrolment> ENROLMENTS =
      new Table<>("enrolments", id -> new Enrolment(id, id), Enrolment::toString,
          (_, enrolment) -> enrolment.familyId());

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

  /// Nothing but a sign of life. No parameters.
  public static final Statement<Long> ONE = new Statement<>("SELECT 1", Work.POINT_READ, (_, _) -> 1L);

  private Statements() {}
}
