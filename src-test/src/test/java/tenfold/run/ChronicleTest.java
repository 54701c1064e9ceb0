package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.Chronicle.Happening;
import tenfold.component.Chronicle.What;
import tenfold.component.Fault;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScheduledFault;

/// What is told of a running system: what happened, where and when.
class ChronicleTest {
  private static final long SECOND = 1_000_000_000;

  /// A server ends at 5 s with the sessions in its memory, and comes back after its restart.
  @Test
  void aCrashIsToldWithWhatItCosts() {
    var told = told("sessions-in-memory", 40, new ScheduledFault(5, "Servers", 2, Fault.CRASH));
    var down = first(told, What.WENT_DOWN);
    assertEquals("Servers#2", down.where());
    assertEquals(5 * SECOND, down.atNanos());
    var lost = first(told, What.SESSIONS_LOST);
    assertEquals(down.atNanos(), lost.atNanos());
    assertEquals("Servers#2", lost.where());
    assertTrue(lost.number() > 0);
    assertEquals("Servers#2", first(told, What.CAME_UP).where());
  }

  /// A fault that lasts is told when it begins and when it ends, on a way too.
  @Test
  void lastingFaultsBeginAndEnd() {
    var told = told("sample-scaled", 20, new ScheduledFault(3, "Servers", 1, Fault.SLOW).lasting(4, 5),
        new ScheduledFault(4, "Servers", 0, Fault.PARTITION).to("Primary").lasting(0, 6));
    assertEquals(List.of("3 faultBegan Servers#1 slow", "4 faultBegan Servers → Primary partition",
        "8 faultEnded Servers#1 slow", "10 faultEnded Servers → Primary partition"),
        told.stream().filter(one -> one.fault().isPresent())
            .map(one -> one.atNanos() / SECOND + " " + one.what() + " " + one.where() + " " + one.fault().get())
            .toList());
  }

  /// What an auto-scaler does is told: each launch is followed by an instance in service.
  @Test
  void scalingIsTold() {
    var told = told("flapping", 1_200);
    long launched = told.stream().filter(one -> one.what() == What.LAUNCHED).count();
    long inService = told.stream().filter(one -> one.what() == What.IN_SERVICE).count();
    assertTrue(launched > 0);
    assertTrue(inService > 0 && inService <= launched, inService + " of " + launched);
    assertTrue(told.stream().anyMatch(one -> one.what() == What.TAKEN_AWAY));
  }

  /// A breaker on a link opens when what it guards fails.
  @Test
  void breakersAreTold() {
    var told = told("two-sites", 200);
    var opened = first(told, What.BREAKER_OPENED);
    assertTrue(opened.where().contains(" → "), opened.where());
  }

  /// So does the one in the payment handler's own code, in each process for itself.
  @Test
  void theHandlersOwnBreakerIsTold() {
    var told = told("open-for-ever", 150);
    var opened = told.stream().filter(one -> one.what() == What.BREAKER_OPENED).toList();
    assertEquals(List.of("Servers#1", "Servers#2", "Servers#3", "Servers#4"),
        opened.stream().map(Happening::where).sorted().toList(), "it never closes, so each opens once");
  }

  /// Listening changes nothing.
  @Test
  void listeningChangesNothing() {
    var heard = new Replication(Gallery.scenario("flapping"), 5);
    heard.listen(_ -> {});
    heard.advance(100 * SECOND, () -> false);
    var alone = new Replication(Gallery.scenario("flapping"), 5);
    alone.advance(100 * SECOND, () -> false);
    assertEquals(alone.digest(), heard.digest());
  }

  private static Happening first(List<Happening> told, What what) {
    return told.stream().filter(one -> one.what() == what).findFirst()
        .orElseThrow(() -> new AssertionError(what + " is not among " + told));
  }

  private static List<Happening> told(String name, double seconds, ScheduledFault... faults) {
    var scenario = Gallery.scenario(name);
    var run = new Replication(faults.length == 0 ? scenario : scenario.with(List.of(faults)), 3);
    var told = new ArrayList<Happening>();
    run.listen(told::add);
    run.advance(Math.round(seconds * SECOND), () -> false);
    return told;
  }
}
