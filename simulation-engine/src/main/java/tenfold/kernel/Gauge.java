package tenfold.kernel;

/// A level that changes at instants of simulated time (busy servers, waiting requests), with its integral over
/// time, from which time averages follow: mean level = (integral(b) − integral(a)) / (b − a).
public final class Gauge {
  private final Simulation simulation;
  private int level;
  private long changedNanos;
  private double integral;

  /// A gauge at level 0.
  public Gauge(Simulation simulation) {
    this.simulation = simulation;
    this.changedNanos = simulation.nowNanos();
  }

  /// The level now.
  public int level() {
    return level;
  }

  /// Sets the level from now on.
  public void set(int newLevel) {
    long now = simulation.nowNanos();
    integral += (double) level * (now - changedNanos);
    changedNanos = now;
    level = newLevel;
  }

  /// Raises (or, negative, lowers) the level from now on.
  public void add(int change) {
    set(level + change);
  }

  /// Begins to average the level.
  public Average average() {
    return new Average();
  }

  /// Time average of the level since the last restart.
  public final class Average {
    private long sinceNanos;
    private double sinceIntegral;

    private Average() {
      restart();
    }

    /// Forgets what was before now.
    public void restart() {
      sinceNanos = simulation.nowNanos();
      sinceIntegral = integral();
    }

    /// Mean level since the last restart; the level itself when no time has passed.
    public double mean() {
      long nanos = simulation.nowNanos() - sinceNanos;
      return nanos == 0 ? level : (integral() - sinceIntegral) / nanos;
    }
  }

  /// Level integrated over time up to now, in level × nanoseconds.
  private double integral() {
    return integral + (double) level * (simulation.nowNanos() - changedNanos);
  }
}
