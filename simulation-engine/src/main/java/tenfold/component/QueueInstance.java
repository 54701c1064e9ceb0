package tenfold.component;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.MessageQueue.Discipline;
import tenfold.kernel.Event;
import tenfold.kernel.Gauge;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.JobSource;
import tenfold.port.ServiceError;

/// [MessageQueue] at work. A job is visible, given out (once, or by mistake twice), waiting after a failure, or gone.
///
/// Sources: Amazon SQS developer guide (visibility time-out, redrive policy, at-least-once delivery); BullMQ guide
/// (stalled jobs, attempts, backoff).
final class QueueInstance implements Component, JobQueue, JobSource {
  private static final long STALLED_CHECK_NANOS = 30_000_000_000L;
  private static final int MOST_STALLS = 1;

  private final Site site;
  private final Simulation simulation;
  private final Meter meter;
  private final RandomGenerator random;
  private final Gauge length;
  private final ArrayDeque<Message> visible = new ArrayDeque<>();
  private final Map<Long, GivenOut> givenOut = new HashMap<>();
  private final ArrayDeque<BooleanSupplier> idle = new ArrayDeque<>();
  private final ArrayDeque<Promise<Void>> blocked = new ArrayDeque<>();
  private MessageQueue spec;
  private long receipts;
  private int kept;
  private boolean isWatching;

  /// A job that is kept.
  private static final class Message {
    private final Job job;
    private final long takenInNanos;
    private int receives;
    private int stalls;
    private boolean isGone;
    private boolean isVisible;

    Message(Job job, long takenInNanos) {
      this.job = job;
      this.takenInNanos = takenInNanos;
    }
  }

  /// A job in a worker's hands.
  ///
  /// @param timer takes it away again; null where its worker is watched instead
  private record GivenOut(Message message, BooleanSupplier isAlive, @Nullable Event timer) {}

  QueueInstance(MessageQueue spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.random = site.random("queue");
    this.length = new Gauge(simulation);
    meter.watch(length);
    site.offer(JobQueue.class, this);
    site.offer(JobSource.class, this);
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (MessageQueue) changed;
    unblock();
  }

  @Override
  public void suffer(Fault fault) {
    if (meter.isUp()) {
      meter.isUp(false);
      simulation.schedule(site.backInNanos(spec.restartMs()), () -> {
        meter.isUp(true);
        List.copyOf(idle).forEach(_ -> wakeOne());
      });
    }
  }

  @Override
  public void enqueue(Job job) {
    mustBeUp();
    long start = simulation.nowNanos();
    makeRoom();
    simulation.hold(Nanos.ofMillis(spec.enqueueMs() * site.slowness()));
    mustBeUp();
    kept++;
    site.truth().jobs().safe(job.purpose().subject());
    show(new Message(job, simulation.nowNanos()));
    meter.served(start);
  }

  @Override
  public Optional<Delivery> receive(BooleanSupplier isAlive) {
    mustBeUp();
    while (!visible.isEmpty()) {
      var message = takeFirst();
      if (!message.isGone && !isTooOld(message) && !isTriedTooOften(message)) {
        return Optional.of(giveOut(message, isAlive));
      }
    }
    return Optional.empty();
  }

  @Override
  public void done(Delivery delivery) {
    mustBeUp();
    var given = takeBack(delivery.receipt());
    if (given != null && !given.message.isGone) {
      meter.lagged(simulation.nowNanos() - given.message.takenInNanos);
      remove(given.message);
    }
  }

  @Override
  public void failed(Delivery delivery) {
    mustBeUp();
    var given = takeBack(delivery.receipt());
    if (given != null && !given.message.isGone) {
      var message = given.message;
      if (message.receives >= spec.tries()) {
        giveUp(message);
      } else {
        double waitMs = spec.backoff().drawMs(random, spec.waits(), message.receives - 1, spec.baseMs());
        simulation.schedule(Nanos.ofMillis(waitMs), () -> show(message));
      }
    }
  }

  @Override
  public void onJobs(BooleanSupplier wakeUp) {
    if (spec.pollMs() > 0) {
      simulation.schedule(Nanos.ofMillis(spec.pollMs()), wakeUp::getAsBoolean);
    } else if (!visible.isEmpty() && meter.isUp()) {
      wakeUp.getAsBoolean();
    } else {
      idle.add(wakeUp);
    }
  }

  private void mustBeUp() {
    if (!meter.isUp()) {
      throw new ConnectionRefused(site.name());
    }
  }

  private void makeRoom() {
    while (spec.maxLength() > 0 && kept >= spec.maxLength()) {
      switch (spec.whenFull()) {
        case REJECT -> throw new ServiceError("the queue is full");
        case BLOCK -> {
          var room = new Promise<Void>(simulation);
          blocked.add(room);
          room.await();
        }
        case DROP_OLDEST -> dropOldest();
      }
    }
  }

  private void dropOldest() {
    if (visible.isEmpty()) {
      throw new ServiceError("the queue is full of jobs that are being done");
    }
    var oldest = takeFirst();
    if (!oldest.isGone) {
      site.truth().jobs().lost(oldest.job.purpose().subject(), Truth.Cause.DROPPED, site.name());
      remove(oldest);
    }
  }

  private Message takeFirst() {
    var message = visible.remove();
    message.isVisible = false;
    length.add(-1);
    return message;
  }

  private void show(Message message) {
    if (!message.isGone && !message.isVisible) {
      message.isVisible = true;
      visible.add(message);
      length.add(1);
      wakeOne();
    }
  }

  /// The first idle worker that is still there.
  private void wakeOne() {
    boolean isAwake = visible.isEmpty() || !meter.isUp();
    while (!isAwake && !idle.isEmpty()) {
      isAwake = idle.remove().getAsBoolean();
    }
  }

  private boolean isTooOld(Message message) {
    boolean isTooOld = simulation.nowNanos() - message.takenInNanos > spec.retentionSeconds() * 1e9;
    if (isTooOld) {
      site.truth().jobs().lost(message.job.purpose().subject(), Truth.Cause.DROPPED, site.name());
      remove(message);
    }
    return isTooOld;
  }

  /// SQS looks when it would give a job out once more.
  private boolean isTriedTooOften(Message message) {
    boolean isTooOften = message.receives >= spec.tries() && spec.discipline() == Discipline.SQS;
    if (isTooOften) {
      giveUp(message);
    }
    return isTooOften;
  }

  private Delivery giveOut(Message message, BooleanSupplier isAlive) {
    message.receives++;
    long receipt = ++receipts;
    boolean isWatched = spec.discipline() == Discipline.BULLMQ;
    givenOut.put(receipt, new GivenOut(message, isAlive,
        isWatched ? null : simulation.schedule(Nanos.ofMillis(spec.visibilityMs()), () -> takeAway(receipt))));
    if (isWatched) {
      watch();
    }
    if (spec.duplicateShare() > 0 && random.nextDouble() < spec.duplicateShare()) {
      show(message);
    }
    return new Delivery(receipt, message.job);
  }

  /// The visibility time-out has passed: it is shown to everybody again, whatever its worker does.
  private void takeAway(long receipt) {
    var given = givenOut.remove(receipt);
    if (given != null) {
      show(given.message);
    }
  }

  private @Nullable GivenOut takeBack(long receipt) {
    var given = givenOut.remove(receipt);
    if (given != null && given.timer != null) {
      given.timer.cancel();
    }
    return given;
  }

  /// Looks for stalled jobs as long as any is given out.
  private void watch() {
    if (!isWatching) {
      isWatching = true;
      simulation.schedule(STALLED_CHECK_NANOS, this::lookForStalled);
    }
  }

  private void lookForStalled() {
    isWatching = false;
    for (long receipt : givenOut.keySet().stream().sorted().toList()) {
      var given = givenOut.get(receipt);
      if (given.timer == null && !given.isAlive.getAsBoolean()) {
        givenOut.remove(receipt);
        if (++given.message.stalls > MOST_STALLS) {
          giveUp(given.message);
        } else {
          given.message.receives--; // A stall is no attempt.
          show(given.message);
        }
      }
    }
    if (!givenOut.isEmpty()) {
      watch();
    }
  }

  private void giveUp(Message message) {
    site.truth().jobs().givenUp(message.job.purpose().subject(), site.name());
    meter.gaveUp();
    remove(message);
  }

  private void remove(Message message) {
    message.isGone = true;
    kept--;
    unblock();
  }

  private void unblock() {
    if (!blocked.isEmpty()) {
      blocked.remove().complete(null);
    }
  }
}
