package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The chosen language survives a start; without a choice the machine decides.
///
/// The machine’s language is that of the whole program, so this runs alone.
@Isolated
final class LanguageMemoryTest {
  private final ThemeMemoryTest.InMemory preferences = new ThemeMemoryTest.InMemory();
  private final LanguageMemory memory = new LanguageMemory(preferences);

  @Test
  void withoutAChoiceTheMachineDecides() {
    assertEquals(Language.SPANISH, memory.language(Locale.of("es", "MX")));
    assertEquals(Language.SPANISH, memory.language(Locale.of("es")));
    assertEquals(Language.ENGLISH, memory.language(Locale.US));
    assertEquals(Language.ENGLISH, memory.language(Locale.GERMANY));
  }

  @Test
  void theLastChoiceComesBackWhateverTheMachineSpeaks() {
    chosen().set(Language.SPANISH);
    assertEquals(Language.SPANISH, memory.language(Locale.US));
    chosen().set(Language.ENGLISH);
    assertEquals(Language.ENGLISH, memory.language(Locale.of("es", "AR")));
  }

  @Test
  void aChoiceThatCannotBeReadCountsAsNone() {
    preferences.put("language", "KLINGON");
    assertEquals(Language.ENGLISH, memory.language(Locale.US));
  }

  @Test
  void whatCannotBeWrittenBothersNobody() {
    preferences.isBroken = true;
    var chosen = chosen();
    chosen.set(Language.SPANISH);
    assertEquals(Language.SPANISH, chosen.get());
  }

  /// English stays English on a machine that speaks Spanish, where it would fall back to that.
  @Test
  void englishDoesNotFallBackToTheMachinesLanguage() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.of("es", "MX"));
    try {
      ResourceBundle.clearCache();
      assertEquals("Undo", Texts.bundle(Language.ENGLISH).getString("action.undo"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private ObjectProperty<Language> chosen() {
    var chosen = new SimpleObjectProperty<Language>();
    memory.keep(chosen);
    return chosen;
  }
}
