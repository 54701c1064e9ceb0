package tenfold.component;

import java.util.random.RandomGenerator;

/// How long a client waits before it tries again, as a function of how often it has tried.
///
/// Source: Brooker, "Exponential backoff and jitter", AWS Architecture Blog, 2015.
public enum Backoff {
  /// Not at all.
  NONE("none") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      return 0;
    }
  },
  /// Always the same.
  FIXED("fixed") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      return retrying.baseMs();
    }
  },
  /// Longer each time.
  EXPONENTIAL("exponential") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      return retrying.limitMs(tried);
    }
  },
  /// Between nothing and the exponential wait.
  FULL_JITTER("fullJitter") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      return random.nextDouble() * retrying.limitMs(tried);
    }
  },
  /// Between half the exponential wait and all of it.
  EQUAL_JITTER("equalJitter") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      return (0.5 + random.nextDouble() / 2) * retrying.limitMs(tried);
    }
  },
  /// Between the base and three times the wait before.
  DECORRELATED("decorrelated") {
    @Override
    public double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs) {
      double high = Math.max(retrying.baseMs(), 3 * previousMs);
      return Math.min(retrying.capMs(), retrying.baseMs() + random.nextDouble() * (high - retrying.baseMs()));
    }
  };

  private final String id;

  Backoff(String id) {
    this.id = id;
  }

  /// One wait in milliseconds.
  ///
  /// @param tried retries before this one, from 0
  /// @param previousMs the wait before this one; the base before the first
  public abstract double drawMs(RandomGenerator random, Retrying retrying, int tried, double previousMs);

  @Override
  public String toString() {
    return id;
  }
}
