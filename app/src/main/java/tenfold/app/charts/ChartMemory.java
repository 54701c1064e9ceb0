package tenfold.app.charts;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// Remembers between starts which charts are shown. Where nothing can be remembered, they are the usual ones at each
/// start.
public final class ChartMemory {
  private static final String KEY = "charts";

  private final Preferences preferences;

  /// A memory in that place.
  public ChartMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /// The memory of the user who runs the program.
  public static ChartMemory ofUser() {
    return new ChartMemory(Preferences.userRoot().node("tenfold"));
  }

  /// Shows what was shown the last time, if ever, and remembers each change from now on.
  public void keep(ChartShelf shelf) {
    shelf.choose(preferences.get(KEY, ""));
    shelf.chosenProperty().addListener((_, _, chosen) -> remember(chosen));
  }

  private void remember(String chosen) {
    try {
      preferences.put(KEY, chosen);
      preferences.flush();
    } catch (BackingStoreException | IllegalStateException unwritable) {
      System.getLogger(ChartMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "the charts are not remembered", unwritable);
    }
  }
}
