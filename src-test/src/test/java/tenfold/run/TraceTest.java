package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Families;
import tenfold.component.Outcomes.Outcome;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Trace.Line;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// What is written down of requests: all of their time, at the right place, and nothing changes by it.
class TraceTest {
  private static final Path COOP = Path.of("../simulation-engine/src/main/java/tenfold/coop");

  /// Every nanosecond of a response time belongs to one part, whatever happens on the way: parallel calls, retries,
  /// hedges, crashes, time-outs.
  @ParameterizedTest
  @ValueSource(strings = {"growth-crisis", "sample-scaled", "hung-server", "scatter-gather", "retry-storm",
      "slow-one", "two-sites", "tokyo", "cqrs-lag", "cache-crash", "like-stripe"})
  void partsTakeTheWholeResponseTime(String name) {
    for (var trace : traces(name, 20)) {
      var breakdown = Breakdown.of(trace);
      long at = trace.startNanos();
      for (var part : breakdown.parts()) {
        assertEquals(at, part.sinceNanos(), trace.what());
        at = part.untilNanos();
      }
      assertEquals(trace.endNanos(), at, trace.what());
    }
  }

  /// A run that is looked at is the run that is not.
  @ParameterizedTest
  @ValueSource(strings = {"growth-crisis", "sample-scaled", "retry-storm"})
  void lookingChangesNothing(String name) {
    var watched = new Replication(Gallery.scenario(name), 7);
    var traces = new ArrayList<Trace>();
    watched.trace(attempt -> attempt.number() % 3 == 0, traces::add);
    watched.advance(8_000_000_000L, () -> false);
    var unwatched = new Replication(Gallery.scenario(name), 7);
    unwatched.advance(8_000_000_000L, () -> false);
    assertEquals(unwatched.digest(), watched.digest());
    assertFalse(traces.isEmpty());
  }

  /// The slow ones of all requests are known by their number without a trace of any.
  @Test
  void theSlowOnesAreKnownByTheirNumber() {
    var run = new Replication(Gallery.scenario("growth-crisis"), 7);
    run.watch(1_000_000_000L, _ -> {});
    assertEquals(Snapshot.Extremes.NONE, run.snapshot().extremes());
    var traces = new ArrayList<Trace>();
    run.trace(_ -> true, traces::add);
    run.advance(60_000_000_000L, () -> false);
    var extremes = run.snapshot().extremes();
    assertEquals(traces.size(), extremes.ended());
    traces.sort(Comparator.comparingDouble(Trace::millis));
    var slowest = traces.stream().filter(trace -> trace.number() == extremes.slowest().orElseThrow().number())
        .findFirst().orElseThrow();
    assertEquals(traces.getLast().millis(), slowest.millis());
    assertEquals(slowest.endNanos(), extremes.slowest().orElseThrow().endNanos());
    double p99 = traces.get((int) Math.ceil(0.99 * traces.size()) - 1).millis();
    double found = traces.stream().filter(trace -> trace.number() == extremes.p99().orElseThrow().number())
        .findFirst().orElseThrow().millis();
    assertTrue(found >= p99 && found < p99 * 1.016, found + " for " + p99);
  }

  /// One thread, 10 ms a page, 2 ms there and back: of requests that come 1 ms apart, the second waits 9 ms for the
  /// thread, and that is what its trace says.
  @Test
  void waitingAndWorkAreToldApart() {
    var scenario = burst(2, new Link("Families", "Server", 2, 0), 30_000);
    var second = traces(scenario, 100, 1).get(1);
    var breakdown = Breakdown.of(second);
    assertEquals(Outcome.GOOD, second.outcome());
    assertEquals(2, sum(second, breakdown, Doing.NETWORK), 1e-6);
    assertEquals(10, sum(second, breakdown, Doing.WORKING), 1e-6);
    assertEquals(second.millis() - 12, sum(second, breakdown, Doing.WAITING), 1e-6);
    assertTrue(sum(second, breakdown, Doing.WAITING) > 0, "it waits for the first");
    assertEquals("ServerInstance.thread", breakdown.parts().stream()
        .filter(part -> part.doing() == Doing.WAITING).findFirst().orElseThrow().place());
    assertEquals(List.of("Server#1"), second.spans().stream().filter(span -> span.what().startsWith("GET"))
        .map(Trace.Span::instance).toList());
  }

  /// Who gives up while he waits is seen waiting.
  @Test
  void aTimeOutShowsWhatItWaitedFor() {
    var traces = traces(burst(8, new Link("Families", "Server", 0, 0), 15), 100, 1);
    var late = traces.stream().filter(trace -> trace.outcome() == Outcome.TIMED_OUT).findFirst().orElseThrow();
    var breakdown = Breakdown.of(late);
    assertEquals(15, late.millis(), 1e-6);
    assertEquals("ServerInstance.thread", breakdown.sums(late).getFirst().place());
  }

  /// A payment that its breaker turns away is answered at once, and its trace says why: each that was asked for after
  /// the last of the four breakers had opened.
  @Test
  void aCallThatWasNotMadeIsNoted() {
    var paid = traces("open-for-ever", 150).stream()
        .filter(trace -> trace.what().contains("/payment"))
        .filter(trace -> trace.startNanos() > 140_000_000_000L).toList();
    assertFalse(paid.isEmpty());
    for (var trace : paid) {
      assertEquals(List.of("breaker"), trace.notes().stream().map(Trace.Note::what).toList());
      assertTrue(trace.notes().getFirst().where().matches("Servers#[1-4]"), trace.notes().toString());
    }
  }

  /// The line that waited is the one in the source that asks the database.
  @Test
  void theHandlersLineIsTheOneThatAsks() throws Exception {
    var lines = new TreeSet<Integer>();
    for (var trace : traces("growth-crisis", 20)) {
      trace.spans().stream().flatMap(span -> span.passages().stream()).flatMap(passage -> passage.lines().stream())
          .filter(line -> line.source().equals("GetFamily") && line.method().equals("fetch"))
          .forEach(line -> lines.add(line.number()));
    }
    var source = Files.readAllLines(COOP.resolve("GetFamily.java"));
    assertEquals(1, lines.size(), "one line of it takes time");
    assertTrue(source.get(lines.first() - 1).contains("replica.query("), source.get(lines.first() - 1));
  }

  /// Milliseconds in the margin: a line's are those of the calls from it, and the method that made the request has all
  /// that its own lines have.
  @Test
  void linesHaveTheirMilliseconds() {
    for (var trace : traces("growth-crisis", 20)) {
      var breakdown = Breakdown.of(trace);
      double fetched = breakdown.parts().stream()
          .filter(part -> part.lines().stream().map(Line::source).anyMatch("GetFamily"::equals))
          .mapToDouble(Breakdown.Part::millis).sum();
      double router = breakdown.millisByLine("Router").values().stream().mapToDouble(Double::doubleValue).sum();
      assertTrue(router >= fetched - 1e-9, router + " of " + fetched);
      assertTrue(router <= trace.millis() + 1e-9);
    }
  }

  private static double sum(Trace trace, Breakdown breakdown, Doing doing) {
    return breakdown.sums(trace).stream().filter(sum -> sum.doing() == doing)
        .mapToDouble(Breakdown.Sum::millis).sum();
  }

  private static List<Trace> traces(String name, double seconds) {
    return traces(Gallery.scenario(name), seconds, 13);
  }

  private static List<Trace> traces(Scenario scenario, double seconds, int stride) {
    var run = new Replication(scenario, 3);
    var traces = new ArrayList<Trace>();
    run.trace(attempt -> attempt.number() % stride == 0, traces::add);
    run.advance(Math.round(seconds * 1e9), () -> false);
    assertFalse(traces.isEmpty(), "some requests ended");
    return traces;
  }

  /// As many families as said ask a server with one thread, over and over, after a thought of 1 ms.
  private static Scenario burst(int families, Link link, double timeoutMs) {
    var clients = new Families(Families.Model.CLOSED, families, 1, 1, timeoutMs, Families.Keys.OWN, 1,
        Families.Session.NONE, Families.Mix.READ_ONLY);
    return Gallery.scenario("growth-crisis").with(new Topology(
        List.of(node("Families", clients), node("Server", Parts.server(1, 50, Overflow.REFUSE, 10, Parts.READY)),
            node("Primary", Parts.freePrimary())),
        List.of(link, new Link("Server", "Primary", 0, 0))));
  }
}
