package tenfold.component;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.stats.Draw;

/// The arrivals of the open models: a Poisson process of a changing rate. That is one of the largest rate of which only
/// some arrivals are kept: thinning (Lewis & Shedler, "Simulation of nonhomogeneous Poisson processes by thinning",
/// 1979). A recorded rate is constant between its points, so the largest is that of the present piece; at each point
/// the waiting begins anew, which a process without memory does not notice.
final class Arrivals {
  private final Simulation simulation;
  private final RandomGenerator gaps;
  private final RandomGenerator thinning;
  private final Runnable arrival;
  private Families spec = new Families();
  private @Nullable Event next;

  Arrivals(Site site, Runnable arrival) {
    this.simulation = site.simulation();
    this.gaps = site.random("arrivals");
    this.thinning = site.random("thinning");
    this.arrival = arrival;
  }

  /// Goes by these parameters from now on.
  void begin(Families families) {
    stop();
    spec = families;
    schedule();
  }

  void stop() {
    if (next != null) {
      next.cancel();
      next = null;
    }
  }

  private void schedule() {
    double seconds = seconds();
    double largest = recordedRate(seconds) * spec.traffic().largestFactor();
    double piece = endOfPiece(seconds) - seconds;
    if (largest > 0) {
      long gapNanos = Draw.exponential(gaps, 1e9 / largest);
      if (gapNanos < piece * 1e9) {
        next = simulation.schedule(gapNanos, () -> {
          if (isKept()) {
            arrival.run();
          }
          schedule();
        });
        return;
      }
    }
    next = piece < Double.POSITIVE_INFINITY
        ? simulation.schedule(Math.max(1, Math.round(piece * 1e9)), this::schedule) : null;
  }

  private boolean isKept() {
    double seconds = seconds();
    double largest = spec.traffic().largestFactor();
    double factor = spec.traffic().factorAt(seconds)
        * spec.growth().familiesAt(seconds, spec.population()) / spec.population();
    return largest == 1 && factor == 1 || thinning.nextDouble() * largest < factor;
  }

  /// The rate before traffic and growth.
  private double recordedRate(double seconds) {
    if (spec.trace().isEmpty()) {
      return spec.arrivalRatePerSecond();
    }
    int before = pointsUntil(spec.trace(), seconds);
    return before == 0 ? 0 : spec.trace().get(before - 1).ratePerSecond();
  }

  private double endOfPiece(double seconds) {
    int before = pointsUntil(spec.trace(), seconds);
    return before < spec.trace().size() ? spec.trace().get(before).timeSeconds() : Double.POSITIVE_INFINITY;
  }

  /// How many points are not later than a time, by bisection; a nanosecond belongs to the point.
  private static int pointsUntil(List<TracePoint> trace, double seconds) {
    int low = 0;
    int high = trace.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (trace.get(middle).timeSeconds() <= seconds + 1e-9) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double seconds() {
    return simulation.nowNanos() / 1e9;
  }
}
