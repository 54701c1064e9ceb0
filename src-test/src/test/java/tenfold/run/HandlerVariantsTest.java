package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.component.StatementCosts;
import tenfold.coop.Variants.CacheFailure;
import tenfold.coop.Variants.MissingFamily;
import tenfold.coop.Variants.Stampede;
import tenfold.port.Request;
import tenfold.topology.Topology;

/// The text's own mistakes are there in the text's variants, and named variants mend them.
class HandlerVariantsTest {
  private static final String PAGE = "/api/family/1";

  /// The text's map in each server: a rename on one server does not reach the other, which shows the old name for ever.
  @Test
  void aCacheInEachServerMissesTheInvalidationsOfTheOthers() {
    var server = with(Parts.freeServer(), "handlers.localCache", true);
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(Algorithm.ROUND_ROBIN)),
            node("Server", server.withInstances(2)), node("Primary", Parts.freePrimary())),
        "Balancer > Server", "Server > Primary"));
    coop.get("Balancer", PAGE);
    coop.get("Balancer", PAGE);
    coop.rename("Balancer", 1, "Lovelace");
    var names = List.of(1, 2, 3, 4).stream()
        .map(_ -> coop.get("Balancer", PAGE).body().contains("Lovelace")).toList();
    assertEquals(List.of(false, true, false, true), names);
    coop.suffer("Server", 0, Fault.CRASH);
    coop.advance(20_000);
    assertTrue(coop.get("Balancer", PAGE).body().contains("Lovelace"), "a restart forgets the map");
  }

  /// The text keeps the first row of none: the cache refuses it, so a family that is not there is an error, not a 404.
  @Test
  void aMissingFamilyIsAnErrorInTheTextsVariant() {
    assertEquals(404, new TestBed(cached(Parts.freeServer())).get("Server", "/api/family/4711").status());
    var text = with(Parts.freeServer(), "handlers.missingFamily", MissingFamily.TEXT_BUG);
    assertEquals(500, new TestBed(cached(text)).get("Server", "/api/family/4711").status());
  }

  /// With the cache down every page fails in the text's variant, and the database answers in the mended one.
  @Test
  void aDeadCacheTakesThePagesWithItUnlessTheDatabaseIsAsked() {
    assertEquals(500, statusWithoutCache(Parts.freeServer()));
    assertEquals(200, statusWithoutCache(
        with(Parts.freeServer(), "handlers.cacheFailure", CacheFailure.ASK_DATABASE)));
  }

  /// A hundred requests miss at once: a hundred queries in the text's variant, one when they share the fetch.
  @Test
  void requestsThatShareAFetchAskTheDatabaseOnce() {
    assertEquals(100, queriesOfAStampede(Stampede.NONE));
    assertEquals(1, queriesOfAStampede(Stampede.SINGLE_FLIGHT));
  }

  /// Somebody asks every 100 ms, for 50 s, for a family that is not there: 500 queries, or one every 20 s.
  @Test
  void whatIsMissingIsAskedForOnceInAWhile() {
    for (int seconds : List.of(0, 20)) {
      var coop = new TestBed(cached(with(Parts.freeServer(), "handlers.negativeTtlSeconds", seconds)));
      for (int i = 0; i < 500; i++) {
        coop.sendAt(100 * i, "Server", Request.get("/api/family/4711"));
      }
      coop.advance(60_000);
      assertTrue(coop.answers().stream().allMatch(answer -> answer.status() == 404));
      assertEquals(seconds == 0 ? 500 : 3, coop.served("Primary"));
    }
  }

  /// A family joins, and its page is asked for before the replica has it: remembered as missing, it stays missing.
  @Test
  void whatJoinedJustNowIsRememberedAsMissing() {
    for (int seconds : List.of(0, 20)) {
      var coop = new TestBed(Parts.topology(
          List.of(Parts.silentFamilies(),
              node("Server", with(Parts.freeServer(), "handlers.negativeTtlSeconds", seconds)),
              node("Cache", Parts.cache(100)), node("Primary", Parts.freePrimary()),
              node("Replica", Parts.replica(50, 0))),
          "Server > Cache", "Server > Primary", "Server > Replica", "Primary > Replica"));
      coop.sendAt(0, "Server", Request.with("POST", "/api/family", Map.of("family_name", "Hopper")));
      coop.sendAt(20, "Server", Request.get("/api/family/10000001"));
      coop.sendAt(1_000, "Server", Request.get("/api/family/10000001"));
      coop.sendAt(21_000, "Server", Request.get("/api/family/10000001"));
      coop.advance(22_000);
      assertEquals(List.of(200, 404, seconds == 0 ? 200 : 404, 200),
          coop.answers().stream().map(TestBed.Answer::status).toList());
    }
  }

  private static int statusWithoutCache(AppServer server) {
    var coop = new TestBed(cached(server));
    coop.suffer("Cache", 0, Fault.CRASH);
    coop.sendAt(0, "Server", Request.get(PAGE));
    coop.advance(100);
    return coop.answers().getFirst().status();
  }

  private static long queriesOfAStampede(Stampede protection) {
    var coop = new TestBed(cached(with(Parts.freeServer(), "handlers.stampede", protection)));
    for (int i = 0; i < 100; i++) {
      coop.sendAt(0, "Server", Request.get(PAGE));
    }
    coop.advance(1_000);
    assertEquals(100, coop.answers().stream().filter(answer -> answer.status() == 200).count());
    return coop.served("Primary");
  }

  private static Topology cached(AppServer server) {
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Cache", Parts.cache(100)),
            node("Primary", Parts.primary(151, new StatementCosts(0, 5, 0, 0, 0, 64), 0, 0))),
        "Server > Cache", "Server > Primary");
  }
}
