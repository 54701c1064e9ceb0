package tenfold.run;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tenfold.component.Attempt;
import tenfold.kernel.Simulation;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.stats.Draw;
import tenfold.topology.Link;

/// A link at work: every call over it takes the way there and the way back, and is counted by its fate.
final class Wire {
  private final Simulation simulation;
  private final RandomGenerator random;
  private final int number;
  private final long[] counts = new long[Fate.values().length];
  private Link link;

  Wire(Simulation simulation, Link link) {
    this.simulation = simulation;
    this.link = link;
    this.random = simulation.random("link " + link.from() + " → " + link.to());
    this.number = (link.from() + " → " + link.to()).hashCode();
  }

  Link link() {
    return link;
  }

  void link(Link changed) {
    link = changed;
  }

  /// Calls over it so far, by the ordinal of their fate.
  long count(Fate fate) {
    return counts[fate.ordinal()];
  }

  /// Makes a call over the link.
  <R> R call(Supplier<R> call) {
    return call(call, this::travel);
  }

  /// Makes a call whose own time has its ways in it.
  <R> R callAtOnce(Supplier<R> call) {
    return call(call, () -> {});
  }

  private <R> R call(Supplier<R> call, Runnable way) {
    long start = simulation.nowNanos();
    way.run();
    try {
      var result = call.get();
      way.run();
      end(isAbandoned() ? Fate.TIMED_OUT : Fate.of(result, simulation.nowNanos() - start));
      return result;
    } catch (NoAnswer silence) {
      end(Fate.TIMED_OUT);
      throw silence;
    } catch (PortFailure failure) {
      way.run();
      end(Fate.FAILED);
      throw failure;
    }
  }

  private void travel() {
    double oneWayNanos = link.roundTripMs() / 2 * 1e6;
    if (link.jitter() > 0) {
      oneWayNanos *= Draw.lognormal(random, link.jitter());
    }
    if (oneWayNanos > 0) {
      simulation.hold(Math.round(oneWayNanos));
    }
  }

  private void end(Fate fate) {
    counts[fate.ordinal()]++;
    simulation.record(number * 31L + simulation.nowNanos() * 8 + fate.ordinal());
  }

  private boolean isAbandoned() {
    return simulation.context() instanceof Attempt attempt && attempt.isAbandoned();
  }
}
