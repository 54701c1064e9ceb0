package tenfold.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// Each shipped scenario says what to try with it, and not what to try with another.
final class HintsTest {

  @Test
  void everyShippedScenarioHasTwoToFourHintsOfItsOwn() {
    var seen = new HashSet<>();
    for (var name : Gallery.NAMES) {
      var hints = Hints.of(Gallery.scenario(name));
      assertTrue(hints.size() >= 2 && hints.size() <= 4, name + " has " + hints);
      assertTrue(seen.add(hints), name + " has the hints of another");
    }
  }

  @Test
  void aScenarioOfSomebodyElseHasGeneralHints() {
    var shipped = Gallery.scenario("growth-crisis");
    var other = new Scenario("My own", "", shipped.topology(), 1, 10, 1);
    assertEquals(4, Hints.of(other).size());
    assertTrue(Gallery.NAMES.stream().noneMatch(name -> Hints.of(Gallery.scenario(name)).equals(Hints.of(other))));
  }
}
