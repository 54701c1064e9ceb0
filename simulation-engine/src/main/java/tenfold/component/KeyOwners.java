package tenfold.component;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenfold.component.sharding.ShardMap;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;

/// Who has which key while rows move from shard to shard, and who may come to them meanwhile: writes to keys that are
/// being copied wait; when they change hands, reads wait too, for that moment.
final class KeyOwners {
  private final Simulation simulation;
  private final Set<Visit> underWay = new LinkedHashSet<>();
  private final Set<Way> moved = new HashSet<>();
  private ShardMap map;
  private ShardMap next;
  private @Nullable Predicate<Visit> closed;
  private boolean isClosedToReads;
  private Promise<Void> change;
  private int waiting;

  /// From one shard to another.
  record Way(String from, String to) {}

  /// A statement on its way; without a key it concerns all.
  static final class Visit {
    private final OptionalLong key;
    private final boolean isWrite;

    private Visit(OptionalLong key, boolean isWrite) {
      this.key = key;
      this.isWrite = isWrite;
    }
  }

  KeyOwners(Simulation simulation, ShardMap map) {
    this.simulation = simulation;
    this.map = map;
    this.next = map;
    this.change = new Promise<>(simulation);
  }

  /// The shard that has the key now.
  String ownerOf(long key) {
    var owner = map.shardOf(key);
    if (next == map) {
      return owner;
    }
    var to = next.shardOf(key);
    return owner.equals(to) || !moved.contains(new Way(owner, to)) ? owner : to;
  }

  /// The map that holds when nothing moves.
  ShardMap map() {
    return map;
  }

  /// A statement begins; it waits while what it wants moves.
  Visit enter(OptionalLong key, boolean isWrite) {
    var visit = new Visit(key, isWrite);
    while (closed != null && (isWrite || isClosedToReads) && closed.test(visit)) {
      await();
    }
    underWay.add(visit);
    return visit;
  }

  /// A statement has ended.
  void leave(Visit visit) {
    underWay.remove(visit);
    tell();
  }

  /// Keys begin to move to where that map has them.
  void begin(ShardMap changed) {
    next = changed;
  }

  /// The way that a key has still to go; from its owner to itself when it has none.
  Way wayOf(long key) {
    return new Way(ownerOf(key), next.shardOf(key));
  }

  /// Lets nobody write to what goes that way, from when the last one has ended who does.
  void closeToWrites(Way way) {
    close(visit -> visit.key.isPresent() && wayOf(visit.key.getAsLong()).equals(way), false);
  }

  /// Lets nobody in who wants something of what goes that way, or all, from when the last one has ended.
  void closeToAll(Way way) {
    close(visit -> visit.key.isEmpty() || wayOf(visit.key.getAsLong()).equals(way), true);
  }

  /// Lets nobody in, from when the last one has ended.
  void closeEverything() {
    close(_ -> true, true);
  }

  /// What goes that way is there.
  void arrived(Way way) {
    moved.add(way);
    open();
  }

  /// Everything is where the new map has it.
  void end() {
    map = next;
    moved.clear();
    open();
  }

  private void close(Predicate<Visit> wanted, boolean toReads) {
    closed = wanted;
    isClosedToReads = toReads;
    while (underWay.stream().anyMatch(visit -> (visit.isWrite || toReads) && wanted.test(visit))) {
      await();
    }
  }

  private void open() {
    closed = null;
    tell();
  }

  private void await() {
    waiting++;
    try {
      change.await();
    } finally {
      waiting--;
    }
  }

  private void tell() {
    if (waiting > 0) {
      var told = change;
      change = new Promise<>(simulation);
      told.complete(null);
    }
  }
}
