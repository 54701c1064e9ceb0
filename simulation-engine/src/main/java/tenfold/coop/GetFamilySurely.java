package tenfold.coop;

import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// Reads a family from the primary and nowhere else, so that the answer is never old. While that cannot be reached
/// nobody is told anything.
final class GetFamilySurely implements Http {
  private final Database primary;

  GetFamilySurely(Database primary) {
    this.primary = primary;
  }

  @Override
  public Response send(Request request) {
    var id = Route.GET_FAMILY.id(request);
    if (id.isEmpty()) {
      return Response.error(404, "no such family");
    }
    try {
      return primary.query(Statements.FAMILY_BY_ID, id.get()).map(family -> Response.ok(family.toJson()))
          .orElse(Response.error(404, "no such family"));
    } catch (PortFailure away) {
      return Response.error(503, "the database cannot be reached, and what is known here may be old");
    }
  }
}
