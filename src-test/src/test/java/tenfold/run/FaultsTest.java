package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.component.Component;
import tenfold.component.ComponentSpec;
import tenfold.component.Fault;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Node;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// What can go wrong with which kind, and when a script says that it does.
final class FaultsTest {

  static List<ComponentSpec> kinds() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> ComponentSpec.standard(type.asSubclass(ComponentSpec.class))).toList();
  }

  /// A kind that declares faults takes notice of them, and one that declares none has no code for them.
  @ParameterizedTest
  @MethodSource("kinds")
  void aKindDeclaresWhatItsInstancesSuffer(ComponentSpec component) throws NoSuchMethodException {
    var coop = new TestBed(new Topology(List.of(new Node("It", 0, 0, component)), List.of()));
    var instance = coop.place("It").instances().getFirst();
    var suffers = instance.component().getClass().getMethod("suffer", Fault.class).getDeclaringClass();
    assertEquals(component.kind().faults().length > 0, suffers != Component.class, component.kind().id());
    for (var fault : List.of(Fault.CRASH, Fault.RESTART)) {
      if (component.canSuffer(fault)) {
        coop.suffer("It", 0, fault);
        assertTrue(!instance.meter().isUp(), fault + " of " + component.kind().id());
        coop.advance(600_000);
        assertTrue(instance.meter().isUp(), fault + " of " + component.kind().id() + " ends");
      }
    }
  }

  @Test
  void whatCannotHappenIsAProblemWithARemedy() {
    var scenario = Gallery.scenario("sample-scaled");
    assertEquals(List.of(
        new Problem("", "the crash at 5 s is meant for \"Nobody\", which is not there", "Name a node of this design",
            true),
        new Problem("Balancer", "the hang at 7.5 s is meant for a balancer, to which that cannot happen",
            "It can happen to: server, cache, primary, replica, workers, outside", true),
        new Problem("Servers", "the restart at 9 s is meant for instance 11 of 10",
            "Choose one from 1 to 10, or 0 for all", false)),
        scenario.with(List.of(
            new ScheduledFault(9, "Servers", 11, Fault.RESTART),
            new ScheduledFault(5, "Nobody", 0, Fault.CRASH),
            new ScheduledFault(7.5, "Balancer", 0, Fault.HANG),
            new ScheduledFault(7.5, "Primary", 0, Fault.HANG),
            new ScheduledFault(7.5, "Servers", 10, Fault.CRASH))).problems());
  }

  /// Scheduled at 4 s, moved to 6 s when 2 s have passed: the server is up at 5 s and down at 7 s. What was to come
  /// before now does not come any more.
  @Test
  void aScriptCanBeChangedWhileItRuns() {
    var run = new Replication(scenario(new ScheduledFault(4, "Server", 0, Fault.CRASH)), 1);
    run.watch(1_000_000_000, _ -> {});
    run.advance(2_000_000_000, () -> false);
    run.faults(List.of(
        new ScheduledFault(6, "Server", 0, Fault.CRASH), new ScheduledFault(1, "Server", 0, Fault.CRASH)));
    assertEquals(List.of(0, 1), downAt(run, 5, 7));
  }

  @Test
  void aScriptThatStaysTheSameGivesTheSameRun() {
    var script = new ScheduledFault(4, "Server", 0, Fault.CRASH);
    var untouched = new Replication(scenario(script), 1);
    untouched.advance(10_000_000_000L, () -> false);
    var again = new Replication(scenario(script), 1);
    again.advance(2_000_000_000, () -> false);
    again.faults(List.of(script));
    again.advance(10_000_000_000L, () -> false);
    assertEquals(untouched.digest(), again.digest());
  }

  private static Scenario scenario(ScheduledFault script) {
    return Gallery.scenario("growth-crisis").with(List.of(script));
  }

  private static List<Integer> downAt(Replication run, int... seconds) {
    var down = new ArrayList<Integer>();
    for (int second : seconds) {
      run.advance(second * 1_000_000_000L, () -> false);
      down.add(run.snapshot().nodes().stream().filter(node -> node.name().equals("Server")).findFirst().orElseThrow()
          .down());
    }
    return down;
  }
}
