package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tenfold.kernel.Simulation;
import tenfold.port.PortFailure;
import tenfold.port.ServiceError;

/// A caller that leaves after 50 ns; what it called works on.
class AbandonableCallTest {
  private final Simulation simulation = new Simulation(1);
  private final List<String> timeline = new ArrayList<>();

  @Test
  void aCallInTimeReturnsItsResult() {
    call(() -> {
      simulation.hold(49);
      return "answer";
    });
    mustBe("answer@49");
    assertEquals(0, simulation.pendingEvents(), "the timer is gone");
  }

  @Test
  void aCallThatTakesLongerIsLeftButGoesOn() {
    call(() -> {
      simulation.hold(80);
      mark("zombie work done");
      return "answer";
    });
    mustBe("lookup timed out@50", "zombie work done@80");
  }

  @Test
  void aFailureIsThatOfTheCall() {
    call(() -> {
      simulation.hold(20);
      throw new ServiceError("no such table");
    });
    mustBe("no such table@20");
  }

  /// What a process works for goes with its calls.
  @Test
  void theCallWorksForTheSameAsItsCaller() {
    simulation.start("caller", () -> {
      mark(AbandonableCall.within(simulation, "lookup", 50, () -> String.valueOf(simulation.context())));
    }).context("request 7");
    mustBe("request 7@0");
  }

  private void call(Supplier<String> call) {
    simulation.start("caller", () -> {
      try {
        mark(AbandonableCall.within(simulation, "lookup", 50, call));
      } catch (PortFailure failure) {
        mark(failure.getMessage());
      }
    });
  }

  private void mark(String what) {
    timeline.add(what + "@" + simulation.nowNanos());
  }

  private void mustBe(String... expected) {
    simulation.run(1_000);
    assertEquals(List.of(expected), timeline);
  }
}
