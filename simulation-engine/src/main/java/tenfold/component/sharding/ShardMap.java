package tenfold.component.sharding;

import java.util.List;

/// Says of every key which shard has it.
public sealed interface ShardMap permits ModuloMap, RingMap, RangeMap, DirectoryMap {
  /// Name of the shard that has the key.
  String shardOf(long key);

  /// The map of the same scheme for other shards: what this scheme moves when shards come or go.
  ///
  /// @param shards names, at least one
  ShardMap over(List<String> shards);

  /// How keys are divided.
  enum Scheme {
    /// By a hash of the key modulo the number of shards.
    HASH("hash"),
    /// By the first point on a ring at or after the key's hash.
    CONSISTENT("consistent"),
    /// By ranges of keys.
    RANGE("range"),
    /// By a table of groups of keys.
    DIRECTORY("directory");

    private final String id;

    Scheme(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// A new map.
  ///
  /// @param points points of each shard on a ring
  /// @param shards names, at least one
  /// @param keys there are keys from 1 to this one, and later ones are larger
  static ShardMap of(Scheme scheme, int points, List<String> shards, long keys) {
    return switch (scheme) {
      case HASH -> new ModuloMap(shards);
      case CONSISTENT -> new RingMap(shards, points);
      case RANGE -> RangeMap.even(shards, keys);
      case DIRECTORY -> DirectoryMap.even(shards);
    };
  }

  /// A key's hash: neighbours get hashes that have nothing to do with each other. Source: Appleby, MurmurHash3,
  /// `fmix64`.
  static long hash(long key) {
    long x = key;
    x = (x ^ x >>> 33) * 0xff51afd7ed558ccdL;
    x = (x ^ x >>> 33) * 0xc4ceb9fe1a85ec53L;
    return x ^ x >>> 33;
  }
}
