package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.port.Table;

/// Rows that are there from the beginning, and rows that were changed or added.
class DataStoreTest {
  private static final Table<String> NAMES = new Table<>("names", id -> "name " + id, name -> name);
  private int population = 3;
  private final DataStore store = new DataStore(() -> population);

  @Test
  void initialRowsAreThereUpToThePopulation() {
    assertEquals(Optional.of("name 3"), store.find(NAMES, 3));
    assertEquals(Optional.empty(), store.find(NAMES, 4));
    assertEquals(Optional.empty(), store.find(NAMES, 0));
    population = 4;
    assertEquals(Optional.of("name 4"), store.find(NAMES, 4));
    assertEquals(4, store.count(NAMES));
  }

  @Test
  void changedAndAddedRowsAreKept() {
    assertTrue(store.update(NAMES, 2, "changed"));
    assertFalse(store.update(NAMES, 9, "nobody"));
    long first = store.insert(NAMES, id -> "added " + id);
    long second = store.insert(NAMES, id -> "added " + id);
    assertEquals(first + 1, second);
    assertEquals(Optional.of("changed"), store.find(NAMES, 2));
    assertEquals(Optional.of("added " + second), store.find(NAMES, second));
    assertArrayEquals(new long[] {1, 2, 3, first, second}, store.ids(NAMES));
    assertEquals(5, store.count(NAMES));
  }

  @Test
  void aCopyIsIndependent() {
    store.update(NAMES, 1, "before");
    var copy = store.copy();
    store.update(NAMES, 1, "after");
    copy.update(NAMES, 2, "in the copy");
    assertEquals(Optional.of("before"), copy.find(NAMES, 1));
    assertEquals(Optional.of("name 2"), store.find(NAMES, 2));
  }

  /// Applying all changes of one store to another, in order, makes them equal: the way of a replica.
  @Test
  void shippedChangesMakeAReplicaEqual() {
    var replica = store.copy();
    store.update(NAMES, 1, "one");
    store.update(NAMES, 1, "two");
    long added = store.insert(NAMES, id -> "added");
    var changes = store.takeChanges();
    changes.forEach(replica::apply);
    assertEquals(Optional.of("two"), replica.find(NAMES, 1));
    assertEquals(Optional.of("added"), replica.find(NAMES, added));
    assertEquals(added + 1, replica.insert(NAMES, id -> "next"));
    assertEquals(0, store.takeChanges().size());
  }
}
