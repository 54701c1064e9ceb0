package tenfold.component.caching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Keys, each with a mark, of which a random one can be drawn in constant time. The order in which they can be drawn
/// follows from the additions and removals alone, not from hash codes.
///
/// @param <M> the mark
final class KeyList<M> {
  private final Map<String, Slot<M>> slots = new HashMap<>();
  private final List<Slot<M>> list = new ArrayList<>();

  Optional<M> find(String key) {
    return Optional.ofNullable(slots.get(key)).map(slot -> slot.mark);
  }

  /// Adds the key, or marks it anew.
  void put(String key, M mark) {
    var present = slots.get(key);
    if (present == null) {
      var added = new Slot<>(key, mark, list.size());
      slots.put(key, added);
      list.add(added);
    } else {
      present.mark = mark;
    }
  }

  /// Removes the key if it is there; the last one takes its place.
  void remove(String key) {
    var gone = slots.remove(key);
    if (gone == null) {
      return;
    }
    var last = list.removeLast();
    if (last != gone) {
      last.index = gone.index;
      list.set(gone.index, last);
    }
  }

  /// One of the keys with its mark, each as likely. There must be one.
  Slot<M> draw(RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  List<String> keys() {
    return list.stream().map(slot -> slot.key).toList();
  }

  int size() {
    return list.size();
  }

  /// A key with its mark.
  ///
  /// @param <M> the mark
  static final class Slot<M> {
    private final String key;
    private M mark;
    private int index;

    Slot(String key, M mark, int index) {
      this.key = key;
      this.mark = mark;
      this.index = index;
    }

    String key() {
      return key;
    }

    M mark() {
      return mark;
    }
  }
}
