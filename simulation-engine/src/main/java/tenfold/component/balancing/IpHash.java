package tenfold.component.balancing;

import java.util.List;
import java.util.Optional;

/// The same peer for the same network: by the first three octets of the client's address, so that 256 neighbours share
/// a server. When that one is not to be had, the hash goes on from where it was; after 20 misses, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_ip_hash_module.c`. Left out: IPv6.
public final class IpHash implements Choice {
  private static final int START = 89;
  private static final int FACTOR = 113;
  private static final int MODULUS = 6271;

  private final Weights weights;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public IpHash(List<Peer> peers, Choice otherwise) {
    this.weights = new Weights(peers);
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    return weights.search(visit, () -> nextPlace(visit)).or(() -> otherwise.choose(visit));
  }

  private int nextPlace(Visit visit) {
    visit.hash(next(visit.hash() < 0 ? START : visit.hash(), visit.address()));
    return visit.hash() % weights.total();
  }

  /// The hash of an address.
  public static int hash(int address) {
    return next(START, address);
  }

  private static int next(int from, int address) {
    int hash = from;
    for (int shift = 24; shift >= 8; shift -= 8) {
      hash = (hash * FACTOR + (address >>> shift & 0xff)) % MODULUS;
    }
    return hash;
  }
}
