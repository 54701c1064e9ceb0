package tenfold.coop;

import java.util.Optional;
import java.util.function.Supplier;
import tenfold.port.Cache;
import tenfold.port.SingleFlight;

/// The text's way: ask the cache, on a miss fetch and fill it.
///
/// @param fetches whether those on one server who miss at once share the fetch
record CacheAside(Cache cache, SingleFlight fetches, Variants.Caching caching) implements Pages {
  @Override
  public Page get(String key, Supplier<Optional<String>> fetch) {
    var kept = cache.get(key);
    return kept.isPresent() ? Page.kept(kept.get()) : fetches.once(key, () -> fill(key, fetch));
  }

  private Page fill(String key, Supplier<Optional<String>> fetch) {
    var page = Page.fetched(fetch.get());
    caching.timeToLive(page.text()).ifPresent(time -> cache.set(key, page.toKeep(), time));
    return page;
  }
}
