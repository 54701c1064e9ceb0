package tenfold.component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenfold.coop.Jobs;
import tenfold.kernel.Gauge;
import tenfold.kernel.Process;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.JobSource;
import tenfold.port.JobSource.Delivery;
import tenfold.port.PortFailure;
import tenfold.port.ServiceError;

/// One process of [Workers] at work: each of its loops takes a job, does it and says so.
final class WorkerInstance implements Component {
  /// How long a worker waits that cannot reach its queue.
  private static final long RETRY_NANOS = 1_000_000_000;

  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final Peers<JobSource> queues;
  private final Jobs jobs;
  private final Gauge busy;
  private final Set<Process> loops = new LinkedHashSet<>();
  private final Set<Promise<Void>> waiting = new LinkedHashSet<>();
  private Workers spec;
  private int lives;
  private boolean isHanging;
  private boolean isLeaving;

  WorkerInstance(Workers spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.queues = site.peers(JobSource.class);
    this.jobs = OutsideCalls.jobs(site);
    this.busy = new Gauge(simulation);
    meter.watch(busy, spec.concurrency());
    queues.onChange(this::wakeAll);
    start();
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (Workers) changed;
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

  /// Takes no more jobs, and finishes those that it has, as long as draining may last.
  @Override
  public void leave() {
    isLeaving = true;
    wakeAll();
    simulation.schedule(Nanos.ofMillis(spec.drainMs()), this::cutOff);
  }

  private void start() {
    for (int i = 0; i < spec.concurrency(); i++) {
      simulation.start("worker", this::loop);
    }
  }

  private void crash() {
    if (meter.isUp()) {
      meter.isUp(false);
      cutOff();
      simulation.schedule(site.backInNanos(spec.restartMs()), () -> {
        isHanging = false;
        meter.isUp(true);
        start();
      });
    }
  }

  private void cutOff() {
    lives++;
    List.copyOf(loops).forEach(process -> process.interrupt(new Crash(process)));
    loops.clear();
    waiting.clear();
    busy.set(0);
  }

  private void loop() {
    int life = lives;
    var process = simulation.process();
    loops.add(process);
    try {
      while (!isLeaving && life == lives) {
        takeOne();
      }
    } finally {
      loops.remove(process);
    }
  }

  /// One job, or a wait for one.
  private void takeOne() {
    var source = queues.first();
    if (source.isEmpty()) {
      awaitWakeUp();
      return;
    }
    try {
      int life = lives;
      var delivery = source.get().receive(() -> life == lives && !isHanging);
      if (delivery.isPresent()) {
        work(source.get(), delivery.get());
      } else {
        var wakeUp = new Promise<Void>(simulation);
        source.get().onJobs(() -> wake(wakeUp));
        await(wakeUp);
      }
    } catch (PortFailure unreachable) {
      simulation.hold(RETRY_NANOS);
    }
  }

  private void work(JobSource source, Delivery delivery) {
    long start = simulation.nowNanos();
    busy.add(1);
    try {
      if (isHanging) {
        new Promise<Void>(simulation).await();
      }
      perform(delivery);
      source.done(delivery);
    } catch (PortFailure failure) {
      source.failed(delivery);
    } finally {
      busy.set(Math.max(0, busy.level() - 1));
      meter.served(start);
    }
  }

  private void perform(Delivery delivery) {
    double share = site.strength(Fault.BAD_DEPLOY);
    if (share > 0 && site.random("deploy").nextDouble() < share) {
      throw new ServiceError("a mistake of the new version");
    }
    jobs.enqueue(delivery.job());
  }

  private void awaitWakeUp() {
    await(new Promise<>(simulation));
  }

  private void await(Promise<Void> wakeUp) {
    waiting.add(wakeUp);
    try {
      wakeUp.await();
    } finally {
      waiting.remove(wakeUp);
    }
  }

  /// @return whether anybody was waiting for it
  private boolean wake(Promise<Void> wakeUp) {
    boolean isAwaited = waiting.contains(wakeUp);
    wakeUp.complete(null);
    return isAwaited;
  }

  private void wakeAll() {
    List.copyOf(waiting).forEach(wakeUp -> wakeUp.complete(null));
  }
}
