package tenfold.coop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.coop.Variants.CacheFailure;
import tenfold.coop.Variants.Caching;
import tenfold.coop.Variants.Health;
import tenfold.coop.Variants.MissingFamily;
import tenfold.coop.Variants.Stampede;
import tenfold.port.Cache;
import tenfold.port.ConnectionRefused;
import tenfold.port.Database;
import tenfold.port.Ports;
import tenfold.port.Request;
import tenfold.port.ServiceError;

/// The text's code, and what it could do instead.
class VariantsTest {
  private final Fakes fakes = new Fakes();

  /// The database would have the page, and nobody asks it; a family is renamed, and its reader is told of a failure.
  @ParameterizedTest
  @EnumSource
  void aCacheThatIsDownFailsEveryRequestOfTheText(Stampede protection) {
    var router = over(new BrokenCache(), new Caching().with(protection), CacheFailure.FAIL);
    assertThrows(ConnectionRefused.class, () -> router.send(Request.get("/api/family/1")));
    assertThrows(ConnectionRefused.class, () -> router.send(renaming()));
  }

  @ParameterizedTest
  @EnumSource
  void aCacheThatIsDownCanBeForgiven(Stampede protection) {
    var router = over(new BrokenCache(), new Caching().with(protection), CacheFailure.ASK_DATABASE);
    assertEquals(200, router.send(Request.get("/api/family/1")).status());
    assertEquals(200, router.send(renaming()).status());
  }

  @Test
  void aMissingFamilyIsAnErrorInTheText() {
    var router = new Router(fakes.ports(fakes.cache()),
        new Variants(CacheFailure.FAIL, MissingFamily.TEXT_BUG, new Caching(), Health.SHALLOW));
    assertThrows(ServiceError.class, () -> router.send(Request.get("/api/family/101")));
    assertEquals(404, fakes.router().send(Request.get("/api/family/101")).status());
    assertEquals(Map.of(), fakes.pages);
  }

  /// Whatever the protection: one query, the same page, for five minutes; a renaming is seen at once.
  @ParameterizedTest
  @EnumSource
  void everyProtectionKeepsAPage(Stampede protection) {
    var router = over(fakes.cache(), new Caching().with(protection), CacheFailure.FAIL);
    var first = router.send(Request.get("/api/family/1"));
    var second = router.send(Request.get("/api/family/1"));
    assertEquals(first.body(), second.body());
    assertEquals(List.of(false, true), List.of(first.isFromCache(), second.isFromCache()));
    assertEquals(List.of("SELECT"), fakes.replicaStatements);
    assertEquals(Duration.ofMinutes(5), fakes.timesToLive.get("family:1"));
    router.send(renaming());
    assertTrue(router.send(Request.get("/api/family/1")).body().contains("Lovelace"));
  }

  /// Servers that protect themselves in different ways share one cache.
  @Test
  void everyProtectionReadsWhatTheOthersKeep() {
    var page = fakes.router().send(Request.get("/api/family/1")).body();
    for (var writer : Stampede.values()) {
      fakes.pages.clear();
      over(fakes.cache(), new Caching().with(writer), CacheFailure.FAIL).send(Request.get("/api/family/1"));
      for (var reader : Stampede.values()) {
        var read = over(fakes.cache(), new Caching().with(reader), CacheFailure.FAIL)
            .send(Request.get("/api/family/1"));
        assertTrue(read.isFromCache(), writer + ", " + reader);
        assertEquals(page, read.body());
      }
    }
  }

  /// Twice: the second time the cache knows that there is no such family. When it joins, that is forgotten.
  @ParameterizedTest
  @EnumSource
  void whatIsMissingCanBeRemembered(Stampede protection) {
    var router = over(fakes.cache(), remembering(protection), CacheFailure.FAIL);
    long next = 10_000_001;
    for (int i = 0; i < 2; i++) {
      assertEquals(404, router.send(Request.get("/api/family/" + next)).status());
    }
    assertEquals(List.of("SELECT"), fakes.replicaStatements);
    assertEquals(Duration.ofSeconds(60), fakes.timesToLive.get("family:" + next));
    router.send(Request.with("POST", "/api/family", Map.of("family_name", "Hopper")));
    assertTrue(router.send(Request.get("/api/family/" + next)).body().contains("Hopper"));
  }

  /// Nothing is remembered, and nobody has to wait for the end of a lease that nobody needs any more.
  @Test
  void aLeaseWithWhichNothingIsFilledIsGivenBack() {
    var router = over(fakes.cache(), new Caching().with(Stampede.LEASE), CacheFailure.FAIL);
    for (int i = 0; i < 2; i++) {
      assertEquals(404, router.send(Request.get("/api/family/101")).status());
    }
    var ports = fakes.ports(fakes.cache());
    var broken = new Router(new Ports(ports.cache(), Database.absent(), Database.absent(), ports.sessions(),
        ports.jobs(), ports.payments(), ports.fetches(), ports.clock(), ports.chance()),
        new Variants(CacheFailure.FAIL, MissingFamily.NOT_FOUND, new Caching().with(Stampede.LEASE), Health.SHALLOW));
    for (int i = 0; i < 2; i++) {
      assertThrows(ServiceError.class, () -> broken.send(Request.get("/api/family/1")));
    }
    assertEquals(0, fakes.nowNanos, "nobody slept");
  }

  /// Somebody took the lease and is never heard of again: who comes looks again every 10 ms until it ends after 10 s.
  @Test
  void aLeaseThatIsNeverUsedEndsByItself() {
    fakes.cache().getOrLease("family:1", Duration.ofSeconds(10));
    var router = over(fakes.cache(), new Caching().with(Stampede.LEASE), CacheFailure.FAIL);
    assertFalse(router.send(Request.get("/api/family/1")).isFromCache());
    assertEquals(Duration.ofSeconds(10).toNanos(), fakes.nowNanos);
  }

  /// The text's check sees nothing but itself; the deep one sees a cache and a primary that fail.
  @Test
  void aDeepHealthCheckFailsWithCacheOrPrimary() {
    var ports = fakes.ports(fakes.cache());
    var withoutDatabase = new Ports(ports.cache(), Database.absent(), ports.replica(), ports.sessions(), ports.jobs(),
        ports.payments(), ports.fetches(), ports.clock(), ports.chance());
    var statuses = List.of(ports, fakes.ports(new BrokenCache()), withoutDatabase).stream()
        .map(some -> List.of(health(some, Health.SHALLOW), health(some, Health.DEEP))).toList();
    assertEquals(List.of(List.of(200, 200), List.of(200, 503), List.of(200, 503)), statuses);
    assertEquals(List.of("SELECT"), fakes.primaryStatements);
  }

  private static int health(Ports ports, Health depth) {
    return new Router(ports, new Variants(CacheFailure.ASK_DATABASE, MissingFamily.NOT_FOUND, new Caching(), depth))
        .send(Request.get("/health")).status();
  }

  private static Caching remembering(Stampede protection) {
    var text = new Caching();
    return new Caching(text.timeToLive(), Duration.ofSeconds(60), protection, text.leaseLifetime(), text.lookAgain(),
        text.eagerness());
  }

  private Router over(Cache cache, Caching caching, CacheFailure cacheFailure) {
    return new Router(fakes.ports(cache),
        new Variants(cacheFailure, MissingFamily.NOT_FOUND, caching, Health.SHALLOW));
  }

  private static Request renaming() {
    return Request.with("PUT", "/api/family/1", Map.of("family_name", "Lovelace"));
  }

  private static final class BrokenCache implements Cache {
    @Override
    public Optional<String> get(String key) {
      throw new ConnectionRefused("Cache");
    }

    @Override
    public void set(String key, String value, Duration timeToLive) {
      throw new ConnectionRefused("Cache");
    }

    @Override
    public void invalidate(String key) {
      throw new ConnectionRefused("Cache");
    }

    @Override
    public Lookup getOrLease(String key, Duration lifetime) {
      throw new ConnectionRefused("Cache");
    }

    @Override
    public boolean fill(String key, String value, Duration timeToLive, long lease) {
      throw new ConnectionRefused("Cache");
    }
  }
}
