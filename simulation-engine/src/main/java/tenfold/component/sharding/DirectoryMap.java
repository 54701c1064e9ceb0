package tenfold.component.sharding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A table that says of each group of keys which shard has it, as the 16,384 slots of a Redis cluster do; here there
/// are 1,024 groups. A new shard gets its share of the groups from the fullest, one after the other.
///
/// @param groups the shard of each group
record DirectoryMap(List<String> groups) implements ShardMap {
  private static final int GROUPS = 1_024;

  /// One group after the other to each shard in turn.
  static DirectoryMap even(List<String> shards) {
    return new DirectoryMap(IntStream.range(0, GROUPS).mapToObj(i -> shards.get(i % shards.size())).toList());
  }

  @Override
  public String shardOf(long key) {
    return groups.get((int) Long.remainderUnsigned(ShardMap.hash(key), GROUPS));
  }

  @Override
  public ShardMap over(List<String> shards) {
    var table = new ArrayList<>(groups);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    shards.forEach(shard -> sizes.put(shard, (int) groups.stream().filter(shard::equals).count()));
    for (int group = 0; group < GROUPS; group++) {
      if (!sizes.containsKey(table.get(group))) {
        give(table, group, emptiest(sizes), sizes);
      }
    }
    for (int group = 0; group < GROUPS; group++) {
      var emptiest = emptiest(sizes);
      if (sizes.get(table.get(group)) > sizes.get(emptiest) + 1 && isFullest(table.get(group), sizes)) {
        sizes.merge(table.get(group), -1, Integer::sum);
        give(table, group, emptiest, sizes);
      }
    }
    return new DirectoryMap(List.copyOf(table));
  }

  private static void give(List<String> table, int group, String shard, Map<String, Integer> sizes) {
    table.set(group, shard);
    sizes.merge(shard, 1, Integer::sum);
  }

  private static boolean isFullest(String shard, Map<String, Integer> sizes) {
    return sizes.values().stream().allMatch(size -> size <= sizes.get(shard));
  }

  private static String emptiest(Map<String, Integer> sizes) {
    return sizes.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
