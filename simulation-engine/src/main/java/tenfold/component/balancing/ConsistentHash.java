package tenfold.component.balancing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The same peer for the same key, and few keys that move when a peer comes or goes: each peer has 160 points for each
/// unit of its weight on a ring, and a key belongs to the first point at or after its own. A peer that is not to be had
/// is passed over for the next point; after 20 misses, or without a key, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_chash_peer` in `ngx_http_upstream_hash_module.c` (`hash … consistent`);
/// Karger et al., *Consistent Hashing and Random Trees*, STOC 1997. Left out: ports, which our peers' names lack.
public final class ConsistentHash implements Choice {
  private static final int POINTS_PER_WEIGHT = 160;

  private final HashRing<Peer> ring;
  private final boolean hasSeveral;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public ConsistentHash(List<Peer> peers, Choice otherwise) {
    this.ring = new HashRing<>(peers, Peer::name, peer -> POINTS_PER_WEIGHT * peer.weight());
    this.hasSeveral = peers.size() > 1;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    if (!hasSeveral || visit.key().isEmpty()) {
      return otherwise.choose(visit);
    }
    if (visit.hash() < 0) {
      visit.hash(ring.firstAtOrAfter(HashRing.crc(visit.key().getBytes(StandardCharsets.UTF_8))));
    }
    while (visit.maySearch()) {
      var peer = ring.at(visit.hash());
      if (visit.allows(peer)) {
        return visit.goTo(peer);
      }
      visit.hash(visit.hash() + 1);
      visit.missed();
    }
    return otherwise.choose(visit);
  }
}
