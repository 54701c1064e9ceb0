package tenfold.coop;

import java.time.Duration;
import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.ServiceError;
import tenfold.port.SingleFlight;

/// Reads a family cache-aside: ask the cache, on a miss ask the database and fill the cache for five minutes.
final class GetFamily implements Http {
  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(300);

  private final Cache cache;
  private final Database replica;
  private final SingleFlight fetches;
  private final Variants.MissingFamily missingFamily;

  GetFamily(Cache cache, Database replica, SingleFlight fetches, Variants.MissingFamily missingFamily) {
    this.cache = cache;
    this.replica = replica;
    this.fetches = fetches;
    this.missingFamily = missingFamily;
  }

  @Override
  public Response send(Request request) {
    var id = Route.GET_FAMILY.id(request);
    if (id.isEmpty()) {
      return Response.error(404, "no such family");
    }
    var key = key(id.get());
    var cached = cache.get(key);
    if (cached.isPresent()) {
      return Response.cached(cached.get());
    }
    return fetches.once(key, () -> fetch(id.get(), key));
  }

  private Response fetch(long id, String key) {
    var family = replica.query(Statements.FAMILY_BY_ID, id);
    if (family.isEmpty()) {
      return switch (missingFamily) {
        case TEXT_BUG -> throw new ServiceError("SETEX " + key + " 300 undefined: no such value can be kept");
        case NOT_FOUND -> Response.error(404, "no such family");
      };
    }
    var json = family.get().toJson();
    cache.set(key, json, TIME_TO_LIVE);
    return Response.ok(json);
  }

  /// Where a family stands in the cache.
  static String key(long id) {
    return "family:" + id;
  }
}
