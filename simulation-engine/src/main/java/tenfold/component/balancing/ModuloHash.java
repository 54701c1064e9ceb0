package tenfold.component.balancing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The same peer for the same key, as long as there are the same peers: the key's hash modulo the sum of their weights.
/// With one peer more or less nearly every key moves. When the peer is not to be had, the hash of the key with the
/// number of the try before it is added; after 20 misses, or without a key, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_hash_peer` in `ngx_http_upstream_hash_module.c` (as in Cache::Memcached).
public final class ModuloHash implements Choice {
  private final Weights weights;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public ModuloHash(List<Peer> peers, Choice otherwise) {
    this.weights = new Weights(peers);
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    return visit.key().isEmpty() ? otherwise.choose(visit)
        : weights.search(visit, () -> nextPlace(visit)).or(() -> otherwise.choose(visit));
  }

  private int nextPlace(Visit visit) {
    visit.rehash(Math.max(0, visit.hash()) + hash(visit.key(), visit.rehashes()));
    return visit.hash() % weights.total();
  }

  /// The hash of a key at its nth try, from 0.
  static int hash(String key, int tries) {
    var crc = new CRC32();
    crc.update(((tries > 0 ? Integer.toString(tries) : "") + key).getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() >> 16) & 0x7fff;
  }
}
