package tenfold.coop;

import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// Says that the server is well only when the cache and the primary answer too. So every server is unwell at once when
/// the database is, and a balancer that believes them has nobody left.
final class CheckHealth implements Http {
  /// A key that nobody keeps: to forget it costs one operation, as a PING does.
  private static final String NOTHING = "health";

  private final Cache cache;
  private final Database primary;

  CheckHealth(Cache cache, Database primary) {
    this.cache = cache;
    this.primary = primary;
  }

  @Override
  public Response send(Request request) {
    try {
      cache.invalidate(NOTHING);
      primary.query(Statements.ONE);
      return Response.ok("{\"status\":\"healthy\"}");
    } catch (PortFailure failure) {
      return Response.error(503, Json.escape(String.valueOf(failure.getMessage())));
    }
  }
}
