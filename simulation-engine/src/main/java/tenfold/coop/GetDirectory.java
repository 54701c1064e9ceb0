package tenfold.coop;

import java.util.StringJoiner;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// Lists all families the way that grows with the co-op: one query for the numbers, then one for each family
/// (the "N+1 query").
final class GetDirectory implements Http {
  private final Database replica;

  GetDirectory(Database replica) {
    this.replica = replica;
  }

  @Override
  public Response send(Request request) {
    var lines = new StringJoiner(",", "[", "]");
    for (long id : replica.query(Statements.ALL_IDS)) {
      replica.query(Statements.DIRECTORY_LINE, id).ifPresent(family -> lines.add(family.toJson()));
    }
    return Response.ok(lines.toString());
  }
}
