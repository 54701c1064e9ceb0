package tenfold.coop;

import java.util.Optional;
import java.util.function.Supplier;

/// Gets pages from the cache; those that it does not have are fetched and kept there.
interface Pages {
  /// A page.
  ///
  /// @param fetch where it comes from when the cache does not have it; empty when there is no such page
  Page get(String key, Supplier<Optional<String>> fetch);

  /// What a handler gets.
  ///
  /// @param text JSON; empty when there is no such page
  /// @param isFromCache whether the cache had it
  record Page(Optional<String> text, boolean isFromCache) {

    /// As a fetch gave it.
    static Page fetched(Optional<String> text) {
      return new Page(text, false);
    }

    /// As the cache keeps it: JSON, which may stand behind the notes of [EarlyPages]; without JSON it is the mark of a
    /// page that does not exist.
    static Page kept(String stored) {
      int json = stored.indexOf('{');
      return new Page(json < 0 ? Optional.empty() : Optional.of(json == 0 ? stored : stored.substring(json)), true);
    }

    /// As the cache is to keep it.
    String toKeep() {
      return text.orElse("");
    }
  }
}
