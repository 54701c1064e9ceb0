package tenfold.coop;

import java.util.Optional;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.ServiceError;

/// Reads a family: from the cache, else from the database, into the cache. What was accepted here while the primary
/// could not be reached comes before both.
final class GetFamily implements Http {
  private final Pages pages;
  private final Database replica;
  private final Variants.MissingFamily missingFamily;
  private final Journal journal;

  GetFamily(Pages pages, Database replica, Variants.MissingFamily missingFamily, Journal journal) {
    this.pages = pages;
    this.replica = replica;
    this.missingFamily = missingFamily;
    this.journal = journal;
  }

  @Override
  public Response send(Request request) {
    var id = Route.GET_FAMILY.id(request);
    if (id.isEmpty()) {
      return Response.error(404, "no such family");
    }
    var accepted = journal.find(id.get());
    if (accepted.isPresent()) {
      return Response.ok(accepted.get().toJson());
    }
    var page = pages.get(key(id.get()), () -> fetch(id.get()));
    if (page.text().isEmpty()) {
      return Response.error(404, "no such family");
    }
    return page.isFromCache() ? Response.cached(page.text().get()) : Response.ok(page.text().get());
  }

  private Optional<String> fetch(long id) {
    var family = replica.query(Statements.FAMILY_BY_ID, id);
    if (family.isEmpty() && missingFamily == Variants.MissingFamily.TEXT_BUG) {
      throw new ServiceError("SETEX " + key(id) + " 300 undefined: no such value can be kept");
    }
    return family.map(Family::toJson);
  }

  /// Where a family stands in the cache.
  static String key(long id) {
    return "family:" + id;
  }
}
