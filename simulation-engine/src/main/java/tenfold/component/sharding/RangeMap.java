package tenfold.component.sharding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Ranges of keys, one after the other. New keys are larger than all others, so the last range gets every one of them.
/// A new shard takes half of the largest range; the ranges of one that goes fall to their neighbours.
///
/// @param ranges in order; the first one begins with the smallest key, the last one has no end
/// @param keys there were keys from 1 to this one
record RangeMap(List<Range> ranges, long keys) implements ShardMap {

  /// Keys from `start` to the start of the next range.
  record Range(long start, String shard) {}

  /// Ranges of the same number of keys.
  static RangeMap even(List<String> shards, long keys) {
    return new RangeMap(IntStream.range(0, shards.size())
        .mapToObj(i -> new Range(1 + keys * i / shards.size(), shards.get(i))).toList(), keys);
  }

  @Override
  public String shardOf(long key) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ranges.get(middle).start <= key) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return ranges.get(low).shard;
  }

  @Override
  public ShardMap over(List<String> shards) {
    var changed = withoutMissing(shards);
    if (changed.isEmpty()) {
      return even(shards, keys);
    }
    for (var shard : shards) {
      if (changed.stream().noneMatch(range -> range.shard.equals(shard))) {
        split(changed, shard);
      }
    }
    return new RangeMap(List.copyOf(changed), keys);
  }

  private List<Range> withoutMissing(List<String> shards) {
    var kept = new ArrayList<Range>();
    for (var range : ranges) {
      if (shards.contains(range.shard)) {
        kept.add(kept.isEmpty() ? new Range(ranges.getFirst().start, range.shard) : range);
      }
    }
    return kept;
  }

  private void split(List<Range> changed, String shard) {
    var starts = LongStream.concat(changed.stream().mapToLong(Range::start), LongStream.of(keys + 1)).toArray();
    int widest = IntStream.range(0, changed.size()).boxed()
        .max(Comparator.comparingLong((Integer i) -> starts[i + 1] - starts[i])).orElseThrow();
    changed.add(widest + 1, new Range((starts[widest] + starts[widest + 1] + 1) / 2, shard));
  }
}
