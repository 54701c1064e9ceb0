package tenfold.port;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// A statement with its SQL text (for a live database), its meaning on rows (for a simulated one) and what class
/// of work it is (from which a simulated database takes its time).
///
/// @param sql the text, with `?` for parameters
/// @param work class of work
/// @param meaning what it does to, or reads from, the rows; gets the parameters in order
/// @param lockedRow which parameter, from 0, is the number of the row that it locks; empty when it locks none
/// @param reach which shards of a divided database it concerns
/// @param number the number that its new row gets; empty for the next free one
/// @param <R> type of the result
public record Statement<R>(
    String sql, Work work, BiFunction<Rows, Object[], R> meaning, OptionalInt lockedRow, Reach<R> reach,
    OptionalLong number) {

  /// A statement that locks no row and concerns none.
  public Statement(String sql, Work work, BiFunction<Rows, Object[], R> meaning) {
    this(sql, work, meaning, new Reach.Any<>());
  }

  /// A statement that locks no row.
  public Statement(String sql, Work work, BiFunction<Rows, Object[], R> meaning, Reach<R> reach) {
    this(sql, work, meaning, OptionalInt.empty(), reach, OptionalLong.empty());
  }

  /// The same statement whose new row gets that number.
  public Statement<R> numbered(long newRow) {
    return new Statement<>(sql, work, meaning, lockedRow, reach, OptionalLong.of(newRow));
  }

  /// Classes of database work. What each costs is a property of the database, not of the statement.
  public enum Work {
    /// One row by key, nothing else.
    POINT_READ(false),
    /// A family with all that belongs to it: joins and cold pages.
    FAMILY_READ(false),
    /// One row of many that are read one by one.
    ROW_READ(false),
    /// Many rows, put together.
    REPORT(false),
    /// One new row.
    INSERT(true),
    /// One changed row.
    UPDATE(true),
    /// The enrolment of a family: several rows in one critical transaction.
    ENROLMENT(true);

    private final boolean isWrite;

    Work(boolean isWrite) {
      this.isWrite = isWrite;
    }

    /// Whether it changes rows.
    public boolean isWrite() {
      return isWrite;
    }
  }
}
