package tenfold.port;

import java.util.Optional;

/// The rows of a database, as one statement sees and changes them.
public interface Rows extends RowChanges {
  /// The row with that id.
  <T> Optional<T> find(Table<T> table, long id);

  /// The ids in use, in ascending order.
  long[] ids(Table<?> table);

  /// How many rows there are.
  long count(Table<?> table);
}
