package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.DatabasePrimary;
import tenfold.component.Fault;
import tenfold.component.Law;
import tenfold.component.ShardRouter;
import tenfold.component.sharding.ShardMap.Scheme;
import tenfold.coop.Family;
import tenfold.coop.Statements;
import tenfold.port.DatabaseServer;
import tenfold.port.PortFailure;
import tenfold.port.ServiceError;
import tenfold.theory.ReferenceValues;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A database divided over several primaries: real rows that are on one shard each, whatever comes or goes.
class ShardingTest {
  private static final ShardRouter QUICK = with(with(with(new ShardRouter(), "overheadMs", 0.0),
      "pool.connectMs", 0.0), "pool.connectCpuMs", 0.0);

  @ParameterizedTest
  @EnumSource
  void eachShardHasItsOwnRowsAndAllTogetherHaveAll(Scheme scheme) {
    var coop = new TestBed(shards(with(QUICK, "scheme", scheme), Parts.freePrimary(), 4));
    in(coop, () -> {
      var router = router(coop);
      long added = router.query(Statements.INSERT_FAMILY, "New", "2026-09-15");
      router.query(Statements.RENAME_FAMILY, "Changed", 42L);
      var everywhere = router.query(Statements.ALL_IDS);
      assertEquals(101, everywhere.length);
      assertEquals(101L, router.query(Statements.FAMILY_COUNT));
      assertEquals("New", router.query(Statements.FAMILY_BY_ID, added).orElseThrow().name());
      assertEquals("Changed", router.query(Statements.FAMILY_BY_ID, 42L).orElseThrow().name());
      var found = new ArrayList<Long>();
      for (int shard = 1; shard <= 4; shard++) {
        LongStream.of(port(coop, "Shard " + shard).query(Statements.ALL_IDS)).forEach(found::add);
      }
      assertEquals(LongStream.of(everywhere).boxed().toList(), found.stream().sorted().toList());
    });
  }

  @Test
  void newNumbersAreUniqueOverTheShards() {
    var coop = new TestBed(shards(QUICK, Parts.freePrimary(), 4));
    in(coop, () -> {
      var ids = new HashSet<Long>();
      var enrolments = new HashSet<Long>();
      for (long i = 1; i <= 100; i++) {
        ids.add(router(coop).query(Statements.INSERT_FAMILY, "New", ""));
        enrolments.add(router(coop).query(Statements.ENROL, i));
      }
      assertEquals(100, ids.size());
      assertEquals(100, enrolments.size());
      assertEquals(200L, router(coop).query(Statements.FAMILY_COUNT));
    });
  }

  /// Four exponential answers are all there after H₄ times the mean: reference table, scatter-gather.
  /// False-alarm rate: 0.5 % (see [Replications]).
  @Test
  void aStatementForAllTakesAsLongAsTheSlowest() {
    double expected = ReferenceValues.value("scatter-gather (cross-shard)", "n=4;iid Exp(mean 1)", "E[max]");
    Replications.mustBe(100 * expected, 0.02, seed -> scatter(4, seed, 2_000).stream()
        .mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  /// One of a hundred answers is slow; of ten, one is slow in 9.6 % of all cases: reference table, tail at scale. Slow
  /// is what takes longer than ln 100 times the mean.
  @Test
  void theTailOfManyIsLonger() {
    double expected = ReferenceValues.value("tail at scale", "fanout=10;P(fast)=0.99", "P(slow)");
    Replications.mustBe(expected, 0.05, seed -> scatter(10, seed, 3_000).stream()
        .filter(ms -> ms > 100 * Math.log(100)).count() / 3_000.0);
  }

  @Test
  void aStatementForAllFailsWhenOneShardDoes() {
    var coop = new TestBed(shards(QUICK, Parts.freePrimary(), 4));
    coop.suffer("Shard 2", 0, Fault.CRASH);
    in(coop, () -> {
      assertThrows(PortFailure.class, () -> router(coop).query(Statements.FAMILY_COUNT));
      long well = LongStream.rangeClosed(1, 100).filter(id -> isThere(coop, id)).count();
      assertTrue(well > 50 && well < 90, "families of the other shards: " + well);
    });
  }

  /// Of a thousand families four fifths move, one fifth of them at a time: 800 rows at 12,207 rows a second. A renaming
  /// of one that moves waits, a read does not.
  @ParameterizedTest
  @CsvSource({"HASH, 0.8", "CONSISTENT, 0.2", "DIRECTORY, 0.2", "RANGE, 0.125"})
  void reshardingCopiesRowsAndLetsWritesWait(Scheme scheme, double share) {
    var slow = with(with(QUICK, "scheme", scheme), "rowBytes", 1_000_000);
    var coop = new TestBed(shards(slow, Parts.freePrimary(), 4));
    var before = owners(coop, 4);
    coop.edit(shards(slow, Parts.freePrimary(), 5));
    double began = coop.nowMs();
    coop.advance(1);
    var waits = new ArrayList<Long>();
    for (long id = 1; id <= 100; id++) {
      long family = id;
      coop.simulation().start("write", () -> {
        router(coop).query(Statements.RENAME_FAMILY, "Changed", family);
        if (coop.nowMs() > began + 1.5) {
          waits.add(family);
        }
      });
      coop.simulation().start("read", () -> {
        assertTrue(router(coop).query(Statements.FAMILY_BY_ID, family).isPresent());
        assertEquals(began + 1, coop.nowMs(), 0.5);
      });
    }
    coop.advance(60_000);
    var after = owners(coop, 5);
    var moved = after.entrySet().stream().filter(entry -> !before.get(entry.getKey()).equals(entry.getValue()))
        .map(Map.Entry::getKey).toList();
    assertEquals(100 * share, moved.size(), 12);
    assertTrue(!waits.isEmpty() && moved.containsAll(waits), "waited: " + waits + ", moved: " + moved);
    in(coop, () -> LongStream.rangeClosed(1, 100).forEach(id ->
        assertEquals("Changed", router(coop).query(Statements.FAMILY_BY_ID, id).orElseThrow().name())));
  }

  /// A hundred rows of 1 MB that move at 50 MB/s take two seconds, and processor time on both sides.
  @Test
  void copyingTakesItsTimeAndProcessors() {
    var slow = with(with(with(QUICK, "scheme", Scheme.RANGE), "rowBytes", 1_000_000), "moveCpuMs", 10.0);
    var coop = new TestBed(shards(slow, Parts.freePrimary(), 1));
    coop.edit(shards(slow, Parts.freePrimary(), 2));
    coop.advance(900);
    assertEquals(100, owners(coop, 1).size());
    coop.advance(200);
    assertEquals(50, LongStream.of(ids(coop, "Shard 2")).count());
    for (int shard = 1; shard <= 2; shard++) {
      var cores = coop.place("Shard " + shard).instances().getFirst().meter().utilisation();
      assertEquals(0.5 / 1.1, cores, 0.05);
    }
  }

  @Test
  void aShardThatLeavesIsEmptiedFirst() {
    var coop = new TestBed(shards(QUICK, Parts.freePrimary(), 4));
    in(coop, () -> LongStream.rangeClosed(1, 100).forEach(id ->
        router(coop).query(Statements.RENAME_FAMILY, "Changed " + id, id)));
    coop.edit(shards(QUICK, Parts.freePrimary(), 3));
    coop.advance(5_000);
    in(coop, () -> LongStream.rangeClosed(1, 100).forEach(id ->
        assertEquals("Changed " + id, router(coop).query(Statements.FAMILY_BY_ID, id).orElseThrow().name())));
  }

  @Test
  void theLastShardCanJoinLater() {
    var coop = new TestBed(shards(with(QUICK, "lastJoinsAtSeconds", 10.0), Parts.freePrimary(), 2));
    coop.advance(9_000);
    assertEquals(100, ids(coop, "Shard 1").length);
    coop.advance(3_000);
    assertEquals(50, ids(coop, "Shard 1").length, 20);
    assertEquals(100, ids(coop, "Shard 1").length + ids(coop, "Shard 2").length);
  }

  /// Whatever comes and goes, and whenever: no family is lost or doubled, at no moment, and each has its last name.
  /// Fifty seeds, each with its own moves, renamings and additions.
  @Test
  void noFamilyIsLostOrDoubledByResharding() {
    for (long seed = 1; seed <= 50; seed++) {
      reshardAtRandom(seed);
    }
  }

  private static void reshardAtRandom(long seed) {
    var schemes = Scheme.values();
    var router = with(with(with(QUICK, "scheme", schemes[(int) seed % schemes.length]), "rowBytes", 200_000),
        "moveMbPerS", 5.0);
    var primary = Parts.primary(151, Parts.FREE, 1, 2);
    var coop = new TestBed(shards(router, primary, 3), seed);
    var random = coop.simulation().random("test");
    var names = new HashMap<Long, String>();
    LongStream.rangeClosed(1, 100).forEach(id -> names.put(id, initialName(id)));
    int[] underWay = new int[1];
    for (int i = 0; i < 3; i++) {
      int writer = i;
      coop.simulation().start("writer", () -> {
        for (int write = 0; write < 150; write++) {
          coop.simulation().hold(random.nextInt(60_000_000));
          underWay[0]++;
          if (random.nextInt(4) == 0) {
            names.put(router(coop).query(Statements.INSERT_FAMILY, "Added", ""), "Added");
          } else {
            long id = 1 + 3 * random.nextInt(33) + writer;
            var name = "Name " + writer + "." + write;
            assertTrue(router(coop).query(Statements.RENAME_FAMILY, name, id));
            names.put(id, name);
          }
          underWay[0]--;
        }
      });
      coop.simulation().start("reader", () -> {
        for (int read = 0; read < 60; read++) {
          coop.simulation().hold(random.nextInt(150_000_000));
          int least = names.size();
          long count = router(coop).query(Statements.FAMILY_COUNT);
          int most = names.size() + underWay[0];
          assertTrue(least <= count && count <= most, least + " <= " + count + " <= " + most);
          var ids = router(coop).query(Statements.ALL_IDS);
          assertEquals(ids.length, LongStream.of(ids).distinct().count());
        }
      });
    }
    for (int edit = 0; edit < 6; edit++) {
      coop.advance(random.nextInt(1_500));
      coop.edit(shards(router, primary, 1 + random.nextInt(6)));
    }
    coop.advance(200_000);
    in(coop, () -> {
      var ids = router(coop).query(Statements.ALL_IDS);
      assertEquals(names.keySet().stream().sorted().toList(), LongStream.of(ids).boxed().toList(), "seed " + seed);
      names.forEach((id, name) -> assertEquals(Optional.of(name),
          router(coop).query(Statements.FAMILY_BY_ID, id).map(Family::name), "seed " + seed));
    });
  }

  private static String initialName(long id) {
    return Statements.FAMILIES.initialRow().apply(id).name();
  }

  @Test
  void withoutAShardStatementsAreRefused() {
    var coop = new TestBed(shards(QUICK, Parts.freePrimary(), 0));
    in(coop, () -> assertThrows(ServiceError.class, () -> router(coop).query(Statements.ONE)));
  }

  private static List<Double> scatter(int shards, long seed, int statements) {
    var costs = with(with(Parts.freePrimary(), "reads.reportCpuMs", 100.0), "reads.cpuLaw", Law.EXPONENTIAL);
    var coop = new TestBed(shards(QUICK, costs, shards), seed);
    var times = new ArrayList<Double>();
    in(coop, () -> {
      for (int i = 0; i <= statements; i++) {
        double start = coop.nowMs();
        router(coop).query(Statements.FAMILY_COUNT);
        times.add(coop.nowMs() - start);
      }
    });
    return times.subList(1, times.size());
  }

  private static Map<Long, Integer> owners(TestBed coop, int shards) {
    var owners = new HashMap<Long, Integer>();
    for (int shard = 1; shard <= shards; shard++) {
      for (long id : ids(coop, "Shard " + shard)) {
        owners.put(id, shard);
      }
    }
    return owners;
  }

  private static long[] ids(TestBed coop, String shard) {
    var found = new ArrayList<long[]>();
    in(coop, () -> found.add(port(coop, shard).query(Statements.ALL_IDS)));
    return found.getFirst();
  }

  private static boolean isThere(TestBed coop, long id) {
    try {
      return router(coop).query(Statements.FAMILY_BY_ID, id).isPresent();
    } catch (PortFailure failure) {
      return false;
    }
  }

  private static DatabaseServer.Connection router(TestBed coop) {
    return port(coop, "Router");
  }

  private static DatabaseServer.Connection port(TestBed coop, String node) {
    return coop.port(node, 0, DatabaseServer.class).connect(0);
  }

  /// Does it in a process, now, and lets no more time pass than that takes.
  private static void in(TestBed coop, Runnable work) {
    var process = coop.simulation().start("test", work);
    boolean[] isDone = new boolean[1];
    coop.simulation().start("end", () -> {
      process.end().await();
      isDone[0] = true;
    });
    for (double step = 0.01; !isDone[0]; step *= 1.5) {
      coop.advance(step);
    }
  }

  private static Topology shards(ShardRouter router, DatabasePrimary primary, int count) {
    var nodes = new ArrayList<Node>(List.of(Parts.silentFamilies(), node("Router", router)));
    var links = new ArrayList<Link>();
    IntStream.rangeClosed(1, count).forEach(i -> {
      nodes.add(node("Shard " + i, primary));
      links.add(new Link("Router", "Shard " + i, 0, 0));
    });
    return new Topology(nodes, links);
  }
}
