package tenfold.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import tenfold.port.Rows;
import tenfold.port.Table;

/// Real rows. Those that are there from the beginning (1 to the number of families) take memory only once they are
/// changed; rows that are added get numbers beyond them.
public final class DataStore implements Rows {
  private static final long FIRST_ADDED_ID = 10_000_001;
  private static final LongPredicate EVERY_KEY = _ -> true;

  private final IntSupplier initialCount;
  private final Map<String, TreeMap<Long, Stored>> changed;
  private final Map<String, Long> nextId;
  private final Division division;
  private List<Change> captured = new ArrayList<>();

  /// A row that is kept, and the key by which it finds its shard.
  private record Stored(Object row, long key) {}

  /// Which keys this store answers for; its copies go by the same.
  private static final class Division {
    private LongPredicate owns = EVERY_KEY;
  }

  /// One row as a statement left it.
  ///
  /// @param table name of the table
  /// @param id the row's number
  /// @param key by what it finds its shard
  /// @param row its value
  /// @param before how clients saw the row before; empty for a new one
  /// @param shown how clients see it now
  public record Change(String table, long id, long key, Object row, Optional<String> before, String shown) {
    private static final Object NO_ROW = "deleted";

    static Change deletion(String table, long id, long key) {
      return new Change(table, id, key, NO_ROW, Optional.of(""), "");
    }

    boolean isDeletion() {
      return row == NO_ROW;
    }
  }

  /// Rows 1 to `initialCount`, which may grow.
  public DataStore(IntSupplier initialCount) {
    this(initialCount, new HashMap<>(), new HashMap<>(), new Division());
  }

  private DataStore(IntSupplier initialCount, Map<String, TreeMap<Long, Stored>> changed, Map<String, Long> nextId,
      Division division) {
    this.initialCount = initialCount;
    this.changed = changed;
    this.nextId = nextId;
    this.division = division;
  }

  /// An independent copy.
  DataStore copy() {
    var rows = new HashMap<String, TreeMap<Long, Stored>>();
    changed.forEach((table, values) -> rows.put(table, new TreeMap<>(values)));
    return new DataStore(initialCount, rows, new HashMap<>(nextId), division);
  }

  /// Has from now on the rows of the other, which is not to be used any more.
  void become(DataStore other) {
    changed.clear();
    changed.putAll(other.changed);
    nextId.clear();
    nextId.putAll(other.nextId);
    captured = new ArrayList<>();
  }

  /// The changes since the last call.
  List<Change> takeChanges() {
    var taken = captured;
    captured = new ArrayList<>();
    return taken;
  }

  /// Makes a change that another store has made before.
  void apply(Change change) {
    if (change.isDeletion()) {
      rows(change.table).remove(change.id);
      return;
    }
    rows(change.table).put(change.id, new Stored(change.row, change.key));
    if (change.id >= FIRST_ADDED_ID) {
      nextId.merge(change.table, change.id + 1, Math::max);
    }
  }

  /// Answers from now on for the rows with these keys only, as one shard of several: others are not seen, whether they
  /// are there from the beginning or were kept before.
  void own(LongPredicate keys) {
    division.owns = keys;
  }

  /// The rows with these keys that were changed or added, as they are now.
  List<Change> kept(LongPredicate keys) {
    var found = new ArrayList<Change>();
    for (var table : new TreeSet<>(changed.keySet())) {
      rows(table).forEach((id, stored) -> {
        if (keys.test(stored.key)) {
          found.add(new Change(table, id, stored.key, stored.row, Optional.empty(), ""));
        }
      });
    }
    return found;
  }

  /// Throws away what was kept of the rows with these keys.
  void forget(LongPredicate keys) {
    changed.values().forEach(rows -> rows.values().removeIf(stored -> keys.test(stored.key)));
  }

  /// The next number that no row has, in any table.
  long nextNumber() {
    return nextId.values().stream().mapToLong(Long::longValue).max().orElse(FIRST_ADDED_ID);
  }

  /// The same rows, of which the next new one gets that number.
  Rows numbering(long number) {
    return new Rows() {
      @Override
      public <T> long insert(Table<T> table, LongFunction<T> row) {
        return add(table, number, row);
      }

      @Override
      public <T> Optional<T> find(Table<T> table, long id) {
        return DataStore.this.find(table, id);
      }

      @Override
      public <T> boolean update(Table<T> table, long id, T row) {
        return DataStore.this.update(table, id, row);
      }

      @Override
      public <T> void put(Table<T> table, long id, T row) {
        DataStore.this.put(table, id, row);
      }

      @Override
      public void delete(Table<?> table, long id) {
        DataStore.this.delete(table, id);
      }

      @Override
      public long[] ids(Table<?> table) {
        return DataStore.this.ids(table);
      }

      @Override
      public long count(Table<?> table) {
        return DataStore.this.count(table);
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked") // a table holds rows of its own type only
  public <T> Optional<T> find(Table<T> table, long id) {
    var stored = rows(table.name()).get(id);
    if (stored != null) {
      return division.owns.test(stored.key) ? Optional.of((T) stored.row) : Optional.empty();
    }
    return isInitial(table, id) && division.owns.test(id) ? Optional.of(table.initialRow().apply(id))
        : Optional.empty();
  }

  @Override
  public <T> long insert(Table<T> table, LongFunction<T> row) {
    return add(table, nextId.getOrDefault(table.name(), FIRST_ADDED_ID), row);
  }

  private <T> long add(Table<T> table, long id, LongFunction<T> row) {
    var added = row.apply(id);
    change(new Change(table.name(), id, table.key().applyAsLong(id, added), added, Optional.empty(),
        table.shown().apply(added)));
    return id;
  }

  @Override
  public <T> boolean update(Table<T> table, long id, T row) {
    var before = find(table, id);
    if (before.isEmpty()) {
      return false;
    }
    change(new Change(table.name(), id, table.key().applyAsLong(id, row), row, before.map(table.shown()),
        table.shown().apply(row)));
    return true;
  }

  @Override
  public <T> void put(Table<T> table, long id, T row) {
    change(new Change(table.name(), id, table.key().applyAsLong(id, row), row, find(table, id).map(table.shown()),
        table.shown().apply(row)));
  }

  /// A row that is there from the beginning comes back with its first value.
  @Override
  public void delete(Table<?> table, long id) {
    var stored = rows(table.name()).get(id);
    if (stored != null) {
      change(Change.deletion(table.name(), id, stored.key));
    }
  }

  @Override
  public long[] ids(Table<?> table) {
    return LongStream.concat(LongStream.rangeClosed(1, initialCount(table)).filter(division.owns),
        addedIds(table)).toArray();
  }

  @Override
  public long count(Table<?> table) {
    int initial = initialCount(table);
    long own = division.owns == EVERY_KEY ? initial : LongStream.rangeClosed(1, initial).filter(division.owns).count();
    return own + addedIds(table).count();
  }

  private int initialCount(Table<?> table) {
    return table.startsEmpty() ? 0 : initialCount.getAsInt();
  }

  private LongStream addedIds(Table<?> table) {
    return rows(table.name()).entrySet().stream()
        .filter(entry -> !isInitial(table, entry.getKey()) && division.owns.test(entry.getValue().key))
        .mapToLong(Map.Entry::getKey);
  }

  private void change(Change change) {
    apply(change);
    captured.add(change);
  }

  private boolean isInitial(Table<?> table, long id) {
    return 1 <= id && id <= initialCount(table);
  }

  private TreeMap<Long, Stored> rows(String table) {
    return changed.computeIfAbsent(table, _ -> new TreeMap<>());
  }
}
