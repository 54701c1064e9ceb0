package tenfold.coop;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.port.Http;
import tenfold.port.Ports;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.SingleFlight;
import tenfold.resilience.CircuitBreaker;

/// The co-op's application: looks up the session, then calls the handler of the route.
public final class Router implements Http {
  /// How often a process keeps house, if it does.
  public static final Duration HOUSEKEEPING = Outbox.PAUSE;

  private final Map<Route, Http> handlers = new EnumMap<>(Route.class);
  private final Ports ports;
  private final Optional<Outbox> outbox;
  private final Journal journal;
  private final boolean mayAccept;

  /// The application over what is wired.
  public Router(Ports ports) {
    this(ports, new Variants());
  }

  /// The application with its code changed here and there.
  public Router(Ports ports, Variants variants) {
    this(ports, variants, files(List.of(new Release(1, 0))), CircuitBreaker.Listener.NONE);
  }

  /// The application with files of its own.
  ///
  /// @param files what answers for the static files, as [#files] makes it
  /// @param onBreaker hears what the breaker before the payment service does, if there is one
  public Router(Ports ports, Variants variants, Http files, CircuitBreaker.Listener onBreaker) {
    this.ports = ports;
    this.outbox = variants.delivery().outbox()
        ? Optional.of(new Outbox(ports.primary(), ports.jobs(), ports.clock())) : Optional.empty();
    this.journal = new Journal(ports.primary(), ports.clock());
    this.mayAccept = variants.parted().rename() == Variants.Conduct.SERVE;
    var cache = switch (variants.cacheFailure()) {
      case FAIL -> ports.cache();
      case ASK_DATABASE -> new ForgivingCache(ports.cache());
    };
    var caching = variants.caching();
    var pages = switch (caching.stampede()) {
      case NONE -> new CacheAside(cache, SingleFlight.absent(), caching);
      case SINGLE_FLIGHT -> new CacheAside(cache, ports.fetches(), caching);
      case LEASE -> new LeasedPages(cache, ports.clock(), caching);
      case EARLY_EXPIRATION -> new EarlyPages(cache, ports.clock(), ports.chance(), caching);
    };
    handlers.put(Route.GET_FAMILY, variants.parted().read() == Variants.Conduct.REFUSE
        ? new GetFamilySurely(ports.primary())
        : new GetFamily(pages, ports.replica(), variants.missingFamily(), journal));
    handlers.put(Route.CREATE_FAMILY, new CreateFamily(cache, ports.primary()));
    handlers.put(Route.UPDATE_FAMILY, new UpdateFamily(cache, ports.primary(), ports.replica(),
        ports.clock(), journal, variants.parted().rename()));
    handlers.put(Route.DIRECTORY, new GetDirectory(ports.replica()));
    handlers.put(Route.REPORT, new GetReport(ports.replica()));
    handlers.put(Route.LOGIN, new Login(ports.sessions()));
    handlers.put(Route.ENROLL, new EnrollFamily(ports.primary(), ports.jobs(), variants.delivery()));
    handlers.put(Route.PAYMENT, new Pay(ports.payments(), ports.jobs(), ports.clock(),
        variants.breaker().map(plan -> new CircuitBreaker(plan, onBreaker)), variants.delivery().idempotencyKeys()));
    handlers.put(Route.FILE, files);
    handlers.put(Route.HEALTH, switch (variants.health()) {
      case SHALLOW -> _ -> Response.ok("{\"status\":\"healthy\"}");
      case DEEP -> new CheckHealth(ports.cache(), ports.primary());
    });
  }

  /// The part of the application that needs no server: its static files.
  ///
  /// @param releases what was deployed, the newest last; at least one
  public static Http files(List<Release> releases) {
    return new GetFile(releases);
  }

  /// Whether the process has anything to do besides its requests.
  public boolean keepsHouse() {
    return outbox.isPresent() || mayAccept;
  }

  /// What the process does every [#HOUSEKEEPING] besides its requests: hands over what waits in the outbox, and merges
  /// what it has accepted while the primary could not be reached.
  public void keepHouse() {
    outbox.ifPresent(Outbox::relay);
    journal.merge();
  }

  /// What the process has accepted and not merged, as clients were shown it: it goes with the process.
  public List<String> accepted() {
    return journal.pages().stream().map(Family::toJson).toList();
  }

  @Override
  public Response send(Request request) {
    var route = Route.of(request);
    if (route.isEmpty()) {
      return Response.error(404, "no such page: " + Json.escape(request.path()));
    }
    if (isStranger(request, route.get())) {
      return Response.error(401, "Who are you?");
    }
    return handlers.get(route.get()).send(request);
  }

  /// A client that shows a session which nobody here knows; who shows none is let in, as the text's pages do.
  private boolean isStranger(Request request, Route route) {
    return route != Route.LOGIN
        && route != Route.HEALTH
        && route != Route.FILE
        && request.session().isPresent()
        && ports.sessions().find(request.session().get()).isEmpty();
  }
}
