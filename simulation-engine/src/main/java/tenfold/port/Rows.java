package tenfold.port;

import java.util.Optional;
import java.util.function.LongFunction;

/// The rows of a database, as one statement sees and changes them.
public interface Rows {
  /// The row with that id.
  <T> Optional<T> find(Table<T> table, long id);

  /// Adds the row made for the next free id; returns the id.
  <T> long insert(Table<T> table, LongFunction<T> row);

  /// Replaces the row with that id; returns whether there is one.
  <T> boolean update(Table<T> table, long id, T row);

  /// The ids in use, in ascending order.
  long[] ids(Table<?> table);

  /// How many rows there are.
  long count(Table<?> table);
}
