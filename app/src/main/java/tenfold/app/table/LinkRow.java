package tenfold.app.table;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tenfold.app.look.Numbers;
import tenfold.run.Fate;
import tenfold.run.Snapshot.LinkView;
import tenfold.topology.Link;

/// A link as a row: its ends, how far it is, and what goes over it now.
final class LinkRow {
  private final ReadOnlyStringWrapper roundTrip = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failing = new ReadOnlyStringWrapper("");
  private Link link;
  private long callsBefore;
  private long failedBefore;
  private long nanosBefore = -1;

  LinkRow(Link link) {
    this.link = link;
    show(link);
  }

  Link link() {
    return link;
  }

  ReadOnlyStringProperty fromProperty() {
    return new ReadOnlyStringWrapper(link.from()).getReadOnlyProperty();
  }

  ReadOnlyStringProperty toProperty() {
    return new ReadOnlyStringWrapper(link.to()).getReadOnlyProperty();
  }

  ReadOnlyStringProperty roundTripProperty() {
    return roundTrip.getReadOnlyProperty();
  }

  ReadOnlyStringProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  ReadOnlyStringProperty failingProperty() {
    return failing.getReadOnlyProperty();
  }

  /// Takes over how it is drawn.
  void show(Link changed) {
    link = changed;
    roundTrip.set(Numbers.millis(link.roundTripMs()));
  }

  /// Takes over what has gone over it by then.
  void show(LinkView view, long nowNanos) {
    long calls = view.counts().stream().mapToLong(Long::longValue).sum();
    long failed = view.counts().get(Fate.FAILED.ordinal()) + view.counts().get(Fate.TIMED_OUT.ordinal());
    if (nanosBefore >= 0 && nowNanos > nanosBefore && calls >= callsBefore) {
      rate.set(Numbers.perSecond((calls - callsBefore) / ((nowNanos - nanosBefore) / 1e9)));
      failing.set(calls == callsBefore
          ? "" : Numbers.percent((double) (failed - failedBefore) / (calls - callsBefore)));
    }
    if (nowNanos != nanosBefore) {
      callsBefore = calls;
      failedBefore = failed;
      nanosBefore = nowNanos;
    }
  }
}
