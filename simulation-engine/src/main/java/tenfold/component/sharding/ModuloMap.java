package tenfold.component.sharding;

import java.util.List;

/// Hash modulo the number of shards: simple, and nearly every key moves when that number changes: of a to b shards
/// 1 − a/lcm(a, b) for a < b.
///
/// @param shards names, in order
record ModuloMap(List<String> shards) implements ShardMap {
  @Override
  public String shardOf(long key) {
    return shards.get((int) Long.remainderUnsigned(ShardMap.hash(key), shards.size()));
  }

  @Override
  public ShardMap over(List<String> others) {
    return new ModuloMap(others);
  }
}
