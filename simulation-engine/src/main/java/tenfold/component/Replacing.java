package tenfold.component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.Listener;
import tenfold.port.PortFailure;
import tenfold.port.Request;

/// Checks the servers of a stack and has those replaced that fail too often in a row. In the grace period since its
/// launch a server's checks do not count; a server that still boots fails them.
final class Replacing {
  private static final Request HEALTH = Request.get("/health");

  private final Site site;
  private final Simulation simulation;
  private final Peers<Http> servers;
  private final Peers<Listener> listeners;
  private final Map<String, Integer> failures = new HashMap<>();
  private AutoScaler.Replacement rule;
  private Event round;

  Replacing(AutoScaler.Replacement rule, Site site) {
    this.rule = rule;
    this.site = site;
    this.simulation = site.simulation();
    this.servers = site.peers(Http.class);
    this.listeners = site.peers(Listener.class);
    this.round = simulation.schedule(intervalNanos(), this::checkAll);
  }

  /// Checks anew, by that rule.
  void update(AutoScaler.Replacement changed) {
    if (!changed.equals(rule)) {
      stop();
      rule = changed;
      failures.clear();
      round = simulation.schedule(intervalNanos(), this::checkAll);
    }
  }

  /// Checks no more.
  void stop() {
    round.cancel();
  }

  private long intervalNanos() {
    return Nanos.ofMillis(rule.intervalSeconds() * 1_000);
  }

  private void checkAll() {
    round = simulation.schedule(intervalNanos(), this::checkAll);
    if (rule.enabled()) {
      site.scalingGroup().ifPresent(group -> {
        failures.keySet().removeIf(name -> group.members().stream().noneMatch(member -> member.name().equals(name)));
        group.members().stream()
            .filter(member -> member.ageNanos() >= Nanos.ofMillis(rule.graceSeconds() * 1_000))
            .forEach(member -> simulation.start("health check", () -> check(member.name())));
      });
    }
  }

  private void check(String name) {
    int before = failures.getOrDefault(name, 0);
    int now = passes(name) ? 0 : before + 1;
    failures.put(name, now);
    if (now >= rule.fall()) {
      failures.remove(name);
      site.scalingGroup().ifPresent(group -> group.replace(name));
    }
  }

  private boolean passes(String name) {
    try {
      return AbandonableCall.within(simulation, "health check", Nanos.ofMillis(rule.timeoutMs()), () -> probe(name));
    } catch (PortFailure failure) {
      return false;
    }
  }

  private boolean probe(String name) {
    named(listeners, name).connect();
    return rule.type() == ActiveChecks.Type.TCP || named(servers, name).send(HEALTH).isSuccess();
  }

  private static <P> P named(Peers<P> peers, String name) {
    int index = peers.names().indexOf(name);
    return Optional.of(index).filter(found -> found >= 0).map(peers.current()::get)
        .orElseThrow(() -> new ConnectionRefused(name));
  }
}
