package tenfold.component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tenfold.component.KeyOwners.Way;
import tenfold.component.ShardRouterInstance.Member;
import tenfold.component.sharding.ShardMap;
import tenfold.kernel.Simulation;

/// Moves rows when the shards, or the way in which they divide the keys, are to be others: what goes from one shard to
/// another is copied in pieces, handed over, and thrown away where it was; then the next way has its turn.
final class Resharding {
  private static final int PIECE_ROWS = 1_000;

  private final Site site;
  private final Simulation simulation;
  private final Map<String, Member> members;
  private @Nullable KeyOwners owners;
  private @Nullable Plan wanted;
  private @Nullable Plan present;
  private boolean isUnderWay;
  private ShardRouter spec = new ShardRouter();

  /// Who is to have what.
  private record Plan(ShardMap.Scheme scheme, int vnodes, List<String> shards) {
    boolean goesLike(Plan other) {
      return scheme == other.scheme && vnodes == other.vnodes;
    }
  }

  /// @param members the shards by name; those that are empty and not wanted are removed here
  Resharding(Site site, Map<String, Member> members) {
    this.site = site;
    this.simulation = site.simulation();
    this.members = members;
  }

  /// Who has which key now.
  ///
  /// @throws IllegalStateException before the first shard is there
  KeyOwners owners() {
    if (owners == null) {
      throw new IllegalStateException("ask for owners when there is a shard");
    }
    return owners;
  }

  /// Those shards are to have the rows from now on. At the start of a run they have them at once; a database that is
  /// divided later is on its first shard.
  void want(ShardRouter changed, List<String> shards) {
    spec = changed;
    var plan = new Plan(changed.scheme(), changed.vnodes(), List.copyOf(shards));
    wanted = plan;
    if (present == null) {
      boolean isStart = simulation.nowNanos() == 0;
      var first = new Plan(plan.scheme, plan.vnodes, isStart ? plan.shards : plan.shards.subList(0, 1));
      owners = new KeyOwners(simulation, map(first));
      present = first;
    }
    members.forEach((name, member) -> member.shard().own(key -> owners().ownerOf(key).equals(name)));
    if (!plan.equals(present) && !isUnderWay) {
      isUnderWay = true;
      simulation.start("resharding", this::run);
    }
  }

  private void run() {
    while (wanted != null && !wanted.equals(present)) {
      var goal = wanted;
      reshard(present != null && goal.goesLike(present) ? owners().map().over(goal.shards) : map(goal));
      present = goal;
    }
    isUnderWay = false;
    dropThoseWhoLeft();
  }

  private ShardMap map(Plan plan) {
    return ShardMap.of(plan.scheme, plan.vnodes, plan.shards, site.familyCount());
  }

  private void reshard(ShardMap next) {
    owners().begin(next);
    for (var entry : rowsByWay().entrySet()) {
      move(entry.getKey(), entry.getValue());
    }
    owners().closeEverything(); // What came while the rest was moved goes now.
    for (var name : List.copyOf(members.keySet())) {
      member(name).shard().kept(key -> owners().ownerOf(key).equals(name) && !next.shardOf(key).equals(name)).stream()
          .map(change -> new Way(name, next.shardOf(change.key()))).distinct().forEach(this::handOver);
    }
    owners().end();
    members.forEach((name, member) -> member.shard().forget(key -> !next.shardOf(key).equals(name)));
  }

  /// How many rows go which way: families, and what was added.
  private Map<Way, Long> rowsByWay() {
    var rows = new TreeMap<Way, Long>(Comparator.comparing(Way::from).thenComparing(Way::to));
    int families = site.familyCount();
    var added = members.values().stream().flatMap(member -> member.shard().kept(key -> key > families).stream())
        .mapToLong(DataStore.Change::key).distinct();
    LongStream.concat(LongStream.rangeClosed(1, families), added).mapToObj(owners()::wayOf)
        .filter(way -> !way.from().equals(way.to()))
        .forEach(way -> rows.merge(way, 1L, Long::sum));
    return rows;
  }

  private void move(Way way, long rows) {
    owners().closeToWrites(way);
    for (long left = rows; left > 0; left -= PIECE_ROWS) {
      copy(way, Math.min(left, PIECE_ROWS));
    }
    owners().closeToAll(way);
    handOver(way);
    owners().arrived(way);
    member(way.from()).shard().forget(key -> !owners().ownerOf(key).equals(way.from()));
  }

  /// One piece, at the pace that is set, or more slowly when a processor is slower.
  private void copy(Way way, long rows) {
    long start = simulation.nowNanos();
    var there = simulation.start("copying", () -> member(way.to()).shard().work(rows * spec.moveCpuMs()));
    member(way.from()).shard().work(rows * spec.moveCpuMs());
    there.end().await();
    simulation.hold(Math.max(0, start + Math.round(rows * spec.rowNanos()) - simulation.nowNanos()));
  }

  private void handOver(Way way) {
    member(way.to()).shard().take(member(way.from()).shard().kept(key -> owners().wayOf(key).equals(way)));
  }

  private Member member(String name) {
    return Objects.requireNonNull(members.get(name), name);
  }

  private void dropThoseWhoLeft() {
    members.entrySet().removeIf(entry -> {
      boolean isGone = wanted != null && !wanted.shards.contains(entry.getKey());
      if (isGone) {
        entry.getValue().pool().close();
      }
      return isGone;
    });
  }
}
