package tenfold.component.balancing;

import java.util.List;

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
