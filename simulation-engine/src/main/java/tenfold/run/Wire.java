package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.component.Chronicle;
import tenfold.component.Fault;
import tenfold.component.guarding.BreakerNews;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Guard;
import tenfold.component.guarding.GuardCounts;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.Lost;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.scenario.ScheduledFault;
import tenfold.stats.Draw;
import tenfold.topology.Link;

/// A link at work: every call over it takes the way there and the way back, and is counted by its fate.
final class Wire {
  private final Simulation simulation;
  private final Chronicle chronicle;
  private final RandomGenerator random;
  private final RandomGenerator lossRandom;
  private final String name;
  private final long[] counts = new long[Fate.values().length];
  private final Conditions conditions;
  private final List<Runnable> onHealed = new ArrayList<>();
  private final List<Guard> guards = new ArrayList<>();
  private @Nullable Guard shared;
  private Link link;
  private double lossShare;
  private double delayNanos;

  Wire(Simulation simulation, Chronicle chronicle, Link link) {
    this.simulation = simulation;
    this.chronicle = chronicle;
    this.link = link;
    this.name = link.from() + " → " + link.to();
    this.random = simulation.random("link " + name);
    this.lossRandom = simulation.random("loss " + name);
    this.conditions = new Conditions(simulation, chronicle, () -> name, this::takeOver);
    takeOver();
  }

  Link link() {
    return link;
  }

  String name() {
    return name;
  }

  /// What the running process works for.
  @Nullable Object context() {
    return simulation.context();
  }

  /// The guards that all callers share.
  Guard sharedGuard(CallGuards spec) {
    if (shared == null || !shared.spec().equals(spec)) {
      shared = newGuard(spec);
    }
    return shared;
  }

  /// Guards for one caller.
  Guard newGuard(CallGuards spec) {
    var guard = new Guard(simulation, simulation.random("guard " + name), spec,
        new BreakerNews(simulation, name, what -> chronicle.tell(what, name)));
    guards.add(guard);
    return guard;
  }

  LinkResult result() {
    return new LinkResult(link.from(), link.to(), GuardCounts.of(guards));
  }

  /// What its guards have done so far. A breaker that the link has no more is not open.
  GuardCounts guardCounts() {
    var present = guards.stream().filter(guard -> guard.spec().equals(link.guards())).toList();
    return GuardCounts.of(guards).withOpen(GuardCounts.of(present).open());
  }

  /// The lasting faults that are on now, with how bad each is.
  Map<Fault, Double> suffered() {
    return conditions.present();
  }

  /// All guards that there are, or were, on this link.
  List<Guard> guards() {
    return guards;
  }

  void link(Link changed) {
    link = changed;
    takeOver();
  }

  /// A fault happens to the way.
  void suffer(ScheduledFault fault) {
    conditions.begin(fault.fault(), fault.strength(), fault.forSeconds());
  }

  /// Whether nothing gets through.
  boolean isCut() {
    return conditions.isOn(Fault.PARTITION);
  }

  /// Runs `action` whenever a partition may be over.
  void onHealed(Runnable action) {
    onHealed.add(action);
  }

  private void takeOver() {
    lossShare = isCut() ? 1 : 1 - (1 - link.loss()) * (1 - conditions.strength(Fault.LOSS));
    delayNanos = conditions.strength(Fault.DELAY) * 1e6;
    if (!isCut()) {
      onHealed.forEach(Runnable::run);
    }
  }

  /// Calls over it so far, by the ordinal of their fate.
  long count(Fate fate) {
    return counts[fate.ordinal()];
  }

  /// Makes a call over the link.
  ///
  /// @param what what is asked for, for those who look on
  /// @param about and of what
  /// @throws Lost when request or answer is lost
  <R> R send(String what, Object about, Supplier<R> call) {
    return over(what, about, call, false);
  }

  /// Makes a call over the link by someone who knows no time-out: when request or answer is lost, it waits for ever.
  <R> R call(String what, Object about, Supplier<R> call) {
    try {
      return over(what, about, call, false);
    } catch (Lost loss) {
      return waitForEver();
    }
  }

  /// Makes a call whose own time has its ways in it.
  ///
  /// @throws Lost when request or answer is lost
  <R> R sendAtOnce(String what, Object about, Supplier<R> call) {
    return over(what, about, call, true);
  }

  /// Makes such a call by someone who knows no time-out.
  <R> R callAtOnce(String what, Object about, Supplier<R> call) {
    try {
      return over(what, about, call, true);
    } catch (Lost loss) {
      return waitForEver();
    }
  }

  /// Opens a connection, which is no call of its own: it is counted only when it fails.
  ///
  /// @throws NoAnswer also when the connection request is lost
  void open(Runnable connection) {
    var tracer = simulation.witness() instanceof Tracer one ? one : null;
    int span = tracer == null ? Tracer.UNSEEN : tracer.opens(link.from(), link.to(), "connect");
    try {
      travel();
      connection.run();
      travel();
      if (tracer != null) {
        tracer.closes(span, Fate.DATABASE);
      }
    } catch (Lost loss) {
      end(Fate.TIMED_OUT, tracer, span);
      throw new NoAnswer(link.to());
    } catch (NoAnswer silence) {
      end(Fate.TIMED_OUT, tracer, span);
      throw silence;
    } catch (PortFailure failure) {
      travel();
      end(Fate.FAILED, tracer, span);
      throw failure;
    }
  }

  private <R> R over(String what, Object about, Supplier<R> call, boolean isAtOnce) {
    long start = simulation.nowNanos();
    var tracer = simulation.witness() instanceof Tracer one ? one : null;
    int span = tracer == null ? Tracer.UNSEEN : tracer.opens(link.from(), link.to(), what + " " + about);
    try {
      if (!isAtOnce) {
        shakeHands();
      }
      cross(isAtOnce);
      var result = call.get();
      cross(isAtOnce);
      end(isAbandoned() ? Fate.TIMED_OUT : Fate.of(result, simulation.nowNanos() - start), tracer, span);
      return result;
    } catch (NoAnswer | Lost silence) {
      end(Fate.TIMED_OUT, tracer, span);
      throw silence;
    } catch (PortFailure failure) {
      try {
        cross(isAtOnce);
      } finally {
        end(Fate.FAILED, tracer, span);
      }
      throw failure;
    }
  }

  private void cross(boolean isAtOnce) {
    if (isAtOnce) {
      mayBeLost();
    } else {
      travel();
    }
  }

  private <R> R waitForEver() {
    return new Promise<R>(simulation).await();
  }

  private void shakeHands() {
    for (int i = 0; i < 2 * link.handshakes(); i++) {
      travel();
    }
  }

  /// One way.
  private void travel() {
    mayBeLost();
    double oneWayNanos = link.roundTripMs() / 2 * 1e6;
    if (link.jitter() > 0) {
      oneWayNanos *= Draw.lognormal(random, link.jitter());
    }
    oneWayNanos += delayNanos;
    if (oneWayNanos > 0) {
      simulation.hold(Math.round(oneWayNanos));
    }
  }

  private void mayBeLost() {
    if (lossShare > 0 && lossRandom.nextDouble() < lossShare) {
      throw new Lost(name);
    }
  }

  private void end(Fate fate, @Nullable Tracer tracer, int span) {
    if (tracer != null) {
      tracer.closes(span, fate);
    }
    counts[fate.ordinal()]++;
    simulation.record(name.hashCode() * 31L + simulation.nowNanos() * 8 + fate.ordinal());
  }

  private boolean isAbandoned() {
    return simulation.context() instanceof Attempt attempt && attempt.isAbandoned();
  }
}
