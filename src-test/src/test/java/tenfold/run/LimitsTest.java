package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Families;
import tenfold.component.Families.Mix;
import tenfold.component.Families.Model;
import tenfold.component.Families.Session;
import tenfold.kernel.Limits;
import tenfold.scenario.Scenario;

/// A run that goes too far is stopped by name, and what it measured until then is kept.
class LimitsTest {
  private static final Limits SMALL = new Limits(100, 10_000);

  /// Ten families who do not think and a server that takes no time: the clock stands.
  @Test
  void aRunInWhichTimeDoesNotGoOnIsStopped() {
    var result = run(families(Model.CLOSED, 0), 0);
    assertTrue(result.requests() > 1_000);
    assertEquals("stopped at 0 s of simulated time, because 10,000 events happened at that instant and time did not go "
        + "on. Look for something that takes no time: families who do not think, a retry that does not wait.",
        result.stopped().orElseThrow());
  }

  /// Ten requests a second of 60 s of work for one core: after some 10 s a hundred are under way. Clients give up after
  /// 1 s, but the server does not; those time-outs are the result so far.
  @Test
  void aRunThatTakesInMoreThanItDoesIsStopped() {
    var result = run(families(Model.OPEN_POISSON, 0), 60_000);
    assertTrue(result.stopped().orElseThrow().contains("because more than 100 requests were under way. Work comes in"));
    assertTrue(result.seconds() > 5 && result.seconds() < 20, "seconds: " + result.seconds());
    assertEquals(result.requests(), result.timeouts());
    assertTrue(result.timeouts() > 50 && result.timeouts() <= 100, "time-outs: " + result.timeouts());
  }

  /// A million events at one instant are too many, but not over time.
  @Test
  void aRunThatGoesOnIsNotStopped() {
    var result = run(families(Model.CLOSED, 1), 1);
    assertFalse(result.stopped().isPresent());
    assertEquals(60, result.seconds());
    assertTrue(result.requests() > 10_000);
  }

  private static Result run(Families families, double pageMs) {
    var topology = Parts.topology(List.of(node("Families", families),
        node("Server", Parts.server(200, 511, Overflow.REFUSE, pageMs, Parts.READY)),
        node("Primary", Parts.freePrimary())), "Families > Server", "Server > Primary");
    return new Replication(new Scenario("", "", topology, 0, 60, 1), 1, SMALL).run();
  }

  private static Families families(Model model, double thinkMs) {
    return new Families(model, 10, thinkMs, 10, 1_000, Families.Keys.OWN, 1, Session.NONE, Mix.READ_ONLY);
  }
}
