package tenfold.component.balancing;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Any peer, each with a chance in proportion to its weight; after 20 misses, round robin.
///
/// Source: nginx 1.31, `ngx_http_upstream_get_random_peer` in `ngx_http_upstream_random_module.c`.
public final class WeightedRandom implements Choice {
  private final Weights weights;
  private final RandomGenerator random;
  private final Choice otherwise;

  /// Chooses among those peers, or as `otherwise` does.
  public WeightedRandom(List<Peer> peers, RandomGenerator random, Choice otherwise) {
    this.weights = new Weights(peers);
    this.random = random;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Peer> choose(Visit visit) {
    return weights.search(visit, () -> random.nextInt(weights.total())).or(() -> otherwise.choose(visit));
  }
}
