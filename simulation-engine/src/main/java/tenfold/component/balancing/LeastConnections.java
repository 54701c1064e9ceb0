package tenfold.component.balancing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The peer with the fewest requests under way for its weight; among equals, smooth weighted round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_least_conn_module.c`.
public final class LeastConnections implements Choice {
  private final List<Peer> peers;

  /// Chooses among those peers.
  public LeastConnections(List<Peer> peers) {
    this.peers = List.copyOf(peers);
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    var least = new ArrayList<Peer>();
    for (var peer : peers) {
      if (visit.allows(peer)) {
        if (!least.isEmpty() && least.getFirst().isBusierThan(peer)) {
          least.clear();
        }
        if (least.isEmpty() || !peer.isBusierThan(least.getFirst())) {
          least.add(peer);
        }
      }
    }
    return least.size() == 1 ? visit.goTo(least.getFirst()) : new SmoothRoundRobin(least).choose(visit);
  }
}
