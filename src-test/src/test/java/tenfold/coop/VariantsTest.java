package tenfold.coop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.coop.Variants.CacheFailure;
import tenfold.coop.Variants.MissingFamily;
import tenfold.coop.Variants.Stampede;
import tenfold.port.Cache;
import tenfold.port.ConnectionRefused;
import tenfold.port.Ports;
import tenfold.port.Request;
import tenfold.port.ServiceError;
import tenfold.port.SingleFlight;

/// The text's code, and what it could do instead.
class VariantsTest {
  private final Fakes fakes = new Fakes();

  /// The database would have the page, and nobody asks it; a family is renamed, and its reader is told of a failure.
  @Test
  void aCacheThatIsDownFailsEveryRequestOfTheText() {
    var router = over(new BrokenCache(), new Variants());
    assertThrows(ConnectionRefused.class, () -> router.send(Request.get("/api/family/1")));
    assertThrows(ConnectionRefused.class, () -> router.send(renaming()));
  }

  @Test
  void aCacheThatIsDownCanBeForgiven() {
    var router = over(new BrokenCache(),
        new Variants(CacheFailure.ASK_DATABASE, MissingFamily.NOT_FOUND, Stampede.NONE));
    assertEquals(200, router.send(Request.get("/api/family/1")).status());
    assertEquals(200, router.send(renaming()).status());
  }

  @Test
  void aMissingFamilyIsAnErrorInTheText() {
    var router = over(fakes.cache(), new Variants(CacheFailure.FAIL, MissingFamily.TEXT_BUG, Stampede.NONE));
    assertThrows(ServiceError.class, () -> router.send(Request.get("/api/family/101")));
    assertEquals(404, over(fakes.cache(), new Variants()).send(Request.get("/api/family/101")).status());
    assertEquals(Map.of(), fakes.pages);
  }

  private Router over(Cache cache, Variants variants) {
    return new Router(new Ports(cache, fakes.database(fakes.primaryStatements),
        fakes.database(fakes.replicaStatements), fakes.sessionStore(), fakes.jobs::add, SingleFlight.absent()),
        variants);
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
  }
}
