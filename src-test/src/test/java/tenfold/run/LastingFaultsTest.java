package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.port.Request;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Problem;
import tenfold.topology.Topology;

/// Faults that go on for a while, and those of ways and of zones.
final class LastingFaultsTest {
  private static final String PAGE = "/api/family/1";

  /// A page costs 10 ms of one core; three times as slow it takes 30 ms, and 10 ms again afterwards.
  @Test
  void whatIsSlowIsSlowForAsLongAsItIsSaid() {
    var coop = new TestBed(oneServer(10));
    assertEquals(10, coop.get("Server", PAGE).tookMs(), 1e-6);
    suffer(coop, new ScheduledFault(0, "Server", 0, Fault.SLOW).lasting(3, 60));
    assertEquals(30, coop.get("Server", PAGE).tookMs(), 1e-6);
    coop.advance(60_000);
    assertEquals(10, coop.get("Server", PAGE).tookMs(), 1e-6);
  }

  /// The second takes the place of the first, with its own end.
  @Test
  void aSecondFaultOfTheSameSortTakesThePlaceOfTheFirst() {
    var coop = new TestBed(oneServer(10));
    suffer(coop, new ScheduledFault(0, "Server", 0, Fault.SLOW).lasting(3, 30));
    coop.advance(20_000);
    suffer(coop, new ScheduledFault(0, "Server", 0, Fault.SLOW).lasting(2, 60));
    assertEquals(20, coop.get("Server", PAGE).tookMs(), 1e-6);
    coop.advance(20_000);
    assertEquals(20, coop.get("Server", PAGE).tookMs(), 1e-6, "the end of the first is not the end of the second");
  }

  /// 2,000 requests, of which each fails with chance 0.3: 600 ± 4·20.5, which a right program leaves once in 16,000.
  @Test
  void aBadDeployFailsForItsShareAndSaysThatItIsWell() {
    var coop = new TestBed(oneServer(0));
    suffer(coop, new ScheduledFault(0, "Server", 0, Fault.BAD_DEPLOY).lasting(0.3, 0));
    IntStream.range(0, 2_000).forEach(i -> coop.sendAt(i, "Server", Request.get(PAGE)));
    IntStream.range(0, 100).forEach(i -> coop.sendAt(3_000 + i, "Server", Request.get("/health")));
    coop.advance(10_000);
    var pages = coop.answers().subList(0, 2_000);
    assertEquals(600, pages.stream().filter(answer -> answer.status() == 500).count(), 82);
    assertTrue(coop.answers().subList(2_000, 2_100).stream().allMatch(answer -> answer.status() == 200));
  }

  /// A replica that lags by 500 ms shows the old name for so long.
  @Test
  void aReplicaLagsForAWhile() {
    var coop = new TestBed(new Topology(List.of(Parts.silentFamilies(), Parts.node("Server", Parts.freeServer()),
        Parts.node("Primary", Parts.freePrimary()), Parts.node("Replica", Parts.replica(0, 0))),
        Parts.topology(List.of(), "Server > Primary", "Server > Replica", "Primary > Replica").links()));
    suffer(coop, new ScheduledFault(0, "Replica", 0, Fault.LAG).lasting(500, 60));
    coop.sendAt(0, "Server", TestBed.renaming(1, "New"));
    coop.sendAt(499, "Server", Request.get(PAGE));
    coop.sendAt(501, "Server", Request.get(PAGE));
    coop.advance(1_000);
    assertTrue(coop.answers().get(1).body().contains("Family 1"), coop.answers().get(1).body());
    assertTrue(coop.answers().get(2).body().contains("New"), coop.answers().get(2).body());
  }

  /// What the primary sends while the way is parted comes when it is whole again. The server reaches both all the time.
  @Test
  void aPartedReplicaCatchesUpWhenTheWayIsWholeAgain() {
    var coop = new TestBed(replicated());
    suffer(coop, new ScheduledFault(0, "Replica", 0, Fault.PARTITION).to("Primary").lasting(0, 10));
    coop.sendAt(1_000, "Server", TestBed.renaming(1, "New"));
    coop.sendAt(9_999, "Server", Request.get(PAGE));
    coop.sendAt(10_001, "Server", Request.get(PAGE));
    coop.advance(20_000);
    assertEquals(200, coop.answers().getFirst().status());
    assertTrue(coop.answers().get(1).body().contains("Family 1"), coop.answers().get(1).body());
    assertTrue(coop.answers().get(2).body().contains("New"), coop.answers().get(2).body());
  }

  /// A replica that nobody can reach is not promoted, so the primary comes back by itself after its recovery.
  @Test
  void aPartedReplicaIsNotPromoted() {
    var coop = new TestBed(replicated());
    suffer(coop, new ScheduledFault(0, "Replica", 0, Fault.PARTITION).to("Primary").lasting(0, 600));
    coop.suffer("Primary", 0, Fault.CRASH);
    coop.advance(60_000);
    assertEquals(500, coop.rename("Server", 1, "Now").status());
    coop.advance(60_000);
    assertEquals(200, coop.rename("Server", 1, "Then").status());
  }

  /// Who calls over a parted way waits for ever; the client's patience ends it.
  @Test
  void aPartedWayAnswersNobody() {
    var coop = new TestBed(replicated());
    suffer(coop, new ScheduledFault(0, "Server", 0, Fault.PARTITION).to("Primary").lasting(0, 30));
    coop.sendAt(0, "Server", TestBed.renaming(1, "Lost"));
    coop.sendAt(31_000, "Server", TestBed.renaming(1, "New"));
    coop.advance(60_000);
    assertEquals(1, coop.answers().size());
    assertEquals(200, coop.answers().getFirst().status());
  }

  /// A round trip of 100 ms more on top of the 10 ms that the page takes, in each direction.
  @Test
  void aDelayedWayTakesLongerBothWays() {
    var coop = new TestBed(new Topology(oneServer(10).plus(Parts.node("Balancer",
        Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN))).nodes(),
        Parts.topology(List.of(), "Server > Primary", "Balancer > Server").links()));
    double before = coop.get("Balancer", PAGE).tookMs();
    suffer(coop, new ScheduledFault(0, "Balancer", 0, Fault.DELAY).to("Server").lasting(50, 60));
    assertEquals(before + 200, coop.get("Balancer", PAGE).tookMs(), 1e-6, "a connection, and then the request");
  }

  /// Six servers in turn in three zones: number 2 and 5 are in zone b and stay away as long as it does; afterwards
  /// they are back at once, since their restart takes 10 s only.
  @Test
  void aZoneTakesItsInstancesWithItAndBringsThemBack() {
    var server = Parts.with(Parts.freeServer(), "count", 6);
    var coop = new TestBed(Parts.topology(List.of(Parts.silentFamilies(), Parts.node("Server", server).in("a, b, c"),
        Parts.node("Primary", Parts.freePrimary()).in("a")), "Server > Primary"));
    suffer(coop, new ScheduledFault(0, "b", 0, Fault.ZONE_OUTAGE).lasting(0, 300));
    coop.advance(299_000);
    assertEquals(List.of(true, false, true, true, false, true), up(coop));
    coop.advance(2_000);
    assertEquals(List.of(true, true, true, true, true, true), up(coop));
  }

  @Test
  void aBalancerThatCrashesLetsNobodyInUntilItIsBack() {
    var coop = new TestBed(new Topology(oneServer(100).plus(Parts.node("Balancer",
        Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN))).nodes(),
        Parts.topology(List.of(), "Server > Primary", "Balancer > Server").links()));
    coop.sendAt(0, "Balancer", Request.get(PAGE));
    coop.simulation().schedule(50_000_000, () -> coop.suffer("Balancer", 0, Fault.CRASH));
    coop.sendAt(500, "Balancer", Request.get(PAGE));
    coop.sendAt(1_051, "Balancer", Request.get(PAGE));
    coop.advance(5_000);
    assertEquals(List.of("ConnectionReset", "ConnectionRefused", ""),
        coop.answers().stream().map(TestBed.Answer::failure).toList());
  }

  @Test
  void whatCannotHappenToAWayOrAZoneIsAProblemWithARemedy() {
    var scenario = Gallery.scenario("sample-scaled");
    assertEquals(List.of(
        new Problem("Servers", "the slow at 1 s has a strength of 0.5, which must be between 1 and 1000",
            "Give it a value in that range", true),
        new Problem("Families", "the partition at 2 s is meant for the way to \"Cache\", and no link joins the two",
            "Link them, or name two parts that are linked", true),
        new Problem("", "the loss at 3 s is meant for \"Nobody\", which is not there", "Name a node of this design",
            true),
        new Problem("", "the zoneOutage at 4 s is meant for the zone \"b\", in which nothing is",
            "Name a zone of this design, or give a part that zone", true)),
        scenario.with(List.of(
            new ScheduledFault(1, "Servers", 0, Fault.SLOW).lasting(0.5, 10),
            new ScheduledFault(2, "Families", 0, Fault.PARTITION).to("Cache"),
            new ScheduledFault(3, "Nobody", 0, Fault.LOSS),
            new ScheduledFault(4, "b", 0, Fault.ZONE_OUTAGE))).problems());
  }

  /// Every fault that a shipped design can suffer happens in it, ends, and leaves the run alive.
  @Test
  void everyFaultCanHappenInTheScaledDesign() {
    var scenario = Gallery.scenario("sample-scaled").lasting(0, 30);
    for (var fault : ScheduledFault.possible(scenario.topology(), 5)) {
      var result = new Replication(scenario.with(List.of(fault.lasting(fault.strength(), 5))), 1).run();
      assertTrue(result.requests() > 1_000, fault.toString());
    }
  }

  private static List<Boolean> up(TestBed coop) {
    return coop.place("Server").instances().stream().map(instance -> instance.meter().isUp()).toList();
  }

  private static void suffer(TestBed coop, ScheduledFault fault) {
    coop.assembly().suffer(fault);
  }

  private static Topology oneServer(double familyMs) {
    return Parts.topology(List.of(Parts.silentFamilies(),
        Parts.node("Server", Parts.server(200, 511, AppServer.Overflow.REFUSE, familyMs, Parts.READY)),
        Parts.node("Primary", Parts.freePrimary())), "Server > Primary");
  }

  private static Topology replicated() {
    return Parts.topology(List.of(Parts.silentFamilies(), Parts.node("Server", Parts.freeServer()),
        Parts.node("Primary", Parts.freePrimary()), Parts.node("Replica", Parts.replica(0, 0))),
        "Server > Primary", "Server > Replica", "Primary > Replica");
  }
}
