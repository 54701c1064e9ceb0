package tenfold.port;

import java.util.function.BinaryOperator;

/// Which parts of a database that is divided into shards a statement concerns.
///
/// @param <R> type of the statement's result
public sealed interface Reach<R> {
  /// The shard that has the row with this key.
  ///
  /// @param parameter which of the statement's parameters, from 0, is the key
  record Key<R>(int parameter) implements Reach<R> {}

  /// The shard that is to have the new row, by its number.
  record NewRow<R>() implements Reach<R> {}

  /// Every shard.
  ///
  /// @param merge puts the results of two shards together
  record All<R>(BinaryOperator<R> merge) implements Reach<R> {}

  /// Any shard: no row is concerned.
  record Any<R>() implements Reach<R> {}
}
