package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.Outcomes.Outcome;
import tenfold.run.Fate;
import tenfold.run.Trace;

/// Which request is chosen to be explained.
class QuestionTest {
  private static final long SECOND = 1_000_000_000;

  /// Of 200 requests that took 1 to 200 ms, the percentiles are those that textbooks give (nearest rank).
  @Test
  void percentilesAreOfTheLastMinute() {
    var traces = IntStream.rangeClosed(1, 200).mapToObj(millis -> trace(millis, 100 * SECOND + millis)).toList();
    assertEquals(100, millis(new Question.Percentile(50), traces));
    assertEquals(190, millis(new Question.Percentile(95), traces));
    assertEquals(198, millis(new Question.Percentile(99), traces));
    assertEquals(200, millis(new Question.Slowest(), traces));
    assertEquals(200, new Question.Slowest().of(traces, 101 * SECOND).among());
  }

  /// What ended more than a minute before the instant that is shown, or after it, does not count.
  @Test
  void othersDoNotCount() {
    var traces = List.of(trace(500, 30 * SECOND), trace(5, 100 * SECOND), trace(900, 130 * SECOND));
    assertEquals(5, new Question.Slowest().of(traces, 101 * SECOND).trace().orElseThrow().millis());
    assertTrue(new Question.Slowest().of(traces, 20 * SECOND).trace().isEmpty());
  }

  /// A 99th percentile of fifty requests is not known.
  @Test
  void tooFewAreSaidToBeTooFew() {
    var traces = IntStream.rangeClosed(1, 50).mapToObj(millis -> trace(millis, 100 * SECOND)).toList();
    var answer = new Question.Percentile(99).of(traces, 100 * SECOND);
    assertTrue(answer.trace().isEmpty());
    assertEquals(50, answer.among());
    assertEquals(48, millis(new Question.Percentile(95), traces));
  }

  /// Who points at a call gets the newest request that made such a one, with that end if there is one.
  @Test
  void aCallIsFoundByItsEnds() {
    var hit = call(1, "Server", "Cache", Fate.HIT);
    var miss = call(2, "Server", "Cache", Fate.DATABASE);
    var other = call(3, "Server", "Primary", Fate.DATABASE);
    var traces = List.of(hit, miss, other);
    assertEquals(hit, new Question.Call("Server", "Cache", Fate.HIT).of(traces, SECOND).trace().orElseThrow());
    assertEquals(miss, new Question.Call("Server", "Cache", Fate.FAILED).of(traces, SECOND).trace().orElseThrow());
    assertTrue(new Question.Call("Cache", "Server", Fate.HIT).of(traces, SECOND).trace().isEmpty());
  }

  private static double millis(Question question, List<Trace> traces) {
    return question.of(traces, 101 * SECOND).trace().orElseThrow().millis();
  }

  private static Trace trace(int millis, long endNanos) {
    return new Trace(1, "GET /", 1, endNanos - millis * 1_000_000L, endNanos, Outcome.GOOD, List.of(), List.of(),
        true);
  }

  private static Trace call(int number, String from, String to, Fate fate) {
    return new Trace(number, "GET /", 1, 0, number, Outcome.GOOD,
        List.of(new Trace.Span(Trace.NONE, from, to, to, "get", 0, number, fate, List.of())), List.of(), true);
  }
}
