package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tenfold.component.Families;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// A run on a thread of its own.
class LiveRunTest {
  /// The clock stands: the run says so and leaves its last picture.
  @Test
  void aRunInWhichTimeStandsEndsWithASentence() {
    try (var run = new LiveRun(frozen(), 1_000)) {
      run.playing(true);
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (run.failure().isEmpty() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(10_000_000);
      }
      var sentence = run.failure().orElseThrow();
      var start = "The run was stopped at 0 s of simulated time, because 10,000,000 events";
      assertTrue(sentence.startsWith(start), sentence);
      assertTrue(sentence.endsWith("Start anew with the button left of play."), sentence);
      assertEquals("Families", run.latest().orElseThrow().nodes().getFirst().name());
    }
  }

  /// Families who do not think and have no way in: they are refused, and try again, at once.
  private static Scenario frozen() {
    var scenario = Gallery.scenario("growth-crisis");
    var hasty = new Families(Families.Model.CLOSED, 10, 0, 1, 10_000, Families.Keys.OWN, 1, Families.Session.NONE,
        Families.Mix.READ_ONLY);
    return scenario.with(scenario.topology().minus("Primary").minus("Server")
        .change("Families", node -> node.with(hasty)));
  }
}
