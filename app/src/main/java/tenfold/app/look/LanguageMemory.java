package tenfold.app.look;

import java.util.Locale;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/// Remembers between starts which language the user chose. Where nothing can be remembered, the machine decides at
/// each start.
public final class LanguageMemory {
  private static final String KEY = "language";

  private final Preferences preferences;

  /// A memory in that place.
  public LanguageMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /// The memory of the user who runs the program.
  public static LanguageMemory ofUser() {
    return new LanguageMemory(Preferences.userRoot().node("tenfold"));
  }

  /// The language that was chosen the last time.
  ///
  /// @param machine decides where none was chosen
  public Language language(Locale machine) {
    var remembered = preferences.get(KEY, "");
    return Stream.of(Language.values()).filter(language -> language.name().equals(remembered)).findFirst()
        .orElseGet(() -> Language.of(machine));
  }

  /// Remembers each choice from now on.
  public void keep(ObservableValue<Language> chosen) {
    chosen.addListener((_, _, language) -> remember(language));
  }

  private void remember(Language language) {
    try {
      preferences.put(KEY, language.name());
      preferences.flush();
    } catch (BackingStoreException | IllegalStateException unwritable) {
      System.getLogger(LanguageMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "the language is not remembered", unwritable);
    }
  }
}
