package tenfold.coop;

import java.time.Duration;
import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// Reads a family cache-aside: ask the cache, on a miss ask the database and fill the cache for five minutes.
final class GetFamily implements Http {
  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(300);

  private final Cache cache;
  private final Database replica;

  GetFamily(Cache cache, Database replica) {
    this.cache = cache;
    this.replica = replica;
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
    var family = replica.query(Statements.FAMILY_BY_ID, id.get());
    if (family.isEmpty()) {
      return Response.error(404, "no such family");
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
