package tenfold.port;

import java.util.function.Function;
import java.util.function.LongFunction;

/// A table of rows by id, and how the rows look that are there from the beginning.
///
/// @param name as in SQL
/// @param initialRow the row with that id before anybody changed it
/// @param shown how a client sees a row
/// @param <T> type of a row
public record Table<T>(String name, LongFunction<T> initialRow, Function<T, String> shown) {}
