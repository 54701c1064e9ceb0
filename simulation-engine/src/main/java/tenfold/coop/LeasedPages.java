package tenfold.coop;

import java.util.Optional;
import java.util.function.Supplier;
import tenfold.port.Cache;
import tenfold.port.Cache.Lookup;
import tenfold.port.Clock;
import tenfold.port.PortFailure;

/// Cache-aside with leases: one of all who miss a page fetches it, the others wait a little and look again. Who was
/// told to fetch before the page was invalidated cannot fill the cache with what is old by then.
///
/// Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1.
record LeasedPages(Cache cache, Clock clock, Variants.Caching caching) implements Pages {
  @Override
  public Page get(String key, Supplier<Optional<String>> fetch) {
    while (true) {
      switch (cache.getOrLease(key, caching.leaseLifetime())) {
        case Lookup.Hit hit -> {
          return Page.kept(hit.value());
        }
        case Lookup.Leased leased -> {
          return fill(key, leased.lease(), fetch);
        }
        case Lookup.Taken _ -> clock.sleep(caching.lookAgain());
      }
    }
  }

  /// A lease with which nothing can be filled is given back, so that nobody waits for its end.
  private Page fill(String key, long lease, Supplier<Optional<String>> fetch) {
    try {
      var page = Page.fetched(fetch.get());
      caching.timeToLive(page.text()).ifPresentOrElse(
          time -> cache.fill(key, page.toKeep(), time, lease), () -> cache.invalidate(key));
      return page;
    } catch (PortFailure failure) {
      cache.invalidate(key);
      throw failure;
    }
  }
}
