package tenfold.coop;

import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// Adds a family on the primary, then forgets what the cache may hold under its number.
final class CreateFamily implements Http {
  private final Cache cache;
  private final Database primary;

  CreateFamily(Cache cache, Database primary) {
    this.cache = cache;
    this.primary = primary;
  }

  @Override
  public Response send(Request request) {
    var name = request.fields().get("family_name");
    if (name == null || name.isBlank()) {
      return Response.error(400, "family_name is missing");
    }
    long id = primary.query(Statements.INSERT_FAMILY, name, request.fields().getOrDefault("enrollment_date", ""));
    cache.invalidate(GetFamily.key(id));
    return Response.ok("{\"success\":true,\"family_id\":" + id + "}");
  }
}
