package tenfold.component.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import tenfold.component.caching.Eviction.Victim;

/// The best victims among those sampled so far, at most 16 in ascending rank. Each search draws a few more keys, so
/// that few samples come close to looking at all keys. Source: redis at 4f8cdc2a, `evictionPoolPopulate` in evict.c;
/// as there, a rank is not looked up again when its key is used meanwhile, and a key may be sampled twice.
final class CandidatePool {
  private static final int CAPACITY = 16;

  private final RandomGenerator random;
  private final int samples;
  private final List<Victim> ascending = new ArrayList<>(CAPACITY + 1);

  /// @param samples keys drawn for each victim
  CandidatePool(RandomGenerator random, int samples) {
    this.random = random;
    this.samples = samples;
  }

  /// The candidate of the highest rank that is still there, after a few more were drawn.
  Optional<Victim> best(KeyList<?> keys, ToLongFunction<String> rank) {
    if (keys.size() == 0) {
      return Optional.empty();
    }
    do {
      for (int i = 0; i < samples; i++) {
        var key = keys.draw(random).key();
        offer(new Victim(key, rank.applyAsLong(key)));
      }
      while (!ascending.isEmpty() && keys.find(ascending.getLast().key()).isEmpty()) {
        ascending.removeLast();
      }
    } while (ascending.isEmpty());
    return Optional.of(ascending.getLast());
  }

  /// Takes it in, unless 16 better ones are there.
  private void offer(Victim candidate) {
    int place = 0;
    while (place < ascending.size() && ascending.get(place).rank() < candidate.rank()) {
      place++;
    }
    if (ascending.size() < CAPACITY) {
      ascending.add(place, candidate);
    } else if (place > 0) {
      ascending.add(place, candidate);
      ascending.removeFirst();
    }
  }
}
