package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.DatabasePrimary;
import tenfold.component.DatabasePrimary.Replication;
import tenfold.component.Families;
import tenfold.component.Fault;
import tenfold.component.ReplicationLog;
import tenfold.component.Truth.Wrong;
import tenfold.port.ReplicaServer;
import tenfold.port.Request;
import tenfold.run.TestBed.Answer;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// A primary that is gone, and what becomes of its writes. Detection takes 10 s, promotion 20 s, recovery 120 s; a
/// change is on its way to a replica for 50 ms; links take no time.
class FailoverTest {
  private static final double CRASH_MS = 1_000;
  private static final double PROMOTED_MS = CRASH_MS + 10_000 + 20_000;
  private static final double RECOVERED_MS = CRASH_MS + 120_000;

  @Test
  void writesFailUntilAReplicaIsPromoted() {
    var coop = crashing(system(Parts.freePrimary(), replica("Replica", 50), replica("Other", 50)), Fault.CRASH);
    assertEquals(200, renamedAt(coop, CRASH_MS - 1, "before"));
    assertEquals(500, renamedAt(coop, CRASH_MS + 1, "after"));
    assertEquals(500, renamedAt(coop, PROMOTED_MS - 1, "late"));
    assertEquals(200, renamedAt(coop, PROMOTED_MS + 1, "new"));
    assertTrue(readAt(coop, PROMOTED_MS + 100).body().contains("new"));
  }

  /// Without replicas nobody takes over; all that was committed is there again after the recovery.
  @Test
  void aPrimaryAloneRecoversWithItsRows() {
    var coop = crashing(system(Parts.freePrimary()), Fault.CRASH);
    assertEquals(200, renamedAt(coop, CRASH_MS - 1, "kept"));
    assertEquals(500, renamedAt(coop, RECOVERED_MS - 1, "late"));
    assertTrue(readAt(coop, RECOVERED_MS + 1).body().contains("kept"));
    assertEquals(0, lostWrites(coop));
  }

  /// The change of 40 ms before the crash had not arrived; the one of 60 ms before had.
  @Test
  void whatNoReplicaHasReceivedIsLost() {
    var coop = crashing(system(Parts.freePrimary(), replica("Replica", 50)), Fault.CRASH);
    assertEquals(200, renamedAt(coop, CRASH_MS - 60, "received"));
    assertEquals(200, renamedAt(coop, CRASH_MS - 40, "lost"));
    assertTrue(readAt(coop, PROMOTED_MS + 1).body().contains("received"));
    var incident = coop.assembly().truth().account().incidents().getFirst();
    assertEquals(Wrong.LOST_WRITE, incident.what());
    assertEquals(List.of(1L, "lost"), List.of(incident.family(), name(incident.told())));
    assertEquals(1, lostWrites(coop));
  }

  /// A replica of which changes are on the way for 10 ms has received what one at 500 ms has not. The other one gets
  /// from the new primary what it misses.
  @Test
  void theMostAdvancedReplicaWinsAndTheOthersFollowIt() {
    var coop = crashing(system(Parts.freePrimary(), replica("Slow", 500), replica("Fast", 10)), Fault.CRASH);
    assertEquals(200, renamedAt(coop, CRASH_MS - 60, "received by one"));
    coop.advance(PROMOTED_MS + 600 - coop.nowMs());
    assertEquals(0, lostWrites(coop));
    assertEquals(0, lagMs(coop, "Slow"));
    for (int i = 0; i < 10; i++) {
      assertTrue(readAt(coop, PROMOTED_MS + 601 + i).body().contains("received by one"));
    }
  }

  @Test
  void semiSynchronousReplicationLosesNothingThatWasAnswered() {
    var primary = with(Parts.freePrimary(), "replication", Replication.SEMI_SYNCHRONOUS);
    var coop = crashing(system(primary, replica("Replica", 50)), Fault.CRASH);
    for (int i = 1; i <= 100; i++) {
      coop.sendAt(CRASH_MS - 5 * i, "Server", TestBed.renaming(i, "n" + i));
    }
    coop.advance(PROMOTED_MS + 1 - coop.nowMs());
    long answered = coop.answers().stream().filter(answer -> answer.status() == 200).count();
    assertEquals(90, answered);
    assertEquals(0, lostWrites(coop));
  }

  /// A replica that does not answer holds a commit up for the time-out, and the next one too.
  @Test
  void semiSynchronousCommitsGoOnWithoutReceiptAfterTheTimeout() {
    var primary = with(Parts.freePrimary(), "replication", Replication.SEMI_SYNCHRONOUS);
    var coop = new TestBed(system(primary, replica("Replica", 50)));
    coop.suffer("Replica", 0, Fault.CRASH);
    assertEquals(10_000, coop.rename("Server", 1, "slow").tookMs(), 1e-6);
  }

  /// Theory: of Poisson writes at rate λ, those of the last lag are lost, λ·lag = 100/s · 0.5 s = 50 in the mean, with
  /// that variance. The interval is wrong once in a thousand runs with other seeds.
  @Test
  void asMuchIsLostAsWasOnItsWay() {
    double mean = IntStream.rangeClosed(1, 40).mapToLong(FailoverTest::lostAtCrash).average().orElseThrow();
    assertEquals(50, mean, 3.29 * Math.sqrt(50.0 / 40));
  }

  /// Gone for less than the detection takes: nobody is promoted, and what was on its way is sent again.
  @Test
  void aPrimaryThatIsBackInTimeStaysPrimary() {
    var primary = with(Parts.freePrimary(), "recoveryMs", 5_000.0);
    var coop = crashing(system(primary, replica("Replica", 50)), Fault.CRASH);
    assertEquals(200, renamedAt(coop, CRASH_MS - 40, "on its way"));
    assertEquals(500, renamedAt(coop, CRASH_MS + 4_999, "late"));
    assertEquals(200, renamedAt(coop, CRASH_MS + 5_001, "back"));
    assertTrue(readAt(coop, CRASH_MS + 5_100).body().contains("back"));
    coop.advance(60_000);
    assertEquals(0, lostWrites(coop));
    var placed = coop.place("Primary").instances().getFirst();
    assertEquals(1, coop.assembly().reachable(placed, ReplicationLog.class).size());
  }

  /// It accepts work and does nothing: whoever waits is cut off when it is believed to be gone.
  @Test
  void aHangingPrimaryIsReplaced() {
    var coop = crashing(system(Parts.freePrimary(), replica("Replica", 50)), Fault.HANG);
    coop.sendAt(CRASH_MS + 1, "Server", TestBed.renaming(1, "hangs"));
    coop.advance(PROMOTED_MS + 1 - coop.nowMs());
    var hung = coop.answers().getLast();
    assertEquals(List.of(500, CRASH_MS + 10_000), List.of(hung.status(), hung.answeredMs()));
    assertEquals(200, renamedAt(coop, PROMOTED_MS + 2, "new"));
  }

  /// The promoted one answers no reads; the old primary's machine does, once it is back with a copy of 100 families.
  @Test
  void theOldPrimaryComesBackAsAReplica() {
    var coop = crashing(system(Parts.freePrimary(), replica("Replica", 50)), Fault.CRASH);
    double backMs = RECOVERED_MS + 100 * 4_096 / 50e6 * 1_000;
    renamedAt(coop, PROMOTED_MS + 1, "new");
    coop.advance(backMs - 1 - coop.nowMs());
    assertEquals(0, readable(coop));
    coop.advance(2);
    assertEquals(1, readable(coop));
    long before = coop.served("Replica");
    assertTrue(readAt(coop, backMs + 2).body().contains("new"));
    assertEquals(before + 1, coop.served("Replica"));
  }

  @Test
  void withoutAutomaticFailoverTheReplicasWait() {
    var primary = with(Parts.freePrimary(), "failover.automatic", false);
    var coop = crashing(system(primary, replica("Replica", 50)), Fault.CRASH);
    assertEquals(500, renamedAt(coop, PROMOTED_MS + 1, "late"));
    assertEquals(200, renamedAt(coop, RECOVERED_MS + 1, "back"));
  }

  /// The text's code asks any of its replicas, also one that is down: of 400 reads every second one fails, within what
  /// chance does once in a thousand runs. When it is back it catches up with what it has missed.
  @Test
  void aReplicaThatIsDownFailsItsShareOfTheReads() {
    var coop = new TestBed(system(Parts.freePrimary(), replica("Replica", 50), replica("Other", 50)));
    coop.suffer("Replica", 0, Fault.CRASH);
    coop.rename("Server", 1, "missed");
    for (int i = 0; i < 400; i++) {
      coop.sendAt(30_000 + i, "Server", Request.get("/api/family/1"));
    }
    coop.advance(40_000);
    long failed = coop.answers().stream().filter(answer -> answer.status() == 500).count();
    assertEquals(200, failed, 3.29 * Math.sqrt(400 * 0.25));
    assertTrue(lagMs(coop, "Replica") > 10_000);
    coop.advance(120_000);
    assertEquals(0, lagMs(coop, "Replica"));
    for (int i = 0; i < 10; i++) {
      assertTrue(coop.get("Server", "/api/family/1").body().contains("missed"));
    }
  }

  /// A client reads what it was told is saved, and then it is not: its own write is missing, caused by the loss.
  @Test
  void aLostWriteIsMissedByItsWriter() {
    var families = node("Families", new Families(Families.Model.CLOSED, 50, 2_000, 1, 10_000, Families.Keys.OWN, 1,
        Families.Session.NONE, new Families.Mix(50, 50, 0, 0, 0, 0)));
    var topology = Parts.topology(
        List.of(families, node("Server", Parts.freeServer()), node("Primary", Parts.freePrimary()),
            replica("Replica", 2_000)), "Families > Server", "Server > Primary", "Server > Replica",
        "Primary > Replica");
    var coop = crashing(topology, Fault.CRASH);
    coop.advance(PROMOTED_MS + 60_000);
    assertTrue(lostWrites(coop) > 0, "writes are lost");
    assertTrue(coop.assembly().truth().account().incidents().stream()
        .anyMatch(incident -> incident.what() == Wrong.OWN_WRITE_MISSING
            && incident.causeSeconds() == PROMOTED_MS / 1_000), "caused by the promotion");
  }

  private static long lostAtCrash(int seed) {
    var coop = crashing(system(Parts.freePrimary(), replica("Replica", 500)), Fault.CRASH);
    var random = new SplittableRandom(seed);
    double time = 0;
    int family = 0;
    while (time < CRASH_MS) {
      time += -Math.log(1 - random.nextDouble()) * 10;
      coop.sendAt(time, "Server", TestBed.renaming(1 + family++ % 100, "n" + family));
    }
    coop.advance(PROMOTED_MS + 1);
    return lostWrites(coop);
  }

  private static TestBed crashing(Topology topology, Fault fault) {
    var coop = new TestBed(topology);
    coop.simulation().schedule(Math.round(CRASH_MS * 1e6), () -> coop.suffer("Primary", 0, fault));
    return coop;
  }

  private static Topology system(DatabasePrimary primary, Node... replicas) {
    var nodes = new ArrayList<>(List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()),
        node("Primary", primary)));
    var links = new ArrayList<>(List.of("Server > Primary"));
    for (var replica : replicas) {
      nodes.add(replica);
      links.add("Server > " + replica.name());
      links.add("Primary > " + replica.name());
    }
    return Parts.topology(nodes, links.toArray(String[]::new));
  }

  private static Node replica(String name, double shipDelayMs) {
    return node(name, Parts.replica(shipDelayMs, 0));
  }

  private static int renamedAt(TestBed coop, double timeMs, String name) {
    return at(coop, timeMs, TestBed.renaming(1, name)).status();
  }

  private static Answer readAt(TestBed coop, double timeMs) {
    return at(coop, timeMs, Request.get("/api/family/1"));
  }

  private static Answer at(TestBed coop, double timeMs, Request request) {
    coop.sendAt(timeMs, "Server", request);
    coop.advance(timeMs + 0.5 - coop.nowMs());
    return coop.answers().getLast();
  }

  private static long lostWrites(TestBed coop) {
    return coop.assembly().truth().account().count(Wrong.LOST_WRITE);
  }

  private static double lagMs(TestBed coop, String replica) {
    return coop.port(replica, 0, ReplicaServer.class).lagNanos() / 1e6;
  }

  private static int readable(TestBed coop) {
    return coop.assembly().reachable(coop.place("Server").instances().getFirst(), ReplicaServer.class).size();
  }

  private static String name(String json) {
    return json.replaceAll(".*\"family_name\":\"([^\"]*)\".*", "$1");
  }
}
