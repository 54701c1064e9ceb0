package tenfold.component;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tenfold.kernel.Gauge;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.NoAnswer;
import tenfold.port.Request;
import tenfold.port.Response;

/// [LoadBalancer] at work: nginx's choice among equal peers, and its rule that a server which does not accept the
/// connection is passed over for the next one, each server once; after the last one the client gets 502, or 504
/// when the last failure was a time-out.
///
/// Left out: weights, health, retries of requests that were already sent.
final class Balancer implements Component, Http {
  private final Simulation simulation;
  private final Peers<Http> servers;
  private final Meter meter;
  private final Station worker;
  private final Map<Http, Gauge> underWay = new IdentityHashMap<>();
  private LoadBalancer spec;
  private int next;

  Balancer(LoadBalancer spec, Site site) {
    this.spec = spec;
    this.simulation = site.simulation();
    this.servers = site.peers(Http.class);
    this.meter = site.meter();
    this.worker = new Station(simulation, 1);
    meter.watch(worker);
    site.offer(Http.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (LoadBalancer) changed;
  }

  @Override
  public Response send(Request request) {
    long start = simulation.nowNanos();
    long workNanos = Math.round(1e9 / spec.capacityPerSecond());
    worker.execute(workNanos);
    simulation.hold(Math.max(0, Nanos.ofMillis(spec.overheadMs()) - workNanos));
    try {
      return pass(request);
    } finally {
      meter.served(start);
    }
  }

  private Response pass(Request request) {
    var peers = servers.current();
    var failure = Response.error(502, "no server");
    int first = peers.isEmpty() ? 0 : choose(peers);
    for (int tried = 0; tried < peers.size(); tried++) {
      var peer = peers.get((first + tried) % peers.size());
      var active = active(peer);
      active.add(1);
      try {
        return peer.send(request);
      } catch (ConnectionRefused refused) {
        failure = Response.error(502, "no server accepts the connection");
      } catch (NoAnswer silence) {
        simulation.hold(Nanos.ofMillis(spec.connectTimeoutMs()));
        failure = Response.error(504, "no server answers in time");
      } finally {
        active.add(-1);
      }
    }
    return failure;
  }

  private int choose(List<Http> peers) {
    int turn = next++ % peers.size();
    if (next < 0) {
      next = 0;
    }
    return switch (spec.algorithm()) {
      case ROUND_ROBIN -> turn;
      case LEAST_CONNECTIONS -> firstLeast(peers, turn, peer -> active(peer).level());
    };
  }

  private static int firstLeast(List<Http> peers, int start, ToIntFunction<Http> load) {
    int best = start;
    for (int i = 1; i < peers.size(); i++) {
      int candidate = (start + i) % peers.size();
      if (load.applyAsInt(peers.get(candidate)) < load.applyAsInt(peers.get(best))) {
        best = candidate;
      }
    }
    return best;
  }

  private Gauge active(Http peer) {
    return underWay.computeIfAbsent(peer, _ -> new Gauge(simulation));
  }
}
