package tenfold.coop;

import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// Renames a family on the primary, then forgets its old page in the cache.
final class UpdateFamily implements Http {
  private final Cache cache;
  private final Database primary;

  UpdateFamily(Cache cache, Database primary) {
    this.cache = cache;
    this.primary = primary;
  }

  @Override
  public Response send(Request request) {
    var id = Route.UPDATE_FAMILY.id(request);
    var name = request.fields().get("family_name");
    if (name == null || name.isBlank()) {
      return Response.error(400, "family_name is missing");
    }
    if (id.isEmpty() || !primary.query(Statements.RENAME_FAMILY, name, id.get())) {
      return Response.error(404, "no such family");
    }
    cache.invalidate(GetFamily.key(id.get()));
    return Response.ok("{\"success\":true}");
  }
}
