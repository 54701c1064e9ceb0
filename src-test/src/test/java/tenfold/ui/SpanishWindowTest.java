package tenfold.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.Language;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.ParameterGroup;

/// The window in Spanish: no English word is left on it, and the language can be changed for the next start.
///
/// The language is that of the whole program, so this runs alone.
@Isolated
final class SpanishWindowTest extends WindowTest {

  @BeforeAll
  static void speakSpanish() {
    Texts.speak(Language.SPANISH);
  }

  @AfterAll
  static void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }

  @Test
  void noTextOfTheEnglishBundleIsLeftOnTheScreen() {
    var english = onlyEnglish();
    var left = new TreeSet<String>();
    onScreen(() -> workbench.select(Selection.of("Server")));
    var tabs = sideTabs();
    for (var tab : tabs.getTabs()) {
      onScreen(() -> tabs.getSelectionModel().select(tab));
      onScreen(() -> robot.lookup(".foldable").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true)));
      left.add(tab.getText());
      robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class)
          .forEach(node -> left.add(String.valueOf(node.getText())));
    }
    menu().flatMap(SpanishWindowTest::withChildren).forEach(item -> left.add(String.valueOf(item.getText())));
    assertTrue(left.contains("Núcleos") && left.contains("Familias") && left.contains("Salir"), left.toString());
    workbench.topologyProperty().get().nodes().forEach(node -> left.remove(node.name()));
    left.retainAll(english);
    assertEquals(new TreeSet<String>(), left);
  }

  @Test
  void anotherLanguageIsChosenForTheNextStart() {
    var languages = menu().filter(item -> "menu-language".equals(item.getId())).map(Menu.class::cast)
        .findFirst().orElseThrow().getItems();
    var english = (RadioMenuItem) languages.getFirst();
    assertEquals("Desde el próximo inicio", languages.getLast().getText());
    assertEquals(Language.SPANISH, window.controller().languageProperty().getValue());
    onScreen(english::fire);
    assertEquals(Language.ENGLISH, window.controller().languageProperty().getValue());
    assertEquals("From the next start on", languages.getLast().getText());
  }

  private Stream<MenuItem> menu() {
    return robot.lookup("#menu").queryAs(MenuButton.class).getItems().stream();
  }

  private static Stream<MenuItem> withChildren(MenuItem item) {
    return item instanceof Menu menu && !"menu-language".equals(menu.getId())
        ? Stream.concat(Stream.of(item), menu.getItems().stream()) : Stream.of(item);
  }

  /// All English words that no Spanish text has: those of the bundle, and those of the engine's annotations.
  private static Set<String> onlyEnglish() {
    var english = Texts.bundle(Language.ENGLISH);
    var spanish = Texts.bundle(Language.SPANISH);
    var words = new HashSet<String>();
    english.keySet().stream().map(english::getString).forEach(words::add);
    for (var type : ComponentSpec.class.getPermittedSubclasses()) {
      var kind = ComponentSpec.standard(type.asSubclass(ComponentSpec.class)).kind();
      words.add(kind.label());
      words.add(kind.summary());
      words.addAll(Arrays.asList(kind.models()));
      words.addAll(Arrays.asList(kind.leavesOut()));
      ParameterGroup.of(type).forEach(group ->
          Stream.concat(group.whole().stream(), group.parameters().stream()).forEach(parameter -> {
            words.add(parameter.annotation().label());
            words.add(parameter.annotation().unit());
          }));
    }
    spanish.keySet().stream().map(spanish::getString).forEach(words::remove);
    words.removeAll(Set.of("", "ms", "s", "MB", "kB", "B", "MB/s", "1/s", "h", "β", "×"));
    return words;
  }
}
