package tenfold.port;

import java.util.function.LongFunction;

/// How a statement changes the rows of a database.
public interface RowChanges {
  /// Adds the row made for the next free id; returns the id.
  <T> long insert(Table<T> table, LongFunction<T> row);

  /// Replaces the row with that id; returns whether there is one.
  <T> boolean update(Table<T> table, long id, T row);

  /// Puts a row under an id that the statement has chosen, whether there is one or not.
  <T> void put(Table<T> table, long id, T row);

  /// Takes the row with that id away; nothing happens when there is none.
  void delete(Table<?> table, long id);
}
