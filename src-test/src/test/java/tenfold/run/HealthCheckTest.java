package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.ActiveChecks.Type;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.coop.Variants.Health;
import tenfold.port.Request;
import tenfold.topology.Topology;

/// What `GET /health` says, and what a balancer makes of it.
class HealthCheckTest {
  private static final String PAGE = "/api/family/42";

  /// 0.05 ms of processor time; the deep check waits for 1 ms of the cache and 2 ms of the primary besides.
  @Test
  void aDeepCheckCostsAnOperationAndAQuery() {
    assertEquals(0.05, new TestBed(coop(Health.SHALLOW)).get("Server", "/health").tookMs(), 1e-6);
    assertEquals(3.05, new TestBed(coop(Health.DEEP)).get("Server", "/health").tookMs(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"SHALLOW, Cache, 200", "SHALLOW, Primary, 200", "DEEP, Cache, 503", "DEEP, Primary, 503"})
  void aDeepCheckFailsWithWhatTheServerNeeds(Health depth, String part, int status) {
    var coop = new TestBed(coop(depth));
    coop.suffer(part, 0, Fault.CRASH);
    coop.sendAt(0, "Server", Request.get("/health"));
    coop.advance(10);
    assertEquals(status, coop.answers().getFirst().status());
  }

  /// The database hangs, and the page is in the cache. With shallow checks, or checks that only connect, the page is
  /// served on; deep checks take all three servers out, and nobody is left to serve what needs no database.
  @ParameterizedTest
  @CsvSource({"SHALLOW, HTTP, 200", "DEEP, TCP, 200", "DEEP, HTTP, 502"})
  void deepChecksTakeAllServersOutWithTheDatabase(Health depth, Type type, int status) {
    var coop = new TestBed(coop(depth, type));
    coop.advance(10_000);
    assertEquals(200, coop.get("Balancer", PAGE).status());
    coop.suffer("Primary", 0, Fault.HANG);
    coop.advance(20_000);
    assertEquals(status, coop.get("Balancer", PAGE).status());
    assertEquals(1, coop.answers().stream().filter(answer -> !answer.isFromCache() && answer.status() == 200).count());
  }

  private static Topology coop(Health depth) {
    return coop(depth, Type.HTTP);
  }

  private static Topology coop(Health depth, Type type) {
    var balancer = with(with(Parts.balancer(Algorithm.ROUND_ROBIN), "activeChecks.enabled", true),
        "activeChecks.type", type);
    var server = with(with(Parts.freeServer(), "handlers.health", depth), "cpu", List.of());
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", balancer), node("Server", server.withInstances(3)),
            node("Cache", with(Parts.cache(10), "serviceTimeMs", 1.0)),
            node("Primary", with(Parts.freePrimary(), "reads.pointReadCpuMs", 2.0))),
        "Balancer > Server", "Server > Cache", "Server > Primary");
  }
}
