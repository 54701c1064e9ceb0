package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.component.Chronicle;
import tenfold.component.Fault;
import tenfold.component.Outcomes;
import tenfold.kernel.Simulation;
import tenfold.port.Http;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// A drawn system at work into which a test sends single requests, and reads what comes back and when. Its families
/// are silent: they send nothing by themselves in the time that a test takes.
final class TestBed {
  private final Simulation simulation;
  private final Outcomes outcomes = new Outcomes();
  private final Assembly assembly;
  private final List<Answer> answers = new ArrayList<>();

  TestBed(Topology topology) {
    this(topology, 1);
  }

  TestBed(Topology topology, long seed) {
    simulation = new Simulation(seed);
    assembly = new Assembly(simulation, outcomes);
    assembly.apply(topology);
  }

  /// What came back.
  ///
  /// @param status HTTP status, 0 when the call failed
  /// @param body the answer's text, or the failure's
  /// @param failure type of the failure, empty when there was none
  /// @param sentMs when it was sent
  /// @param answeredMs when it came back
  /// @param session the session that the answer gives
  /// @param server the node that was asked
  record Answer(int status, String body, String failure, double sentMs, double answeredMs, Optional<String> session,
      boolean isFromCache, String server) {
    double tookMs() {
      return answeredMs - sentMs;
    }
  }

  Assembly assembly() {
    return assembly;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /// Something goes wrong with an instance of a node, from 1, or with all of them, 0.
  void suffer(String node, int instance, Fault fault) {
    assembly.suffer(new ScheduledFault(0, node, instance, fault));
  }

  void edit(Topology topology) {
    assembly.apply(topology);
  }

  /// Sends a request to a node now and runs until it has come back and nothing else is due, or for 20 s.
  Answer ask(String node, Request request) {
    int before = answers.size();
    sendAt(nowMs(), node, request);
    advance(20_000);
    return answers.get(before);
  }

  Answer get(String node, String path) {
    return ask(node, Request.get(path));
  }

  Answer rename(String node, long family, String name) {
    return ask(node, renaming(family, name));
  }

  static Request renaming(long family, String name) {
    return Request.with("PUT", "/api/family/" + family, Map.of("family_name", name));
  }

  /// Sends a request to a node at a time to come.
  void sendAt(double timeMs, String node, Request request) {
    var http = port(node, 0, Http.class);
    simulation.schedule(Math.round((timeMs - nowMs()) * 1e6), () -> simulation.start("test", () -> {
      double sent = nowMs();
      answers.add(answer(node, http, request, sent));
    }));
  }

  /// What came back so far, in the order in which it came.
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  void advance(double millis) {
    simulation.run(simulation.nowNanos() + Math.round(millis * 1e6));
  }

  double nowMs() {
    return simulation.nowNanos() / 1e6;
  }

  /// What one instance of a node offers, over a link that takes no time.
  <P> P port(String node, int instance, Class<P> port) {
    var way = new Way(new Wire(simulation, new Chronicle(simulation), new Link("Test", node, 0, 0)));
    return port.cast(place(node).instances().get(instance).proxy(way, port));
  }

  /// Calls of a node that have ended, over its instances.
  long served(String node) {
    return place(node).instances().stream().mapToLong(instance -> instance.meter().responseNanos().count()).sum();
  }

  PlacedNode place(String node) {
    return assembly.places().stream().filter(place -> place.node().name().equals(node)).findFirst().orElseThrow();
  }

  Simulation simulation() {
    return simulation;
  }

  private Answer answer(String node, Http http, Request request, double sent) {
    try {
      var response = http.send(request);
      return new Answer(response.status(), response.body(), "", sent, nowMs(), response.newSession(),
          response.isFromCache(), node);
    } catch (PortFailure failure) {
      return new Answer(0, failure.getMessage(), failure.getClass().getSimpleName(), sent, nowMs(), Optional.empty(),
          false, node);
    }
  }
}
