package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.Fault;
import tenfold.component.RedisCache;
import tenfold.component.RedisCache.Policy;
import tenfold.component.RedisCache.Restart;
import tenfold.component.Truth.Wrong;
import tenfold.port.Cache;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.SessionStore;
import tenfold.topology.Topology;

/// What happens to pages and sessions when the cache is full, ends, hangs or comes back.
class CacheLifeTest {
  private static final String PAGE = "/api/family/42";

  /// Room for two pages: the third is refused, in Redis's words, and the first two are still there.
  @Test
  void aFullCacheWithoutEvictionRefusesToKeep() {
    var coop = new TestBed(coop(with(Parts.cache(2), "policy", Policy.NO_EVICTION)));
    coop.get("Server", "/api/family/1");
    coop.get("Server", "/api/family/2");
    var refused = coop.get("Server", "/api/family/3");
    assertEquals(500, refused.status());
    assertEquals("{\"error\":\"OOM command not allowed when used memory > 'maxmemory'.\"}", refused.body());
    assertTrue(coop.get("Server", "/api/family/1").isFromCache());
  }

  /// 1 MB is 1,048,576 bytes; a page of 10,000 takes 10,090 with its overhead, so 103 fit. The second of them is gone
  /// when the 104th comes, because the first was read.
  @Test
  void memoryIsLimitedByBytes() {
    var bed = new TestBed(coop(with(Parts.cache(100_000), "maxMemoryMb", 1.0)));
    var kept = new ArrayList<Integer>();
    run(bed, () -> {
      var cache = bed.port("Cache", 0, Cache.class);
      IntStream.range(0, 103).forEach(i -> cache.set("k" + i, "x".repeat(10_000), Duration.ofHours(1)));
      cache.get("k0");
      cache.set("one more", "x".repeat(10_000), Duration.ofHours(1));
      IntStream.range(0, 103).filter(i -> cache.get("k" + i).isPresent()).forEach(kept::add);
    });
    assertEquals(102, kept.size());
    assertFalse(kept.contains(1));
  }

  /// A session takes 2,048 + 90 bytes, so 490 fit into 1 MB, and 956 bytes are left. A page of 1,000 has to go for the
  /// last session, because it is the longest unused of all.
  @Test
  void sessionsAndPagesCompeteForTheMemory() {
    var bed = new TestBed(coop(with(Parts.cache(100), "maxMemoryMb", 1.0)));
    var present = new ArrayList<Boolean>();
    run(bed, () -> {
      var cache = bed.port("Cache", 0, Cache.class);
      var sessions = bed.port("Cache", 0, SessionStore.class);
      cache.set("page", "x".repeat(1_000), Duration.ofHours(1));
      IntStream.range(0, 490).forEach(i -> sessions.save("s" + i, "x"));
      present.add(cache.get("page").isPresent());
      present.add(sessions.find("s0").isPresent());
    });
    assertEquals(List.of(false, true), present);
  }

  /// Down for 1 s: who calls is refused. Then the page is gone, or as it was.
  @Test
  void aRestartLosesAllWithoutPersistence() {
    for (var restart : Restart.values()) {
      var coop = new TestBed(coop(with(Parts.cache(10), "restart", restart)));
      coop.get("Server", PAGE);
      coop.suffer("Cache", 0, Fault.RESTART);
      assertFalse(coop.place("Cache").instances().getFirst().meter().isUp());
      coop.sendAt(coop.nowMs() + 999, "Server", Request.get(PAGE));
      coop.advance(1_001);
      assertEquals(500, coop.answers().getLast().status());
      assertTrue(coop.answers().getLast().body().contains("refused"), coop.answers().getLast().body());
      assertEquals(restart == Restart.AS_BEFORE, coop.get("Server", PAGE).isFromCache());
    }
  }

  @Test
  void aRestartWithoutPersistenceLogsEverybodyOut() {
    for (var restart : Restart.values()) {
      var coop = new TestBed(coop(with(with(Parts.cache(10), "restart", restart), "sessionTtlMs", 86_400_000.0)));
      var login = Request.with("POST", "/login", Map.of("user_id", "user_1"));
      var session = coop.ask("Server", login).session().orElseThrow();
      assertEquals(200, coop.ask("Server", Request.get(PAGE).withSession(session)).status());
      coop.suffer("Cache", 0, Fault.CRASH);
      coop.advance(1_001);
      assertEquals(restart == Restart.AS_BEFORE ? 200 : 401,
          coop.ask("Server", Request.get(PAGE).withSession(session)).status());
    }
  }

  /// The cache goes on; what it kept is gone, sessions too, and so is the lease that was out.
  @Test
  void aFlushForgetsEverythingAtOnce() {
    var coop = new TestBed(coop(with(Parts.cache(10), "restart", Restart.AS_BEFORE)));
    coop.get("Server", PAGE);
    var login = Request.with("POST", "/login", Map.of("user_id", "user_1"));
    coop.sendAt(coop.nowMs(), "Server", login);
    coop.advance(1);
    var session = coop.answers().getLast().session().orElseThrow();
    var kept = new ArrayList<Boolean>();
    run(coop, () -> {
      var cache = coop.port("Cache", 0, Cache.class);
      var leased = (Cache.Lookup.Leased) cache.getOrLease("other", Duration.ofHours(1));
      coop.suffer("Cache", 0, Fault.FLUSH);
      kept.add(cache.fill("other", "old", Duration.ofHours(1), leased.lease()));
    });
    assertEquals(List.of(false), kept);
    assertTrue(coop.place("Cache").instances().getFirst().meter().isUp());
    assertFalse(coop.get("Server", PAGE).isFromCache());
    assertEquals(401, coop.ask("Server", Request.get(PAGE).withSession(session)).status());
    assertEquals(1, coop.assembly().truth().account().count(Wrong.SESSION_LOST));
  }

  /// Whatever cannot forget anything at once takes no notice.
  @Test
  void aFlushIsNothingToOthers() {
    var coop = new TestBed(coop(Parts.cache(10)));
    coop.rename("Server", 42, "Lovelace");
    coop.suffer("Server", 0, Fault.FLUSH);
    coop.suffer("Primary", 0, Fault.FLUSH);
    assertTrue(coop.get("Server", PAGE).body().contains("Lovelace"));
  }

  /// Room for two calls at a time: the third is told so, in Redis's words.
  @Test
  void oneConnectionTooManyIsAnError() {
    var coop = new TestBed(coop(with(with(Parts.cache(10), "maxClients", 2), "serviceTimeMs", 1.0)));
    for (int i = 0; i < 3; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(100);
    assertEquals(List.of(500, 200, 200), coop.answers().stream().map(TestBed.Answer::status).toList());
    assertEquals("{\"error\":\"ERR max number of clients reached\"}", coop.answers().getFirst().body());
  }

  /// An operation takes 1 ms; the crash comes half-way.
  @Test
  void aCrashBreaksTheCallsUnderWay() {
    var coop = new TestBed(coop(with(Parts.cache(10), "serviceTimeMs", 1.0)));
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(0.5);
    coop.suffer("Cache", 0, Fault.CRASH);
    coop.advance(1);
    assertEquals(500, coop.answers().getLast().status());
    assertEquals(0.5, coop.answers().getLast().answeredMs(), 1e-9);
    assertTrue(coop.answers().getLast().body().contains("reset"), coop.answers().getLast().body());
  }

  /// The text's client has no time-out: a cache that hangs holds every request, until it is restarted.
  @Test
  void aHangingCacheHoldsEveryCallUntilItIsRestarted() {
    var coop = new TestBed(coop(Parts.cache(10)));
    coop.suffer("Cache", 0, Fault.HANG);
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(3_600_000);
    assertEquals(List.of(), coop.answers());
    coop.suffer("Cache", 0, Fault.RESTART);
    coop.advance(1_001);
    assertEquals(500, coop.answers().getFirst().status());
    assertEquals(200, coop.get("Server", PAGE).status());
  }

  /// 100 sessions end at 10 s. Nobody asks for them again, and yet the memory is free a few cycles later: room for
  /// 490 new ones without an eviction, so the page that was not used all the time is still there.
  @Test
  void whatHasEndedLeavesTheMemoryByItself() {
    var bed = new TestBed(coop(with(Parts.cache(100), "maxMemoryMb", 1.0)));
    var present = new ArrayList<Boolean>();
    run(bed, () -> {
      var cache = bed.port("Cache", 0, Cache.class);
      cache.set("page", "x", Duration.ofHours(1));
      IntStream.range(0, 100).forEach(i -> bed.port("Cache", 0, SessionStore.class).save("old" + i, "x"));
    });
    bed.advance(12_000);
    run(bed, () -> {
      var sessions = bed.port("Cache", 0, SessionStore.class);
      IntStream.range(0, 489).forEach(i -> sessions.save("new" + i, "x"));
      present.add(bed.port("Cache", 0, Cache.class).get("page").isPresent());
    });
    assertEquals(List.of(true), present);
  }

  private static void run(TestBed bed, Runnable calls) {
    bed.simulation().start("test", () -> {
      try {
        calls.run();
      } catch (PortFailure failure) {
        throw new AssertionError(failure);
      }
    });
    bed.advance(5_000);
  }

  /// Of three nodes each has the pages of its slots: family 1 has slot 15,014 and is on the third, 2 has 2,757 and is
  /// on the first. When the third crashes, its pages fail and those of the first do not.
  @Test
  void aClusterKeepsEachPageOnOneNode() {
    var coop = new TestBed(coop(with(Parts.cache(10), "count", 3)));
    for (int i = 0; i < 2; i++) {
      coop.get("Server", "/api/family/1");
      coop.get("Server", "/api/family/2");
    }
    var hits = coop.place("Cache").instances().stream().map(node -> node.meter().hits()).toList();
    assertEquals(List.of(1L, 0L, 1L), hits);
    coop.suffer("Cache", 3, Fault.CRASH);
    coop.sendAt(coop.nowMs(), "Server", Request.get("/api/family/1"));
    coop.sendAt(coop.nowMs(), "Server", Request.get("/api/family/2"));
    coop.advance(10);
    assertEquals(List.of(500, 200), coop.answers().subList(4, 6).stream().map(TestBed.Answer::status).toList());
  }

  private static Topology coop(RedisCache cache) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Cache", cache),
            node("Primary", Parts.freePrimary())),
        "Server > Cache", "Server > Primary");
  }
}
