package tenfold.component.guarding;

import java.util.function.Consumer;
import tenfold.component.Chronicle.What;
import tenfold.kernel.Simulation;
import tenfold.resilience.CircuitBreaker;
import tenfold.resilience.CircuitBreaker.State;

/// Tells what a circuit breaker does: its states to whoever listens to the run, the calls that it turns away to whoever
/// looks on at the request.
///
/// @param where where it stands: a link, or an instance
/// @param tell is told its states
public record BreakerNews(Simulation simulation, String where, Consumer<What> tell) implements CircuitBreaker.Listener {
  @Override
  public void changed(State next) {
    tell.accept(What.of(next));
  }

  @Override
  public void turnedAway() {
    simulation.note("breaker", where);
  }
}
