package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.app.palette.Kinds;
import tenfold.scenario.Gallery;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;
import tenfold.topology.Wiring;

/// The engine's sentences in Spanish.
///
/// The language is that of the whole program, so this runs alone.
@Isolated
final class EngineTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      no server uses it | ningún servidor lo usa
      it asks Shard 2 itself, which has the rows of one shard only \
      | pregunta directamente a Shard 2, que solo tiene las filas de un fragmento
      cores must be between 1 and 256, not -3 | cores debe estar entre 1 y 256, no -3
      jitter of the link to Primary must be between 0 and 1, not 2 \
      | jitter del enlace a Primary debe estar entre 0 y 1, no 2
      Link Balancer to Server 2 | Enlaza Balancer con Server 2
      Link a server to it | Enlaza un servidor con él
      the crash at 20 s is meant for "Server 9", which is not there \
      | la falla crash a los 20 s es para "Server 9", que no está
      """)
  void namesAndNumbersStayInPlace(String english, String spanish) {
    assertEquals(Optional.of(spanish), EngineText.spanish(english));
  }

  @Test
  void whatIsNotKnownStaysAsItIs() {
    assertEquals(Optional.empty(), EngineText.spanish("the moon is made of cheese"));
    assertEquals("no server uses it", EngineText.of("no server uses it"));
  }

  /// What is said of every shipped design without one of its parts or links, and with one of every kind more.
  @Test
  void whatIsWrongWithADrawingIsSaidInSpanish() {
    var unknown = new TreeSet<String>();
    var said = new TreeSet<String>();
    for (var name : Gallery.NAMES) {
      var topology = Gallery.scenario(name).topology();
      Stream.of(topology.nodes().stream().map(node -> topology.minus(node.name())),
              topology.links().stream().map(topology::minus),
              Kinds.all().stream().map(kind -> topology.plus(Wiring.newNode(topology, kind, 0, 0))))
          .flatMap(broken -> broken).flatMap(broken -> Inspection.problems(broken).stream())
          .flatMap(problem -> Stream.of(problem.message(), problem.remedy()))
          .forEach(sentence -> {
            said.add(sentence);
            if (EngineText.spanish(sentence).isEmpty()) {
              unknown.add(sentence);
            }
          });
    }
    assertEquals(new TreeSet<String>(), unknown);
    assertTrue(said.size() > 20, said.toString());
  }

  @Test
  void aProblemIsSaidWithItsNodeAndItsRemedy() {
    var problem = new Problem("Server", "it has no database", "Link it to a primary", true);
    Texts.speak(Language.SPANISH);
    try {
      assertEquals("Server: no tiene base de datos. Enlázalo con una primaria.", EngineText.withNode(problem));
    } finally {
      Texts.speak(Language.ENGLISH);
    }
    assertEquals(problem.toString(), EngineText.withNode(problem));
  }
}
