package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.component.Chronicle.Happening;
import tenfold.component.Outcomes;
import tenfold.component.guarding.Guard;
import tenfold.kernel.Event;
import tenfold.kernel.LimitReached;
import tenfold.kernel.Limits;
import tenfold.kernel.Simulation;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Topology;

/// One seeded run of a scenario. It belongs to one thread; the same scenario, seed and edits give the same run.
public final class Replication {
  private final Scenario scenario;
  private final Simulation simulation;
  private final Outcomes outcomes = new Outcomes();
  private final Assembly assembly;
  private final MemoryGuard memory = new MemoryGuard();
  private final List<Event> scheduled = new ArrayList<>();
  private Scenario present;
  private long warmUpRequests;
  private long measuringSinceNanos;
  private Optional<String> stopped = Optional.empty();
  private @Nullable ReadOut readOut;

  /// A run at time 0.
  public Replication(Scenario scenario, long seed) {
    this(scenario, seed, Limits.STANDARD);
  }

  /// A run at time 0 that may go as far as `limits` say.
  Replication(Scenario scenario, long seed, Limits limits) {
    this.scenario = scenario;
    this.simulation = new Simulation(seed, limits);
    this.assembly = new Assembly(simulation, outcomes);
    this.present = scenario;
    assembly.apply(scenario.topology());
    schedule(scenario.faults());
  }

  /// Runs the warm-up, forgets what was counted in it, runs the length and returns what was measured.
  public Result run() {
    run(() -> false);
    return result();
  }

  /// Runs like [#run()] but gives up, between two events, as soon as `isCancelled` says so. A run that goes too far is
  /// stopped there; its result has what was measured until then.
  ///
  /// @return whether there is a result
  public boolean run(BooleanSupplier isCancelled) {
    try {
      return runWhole(isCancelled);
    } catch (LimitReached limit) {
      stopped = Optional.of(limit.getMessage());
      return true;
    }
  }

  private boolean runWhole(BooleanSupplier isCancelled) {
    long warmUpNanos = Math.round(scenario.warmUpSeconds() * 1e9);
    if (!advance(warmUpNanos, isCancelled)) {
      return false;
    }
    measuringSinceNanos = warmUpNanos;
    warmUpRequests = outcomes.total();
    outcomes.clear();
    assembly.truth().clear();
    assembly.places().forEach(PlacedNode::clear);
    assembly.wires().forEach(wire -> wire.guards().forEach(Guard::clear));
    return advance(warmUpNanos + Math.round(scenario.lengthSeconds() * 1e9), isCancelled);
  }

  /// What was measured; of a run that was stopped in its warm-up, the warm-up.
  public Result result() {
    double seconds = Math.max(1e-9, (simulation.nowNanos() - measuringSinceNanos) / 1e9);
    return Result.of(assembly.familyCount(), seconds, outcomes,
        assembly.places().stream().map(PlacedNode::result).toList(),
        assembly.wires().stream().filter(wire -> !wire.link().guards().areNone()).map(Wire::result).toList(),
        assembly.truth().account(), warmUpRequests,
        simulation.digest(), stopped);
  }

  /// Something goes wrong now, whatever time it was meant for; nothing happens where it cannot.
  public void suffer(ScheduledFault fault) {
    assembly.suffer(fault);
  }

  /// Lets these things go wrong from now on, instead of those that were to come. What was to come before now does not.
  public void faults(List<ScheduledFault> script) {
    edit(present.with(script));
  }

  private void schedule(List<ScheduledFault> script) {
    scheduled.forEach(Event::cancel);
    scheduled.clear();
    for (var fault : script) {
      long delayNanos = Math.round(fault.atSeconds() * 1e9) - nowNanos();
      if (delayNanos >= 0) {
        scheduled.add(simulation.schedule(delayNanos, () -> suffer(fault)));
      }
    }
  }

  /// Begins to take a read-out of every `sliceNanos` of simulated time, for a window that looks on.
  public void watch(long sliceNanos, Consumer<Point> onPoint) {
    readOut = new ReadOut(simulation, assembly, sliceNanos, onPoint);
  }

  /// Writes down what the time of some requests goes to. It only looks.
  ///
  /// @param wanted which requests, asked when each begins
  /// @param onTrace gets each trace when its request has ended for its client
  public void trace(Predicate<Attempt> wanted, Consumer<Trace> onTrace) {
    assembly.trace(wanted, onTrace);
  }

  /// Tells what happens to the parts from now on. It only looks.
  public void listen(Consumer<Happening> onHappening) {
    assembly.chronicle().listen(onHappening);
  }

  /// Changes the length of the slices from the next one on.
  public void sliceNanos(long nanos) {
    if (readOut != null) {
      readOut.sliceNanos(nanos);
    }
  }

  /// Lets time pass up to `untilNanos`, or until `pause` answers true between two events.
  ///
  /// @return whether `untilNanos` was reached
  /// @throws LimitReached when it goes too far
  public boolean advance(long untilNanos, BooleanSupplier pause) {
    return simulation.run(untilNanos, () -> {
      memory.look(simulation.nowNanos());
      return pause.getAsBoolean();
    });
  }

  /// Makes the running system be `topology` from now on.
  public void edit(Topology topology) {
    edit(present.with(topology));
  }

  /// Makes the running system, and what is to go wrong with it, be those of a scenario from now on.
  public void edit(Scenario changed) {
    if (!changed.topology().equals(present.topology())) {
      assembly.apply(changed.topology());
    }
    if (!changed.faults().equals(present.faults())) {
      schedule(changed.faults());
    }
    present = changed;
  }

  /// Does what is done to a run of a [Course], now.
  public void take(Course.Step step) {
    switch (step) {
      case Course.Step.Edit edit -> edit(edit.scenario());
      case Course.Step.Blow blow -> suffer(blow.fault());
    }
  }

  /// Lets happen what is still to happen at this instant, so that what is done next comes after all of it.
  ///
  /// @throws LimitReached when that has no end
  public void settle() {
    simulation.run(simulation.nowNanos());
  }

  /// Lets the next event of the system happen.
  public void step() {
    long looks;
    do {
      looks = looks();
      simulation.step();
    } while (looks() != looks);
  }

  private long looks() {
    return readOut == null ? 0 : readOut.looks();
  }

  /// Requests that have ended for their client so far, since the warm-up if there was one.
  public long ended() {
    return outcomes.total();
  }

  /// Simulated time, in nanoseconds.
  public long nowNanos() {
    return simulation.nowNanos();
  }

  /// Fingerprint of the run so far.
  public long digest() {
    return simulation.digest();
  }

  /// Jobs that were promised and are neither done nor lost nor safe in a queue or an outbox.
  long openJobs() {
    return assembly.truth().jobs().open();
  }

  /// How the attempts of the families end.
  Outcomes outcomes() {
    return outcomes;
  }

  /// A picture of the running system; it needs [#watch].
  public Snapshot snapshot() {
    if (readOut == null) {
      throw new IllegalStateException("call watch before the first snapshot");
    }
    return readOut.snapshot();
  }
}
