package tenfold.component.sharding;

import java.util.List;
import tenfold.component.balancing.HashRing;

/// Consistent hashing: each shard has some points on a ring, and a key belongs to the first one at or after its own. A
/// new shard takes its share, 1/(n+1), from all others, and nothing else moves.
///
/// Source: Karger et al., *Consistent Hashing and Random Trees*, STOC 1997.
final class RingMap implements ShardMap {
  private final HashRing<String> ring;
  private final int points;

  /// @param points points of each shard, at least 1
  RingMap(List<String> shards, int points) {
    this.ring = new HashRing<>(shards, shard -> shard, _ -> points);
    this.points = points;
  }

  @Override
  public String shardOf(long key) {
    return ring.at(ring.firstAtOrAfter(ShardMap.hash(key) >>> 32));
  }

  @Override
  public ShardMap over(List<String> shards) {
    return new RingMap(shards, points);
  }
}
