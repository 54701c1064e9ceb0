package tenfold.component.caching;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tenfold.component.caching.Eviction.Victim;

/// Keys with values that end: at the next access after their time, or when the active cycle comes across them.
/// Source: redis at 4f8cdc2a, `expireIfNeeded` in db.c and `activeExpireCycle` in expire.c.
public final class Keyspace {
  /// Bytes that a key takes besides its value (domain 1.7).
  public static final int OVERHEAD_BYTES = 90;

  private static final int KEYS_PER_ROUND = 20;
  private static final double ACCEPTABLE_STALE_SHARE = 0.10;

  private final KeyList<Entry> entries = new KeyList<>();
  private Eviction eviction;
  private long bytes;

  /// An empty one.
  public Keyspace(Eviction eviction) {
    this.eviction = eviction;
  }

  /// Lets another policy choose from now on. It knows of no earlier use.
  public void eviction(Eviction changed, long nowNanos) {
    eviction = changed;
    entries.keys().forEach(key -> changed.used(key, nowNanos));
  }

  /// The value, if it is there and has not ended.
  public Optional<String> get(String key, long nowNanos) {
    var found = live(key, nowNanos);
    if (found.isPresent()) {
      eviction.used(key, nowNanos);
    }
    return found.map(Entry::value);
  }

  /// Keeps a value until `endNanos`; `valueBytes` is what it takes without the overhead.
  public void put(String key, String value, int valueBytes, long endNanos, long nowNanos) {
    bytes += valueBytes + OVERHEAD_BYTES - bytesOf(key);
    entries.put(key, new Entry(value, valueBytes + OVERHEAD_BYTES, endNanos));
    eviction.used(key, nowNanos);
  }

  /// Sets another end, if the key is there and has not ended.
  public void prolong(String key, long endNanos, long nowNanos) {
    live(key, nowNanos).ifPresent(entry -> {
      entries.put(key, new Entry(entry.value, entry.bytes, endNanos));
      eviction.used(key, nowNanos);
    });
  }

  /// Forgets a key, if it is there.
  public void remove(String key) {
    bytes -= bytesOf(key);
    entries.remove(key);
    eviction.removed(key);
  }

  /// Forgets everything.
  public void clear() {
    entries.keys().forEach(this::remove);
  }

  /// Who would make room.
  public Optional<Victim> victim(long nowNanos) {
    return eviction.victim(nowNanos);
  }

  /// One cycle of looking for what has ended: 20 random keys, again as long as more than a tenth of them had ended.
  ///
  /// @param mostRounds when to stop in any case
  /// @return rounds done
  public int expire(RandomGenerator random, long nowNanos, int mostRounds) {
    for (int round = 1; round <= mostRounds; round++) {
      if (staleShare(random, nowNanos) <= ACCEPTABLE_STALE_SHARE) {
        return round;
      }
    }
    return mostRounds;
  }

  /// Bytes that a key takes, 0 when it is not there.
  public int bytesOf(String key) {
    return entries.find(key).map(Entry::bytes).orElse(0);
  }

  /// Bytes that all take.
  public long bytes() {
    return bytes;
  }

  /// Keys that are there, those that have ended unnoticed too.
  public int size() {
    return entries.size();
  }

  private double staleShare(RandomGenerator random, long nowNanos) {
    int looks = Math.min(KEYS_PER_ROUND, entries.size());
    int stale = 0;
    for (int i = 0; i < looks && entries.size() > 0; i++) {
      var drawn = entries.draw(random);
      if (drawn.mark().hasEnded(nowNanos)) {
        remove(drawn.key());
        stale++;
      }
    }
    return looks == 0 ? 0 : (double) stale / looks;
  }

  private Optional<Entry> live(String key, long nowNanos) {
    var entry = entries.find(key);
    if (entry.isPresent() && entry.get().hasEnded(nowNanos)) {
      remove(key);
      return Optional.empty();
    }
    return entry;
  }

  private record Entry(String value, int bytes, long endNanos) {
    boolean hasEnded(long nowNanos) {
      return endNanos <= nowNanos;
    }
  }
}
