package tenfold.component.balancing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Smooth weighted round robin: each peer gains its weight, the one with most is chosen and pays what all have gained;
/// of the weights 5, 1 and 1 this makes a a b a c a a. A peer that failed regains its weight by one with every turn.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_peer` in `ngx_http_upstream_round_robin.c`.
public final class SmoothRoundRobin implements Choice {
  private final List<Peer> peers;
  private final int totalWeight;

  /// Round robin over those peers, in that order.
  public SmoothRoundRobin(List<Peer> peers) {
    this.peers = List.copyOf(peers);
    this.totalWeight = peers.stream().mapToInt(Peer::weight).sum();
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    Peer best = null;
    int total = 0;
    for (var peer : peers) {
      if (visit.allows(peer)) {
        total += gain(peer);
        if (best == null || peer.currentWeight > best.currentWeight) {
          best = peer;
        }
      }
    }
    return pay(best, total, visit);
  }

  /// Counts as the peer's turn, but puts it back by one round at most, however many stay with it.
  @Override
  public Optional<Peer> stay(Peer peer, Visit visit) {
    int total = 0;
    if (peer.currentWeight > peer.weight() - totalWeight) {
      for (var each : peers) {
        total += visit.allows(each) ? gain(each) : 0;
      }
    }
    return pay(peer, total, visit);
  }

  private static int gain(Peer peer) {
    int gained = peer.effectiveWeight;
    peer.currentWeight += gained;
    if (gained < peer.weight()) {
      peer.effectiveWeight++;
    }
    return gained;
  }

  private static Optional<Peer> pay(@Nullable Peer best, int total, Visit visit) {
    if (best == null) {
      return Optional.empty();
    }
    best.currentWeight -= total;
    return visit.goTo(best);
  }
}
