package tenfold.coop;

import java.util.Optional;
import tenfold.coop.Variants.Conduct;
import tenfold.port.Cache;
import tenfold.port.Clock;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// Renames a family on the primary, then forgets its old page in the cache. While the primary cannot be reached it
/// fails, refuses, or accepts the change here.
final class UpdateFamily implements Http {
  private final Cache cache;
  private final Database primary;
  private final Database replica;
  private final Clock clock;
  private final Journal journal;
  private final Conduct conduct;

  UpdateFamily(Cache cache, Database primary, Database replica, Clock clock, Journal journal, Conduct conduct) {
    this.cache = cache;
    this.primary = primary;
    this.replica = replica;
    this.clock = clock;
    this.journal = journal;
    this.conduct = conduct;
  }

  @Override
  public Response send(Request request) {
    var id = Route.UPDATE_FAMILY.id(request);
    var name = request.fields().get("family_name");
    if (name == null || name.isBlank()) {
      return Response.error(400, "family_name is missing");
    }
    if (id.isEmpty()) {
      return Response.error(404, "no such family");
    }
    if (journal.find(id.get()).isPresent()) {
      return accept(id.get(), name); // After what is waiting there, so that the order stays.
    }
    try {
      return rename(id.get(), name);
    } catch (PortFailure away) {
      return switch (conduct) {
        case AS_TEXT -> throw away;
        case REFUSE -> Response.error(503, "the database cannot be reached, so the name stays as it is");
        case SERVE -> accept(id.get(), name);
      };
    }
  }

  private Response rename(long id, String name) {
    boolean isThere = conduct == Conduct.SERVE
        ? primary.query(Statements.RENAME_FAMILY_AT, name, id, clock.nowNanos())
        : primary.query(Statements.RENAME_FAMILY, name, id);
    journal.reached();
    if (!isThere) {
      return Response.error(404, "no such family");
    }
    cache.invalidate(GetFamily.key(id));
    return Response.ok("{\"success\":true}");
  }

  private Response accept(long id, String name) {
    Optional<Family> known = journal.find(id).or(() -> replica.query(Statements.FAMILY_BY_ID, id));
    if (known.isEmpty()) {
      return Response.error(404, "no such family");
    }
    var page = known.get().renamed(name);
    journal.accept(page);
    return Response.pending(page.toJson());
  }
}
