package tenfold.port;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;

/// A table of rows by id, and how the rows look that are there from the beginning.
///
/// @param name as in SQL
/// @param initialRow the row with that id before anybody changed it
/// @param shown how a client sees a row
/// @param key by what a row finds its shard in a divided database, from its number and itself
/// @param startsEmpty whether no row is there from the beginning
/// @param <T> type of a row
public record Table<T>(
    String name, LongFunction<T> initialRow, Function<T, String> shown, ToLongBiFunction<Long, T> key,
    boolean startsEmpty) {
  /// A table with a row for each family from the beginning, which finds its shard by its number.
  public Table(String name, LongFunction<T> initialRow, Function<T, String> shown) {
    this(name, initialRow, shown, (id, _) -> id);
  }

  /// A table with a row for each family from the beginning.
  public Table(
      String name, LongFunction<T> initialRow, Function<T, String> shown, ToLongBiFunction<Long, T> key) {
    this(name, initialRow, shown, key, false);
  }

  /// A table without rows in the beginning.
  public static <T> Table<T> empty(String name, Function<T, String> shown, ToLongBiFunction<Long, T> key) {
    return new Table<>(name, id -> {
      throw new IllegalStateException("no row " + id + " is there from the beginning");
    }, shown, key, true);
  }
}
