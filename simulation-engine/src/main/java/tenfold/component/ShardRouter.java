package tenfold.component;

import java.util.List;
import tenfold.component.sharding.ShardMap;

/// Divides one database over several primaries and sends each statement to the shard that has its row.
///
/// @param scheme how keys are divided
/// @param vnodes points of each shard on the ring, for [ShardMap.Scheme#CONSISTENT]
/// @param overheadMs time that a statement spends in the router
/// @param pool connections to each shard
/// @param moveMbPerS how fast rows are copied when they move
/// @param rowBytes what a row takes
/// @param moveCpuMs processor time of copying a row, on either side
/// @param lastJoinsAtSeconds when the last shard joins, by simulated time; 0 for from the start
/// @param restartMs how long it is away after a crash
@Kind(id = "shard-router", label = "Shard router", group = Kind.Group.DATA,
    icon = "git-branch", calls = {DatabasePrimary.class},
    summary = "Divides the rows over several primaries and sends each statement to the one that has its row.",
    models = {
      "Real rows that are on one shard each, by hash and modulo, by a ring with points, by ranges, or by a table of "
          + "1,024 groups of families. A family’s enrolments are where the family is.",
      "A statement with a family’s number goes to its shard. One without goes to all of them at once, takes as long "
          + "as the slowest and fails when one fails; the results are put together.",
      "Numbers of new rows, given out by the router, so that no two shards give the same.",
      "Shards that come and go while it runs: what has another place then is copied at a steady pace, with processor "
          + "time on both sides; writes to what is being copied wait, reads go to the old shard until it is handed "
          + "over. A shard that leaves is emptied first.",
      "A pool of connections to each shard. After a crash it is away for a while, and connections break."},
    leavesOut = {
      "Statements over several shards that change something, and transactions.",
      "Reads from the shards’ replicas: those are there for failover only.",
      "Changes that are copied after the rows while writes go on (Vitess does that and stops writes for a moment).",
      "Its own processors, and a second router that agrees with the first on who has what."},
    faults = {Fault.CRASH, Fault.RESTART, Fault.SLOW},
    figures = {Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME})
public record ShardRouter(
    @Param(label = "Keys go by", live = true, source = "Vitess: hash by default") ShardMap.Scheme scheme,
    @Param(label = "Points on the ring", unit = "per shard", min = 1, max = 1_024, live = true,
        source = "teaching value: 128") int vnodes,
    @Param(label = "Overhead", unit = "ms", max = 100, live = true, source = "teaching value: 0.1 ms")
        double overheadMs,
    @Param(label = "Connection pool") ConnectionPool pool,
    @Param(label = "Copying", unit = "MB/s", min = 1, max = 10_000, live = true, source = "teaching value: 50 MB/s")
        double moveMbPerS,
    @Param(label = "Row", unit = "B", min = 64, max = 1_000_000, live = true, source = "teaching value: 4,096 B")
        int rowBytes,
    @Param(label = "Copying a row", unit = "ms", max = 100, live = true,
        source = "teaching value: a quarter of a core at 50 MB/s") double moveCpuMs,
    @Param(label = "The last shard joins at", unit = "s", max = 86_400, live = true,
        source = "student's choice; from the start") double lastJoinsAtSeconds,
    @Param(label = "Restart", unit = "ms", max = 600_000, live = true, source = "teaching value: 1 s")
        double restartMs)
    implements ComponentSpec {

  /// A router by hash and modulo.
  public ShardRouter() {
    this(ShardMap.Scheme.HASH, 128, 0.1, new ConnectionPool(100, 0, 10), 50, 4_096, 0.02, 0, 1_000);
  }

  /// How long copying a row takes.
  double rowNanos() {
    return rowBytes / (moveMbPerS * 1e6) * 1e9;
  }

  /// The router is a process on a machine of its own.
  @Override
  public List<Billed> billed() {
    return Billed.machine(1);
  }

  @Override
  public Component build(Site site) {
    return new ShardRouterInstance(this, site);
  }
}
