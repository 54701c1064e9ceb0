package tenfold.component;

import org.jspecify.annotations.Nullable;

/// One try of a client to get an answer: the mark that a request's process carries through the system.
public final class Attempt {
  private final long startNanos;
  private final int family;
  private final boolean ofPopulation;
  private final long operation;
  private boolean readsFromPrimary;
  private boolean abandoned;
  private boolean settled;
  private @Nullable Meter waitsAt;

  /// @param operation number of what the client wants, the same for all tries
  Attempt(int family, boolean ofPopulation, long operation, long startNanos) {
    this.family = family;
    this.ofPopulation = ofPopulation;
    this.operation = operation;
    this.startNanos = startNanos;
  }

  /// The family that asks.
  public int family() {
    return family;
  }

  /// Number of what the client wants; all its tries have the same.
  long operation() {
    return operation;
  }

  /// Whether reads for this attempt go to the primary, because its client has written lately.
  boolean readsFromPrimary() {
    return readsFromPrimary;
  }

  void readFromPrimary() {
    readsFromPrimary = true;
  }

  /// Whether the family belongs to a closed population, so that it thinks again afterwards.
  boolean isOfPopulation() {
    return ofPopulation;
  }

  /// When the client sent it, in simulated nanoseconds.
  public long startNanos() {
    return startNanos;
  }

  /// Whether the client has stopped waiting; what is still done for it is zombie work.
  public boolean isAbandoned() {
    return abandoned;
  }

  boolean isSettled() {
    return settled;
  }

  void settle() {
    settled = true;
  }

  void abandon() {
    settled = true;
    abandoned = true;
    if (waitsAt != null) {
      waitsAt.abandonedWaiting(1);
    }
  }

  /// The attempt begins to wait at an instance.
  void waitsAt(Meter meter) {
    goesOn();
    waitsAt = meter;
    if (abandoned) {
      meter.abandonedWaiting(1);
    }
  }

  /// The attempt waits no longer.
  void goesOn() {
    if (abandoned && waitsAt != null) {
      waitsAt.abandonedWaiting(-1);
    }
    waitsAt = null;
  }
}
