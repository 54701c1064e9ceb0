package tenfold.coop;

import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// The attendance report: one query that is much work, for the database or for the server itself.
final class GetReport implements Http {
  private final Database replica;

  GetReport(Database replica) {
    this.replica = replica;
  }

  @Override
  public Response send(Request request) {
    long families = replica.query(Statements.FAMILY_COUNT);
    return Response.ok("{\"families\":" + families + "}");
  }
}
