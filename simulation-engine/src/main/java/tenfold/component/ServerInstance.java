package tenfold.component;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenfold.component.guarding.BreakerNews;
import tenfold.coop.Route;
import tenfold.coop.Router;
import tenfold.kernel.Lease;
import tenfold.kernel.Process;
import tenfold.kernel.Processor;
import tenfold.kernel.ProcessorSharing;
import tenfold.kernel.Promise;
import tenfold.kernel.Resource;
import tenfold.kernel.Simulation;
import tenfold.kernel.Station;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.Listener;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// [AppServer] at work: accepts a request, spends its processor time and calls the co-op's own handlers; comes up, goes
/// down and loses what a process loses.
///
/// Left out: processor time of accepting, garbage collection pauses (memory pressure slows everything evenly instead).
final class ServerInstance implements Component, Http {
  /// Cookies that say when a client wrote, and up to where the primary's log has what it wrote.
  private static final String WROTE = "wrote";
  private static final String VERSION = "version";

  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final RandomGenerator random;
  private final List<Processor> processors;
  private final Resource threads;
  private final SessionMemory sessions = new SessionMemory();
  private final WiredPorts ports;
  private final StaticFiles files;
  private Router router;

  /// With those that wait to be accepted.
  private final Interior interior;

  private AppServer spec;
  private @Nullable Process housekeeper;
  private int accepted;
  private int nextLoop;
  private boolean isUp = true;
  private boolean isHanging;
  private boolean isLeaving;

  ServerInstance(AppServer spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.interior = new Interior(site);
    this.random = site.random("cpu");
    this.processors = processors();
    this.threads = new Resource(simulation, spec.threads());
    this.files = new StaticFiles(site);
    this.ports = new WiredPorts(site, spec, sessions);
    this.router = newProcess();
    keepHouse();
    processors.forEach(meter::watch);
    meter.watch(threads.queueGauge());
    site.offer(Http.class, this);
    site.offer(Listener.class, this::connect);
    site.replaced().ifPresent(before -> comeUpAfter(isOtherSize((AppServer) before)
        ? spec.lifecycle().bootMs() : spec.lifecycle().restartMs()));
    update(spec);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (AppServer) changed;
    threads.capacity(spec.threads());
    ports.update(spec);
    processors.forEach(processor -> {
      if (processor instanceof ProcessorSharing shared) {
        shared.losses(spec.contention().sigma(), spec.contention().kappa());
      }
    });
  }

  /// The application as a process has it that has just begun.
  private Router newProcess() {
    return new Router(ports.ports(), spec.handlers().variants(), files,
        new BreakerNews(simulation, site.name(), meter::tell));
  }

  /// What the process does by itself, as long as it runs.
  private void keepHouse() {
    if (router.keepsHouse()) {
      housekeeper = simulation.start("housekeeping", () -> {
        while (!isLeaving) {
          simulation.hold(Router.HOUSEKEEPING.toNanos());
          if (isUp && !isHanging) {
            router.keepHouse();
          }
        }
      });
    }
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> crash();
      case HANG -> {
        isHanging = true;
        meter.hangs();
      }
      default -> { }
    }
  }

  /// Finishes what it has, as long as draining may last; what is not finished then is cut off.
  @Override
  public void leave() {
    isLeaving = true;
    ports.close();
    simulation.schedule(Nanos.ofMillis(spec.lifecycle().drainMs()), this::cutOff);
  }

  @Override
  public Response send(Request request) {
    if (!isUp) {
      throw new ConnectionRefused(site.name());
    }
    long since = interior.enter();
    var process = simulation.process();
    var attempt = attempt();
    if (attempt != null && spec.cancelOnDisconnect()) {
      attempt.onHangUp(() -> process.interrupt(new Crash(process)));
    }
    try {
      return admit(request);
    } catch (Crash crash) {
      if (crash.isOf(process)) {
        return Response.error(499, "nobody waits for the answer");
      }
      throw interior.seen(crash);
    } finally {
      interior.leave(since);
      if (attempt != null) {
        attempt.onHangUp(null);
        site.truth().jobs().ended(attempt, site.name());
      }
    }
  }

  private Response admit(Request request) {
    if (spec.maxInFlight() > 0 && interior.size() > spec.maxInFlight()) {
      return Response.error(503, "too many requests under way");
    }
    return switch (spec.processModel()) {
      case THREAD_PER_REQUEST -> onThread(request);
      case EVENT_LOOP -> accept(request, processors.getFirst());
      case CLUSTER -> accept(request, processors.get(nextLoop++ % processors.size()));
    };
  }

  private Response onThread(Request request) {
    mustFitBacklog();
    try (var _ = thread()) {
      return accept(request, processors.getFirst());
    }
  }

  private void connect() {
    if (!isUp) {
      throw new ConnectionRefused(site.name());
    }
    if (spec.processModel() == AppServer.ProcessModel.THREAD_PER_REQUEST) {
      mustFitBacklog();
    }
  }

  private void mustFitBacklog() {
    if (threads.busy() >= threads.capacity() && threads.queueLength() >= spec.backlog()) {
      throw switch (spec.overflow()) {
        case REFUSE -> new ConnectionRefused(site.name());
        case DROP -> new NoAnswer(site.name());
      };
    }
  }

  private Lease thread() {
    var attempt = attempt();
    if (attempt == null) {
      return threads.acquire();
    }
    attempt.waitsAt(meter);
    try {
      return threads.acquire();
    } finally {
      attempt.goesOn();
    }
  }

  private Response accept(Request request, Processor processor) {
    accepted++;
    try {
      if (memoryShare() > 1) {
        if (spec.memory().whenFull() == ServerMemory.WhenFull.REJECT) {
          return Response.error(503, "out of memory");
        }
        simulation.schedule(0, this::crash);
        return hang();
      }
      return isHanging ? hang() : respond(request, processor);
    } finally {
      accepted--;
    }
  }

  private Response respond(Request request, Processor processor) {
    var cpu = Route.of(request).map(spec::cpu);
    cpu.ifPresent(cost -> compute(processor, cost, cost.beforeMs()));
    if (hitsNewMistake(request)) {
      return Response.error(500, "a mistake of the new version");
    }
    chooseDatabase(request);
    Response response;
    try {
      response = router.send(request);
    } catch (PortFailure failure) {
      response = afterFailure(failure);
    }
    cpu.ifPresent(cost -> compute(processor, cost, cost.afterMs()));
    renewSession(request, response);
    if (spec.handlers().releaseInFileNames() && request.method().equals("GET")) {
      response = files.namedIn(response);
    }
    return noteWrite(request, response);
  }

  /// A bad version says of itself that it is healthy; what is wrong with its files is in [StaticFiles].
  private boolean hitsNewMistake(Request request) {
    double share = site.strength(Fault.BAD_DEPLOY);
    return share > 0 && !Route.HEALTH.matches(request) && !Route.FILE.matches(request)
        && site.random("deploy").nextDouble() < share;
  }

  /// Lets the reads of a client that has written lately go to the primary; the client's cookie says when it wrote.
  private void chooseDatabase(Request request) {
    if (waitsForVersions() && simulation.context() instanceof Attempt attempt) {
      request.cookie(VERSION).ifPresent(version -> attempt.wrote(Long.parseLong(version)));
    }
    if (routesAfterWrites() && simulation.context() instanceof Attempt attempt) {
      request.cookie(WROTE)
          .filter(when -> simulation.nowNanos() - Long.parseLong(when) <= Nanos.ofMillis(spec.reads().windowMs()))
          .ifPresent(_ -> attempt.readFromPrimary());
    }
  }

  private Response noteWrite(Request request, Response response) {
    if (!response.isSuccess() || request.method().equals("GET")) {
      return response;
    }
    return switch (spec.reads().choice()) {
      case PRIMARY_AFTER_WRITE -> response.withCookie(WROTE, Long.toString(simulation.nowNanos()));
      case VERSION_WAIT -> simulation.context() instanceof Attempt attempt && attempt.mustSee() > 0
          ? response.withCookie(VERSION, Long.toString(attempt.mustSee())) : response;
      case RANDOM, LEAST_CONNECTIONS, LAG_BOUND -> response;
    };
  }

  private boolean routesAfterWrites() {
    return spec.reads().choice() == ReadRouting.Choice.PRIMARY_AFTER_WRITE;
  }

  private boolean waitsForVersions() {
    return spec.reads().choice() == ReadRouting.Choice.VERSION_WAIT;
  }

  private Response afterFailure(PortFailure failure) {
    return switch (spec.failedCall()) {
      case ERROR_500 -> Response.error(500, failure.getMessage());
      case HANG -> hang();
      case CRASH -> {
        simulation.schedule(0, this::crash);
        yield hang();
      }
    };
  }

  /// Never answers; only a crash gets the request out of here.
  private Response hang() {
    return new Promise<Response>(simulation).await();
  }

  /// Off the request's way, after the answer.
  private void renewSession(Request request, Response response) {
    if (response.status() != 401 && request.session().isPresent() && ports.hasSharedSessions()) {
      simulation.start("touch", () -> touch(request.session().get()));
    }
  }

  private void touch(String cookie) {
    try {
      ports.touch(cookie);
    } catch (PortFailure failure) {
      // The session ends earlier than it should; nobody is told, as in connect-redis.
    }
  }

  private void compute(Processor processor, AppServer.RouteCpu cost, double meanMs) {
    if (meanMs > 0) {
      double slowdown = ServerMemory.slowdown(memoryShare());
      processor.execute(Math.round(cost.law().drawNanos(random, meanMs) * slowdown));
    }
  }

  private double memoryShare() {
    return spec.memory().share(accepted, sessions.size());
  }

  private void crash() {
    if (isUp) {
      site.truth().sessionsLost(sessions.size(), site.name());
      router.accepted().forEach(page -> site.truth().acceptedAndLost(page, site.name()));
      sessions.clear();
      ports.forget();
      router = newProcess();
      cutOff();
      keepHouse();
      comeUpAfter(spec.lifecycle().restartMs());
    }
  }

  /// Everything under way is lost.
  private void cutOff() {
    ports.close();
    processors.forEach(processor -> {
      if (processor instanceof Station loop) {
        loop.clear();
      }
    });
    interior.crash();
    if (housekeeper != null) {
      housekeeper.interrupt(new Crash(this));
    }
  }

  private void comeUpAfter(double millis) {
    isUp = false;
    meter.isUp(false);
    simulation.schedule(site.backInNanos(millis), () -> {
      isUp = true;
      isHanging = false;
      meter.isUp(true);
    });
  }

  private boolean isOtherSize(AppServer before) {
    return before.cores() != spec.cores() || before.memory().totalMb() != spec.memory().totalMb();
  }

  private List<Processor> processors() {
    return switch (spec.processModel()) {
      case THREAD_PER_REQUEST -> List.of(new ProcessorSharing(simulation, spec.cores()));
      case EVENT_LOOP -> List.of(new Station(simulation, 1));
      case CLUSTER -> IntStream.range(0, spec.cores()).<Processor>mapToObj(_ -> new Station(simulation, 1)).toList();
    };
  }

  private @Nullable Attempt attempt() {
    return simulation.context() instanceof Attempt attempt ? attempt : null;
  }
}
