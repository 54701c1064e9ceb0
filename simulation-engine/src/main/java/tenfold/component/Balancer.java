package tenfold.component;

import java.util.Optional;
import tenfold.component.balancing.Peer;
import tenfold.coop.Route;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.CallTimeout;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.Listener;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// [LoadBalancer] at work: sends each request to a server that is available and, when that fails or does not answer in
/// time, to the next one. A request that changes something is not sent twice: once it was sent, POST, PATCH and LOCK
/// end with the failure. With no server available the client gets 502 at once; after the last try 504 when that one
/// timed out, else 502. Who has left is not asked for again.
///
/// Static files it has itself, as the text's `location /static` says.
///
/// Source: nginx 1.31, `ngx_http_upstream_next`. Left out: answers that come in parts, the time-out between two writes
/// (our requests go out in one), a second try at the same server when a kept connection turns out to be closed.
final class Balancer implements Component, Http {
  private static final Response NOBODY = Response.error(502, "no server is available");

  private final Site site;
  private final Simulation simulation;
  private final Upstream upstream;
  private final Meter meter;
  private final Station worker;
  private final StaticFiles files;
  private final Interior interior;
  private LoadBalancer spec;

  Balancer(LoadBalancer spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.upstream = new Upstream(spec, site);
    this.files = new StaticFiles(site);
    this.interior = new Interior(site);
    this.meter = site.meter();
    this.worker = new Station(simulation, 1);
    meter.watch(worker);
    site.offer(Http.class, this);
    site.offer(Listener.class, this::mustBeUp);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (LoadBalancer) changed;
    upstream.update(spec);
  }

  @Override
  public void suffer(Fault fault) {
    if (meter.isUp()) {
      meter.isUp(false);
      worker.clear();
      interior.crash();
      simulation.schedule(site.backInNanos(spec.restartMs()), () -> meter.isUp(true));
    }
  }

  @Override
  public void leave() {
    upstream.stop();
  }

  @Override
  public Response send(Request request) {
    mustBeUp();
    long since = interior.enter();
    try {
      return Route.FILE.matches(request) ? fileOf(request) : proxied(request);
    } catch (Crash crash) {
      throw interior.seen(crash);
    } finally {
      interior.leave(since);
    }
  }

  private void mustBeUp() {
    if (!meter.isUp()) {
      throw new ConnectionRefused(site.name());
    }
  }

  private Response fileOf(Request request) {
    work(spec.staticMs());
    return files.send(request);
  }

  private Response proxied(Request request) {
    work(spec.overheadMs());
    return files.renamedIn(pass(request));
  }

  /// Takes its share of the capacity, and then the rest of the time that a request spends here.
  private void work(double millis) {
    long workNanos = Math.round(1e9 / spec.capacityPerSecond());
    worker.execute(workNanos);
    simulation.hold(Math.round(site.slowness() * Math.max(0, Nanos.ofMillis(millis) - workNanos)));
  }

  private Response pass(Request request) {
    var visit = upstream.visit(request);
    var answer = NOBODY;
    int most = spec.proxying().tries() == 0 ? upstream.size() : Math.min(spec.proxying().tries(), upstream.size());
    for (int tries = 0; tries < most; tries++) {
      var chosen = upstream.choose(visit, request);
      if (chosen.isEmpty()) {
        return NOBODY;
      }
      var peer = chosen.get();
      peer.chosen(upstream.nowSeconds(), upstream.failureRule());
      try {
        var response = call(peer, request);
        upstream.answered(peer);
        return withRoute(response, peer, request);
      } catch (PortFailure failure) {
        waitOut(failure);
        hangUp(failure);
        peer.failed(upstream.nowSeconds(), upstream.failureRule());
        answer = Gateway.answerTo(failure);
        if (!mayBeSentAgain(request, failure)) {
          return answer;
        }
      }
    }
    return answer;
  }

  private Response call(Peer peer, Request request) {
    return AbandonableCall.within(simulation, "passing on", Nanos.ofMillis(spec.proxying().readTimeoutMs()),
        () -> upstream.send(peer, request));
  }

  private Response withRoute(Response response, Peer peer, Request request) {
    boolean isNew = spec.stickyCookie() && !request.cookie(Upstream.ROUTE).equals(Optional.of(peer.name()));
    return isNew ? response.withCookie(Upstream.ROUTE, spec.stickySeconds() == 0 ? peer.name()
        : CookieJar.lasting(peer.name(), spec.stickySeconds())) : response;
  }

  private void waitOut(PortFailure failure) {
    if (failure instanceof NoAnswer) {
      simulation.hold(Nanos.ofMillis(spec.connectTimeoutMs()));
    }
  }

  /// A server that was left waiting sees the connection close.
  private void hangUp(PortFailure failure) {
    if (failure instanceof CallTimeout && simulation.context() instanceof Attempt attempt) {
      attempt.hangUp();
    }
  }

  private boolean mayBeSentAgain(Request request, PortFailure failure) {
    boolean wasSent = !(failure instanceof ConnectionRefused || failure instanceof NoAnswer);
    boolean hasLeft = simulation.context() instanceof Attempt attempt && attempt.isAbandoned();
    return !hasLeft && !(wasSent && isNonIdempotent(request.method()));
  }

  private static boolean isNonIdempotent(String method) {
    return switch (method) {
      case "POST", "PATCH", "LOCK" -> true;
      default -> false;
    };
  }
}
