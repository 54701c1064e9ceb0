package tenfold.coop;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import tenfold.port.Clock;
import tenfold.port.Database;
import tenfold.port.PortFailure;

/// What one process has accepted while it could not reach the primary: it is told as done, shown to whoever asks here,
/// and merged with the primary's rows when that can be reached again. Of two changes of one name the later one wins. A
/// process that ends takes its journal with it.
///
/// Sources: DeCandia et al., "Dynamo: Amazon's highly available key-value store", SOSP 2007, sections 4.4 and 4.6 (last
/// write wins, hinted handoff); Gilbert & Lynch, "Brewer's conjecture", ACM SIGACT News 33(2), 2002.
final class Journal {
  private final Database primary;
  private final Clock clock;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private long lastContactNanos;

  /// One accepted change.
  ///
  /// @param page the family as it is shown here from then on
  /// @param acceptedNanos when
  /// @param sinceNanos up to when this process knows of changes of the family: until it last reached the primary, or
  ///     accepted one itself
  record Entry(Family page, long acceptedNanos, long sinceNanos) {}

  Journal(Database primary, Clock clock) {
    this.primary = primary;
    this.clock = clock;
    this.lastContactNanos = clock.nowNanos();
  }

  /// The primary has answered.
  void reached() {
    lastContactNanos = clock.nowNanos();
  }

  /// Accepts a change.
  void accept(Family page) {
    long sinceNanos = newest(page.id()).map(Entry::acceptedNanos).orElse(lastContactNanos);
    entries.add(new Entry(page, clock.nowNanos(), sinceNanos));
  }

  /// The family as it was last accepted here; empty when it was not.
  Optional<Family> find(long id) {
    return newest(id).map(Entry::page);
  }

  private Optional<Entry> newest(long id) {
    return entries.isEmpty() ? Optional.empty()
        : entries.reversed().stream().filter(entry -> entry.page.id() == id).findFirst();
  }

  /// What is not merged yet, oldest first.
  List<Family> pages() {
    return entries.stream().map(Entry::page).toList();
  }

  /// Merges what it has, the oldest first, until the primary cannot be reached.
  void merge() {
    while (!entries.isEmpty()) {
      var entry = entries.element();
      try {
        primary.query(Statements.MERGE_NAME, entry.page.name(), entry.page.id(), entry.acceptedNanos,
            entry.sinceNanos);
        reached();
        entries.remove(entry);
      } catch (PortFailure away) {
        return; // It is tried again.
      }
    }
  }
}
