package tenfold.component;

import java.util.Optional;
import java.util.function.Consumer;
import tenfold.kernel.Simulation;
import tenfold.resilience.CircuitBreaker;

/// What happens to the parts of a running system, told to whoever listens. Nothing that happens depends on it.
public final class Chronicle {
  private final Simulation simulation;
  private Consumer<Happening> listener = _ -> {};

  /// Nobody listens yet.
  public Chronicle(Simulation simulation) {
    this.simulation = simulation;
  }

  /// Something that can happen. The identifiers are those of reports.
  public enum What {
    /// An instance takes no calls any more.
    WENT_DOWN("wentDown"),
    /// An instance takes calls again.
    CAME_UP("cameUp"),
    /// An instance takes calls and answers none.
    HANGS("hangs"),
    /// A fault that does not last: what follows from it follows.
    STRUCK("struck"),
    /// A fault that lasts begins.
    FAULT_BEGAN("faultBegan"),
    /// A fault that lasts is over.
    FAULT_ENDED("faultEnded"),
    /// An auto-scaler has launched an instance, which boots.
    LAUNCHED("launched"),
    /// An instance has booted and takes calls.
    IN_SERVICE("inService"),
    /// An auto-scaler has taken an instance away, which drains.
    TAKEN_AWAY("takenAway"),
    /// A circuit breaker does not let calls pass any more.
    BREAKER_OPENED("breakerOpened"),
    /// A circuit breaker lets a few calls try.
    BREAKER_TRIES("breakerTries"),
    /// A circuit breaker lets calls pass again.
    BREAKER_CLOSED("breakerClosed"),
    /// Sessions were lost with the memory that kept them; how many is the number.
    SESSIONS_LOST("sessionsLost"),
    /// A change is lost that a client was told is done.
    WRITE_LOST("writeLost");

    private final String id;

    What(String id) {
      this.id = id;
    }

    /// What a circuit breaker does that gets into a state.
    public static What of(CircuitBreaker.State state) {
      return switch (state) {
        case OPEN -> BREAKER_OPENED;
        case HALF_OPEN -> BREAKER_TRIES;
        case CLOSED -> BREAKER_CLOSED;
      };
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Something that happened.
  ///
  /// @param atNanos when, in simulated time
  /// @param what what
  /// @param where the instance, as in "Server#2"; of a link, its ends, as in "Server → Cache"
  /// @param number how many, or how bad, where that says anything; else 0
  /// @param fault which fault it was, where it was one
  public record Happening(long atNanos, What what, String where, double number, Optional<Fault> fault) {}

  /// Tells `all` from now on.
  public void listen(Consumer<Happening> all) {
    listener = all;
  }

  /// Something happens now.
  public void tell(What what, String where) {
    tell(what, where, 0);
  }

  /// Something happens now, so many times or so badly.
  public void tell(What what, String where, double number) {
    listener.accept(new Happening(simulation.nowNanos(), what, where, number, Optional.empty()));
  }

  /// A fault begins or ends now.
  public void tell(What what, String where, double strength, Fault fault) {
    listener.accept(new Happening(simulation.nowNanos(), what, where, strength, Optional.of(fault)));
  }
}
