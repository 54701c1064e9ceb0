package tenfold.component;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.coop.Route;
import tenfold.coop.Router;
import tenfold.kernel.Processor;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Resource;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.Http;
import tenfold.port.NoAnswer;
import tenfold.port.ConnectionRefused;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// [AppServer] at work: accepts a request, spends its processor time and calls the co-op's own handlers.
///
/// Left out: memory, boot and crash; a failed call inside a handler is answered with 500 (as Express 5 does).
final class ServerInstance implements Component, Http {
  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final RandomGenerator random;
  private final Processor processor;
  private final Resource threads;
  private final WiredPorts ports;
  private final Router router;
  private AppServer spec;

  ServerInstance(AppServer spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.random = site.random("cpu");
    this.processor = switch (spec.processModel()) {
      case THREAD_PER_REQUEST -> new ProcessorSharing(simulation, spec.cores());
      case EVENT_LOOP -> new Station(simulation, 1);
    };
    this.threads = new Resource(simulation, spec.threads());
    this.ports = new WiredPorts(site, spec.pool());
    this.router = new Router(ports.ports());
    meter.watch(processor);
    meter.watch(threads.queueGauge());
    site.offer(Http.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (AppServer) changed;
    threads.capacity(spec.threads());
    ports.update(spec.pool());
  }

  @Override
  public void leave() {
    ports.close();
  }

  @Override
  public Response send(Request request) {
    long start = simulation.nowNanos();
    try {
      return switch (spec.processModel()) {
        case THREAD_PER_REQUEST -> onThread(request);
        case EVENT_LOOP -> respond(request);
      };
    } finally {
      meter.served(start);
    }
  }

  private Response onThread(Request request) {
    if (threads.busy() >= threads.capacity() && threads.queueLength() >= spec.backlog()) {
      throw switch (spec.overflow()) {
        case REFUSE -> new ConnectionRefused(site.name());
        case DROP -> new NoAnswer(site.name());
      };
    }
    var attempt = attempt();
    if (attempt != null) {
      attempt.waitsAt(meter);
    }
    try (var _ = threads.acquire()) {
      if (attempt != null) {
        attempt.goesOn();
      }
      return respond(request);
    }
  }

  private Response respond(Request request) {
    var cpu = Route.of(request).map(spec::cpu);
    cpu.ifPresent(cost -> compute(cost, cost.beforeMs()));
    Response response;
    try {
      response = router.send(request);
    } catch (PortFailure failure) {
      response = Response.error(500, failure.getMessage());
    }
    cpu.ifPresent(cost -> compute(cost, cost.afterMs()));
    return response;
  }

  private void compute(AppServer.RouteCpu cost, double meanMs) {
    if (meanMs > 0) {
      processor.execute(cost.law().drawNanos(random, meanMs));
    }
  }

  private @Nullable Attempt attempt() {
    return simulation.context() instanceof Attempt attempt ? attempt : null;
  }
}
