package tenfold.component.balancing;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The peers laid end to end, each as long as its weight.
final class Weights {
  private final List<Peer> peers;
  private final int total;

  Weights(List<Peer> peers) {
    this.peers = List.copyOf(peers);
    this.total = peers.stream().mapToInt(Peer::weight).sum();
  }

  int total() {
    return total;
  }

  /// Whether there is anything to choose.
  boolean areOfSeveral() {
    return peers.size() > 1;
  }

  /// Looks at one place after the other until the request may go to the peer there; empty after 20 misses, or when
  /// there is nothing to choose.
  Optional<Peer> search(Visit visit, IntSupplier nextPlace) {
    while (areOfSeveral() && visit.maySearch()) {
      var peer = at(nextPlace.getAsInt());
      if (visit.allows(peer)) {
        return visit.goTo(peer);
      }
      visit.missed();
    }
    return Optional.empty();
  }

  /// The peer at a place from 0 up to the total.
  Peer at(int place) {
    int left = place;
    for (var peer : peers) {
      left -= peer.weight();
      if (left < 0) {
        return peer;
      }
    }
    throw new IllegalArgumentException("place must be below " + total + ", not " + place);
  }
}
