package tenfold.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenfold.port.Cache;
import tenfold.port.Cache.Lookup;
import tenfold.port.ServiceError;

/// The live caches keep what the port promises: the one in this process, and a Redis behind its protocol.
class LiveCacheTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private FakeRedis redis;
  private LiveRedis live;

  @BeforeEach
  void start() throws IOException {
    redis = new FakeRedis();
    redis.put("tenfold:page:family:1", "of an earlier co-op");
    redis.put("somebody else's", "value");
    live = LiveRedis.connect(redis.url());
  }

  @AfterEach
  void stop() throws IOException {
    live.close();
    redis.close();
  }

  @Test
  void connectingForgetsTheCoopsKeysAndNoOthers() {
    assertEquals(Map.of("somebody else's", "value"), redis.values());
  }

  @Test
  void valuesAreKeptUntilTheyEndOrAreInvalidated() {
    for (var cache : new Cache[] {new LiveCache(), live}) {
      cache.set("a", "Ünï \"quoted\"\r\n", HOUR);
      cache.set("b", "2", Duration.ofMinutes(5));
      assertEquals(Optional.of("Ünï \"quoted\"\r\n"), cache.get("a"));
      cache.invalidate("a");
      assertEquals(Optional.empty(), cache.get("a"));
      assertEquals(Optional.of("2"), cache.get("b"));
    }
    assertEquals(300_000, redis.millisToLive().get("tenfold:page:b"));
  }

  @Test
  void oneAtATimeHasTheLease() {
    for (var cache : new Cache[] {new LiveCache(), live}) {
      var leased = assertInstanceOf(Lookup.Leased.class, cache.getOrLease("a", HOUR));
      assertInstanceOf(Lookup.Taken.class, cache.getOrLease("a", HOUR));
      assertFalse(cache.fill("a", "wrong", HOUR, leased.lease() + 1));
      assertTrue(cache.fill("a", "1", HOUR, leased.lease()));
      assertEquals(new Lookup.Hit("1"), cache.getOrLease("a", HOUR));
      assertFalse(cache.fill("a", "again", HOUR, leased.lease()));
    }
    assertEquals(Map.of("tenfold:page:a", "1", "somebody else's", "value"), redis.values());
  }

  @Test
  void aVoidedLeaseFillsNothing() {
    for (var cache : new Cache[] {new LiveCache(), live}) {
      var voided = assertInstanceOf(Lookup.Leased.class, cache.getOrLease("a", HOUR));
      cache.invalidate("a");
      assertFalse(cache.fill("a", "old", HOUR, voided.lease()));
      assertInstanceOf(Lookup.Leased.class, cache.getOrLease("a", HOUR));
    }
  }

  @Test
  void aLeaseEndsByItself() throws InterruptedException {
    var local = new LiveCache();
    var short1 = assertInstanceOf(Lookup.Leased.class, local.getOrLease("a", Duration.ofMillis(1)));
    Thread.sleep(5);
    assertFalse(local.fill("a", "late", HOUR, short1.lease()));
    assertInstanceOf(Lookup.Leased.class, local.getOrLease("a", HOUR));
    live.getOrLease("a", Duration.ofSeconds(10));
    assertEquals(10_000, redis.millisToLive().get("tenfold:lease:a"));
    redis.end("tenfold:lease:a");
    assertInstanceOf(Lookup.Leased.class, live.getOrLease("a", HOUR));
  }

  @Test
  void sessionsAreKeptForADayAfterTheirLastUse() {
    live.save("user_1", "{}");
    assertEquals(Optional.of("{}"), live.find("user_1"));
    assertEquals(Optional.empty(), live.find("user_2"));
    assertEquals(86_400_000, redis.millisToLive().get("tenfold:session:user_1"));
    live.touch("user_1");
    assertEquals(86_400_000, redis.millisToLive().get("tenfold:session:user_1"));
  }

  /// A Redis that is gone is an error of the port, not of Jedis.
  @Test
  void aRedisThatIsGoneIsAServiceError() throws IOException {
    redis.close();
    assertThrows(ServiceError.class, () -> live.get("a"));
    assertThrows(ServiceError.class, () -> live.fill("a", "1", HOUR, 1));
    var refused = assertThrows(ServiceError.class, () -> LiveRedis.connect(redis.url()));
    assertEquals("Failed to connect to " + redis.url().substring(8) + ": Connection refused", refused.getMessage());
    assertThrows(ServiceError.class, () -> LiveRedis.connect("http://127.0.0.1:80"));
    assertThrows(ServiceError.class, () -> LiveRedis.connect("no url"));
  }

  /// More than the pool has connections: nobody waits for a second one.
  @Test
  void manyFillAtOnce() {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 200; i++) {
          var key = "k" + i;
          threads.execute(() -> {
            var leased = (Lookup.Leased) live.getOrLease(key, HOUR);
            live.fill(key, "1", HOUR, leased.lease());
          });
        }
      }
    });
    assertEquals(201, redis.values().size());
  }

  /// Twenty at once while a fetch takes 200 ms: one fetch, and all have its result.
  @Test
  void fetchesAreShared() throws Exception {
    var fetches = new LiveFetches();
    var fetched = new AtomicInteger();
    var ready = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(() -> {
          ready.countDown();
          fetches.once("a", () -> {
            fetched.incrementAndGet();
            sleep();
            return "page";
          });
        });
      }
      ready.await();
    }
    assertEquals(1, fetched.get());
    assertThrows(ServiceError.class, () -> fetches.once("a", () -> {
      throw new ServiceError("gone");
    }));
  }

  private static void sleep() {
    new LiveClock().sleep(Duration.ofMillis(200));
  }
}
