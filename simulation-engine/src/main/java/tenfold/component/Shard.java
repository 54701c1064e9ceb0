package tenfold.component;

import java.util.List;
import java.util.function.LongPredicate;

/// What a router wants of a database that is one shard of several, besides statements; the port between them.
public interface Shard {
  /// Answers from now on for the rows with these keys only.
  void own(LongPredicate keys);

  /// The rows with these keys that were changed or added, as they are now.
  List<DataStore.Change> kept(LongPredicate keys);

  /// Takes rows of another shard, for its replicas too.
  void take(List<DataStore.Change> moved);

  /// Throws away what it has of the rows with these keys.
  void forget(LongPredicate keys);

  /// The next number that none of its rows has.
  long nextNumber();

  /// Whether it has the same rows as another one, as a database has that was stopped to be changed.
  boolean isSameAs(Shard other);

  /// Spends processor time on copying, once it is well.
  void work(double cpuMs);
}
