package tenfold.port;

import java.time.Duration;

/// The time in which a handler lives.
public interface Clock {
  /// Time since a moment that all servers share, in nanoseconds.
  long nowNanos();

  /// Lets time pass for the calling request.
  void sleep(Duration time);
}
