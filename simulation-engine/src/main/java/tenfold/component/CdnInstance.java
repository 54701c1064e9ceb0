package tenfold.component;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import tenfold.coop.Route;
import tenfold.kernel.Simulation;
import tenfold.port.Http;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// [Cdn] at work: answers for files from what it keeps, else fetches them from the first origin that it is linked to.
///
/// How long an answer is fresh, and its age: RFC 9111, *HTTP Caching*, §4.2.
final class CdnInstance implements Component, Http {
  private static final String AGE = "Age";
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");
  private static final Response NO_ORIGIN = Response.error(502, "the edge has no origin");

  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final Peers<Http> origins;
  private final Interior interior;
  private final SharedFetches fetches;
  /// The longest unused first.
  private final LinkedHashMap<String, Kept> files = new LinkedHashMap<>(16, 0.75f, true);
  private Cdn spec;
  private boolean isUp = true;

  /// A file as it is kept.
  ///
  /// @param bornNanos when it left the server that made it
  private record Kept(Response response, long bornNanos, long endNanos) {}

  CdnInstance(Cdn spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.origins = site.peers(Http.class);
    this.interior = new Interior(site);
    this.fetches = new SharedFetches(simulation);
    site.offer(Http.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (Cdn) changed;
    makeRoom();
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> restart();
      case FLUSH -> files.clear();
      default -> { }
    }
  }

  @Override
  public Response send(Request request) {
    long since = interior.enter();
    try {
      simulation.hold(Math.round(site.slowness() * Nanos.ofMillis(spec.serviceMs())));
      return Route.FILE.matches(request) ? file(request) : ask(request);
    } catch (Crash crash) {
      throw interior.seen(crash);
    } finally {
      interior.leave(since);
    }
  }

  private Response file(Request request) {
    var kept = Optional.ofNullable(files.get(request.path()));
    boolean isFresh = kept.isPresent() && simulation.nowNanos() < kept.get().endNanos;
    meter.lookup(isFresh);
    if (isFresh) {
      return hit(kept.get());
    }
    return spec.collapse() ? fetches.once(request.path(), () -> fetch(request)) : fetch(request);
  }

  private Response fetch(Request request) {
    var response = ask(request);
    if (response.status() == 200) {
      keep(request.path(), response);
      return response;
    }
    var old = Optional.ofNullable(files.get(request.path()));
    return response.status() >= 500 && spec.staleIfError() && old.isPresent() ? hit(old.get()) : response;
  }

  private void keep(String path, Response response) {
    long now = simulation.nowNanos();
    long bornNanos = now - nanos(response.header(AGE).map(Double::parseDouble).orElse(0.0));
    long endNanos = bornNanos + nanos(Math.min(spec.maxTtlSeconds(), ttlSeconds(response)));
    if (endNanos > now) {
      files.put(path, new Kept(response.toKeep(), bornNanos, endNanos));
      makeRoom();
    }
  }

  private double ttlSeconds(Response response) {
    var said = response.header("Cache-Control");
    if (said.isEmpty()) {
      return spec.defaultTtlSeconds();
    }
    var maxAge = MAX_AGE.matcher(said.get());
    return said.get().contains("no-store") ? 0 : maxAge.find() ? Double.parseDouble(maxAge.group(1))
        : spec.defaultTtlSeconds();
  }

  private Response hit(Kept kept) {
    long ageSeconds = (simulation.nowNanos() - kept.bornNanos) / 1_000_000_000;
    return kept.response.asHit().withHeader(AGE, Long.toString(ageSeconds));
  }

  /// What the origin says, or that it says nothing.
  private Response ask(Request request) {
    var origin = origins.first();
    if (origin.isEmpty()) {
      return NO_ORIGIN;
    }
    long timeoutNanos = Nanos.ofMillis(spec.originTimeoutMs());
    try {
      return AbandonableCall.within(simulation, "fetching", timeoutNanos, () -> origin.get().send(request));
    } catch (NoAnswer silence) {
      simulation.hold(timeoutNanos);
      return Gateway.answerTo(silence);
    } catch (PortFailure failure) {
      return Gateway.answerTo(failure);
    }
  }

  private void makeRoom() {
    while (files.size() > spec.capacity()) {
      files.pollFirstEntry();
    }
  }

  /// Nobody is routed here while it is away.
  private void restart() {
    if (!isUp) {
      return;
    }
    isUp = false;
    meter.isUp(false);
    files.clear();
    site.withdraw(Http.class);
    interior.crash();
    simulation.schedule(site.backInNanos(spec.restartMs()), () -> {
      isUp = true;
      meter.isUp(true);
      site.offer(Http.class, this);
    });
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
