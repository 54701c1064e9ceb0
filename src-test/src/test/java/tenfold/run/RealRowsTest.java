package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenfold.component.DatabasePrimary;
import tenfold.component.OutsideServices;
import tenfold.component.StatementCosts;
import tenfold.port.Request;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// The rows are real: a renamed family is renamed, wherever it is read, as soon as the system lets it be seen.
class RealRowsTest {
  @Test
  void aRenamedFamilyIsRenamed() {
    var coop = new TestBed(withServer(Parts.freePrimary()));
    assertEquals("Family 42", name(coop.get("Server", "/api/family/42")));
    assertEquals(200, coop.rename("Server", 42, "Lovelace").status());
    assertEquals("Lovelace", name(coop.get("Server", "/api/family/42")));
    assertEquals("Family 43", name(coop.get("Server", "/api/family/43")));
  }

  @Test
  void aFamilyBeyondThePopulationIs404() {
    var coop = new TestBed(withServer(Parts.freePrimary()));
    assertEquals(200, coop.get("Server", "/api/family/100").status());
    assertEquals(404, coop.get("Server", "/api/family/101").status());
    assertEquals(404, coop.rename("Server", 101, "Nobody").status());
  }

  @Test
  void aFamilyThatJoinsCanBeRead() {
    var coop = new TestBed(withServer(Parts.freePrimary()));
    var joined = coop.ask("Server",
        Request.with("POST", "/api/family", Map.of("family_name", "Hopper")));
    var id = joined.body().replaceAll("\\D+", "");
    assertEquals("Hopper", name(coop.get("Server", "/api/family/" + id)));
  }

  /// The page is in the cache when the family is renamed behind the cache's back, at a server without it. The old
  /// name stays until the time to live of 300 s is over; then the next reader gets the new one.
  @Test
  void aCachedPageStaysForItsTimeToLive() {
    var coop = new TestBed(withCache());
    coop.get("Server", "/api/family/42");
    double filledMs = coop.nowMs() - 20_000;
    coop.rename("Uncached", 42, "Lovelace");
    coop.advance(filledMs + 299_000 - coop.nowMs());
    coop.sendAt(coop.nowMs(), "Server", Request.get("/api/family/42"));
    coop.advance(1_001);
    assertEquals("Family 42", name(coop.answers().getLast()));
    assertTrue(coop.answers().getLast().isFromCache());
    assertEquals("Lovelace", name(coop.get("Server", "/api/family/42")));
    assertFalse(coop.answers().getLast().isFromCache());
  }

  @Test
  void renamingForgetsTheCachedPage() {
    var coop = new TestBed(withCache());
    coop.get("Server", "/api/family/42");
    assertTrue(coop.get("Server", "/api/family/42").isFromCache());
    coop.rename("Server", 42, "Lovelace");
    assertEquals("Lovelace", name(coop.get("Server", "/api/family/42")));
    assertFalse(coop.answers().getLast().isFromCache());
    assertTrue(coop.get("Server", "/api/family/42").isFromCache());
  }

  /// Room for two pages. 1, 2, 1, 3: page 2 is the least recently used and makes room; 1 is still there.
  @Test
  void theLeastRecentlyUsedPageMakesRoom() {
    var topology = Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Cache", Parts.cache(2)),
            node("Primary", Parts.freePrimary())),
        "Server > Cache", "Server > Primary");
    var coop = new TestBed(topology);
    for (int family : new int[] {1, 2, 1, 3}) {
      coop.get("Server", "/api/family/" + family);
    }
    assertTrue(coop.get("Server", "/api/family/1").isFromCache());
    assertTrue(coop.get("Server", "/api/family/3").isFromCache());
    assertFalse(coop.get("Server", "/api/family/2").isFromCache());
  }

  /// A commit at 2 ms (log write) is shipped until 7 ms (5 ms on the way) and applied until 9 ms (4 ms of processor
  /// time on the primary, half of that on the replica). Reads at 1 ms steps see it from then on, and not before.
  @Test
  void aReplicaShowsAWriteOnlyWhenItWasShippedAndApplied() {
    var coop = new TestBed(withReplica(Parts.primary(151, Parts.FREE, 4, 2)));
    coop.sendAt(0, "Server", TestBed.renaming(42, "Lovelace"));
    for (int atMs = 1; atMs <= 16; atMs++) {
      coop.sendAt(atMs + 0.5, "Server", Request.get("/api/family/42"));
    }
    coop.advance(100);
    var committed = coop.answers().stream()
        .filter(answer -> answer.body().contains("success")).findFirst().orElseThrow();
    assertEquals(6, committed.answeredMs(), 1e-9);
    for (var answer : coop.answers()) {
      if (answer != committed) {
        assertEquals(answer.sentMs() < 6 + 5 + 2 ? "Family 42" : "Lovelace", name(answer), "at " + answer.sentMs());
      }
    }
  }

  @Test
  void aReplicaThatIsAttachedLaterShowsEarlierWrites() {
    var coop = new TestBed(withServer(Parts.freePrimary()));
    coop.rename("Server", 42, "Lovelace");
    coop.edit(withReplica(Parts.freePrimary()));
    assertEquals("Lovelace", name(coop.get("Server", "/api/family/42")));
    assertEquals(1, coop.served("Replica"));
  }

  /// A primary that restarts keeps its rows, and its replica follows it.
  @Test
  void aRestartedPrimaryKeepsItsRowsAndItsReplicas() {
    var coop = new TestBed(withReplica(Parts.freePrimary()));
    coop.rename("Server", 42, "Lovelace");
    var twoCores = new DatabasePrimary(2, "", 151, Parts.FREE, 0, 0, 100, 0);
    coop.edit(withReplica(twoCores));
    assertEquals("Lovelace", name(coop.get("Server", "/api/family/42")));
    coop.rename("Server", 42, "Hopper");
    assertEquals("Hopper", name(coop.get("Server", "/api/family/42")));
  }

  /// Two renamings are under way to the replica when the primary restarts and its replica gets a fresh copy. What
  /// the replica shows may only go forward: first, second; never back to the first.
  @Test
  void aReplicaNeverGoesBackInTime() {
    var coop = new TestBed(withReplica(Parts.freePrimary()));
    coop.sendAt(0, "Server", TestBed.renaming(42, "First"));
    coop.sendAt(3, "Server", TestBed.renaming(42, "Second"));
    coop.advance(4);
    coop.edit(withReplica(new DatabasePrimary(2, "", 151, Parts.FREE, 0, 0, 100, 0)));
    var seen = new ArrayList<String>();
    for (double atMs = 4.5; atMs < 12; atMs++) {
      coop.sendAt(atMs, "Server", Request.get("/api/family/42"));
    }
    coop.advance(100);
    coop.answers().stream().skip(2).forEach(answer -> seen.add(name(answer)));
    assertEquals(List.of("Second"), seen.stream().distinct().toList());
  }

  /// The critical step takes 100 ms, then e-mail 500, calendar 300 and coordinators 200 while the family waits.
  @Test
  void enrollingSynchronouslyTakes1100Ms() {
    var topology = Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Primary", Parts.freePrimary()),
            node("Outside", new OutsideServices())),
        "Server > Primary", "Server > Outside");
    var enrolled = new TestBed(topology).ask("Server", enrolment());
    assertEquals(200, enrolled.status());
    assertEquals(1_100, enrolled.tookMs(), 1e-6);
  }

  @Test
  void enrollingWhereNothingIsOutsideTakesTheCriticalStepOnly() {
    assertEquals(100, new TestBed(withServer(Parts.freePrimary())).ask("Server", enrolment()).tookMs(), 1e-6);
  }

  /// The log takes 2 ms a write. A commit at 0 is written until 2; those of 1 and 1.5 share the next write, until 4.
  @Test
  void commitsThatComeDuringALogWriteShareTheNext() {
    var coop = new TestBed(withServer(Parts.primary(151, Parts.FREE, 0, 2)));
    coop.sendAt(0, "Server", TestBed.renaming(1, "a"));
    coop.sendAt(1, "Server", TestBed.renaming(2, "b"));
    coop.sendAt(1.5, "Server", TestBed.renaming(3, "c"));
    coop.advance(100);
    assertEquals(List.of(2.0, 4.0, 4.0), coop.answers().stream().map(TestBed.Answer::answeredMs).toList());
  }

  /// The directory: one query for the numbers and one for each of the 100 families, 2 ms each.
  @Test
  void theDirectoryAsksOnceForEachFamily() {
    var costs = new StatementCosts(0, 0, 0, 2, 0, 64);
    var coop = new TestBed(withServer(Parts.primary(151, costs, 0, 0)));
    var directory = coop.get("Server", "/api/families");
    assertEquals(200, directory.tookMs(), 1e-6);
    assertEquals(101, coop.served("Primary"));
    assertEquals(100, directory.body().split("family_id").length - 1);
  }

  private static Request enrolment() {
    return Request.with("POST", "/enroll-family", Map.of("family_id", "42", "email", "a@b.org"));
  }

  private static Topology withServer(DatabasePrimary primary) {
    return Parts.topology(base(primary), "Server > Primary");
  }

  private static Topology withReplica(DatabasePrimary primary) {
    var nodes = new ArrayList<>(base(primary));
    nodes.add(node("Replica", Parts.replica(5, 0.5)));
    return Parts.topology(nodes, "Server > Primary", "Server > Replica", "Primary > Replica");
  }

  private static Topology withCache() {
    var nodes = new ArrayList<>(base(Parts.freePrimary()));
    nodes.add(node("Uncached", Parts.freeServer()));
    nodes.add(node("Cache", Parts.cache(100)));
    return Parts.topology(nodes, "Server > Cache", "Server > Primary", "Uncached > Primary");
  }

  private static List<Node> base(DatabasePrimary primary) {
    return List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Primary", primary));
  }

  private static String name(TestBed.Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.body().replaceAll(".*\"family_name\":\"([^\"]*)\".*", "$1");
  }
}
