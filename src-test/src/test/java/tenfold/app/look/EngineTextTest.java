package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.app.palette.Kinds;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.TraceFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.topology.Inspection;
import tenfold.topology.Problem;
import tenfold.topology.Wiring;

/// The engine's sentences in Spanish.
///
/// The language is that of the whole program, so this runs alone.
@Isolated
final class EngineTextTest {
  @TempDir
  private Path folder;

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

  /// Scenarios with a piece of text replaced, price lists and traces that cannot be read.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      tenfold | "thinkTimeMs" | "thinkTimeMS" | propiedad desconocida "thinkTimeMS"; ¿quisiste decir "thinkTimeMs"?
      tenfold | "timeoutMs" : 10000, | | falta la propiedad "timeoutMs". Agrégala. (en el nodo "Families")
      tenfold | "population" : 10 | "population" : "ten" | debe ser un número entero. Corrige el valor.
      tenfold | "population" : 10 | "population" : 99999999999 | debe ser un número entero entre
      tenfold | "population" : 10 | "population" : null | no debe ser null. Dale un valor.
      tenfold | "title" : "Growth crisis" | "title" : 7 | "title" debe ser un texto, no 7. Corrige el valor.
      tenfold | "model" : "closed" | "model" : "ajar" | debe ser uno de "closed", "openPoisson", "visits", no "ajar"
      tenfold | "kind" : "families" | "kind" : "family" | tipo desconocido "family"; ¿quisiste decir "families"?
      tenfold | "jitter" : 0 | "jitter" : 0 0 | esto no es JSON válido:
      tenfold | "jitter" : 0 | "jitter" : 3 | jitter debe estar entre 0 y 1, no 3, en el enlace de "Families" a "Server"
      tenfold | "limit" : 100 | "limit" : 0 | pool.limit debe estar entre 1 y 10000, no 0, en el nodo "Server"
      tenfold | "kind" : "scenario" | "kind" : "song" | no es un escenario: no dice "kind": "scenario"
      prices | queue = 20 | queue 20 | línea 1: "queue 20" no es un precio.
      prices | queue | quene | línea 1: no hay ningún artículo "quene"; ¿quisiste decir "queue"? Hay:
      prices | 20 | x | línea 1: queue debe ser un número, no "x". Escríbelo como en 12.5.
      prices | 20 | -1 | línea 1: queue debe estar entre 0 y
      csv | time_s | times | línea 1: el encabezado debe ser "time_s,rate_per_s" o "time_s", no
      csv | 0,5 | 0 | línea 2: debe haber dos valores, no 1. Escribe una línea como dice el encabezado:
      csv | 1,6 | 0,6 | línea 3: time_s debe ser posterior al de la línea anterior.
      """)
  void aFileThatCannotBeReadIsExplainedInSpanish(String ending, String right, String wrong, String expected)
      throws IOException {
    var file = folder.resolve("mine." + ending);
    var text = switch (ending) {
      case "prices" -> "queue = 20\n";
      case "csv" -> "time_s,rate_per_s\n0,5\n1,6\n";
      default -> ScenarioFile.format(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    };
    assertTrue(text.contains(right), text);
    Files.writeString(file, text.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong));
    var refused = assertThrows(Exception.class, () -> {
      switch (ending) {
        case "prices" -> PriceList.read(file);
        case "csv" -> TraceFile.read(file);
        default -> ScenarioFile.read(file);
      }
    });
    var spanish = EngineText.spanishOfFile(refused.getMessage()).orElse("");
    assertTrue(spanish.contains(expected) && spanish.contains("mine." + ending), refused.getMessage() + "\n" + spanish);
  }

  @Test
  void aFileThatIsNotThereIsExplainedInSpanish() {
    var refused = assertThrows(UnreadableScenario.class, () -> ScenarioFile.read(folder.resolve("none.tenfold")));
    assertEquals("No hay ningún archivo " + folder.resolve("none.tenfold") + ". Revisa el nombre y la carpeta.",
        EngineText.spanishOfFile(refused.getMessage()).orElse(""));
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
