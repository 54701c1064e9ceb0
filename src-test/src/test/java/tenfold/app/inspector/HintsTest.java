package tenfold.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.ParameterGroup;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Node;

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

  /// What a hint puts in quotation marks is to be found on the screen in the same words.
  @Test
  void whatAHintNamesStandsOnTheScreen() {
    var onScreen = new HashSet<String>();
    Stream.concat(Stream.of(Link.class, Node.class), Arrays.stream(ComponentSpec.class.getPermittedSubclasses()))
        .forEach(type -> ParameterGroup.of(type).forEach(group -> {
          group.whole().ifPresent(whole -> onScreen.add(whole.annotation().label()));
          group.parameters().forEach(parameter -> onScreen.add(parameter.annotation().label()));
        }));
    Texts.bundle().keySet().stream().filter(key -> key.startsWith("choice.") || key.startsWith("wrong."))
        .forEach(key -> onScreen.add(Texts.get(key)));
    var unknown = new TreeSet<String>();
    for (var name : Gallery.NAMES) {
      for (var hint : Hints.of(Gallery.scenario(name))) {
        Pattern.compile("“([^”]*)”").matcher(hint).results().map(found -> found.group(1))
            .filter(words -> !onScreen.contains(words)).forEach(words -> unknown.add(name + ": " + words));
      }
    }
    assertEquals(new TreeSet<String>(), unknown);
  }

  @Test
  void aScenarioOfSomebodyElseHasGeneralHints() {
    var shipped = Gallery.scenario("growth-crisis");
    var other = new Scenario("My own", "", shipped.topology(), 1, 10, 1);
    assertEquals(4, Hints.of(other).size());
    assertTrue(Gallery.NAMES.stream().noneMatch(name -> Hints.of(Gallery.scenario(name)).equals(Hints.of(other))));
  }
}
