package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.Param;
import tenfold.component.Parameter;
import tenfold.component.ParameterGroup;
import tenfold.scenario.Frame;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// All that the window says in English it says in Spanish too.
///
/// The language is that of the whole program, so this runs alone.
@Isolated
final class SpanishTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /// Words that are the same in both languages.
  private static final Set<String> COMMON = Set.of("Tenfold", "min", "ms", "CONTROL", "Percentiles", "lognormal",
      "mysql2", "Hikari", "HAProxy", "GET /health", "Language / Idioma");

  /// Units that are written the same in both languages.
  private static final Set<String> COMMON_UNITS =
      Set.of("", "ms", "s", "h", "%", "β", "×", "MB/s", "MB", "kB", "B", "1/s");

  private final ResourceBundle english = Texts.bundle(Language.ENGLISH);
  private final ResourceBundle spanish = Texts.bundle(Language.SPANISH);

  @Test
  void everyTextIsThereInSpanishAndInOtherWords() {
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(spanish.keySet().stream()
        .filter(key -> !key.matches("(kind|param|unit|scenario)\\..*")).toList()));
    var untranslated = new TreeMap<String, String>();
    for (var key : english.keySet()) {
      var words = PLACE.matcher(english.getString(key)).replaceAll("");
      for (var common : COMMON) {
        words = words.replace(common, "");
      }
      if (english.getString(key).equals(spanish.getString(key)) && words.matches(".*\\p{L}{2,}.*")) {
        untranslated.put(key, spanish.getString(key));
      }
    }
    assertEquals(new TreeMap<String, String>(), untranslated);
  }

  @Test
  void everyTextHasTheSameGapsAndFillsThem() {
    var values = new Object[] {"v0", "v1", "v2", "v3", "v4", "v5"};
    for (var key : english.keySet()) {
      assertEquals(places(english.getString(key)), places(spanish.getString(key)), key);
      if (!places(english.getString(key)).isEmpty()) {
        var filled = new MessageFormat(spanish.getString(key), Locale.ENGLISH).format(values);
        assertTrue(PLACE.matcher(filled).results().findAny().isEmpty(), filled);
      }
    }
  }

  @Test
  void everyKindItsSentencesParametersAndUnitsAreThereInSpanishAndNothingElse() {
    var expected = new TreeSet<String>();
    for (var type : ComponentSpec.class.getPermittedSubclasses()) {
      var kind = ComponentSpec.standard(type.asSubclass(ComponentSpec.class)).kind();
      Stream.of("label", "summary").forEach(part -> expected.add("kind." + kind.id() + "." + part));
      expected.addAll(numbered("kind." + kind.id() + ".models.", kind.models().length));
      expected.addAll(numbered("kind." + kind.id() + ".leavesOut.", kind.leavesOut().length));
    }
    parameters(component -> {
      expected.add("param." + component.getDeclaringRecord().getSimpleName() + "." + component.getName());
      var unit = component.getAnnotation(Param.class).unit();
      if (!COMMON_UNITS.contains(unit)) {
        expected.add("unit." + unit.replace(' ', '-'));
      }
    });
    assertEquals(expected, new TreeSet<>(spanish.keySet().stream()
        .filter(key -> key.matches("(kind|param|unit)\\..*")).toList()));
  }

  @Test
  void everyShippedScenarioIsNamedAndDescribedInSpanish() {
    var expected = Gallery.NAMES.stream()
        .flatMap(name -> Stream.of("scenario." + name + ".title", "scenario." + name + ".description"))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, spanish.keySet().stream().filter(key -> key.startsWith("scenario."))
        .collect(Collectors.toCollection(TreeSet::new)));
    var own = new Scenario("My own", "About mine.", Gallery.scenario("growth-crisis").topology(), 1, 10, 1);
    Texts.speak(Language.SPANISH);
    try {
      assertEquals("Crisis de crecimiento", ScenarioText.title(Gallery.scenario("growth-crisis")));
      assertTrue(ScenarioText.description(Gallery.scenario("growth-crisis")).startsWith("Un servidor,"));
      assertEquals("My own", ScenarioText.title(own));
      assertEquals("About mine.", ScenarioText.description(own));
    } finally {
      Texts.speak(Language.ENGLISH);
    }
    assertEquals("Growth crisis", ScenarioText.title(Gallery.scenario("growth-crisis")));
  }

  /// A parameter's key names its record without the package.
  @Test
  void noTwoRecordsWithParametersHaveTheSameName() {
    var records = new HashSet<Class<?>>();
    parameters(component -> records.add(component.getDeclaringRecord()));
    assertEquals(records.size(), records.stream().map(Class::getSimpleName).distinct().count());
  }

  /// What a hint puts in quotation marks is to be found on the screen in the same words.
  @Test
  void whatAHintNamesStandsOnTheScreen() {
    var onScreen = spanish.keySet().stream().filter(key -> key.matches("(choice|wrong|param)\\..*"))
        .map(spanish::getString).collect(Collectors.toSet());
    var unknown = new TreeSet<String>();
    spanish.keySet().stream().filter(key -> key.startsWith("hint.")).forEach(key ->
        Pattern.compile("“([^”]*)”").matcher(spanish.getString(key)).results().map(found -> found.group(1))
            .filter(words -> !onScreen.contains(words)).forEach(words -> unknown.add(key + ": " + words)));
    assertEquals(new TreeSet<String>(), unknown);
  }

  @Test
  void partsAreNamedInTheLanguageThatIsSpoken() {
    var server = ComponentSpec.standard(AppServer.class);
    var pool = ParameterGroup.of(server.getClass()).stream().flatMap(group -> group.whole().stream())
        .filter(whole -> whole.path().equals("pool")).findFirst().orElseThrow();
    var limit = Parameter.of(server.getClass()).stream()
        .filter(parameter -> parameter.path().equals("pool.limit")).findFirst().orElseThrow();
    assertEquals(List.of("Server", "Connection pool", "Pool size", "connections"), words(server, pool, limit));
    Texts.speak(Language.SPANISH);
    try {
      assertEquals(List.of("Servidor", "Pool de conexiones", "Tamaño del pool", "conexiones"),
          words(server, pool, limit));
      assertEquals(spanish.getString("kind.app-server.models.7"), PartText.models(server.kind())[6]);
      assertEquals("95 %", Texts.get("node.rate", Numbers.percent(0.95)));
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  private static List<String> words(ComponentSpec component, Parameter group, Parameter parameter) {
    return List.of(PartText.label(component.kind()), PartText.label(group), PartText.label(parameter),
        PartText.unit(parameter));
  }

  /// Every component of a record that is a parameter: of parts, links, nodes, frames and faults, of the groups inside
  /// them and of the entries of their lists.
  private static void parameters(Consumer<RecordComponent> each) {
    Stream.concat(Stream.of(Link.class, Node.class, Frame.class, ScheduledFault.class),
        Arrays.stream(ComponentSpec.class.getPermittedSubclasses())).forEach(type -> collect(type, each));
  }

  private static void collect(Class<?> type, Consumer<RecordComponent> each) {
    for (var component : type.getRecordComponents()) {
      each.accept(component);
      if (component.getType().isRecord()) {
        collect(component.getType(), each);
      } else if (component.getType() == List.class) {
        collect(Parameter.of(type).stream().filter(parameter -> parameter.path().equals(component.getName()))
            .findFirst().orElseThrow().entryType(), each);
      }
    }
  }

  private static List<String> numbered(String prefix, int count) {
    return Stream.iterate(1, i -> i <= count, i -> i + 1).map(i -> prefix + i).toList();
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
