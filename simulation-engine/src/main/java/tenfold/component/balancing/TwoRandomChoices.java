package tenfold.component.balancing;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Of two different peers, drawn by weight, the one with fewer requests under way for its weight; the second when both
/// have the same. After 20 misses, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_random2_peer` in `ngx_http_upstream_random_module.c`; the idea:
/// Mitzenmacher, *The Power of Two Choices in Randomized Load Balancing*, IEEE TPDS 12 (2001).
public final class TwoRandomChoices implements Choice {
  private final Weights weights;
  private final RandomGenerator random;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public TwoRandomChoices(List<Peer> peers, RandomGenerator random, Choice otherwise) {
    this.weights = new Weights(peers);
    this.random = random;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    Peer first = null;
    while (weights.areOfSeveral() && visit.maySearch()) {
      var peer = weights.at(random.nextInt(weights.total()));
      if (peer != first && visit.allows(peer)) {
        if (first != null) {
          return visit.goTo(peer.isBusierThan(first) ? first : peer);
        }
        first = peer;
      }
      visit.missed();
    }
    return otherwise.choose(visit);
  }
}
