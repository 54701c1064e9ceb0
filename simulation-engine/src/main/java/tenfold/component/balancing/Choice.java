package tenfold.component.balancing;

import java.util.Optional;

/// How a balancer chooses among its peers.
@FunctionalInterface
public interface Choice {
  /// The peer that a request goes to next; empty when it may go to none.
  Optional<Peer> choose(Visit visit);

  /// The request goes to `peer` because its cookie says so.
  default Optional<Peer> stay(Peer peer, Visit visit) {
    return visit.goTo(peer);
  }
}
