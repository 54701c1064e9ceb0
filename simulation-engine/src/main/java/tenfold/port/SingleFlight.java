package tenfold.port;

import java.util.function.Supplier;

/// Lets several that want the same thing at the same time share one fetch.
public interface SingleFlight {
  /// What `fetch` gives, or what the fetch for this key gives that is under way. It fails as that one does.
  <R> R once(String key, Supplier<R> fetch);

  /// Everybody fetches for himself.
  static SingleFlight absent() {
    return new SingleFlight() {
      @Override
      public <R> R once(String key, Supplier<R> fetch) {
        return fetch.get();
      }
    };
  }
}
