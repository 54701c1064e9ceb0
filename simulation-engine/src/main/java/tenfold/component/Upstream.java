package tenfold.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tenfold.component.balancing.Choice;
import tenfold.component.balancing.ConsistentHash;
import tenfold.component.balancing.FailureRule;
import tenfold.component.balancing.IpHash;
import tenfold.component.balancing.LeastConnections;
import tenfold.component.balancing.ModuloHash;
import tenfold.component.balancing.Peer;
import tenfold.component.balancing.SmoothRoundRobin;
import tenfold.component.balancing.TwoRandomChoices;
import tenfold.component.balancing.Visit;
import tenfold.component.balancing.WeightedRandom;
import tenfold.port.ConnectionRefused;
import tenfold.port.ConnectionReset;
import tenfold.port.Http;
import tenfold.port.Listener;
import tenfold.port.Request;
import tenfold.port.Response;

/// The servers behind a balancer: who they are, who of them is well, who is next.
final class Upstream {
  /// Name of the cookie that brings a client back to its server.
  static final String ROUTE = "route";

  private static final Request HEALTH = Request.get("/health");

  private final Site site;
  private final Peers<Http> servers;
  private final Peers<Listener> listeners;
  private final Map<Peer, Http> ways = new IdentityHashMap<>();
  private final Map<String, Listener> doors = new HashMap<>();
  private final KeptConnections kept = new KeptConnections();
  private final Map<Peer, ActiveCheck> checks = new IdentityHashMap<>();
  private LoadBalancer spec;
  private List<Peer> peers = List.of();
  private Choice choice = _ -> Optional.empty();
  private Choice backups = _ -> Optional.empty();

  Upstream(LoadBalancer spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.servers = site.peers(Http.class);
    this.listeners = site.peers(Listener.class);
    servers.onChange(this::refresh);
    listeners.onChange(this::refreshDoors);
  }

  /// Goes by other parameters from now on. Checks begin anew when theirs differ; who was down stays down until they
  /// find it up.
  void update(LoadBalancer changed) {
    var before = spec.activeChecks();
    spec = changed;
    if (!before.equals(changed.activeChecks())) {
      stop();
      if (!changed.activeChecks().enabled()) {
        peers.forEach(peer -> peer.isDown(false));
      } else if (!before.enabled()) {
        peers.forEach(peer -> peer.isDown(changed.activeChecks().startDown()));
      }
    }
    refresh();
  }

  /// Checks nobody any more.
  void stop() {
    checks.values().forEach(ActiveCheck::stop);
    checks.clear();
  }

  int size() {
    return peers.size();
  }

  /// Sends a request to a peer over a kept connection, or else over a new one.
  Response send(Peer peer, Request request) {
    if (!kept.take(peer)) {
      connect(peer);
    }
    try {
      return way(peer).send(request);
    } catch (ConnectionRefused | ConnectionReset broken) {
      kept.forget(peer);
      throw broken;
    }
  }

  /// An answer has come in time: its connection is good for another request.
  void answered(Peer peer) {
    peer.answered();
    kept.keep(peer);
  }

  private Http way(Peer peer) {
    return ways.getOrDefault(peer, _ -> {
      throw new ConnectionRefused(peer.name());
    });
  }

  private void connect(Peer peer) {
    var door = doors.get(peer.name());
    if (door == null) {
      throw new ConnectionRefused(peer.name());
    }
    door.connect();
  }

  /// A request begins its way through the servers.
  Visit visit(Request request) {
    return new Visit(request.address(), key(request), this::isAvailable);
  }

  /// The server that the request goes to next; empty when none is available.
  Optional<Peer> choose(Visit visit, Request request) {
    if (spec.stickyCookie()) {
      var route = request.cookie(ROUTE);
      for (var peer : route.isPresent() ? peers : List.<Peer>of()) {
        if (peer.name().equals(route.get()) && visit.allows(peer)) {
          return choice.stay(peer, visit);
        }
      }
    }
    return choice.choose(visit).or(() -> backups.choose(visit));
  }

  /// nginx's clock.
  long nowSeconds() {
    return site.simulation().nowNanos() / 1_000_000_000;
  }

  /// When failures keep a server out; the only one is never kept out.
  FailureRule failureRule() {
    return peers.size() == 1 ? FailureRule.NEVER
        : new FailureRule(spec.passiveChecks().maxFails(), spec.passiveChecks().failTimeoutMs() / 1_000);
  }

  private boolean isAvailable(Peer peer) {
    return !peer.isDown() && !peer.isKeptOut(nowSeconds(), failureRule())
        && (spec.maxConnections() == 0 || peer.connections() < spec.maxConnections());
  }

  private String key(Request request) {
    if (spec.algorithm() != LoadBalancer.Algorithm.HASH && spec.algorithm() != LoadBalancer.Algorithm.HASH_MODULO) {
      return "";
    }
    return switch (spec.hashKey()) {
      case PATH -> request.path();
      case ADDRESS -> Integer.toUnsignedString(request.address());
      case SESSION -> request.session().orElse("");
    };
  }

  /// Takes over who is there; what is known of those who stay is kept.
  private void refresh() {
    var known = new HashMap<String, Peer>();
    peers.forEach(peer -> known.put(peer.name(), peer));
    var present = new ArrayList<Peer>();
    ways.clear();
    for (int i = 0; i < servers.current().size(); i++) {
      var name = servers.names().get(i);
      var peer = known.get(name);
      if (peer == null) {
        peer = new Peer(name, spec.weight(name).weight());
        peer.isDown(spec.activeChecks().enabled() && spec.activeChecks().startDown());
      }
      peer.weight(spec.weight(name).weight());
      present.add(peer);
      ways.put(peer, servers.current().get(i));
    }
    peers = List.copyOf(present);
    kept.limit(spec.proxying().keepAlive());
    var isBackup = peers.stream().collect(Collectors.partitioningBy(peer -> spec.weight(peer.name()).backup()));
    choice = newChoice(isBackup.get(false));
    backups = new SmoothRoundRobin(isBackup.get(true));
    checkThosePresent();
  }

  private void refreshDoors() {
    doors.clear();
    for (int i = 0; i < listeners.current().size(); i++) {
      doors.put(listeners.names().get(i), listeners.current().get(i));
    }
  }

  private Choice newChoice(List<Peer> peers) {
    var roundRobin = new SmoothRoundRobin(peers);
    return switch (spec.algorithm()) {
      case ROUND_ROBIN -> roundRobin;
      case LEAST_CONNECTIONS -> new LeastConnections(peers);
      case IP_HASH -> new IpHash(peers, roundRobin);
      case RANDOM -> new WeightedRandom(peers, site.random("choice"), roundRobin);
      case RANDOM_TWO -> new TwoRandomChoices(peers, site.random("choice"), roundRobin);
      case HASH -> new ConsistentHash(peers, roundRobin);
      case HASH_MODULO -> new ModuloHash(peers, roundRobin);
    };
  }

  private void checkThosePresent() {
    checks.entrySet().removeIf(entry -> {
      boolean isGone = !peers.contains(entry.getKey());
      if (isGone) {
        entry.getValue().stop();
      }
      return isGone;
    });
    if (spec.activeChecks().enabled()) {
      peers.forEach(peer -> checks.computeIfAbsent(peer, this::newCheck));
    }
  }

  private ActiveCheck newCheck(Peer peer) {
    return new ActiveCheck(site.simulation(), site.random("checks"), spec.activeChecks(), () -> isWell(peer),
        !peer.isDown(), isUp -> peer.isDown(!isUp));
  }

  private boolean isWell(Peer peer) {
    connect(peer);
    return spec.activeChecks().type() == ActiveChecks.Type.TCP || way(peer).send(HEALTH).isSuccess();
  }
}
