package tenfold.app.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenfold.app.look.Texts;
import tenfold.kernel.LimitReached;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Replication;
import tenfold.run.Trace;
import tenfold.scenario.Gallery;

/// Whatever a request of a shipped scenario waits for has words of its own.
class PlaceTextTest {
  @Test
  void everyPlaceHasWords() {
    var places = new TreeSet<String>();
    Gallery.GROUPS.stream().flatMap(group -> group.names().stream()).forEach(name -> places.addAll(places(name)));
    assertTrue(places.size() > 12, "requests go through many places: " + places);
    for (var place : places) {
      assertTrue(Texts.bundle().containsKey("place." + place + ".wait"), place);
      assertTrue(Texts.bundle().containsKey("place." + place + ".work"), place);
    }
  }

  @Test
  void whatIsNewHasSomeWords() {
    assertEquals("waiting", PlaceText.of("Something.new", Doing.WAITING));
    assertEquals("working", PlaceText.of("Something.new", Doing.WORKING));
  }

  /// The source beside the waterfall is the one that is compiled.
  @Test
  void theHandlersSourceIsThere() {
    assertTrue(HandlerSource.lines("GetFamily").stream().anyMatch(line -> line.contains("class GetFamily")));
    assertTrue(HandlerSource.lines("NoSuchHandler").isEmpty());
  }

  private static Set<String> places(String name) {
    var places = new TreeSet<String>();
    var run = new Replication(Gallery.scenario(name), 1);
    run.trace(attempt -> attempt.number() % 50 == 0, trace -> trace.spans().stream()
        .flatMap(span -> span.passages().stream()).filter(passage -> !passage.isNetwork())
        .map(Trace.Passage::place).forEach(places::add));
    try {
      run.advance(5_000_000_000L, () -> false);
    } catch (LimitReached limit) {
      assertFalse(Stream.of(limit).findAny().isEmpty(), "some scenarios go too far on purpose");
    }
    return places;
  }
}
