package tenfold.coop;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tenfold.port.Cache;
import tenfold.port.Clock;

/// Cache-aside in which a page is fetched anew by chance before it ends, the likelier the nearer the end is and the
/// longer a fetch takes; so a page that many ask for never ends under their hands.
///
/// Source: Vattani, Chierichetti & Lowenstein, "Optimal Probabilistic Cache Stampede Prevention", VLDB 2015 (XFetch).
record EarlyPages(Cache cache, Clock clock, RandomGenerator chance, Variants.Caching caching) implements Pages {
  @Override
  public Page get(String key, Supplier<Optional<String>> fetch) {
    var stored = cache.get(key);
    return stored.isPresent() && !isToRefresh(stored.get()) ? Page.kept(stored.get()) : fill(key, fetch);
  }

  /// Whether now − δ·β·ln U ≥ end, where U is uniform on (0, 1], δ how long the last fetch took, and β the eagerness:
  /// with probability e^(−(end − now)/(δ·β)).
  private boolean isToRefresh(String stored) {
    var notes = stored.split(" ", 3);
    if (notes.length < 3 || !Character.isDigit(stored.charAt(0))) {
      return false; // Kept by a server that does not refresh early.
    }
    long fetchNanos = Long.parseLong(notes[0]);
    long endNanos = Long.parseLong(notes[1]);
    double drawn = StrictMath.log(1 - chance.nextDouble());
    return clock.nowNanos() - fetchNanos * caching.eagerness() * drawn >= endNanos;
  }

  private Page fill(String key, Supplier<Optional<String>> fetch) {
    long start = clock.nowNanos();
    var page = Page.fetched(fetch.get());
    long now = clock.nowNanos();
    caching.timeToLive(page.text()).ifPresent(time ->
        cache.set(key, (now - start) + " " + (now + time.toNanos()) + " " + page.toKeep(), time));
    return page;
  }
}
