package tenfold.app.look;

import java.util.Arrays;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/// Remembers between starts which colours the user chose, life size or larger. Where nothing can be remembered,
/// the theme follows the desktop at each start, and the user is not bothered.
public final class ThemeMemory {
  private static final String KEY = "theme";
  private static final String SIZE = "size";
  private static final String LARGE = "large";

  private final Preferences preferences;

  /// A memory in that place.
  public ThemeMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /// The memory of the user who runs the program.
  public static ThemeMemory ofUser() {
    return new ThemeMemory(Preferences.userRoot().node("tenfold"));
  }

  /// Sets the colours as they were left the last time, if ever, and remembers each change from now on.
  public void keep(ObjectProperty<Palette> palette) {
    var remembered = preferences.get(KEY, "");
    Arrays.stream(Palette.values()).filter(one -> one.toString().equals(remembered)).findFirst()
        .ifPresent(palette::set);
    palette.addListener((_, _, chosen) -> remember(KEY, chosen.toString()));
  }

  /// Sets `projector` as it was left the last time, and remembers each change from now on.
  public void keepSize(BooleanProperty projector) {
    projector.set(preferences.get(SIZE, "").equals(LARGE));
    projector.addListener((_, _, isLarge) -> remember(SIZE, isLarge ? LARGE : ""));
  }

  private void remember(String key, String value) {
    try {
      preferences.put(key, value);
      preferences.flush();
    } catch (BackingStoreException | IllegalStateException unwritable) {
      System.getLogger(ThemeMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "the theme is not remembered", unwritable);
    }
  }
}
