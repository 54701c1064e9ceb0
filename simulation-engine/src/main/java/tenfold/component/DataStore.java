package tenfold.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import tenfold.port.Rows;
import tenfold.port.Table;

/// Real rows. Those that are there from the beginning (1 to the number of families) take memory only once they are
/// changed; rows that are added get numbers beyond them.
public final class DataStore implements Rows {
  private static final long FIRST_ADDED_ID = 10_000_001;

  private final IntSupplier initialCount;
  private final Map<String, TreeMap<Long, Object>> changed;
  private final Map<String, Long> nextId;
  private List<Change> captured = new ArrayList<>();

  /// One row as a statement left it.
  ///
  /// @param table name of the table
  /// @param id the row's number
  /// @param row its value
  /// @param before how clients saw the row before; empty for a new one
  /// @param shown how clients see it now
  record Change(String table, long id, Object row, Optional<String> before, String shown) {
    private static final Object NO_ROW = "deleted";

    static Change deletion(String table, long id) {
      return new Change(table, id, NO_ROW, Optional.of(""), "");
    }

    boolean isDeletion() {
      return row == NO_ROW;
    }
  }

  /// Rows 1 to `initialCount`, which may grow.
  public DataStore(IntSupplier initialCount) {
    this(initialCount, new HashMap<>(), new HashMap<>());
  }

  private DataStore(IntSupplier initialCount, Map<String, TreeMap<Long, Object>> changed, Map<String, Long> nextId) {
    this.initialCount = initialCount;
    this.changed = changed;
    this.nextId = nextId;
  }

  /// An independent copy.
  DataStore copy() {
    var rows = new HashMap<String, TreeMap<Long, Object>>();
    changed.forEach((table, values) -> rows.put(table, new TreeMap<>(values)));
    return new DataStore(initialCount, rows, new HashMap<>(nextId));
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
    rows(change.table).put(change.id, change.row);
    if (change.id >= FIRST_ADDED_ID) {
      nextId.merge(change.table, change.id + 1, Math::max);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // a table holds rows of its own type only
  public <T> Optional<T> find(Table<T> table, long id) {
    var row = rows(table.name()).get(id);
    if (row != null) {
      return Optional.of((T) row);
    }
    return isInitial(table, id) ? Optional.of(table.initialRow().apply(id)) : Optional.empty();
  }

  @Override
  public <T> long insert(Table<T> table, LongFunction<T> row) {
    long id = nextId.getOrDefault(table.name(), FIRST_ADDED_ID);
    var added = row.apply(id);
    change(new Change(table.name(), id, added, Optional.empty(), table.shown().apply(added)));
    return id;
  }

  @Override
  public <T> boolean update(Table<T> table, long id, T row) {
    var before = find(table, id);
    if (before.isEmpty()) {
      return false;
    }
    change(new Change(table.name(), id, row, before.map(table.shown()), table.shown().apply(row)));
    return true;
  }

  @Override
  public <T> void put(Table<T> table, long id, T row) {
    change(new Change(table.name(), id, row, find(table, id).map(table.shown()), table.shown().apply(row)));
  }

  /// A row that is there from the beginning comes back with its first value.
  @Override
  public void delete(Table<?> table, long id) {
    if (rows(table.name()).containsKey(id)) {
      change(Change.deletion(table.name(), id));
    }
  }

  @Override
  public long[] ids(Table<?> table) {
    return LongStream.concat(LongStream.rangeClosed(1, initialCount(table)), addedIds(table)).toArray();
  }

  @Override
  public long count(Table<?> table) {
    return initialCount(table) + addedIds(table).count();
  }

  private int initialCount(Table<?> table) {
    return table.startsEmpty() ? 0 : initialCount.getAsInt();
  }

  private LongStream addedIds(Table<?> table) {
    return rows(table.name()).keySet().stream().mapToLong(Long::longValue).filter(id -> !isInitial(table, id));
  }

  private void change(Change change) {
    apply(change);
    captured.add(change);
  }

  private boolean isInitial(Table<?> table, long id) {
    return 1 <= id && id <= initialCount(table);
  }

  private TreeMap<Long, Object> rows(String table) {
    return changed.computeIfAbsent(table, _ -> new TreeMap<>());
  }
}
