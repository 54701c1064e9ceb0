package tenfold.component.balancing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// The same peer for the same key, and few keys that move when a peer comes or goes: each peer has 160 points for each
/// unit of its weight on a ring, and a key belongs to the first point at or after its own. A peer that is not to be had
/// is passed over for the next point; after 20 misses, or without a key, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_chash_peer` in `ngx_http_upstream_hash_module.c` (`hash … consistent`);
/// Karger et al., *Consistent Hashing and Random Trees*, STOC 1997. Left out: ports, which our peers' names lack.
public final class ConsistentHash implements Choice {
  private static final int POINTS_PER_WEIGHT = 160;

  private final long[] points;
  private final Peer[] owners;
  private final boolean hasSeveral;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public ConsistentHash(List<Peer> peers, Choice otherwise) {
    var ring = new TreeMap<Long, Peer>();
    peers.forEach(peer -> addPoints(ring, peer));
    this.points = ring.keySet().stream().mapToLong(Long::longValue).toArray();
    this.owners = ring.values().toArray(Peer[]::new);
    this.hasSeveral = peers.size() > 1;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    if (!hasSeveral || visit.key().isEmpty()) {
      return otherwise.choose(visit);
    }
    if (visit.hash() < 0) {
      visit.hash(firstAtOrAfter(crc(visit.key().getBytes(StandardCharsets.UTF_8))));
    }
    while (visit.maySearch()) {
      var peer = owners[visit.hash() % owners.length];
      if (visit.allows(peer)) {
        return visit.goTo(peer);
      }
      visit.hash(visit.hash() + 1);
      visit.missed();
    }
    return otherwise.choose(visit);
  }

  /// Each point's hash goes into the next one's, as four bytes, the lowest first.
  private static void addPoints(Map<Long, Peer> ring, Peer peer) {
    var name = (peer.name() + "\0").getBytes(StandardCharsets.UTF_8);
    long previous = 0;
    for (int i = 0; i < POINTS_PER_WEIGHT * peer.weight(); i++) {
      previous = crc(name, new byte[] {
          (byte) previous, (byte) (previous >> 8), (byte) (previous >> 16), (byte) (previous >> 24)});
      ring.putIfAbsent(previous, peer);
    }
  }

  private int firstAtOrAfter(long hash) {
    int found = Arrays.binarySearch(points, hash);
    return found >= 0 ? found : -found - 1;
  }

  private static long crc(byte[]... parts) {
    var crc = new CRC32();
    for (var part : parts) {
      crc.update(part);
    }
    return crc.getValue();
  }
}
