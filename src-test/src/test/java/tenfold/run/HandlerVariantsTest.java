package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
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
    coop.assembly().suffer("Server", 0, Fault.CRASH);
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

  private static int statusWithoutCache(AppServer server) {
    var coop = new TestBed(cached(server));
    coop.assembly().suffer("Cache", 0, Fault.CRASH);
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
