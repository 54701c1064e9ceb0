package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.Fault;
import tenfold.component.Retrying;
import tenfold.component.Truth.Wrong;
import tenfold.component.guarding.Breaking;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Limiting;
import tenfold.coop.Variants.Conduct;
import tenfold.port.Request;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Two sites, of which the western one has a replica and cannot reach the primary from 1 s to 31 s.
final class PartitionTest {
  private static final String PAGE = "/api/family/1";
  private static final String WEST = "West";
  private static final String EAST = "East";

  /// A family was renamed in the east at 5 s. What does the west say at 10 s, and what at 40 s?
  @ParameterizedTest
  @CsvSource({"AS_TEXT, 200, Family 1", "REFUSE, 503, cannot be reached", "SERVE, 200, Family 1"})
  void aReadInTheWestIsOldOrRefused(Conduct conduct, int status, String says) {
    var coop = parted(conduct, Conduct.AS_TEXT);
    coop.sendAt(5_000, EAST, TestBed.renaming(1, "Easterly"));
    coop.sendAt(10_000, WEST, Request.get(PAGE));
    coop.sendAt(40_000, WEST, Request.get(PAGE));
    coop.advance(50_000);
    assertEquals(status, answer(coop, 10_000).status());
    assertTrue(body(coop, WEST, 10_000).contains(says), body(coop, WEST, 10_000));
    assertTrue(body(coop, WEST, 40_000).contains("Easterly"), "afterwards everybody knows");
  }

  /// A change in the west at 5 s: it fails, is refused, or is told as done and shown there at once.
  @ParameterizedTest
  @CsvSource({"AS_TEXT, 500", "REFUSE, 503", "SERVE, 200"})
  void aChangeInTheWestFailsIsRefusedOrAccepted(Conduct conduct, int status) {
    var coop = parted(Conduct.SERVE, conduct);
    coop.sendAt(5_000, WEST, TestBed.renaming(1, "Westerly"));
    coop.sendAt(10_000, WEST, Request.get(PAGE));
    coop.sendAt(10_000, EAST, Request.get(PAGE));
    coop.sendAt(40_000, EAST, Request.get(PAGE));
    coop.advance(50_000);
    boolean isAccepted = conduct == Conduct.SERVE;
    assertEquals(status, answer(coop, 5_000).status());
    assertEquals(isAccepted, body(coop, WEST, 10_000).contains("Westerly"), "read your own write");
    assertFalse(body(coop, EAST, 10_000).contains("Westerly"), "the east cannot know");
    assertEquals(isAccepted, body(coop, EAST, 40_000).contains("Westerly"), "merged");
    assertEquals(isAccepted ? 1 : 0, coop.assembly().truth().account().merged());
    assertEquals(0, coop.assembly().truth().account().count(Wrong.MERGED_AWAY));
  }

  /// Both sides rename the same family: the later change is kept, and the other one, which was told as done, is gone.
  @ParameterizedTest
  @CsvSource({"5000, 10000, Westerly", "10000, 5000, Easterly"})
  void ofTwoChangesTheLaterOneIsKeptAndTheOtherOneIsGone(double eastMs, double westMs, String kept) {
    var coop = parted(Conduct.SERVE, Conduct.SERVE);
    coop.sendAt(eastMs, EAST, TestBed.renaming(1, "Easterly"));
    coop.sendAt(westMs, WEST, TestBed.renaming(1, "Westerly"));
    coop.sendAt(45_000, EAST, Request.get(PAGE));
    coop.sendAt(45_000, WEST, Request.get(PAGE));
    coop.advance(50_000);
    assertTrue(body(coop, EAST, 45_000).contains(kept));
    assertTrue(body(coop, WEST, 45_000).contains(kept));
    var account = coop.assembly().truth().account();
    assertEquals(1, account.count(Wrong.MERGED_AWAY));
    assertEquals(1, account.merged());
    assertTrue(account.incidents().getFirst().truth().contains(kept), account.incidents().toString());
  }

  /// Two changes of the same family in the west are both kept, one after the other: nobody else has changed it.
  @Test
  void aLaterChangeOfTheSameSideTakesNothingAway() {
    var coop = parted(Conduct.SERVE, Conduct.SERVE);
    coop.sendAt(5_000, WEST, TestBed.renaming(1, "First"));
    coop.sendAt(10_000, WEST, TestBed.renaming(1, "Second"));
    coop.sendAt(45_000, EAST, Request.get(PAGE));
    coop.advance(50_000);
    assertTrue(body(coop, EAST, 45_000).contains("Second"));
    assertEquals(2, coop.assembly().truth().account().merged());
    assertEquals(0, coop.assembly().truth().account().total());
  }

  /// A server that crashes takes with it what it had accepted.
  @Test
  void aCrashLosesWhatIsNotMergedYet() {
    var coop = parted(Conduct.SERVE, Conduct.SERVE);
    coop.sendAt(5_000, WEST, TestBed.renaming(1, "Westerly"));
    coop.simulation().schedule(10_000_000_000L, () -> coop.suffer(WEST, 0, Fault.CRASH));
    coop.sendAt(45_000, EAST, Request.get(PAGE));
    coop.advance(50_000);
    assertTrue(body(coop, EAST, 45_000).contains("Family 1"));
    assertEquals(1, coop.assembly().truth().account().count(Wrong.LOST_WRITE));
  }

  /// Without a partition the three ways tell the same, and nothing is merged.
  @ParameterizedTest
  @EnumSource(Conduct.class)
  void withoutAPartitionAllIsWell(Conduct conduct) {
    var coop = new TestBed(sites(conduct, conduct));
    assertEquals(200, coop.rename(WEST, 1, "New").status());
    assertTrue(coop.get(EAST, PAGE).body().contains("New"));
    assertTrue(coop.get(WEST, PAGE).body().contains("New"));
    assertEquals(404, coop.rename(WEST, 9_999, "Nobody").status());
    assertEquals(0, coop.assembly().truth().account().total() + coop.assembly().truth().account().merged());
  }

  private static TestBed.Answer answer(TestBed coop, double sentMs) {
    return coop.answers().stream().filter(one -> one.sentMs() == sentMs).findFirst().orElseThrow();
  }

  private static String body(TestBed coop, String site, double sentMs) {
    return coop.answers().stream().filter(one -> one.sentMs() == sentMs && one.server().equals(site)).findFirst()
        .orElseThrow().body();
  }

  private static TestBed parted(Conduct read, Conduct rename) {
    var coop = new TestBed(sites(read, rename));
    for (var end : List.of(WEST, "Replica")) {
      coop.simulation().schedule(1_000_000_000, () ->
          coop.assembly().suffer(new ScheduledFault(0, end, 0, Fault.PARTITION).to("Primary").lasting(0, 30)));
    }
    return coop;
  }

  private static Topology sites(Conduct read, Conduct rename) {
    var server = with(with(Parts.freeServer(), "handlers.readWhenParted", read), "handlers.renameWhenParted", rename);
    var impatient = new CallGuards(500, 0, false, new Retrying(), new Breaking(), new Limiting());
    return new Topology(List.of(Parts.silentFamilies(), node(EAST, server), node(WEST, server),
        node("Primary", Parts.freePrimary()), node("Replica", Parts.replica(0, 0))),
        List.of(new Link("Families", EAST, 0, 0), new Link(EAST, "Primary", 0, 0).with(impatient),
            new Link(WEST, "Primary", 0, 0).with(impatient), new Link(WEST, "Replica", 0, 0),
            new Link("Primary", "Replica", 0, 0)));
  }
}
