package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

/// The chosen theme survives a start; preferences in memory stand for those of the user.
final class ThemeMemoryTest {
  private final InMemory preferences = new InMemory();

  @Test
  void theLastChoiceComesBack() {
    started(false).set(true);
    assertTrue(started(false).get());
    started(true).set(false);
    assertFalse(started(true).get());
  }

  @Test
  void withoutAChoiceTheDesktopDecides() {
    assertTrue(started(true).get());
    assertFalse(started(false).get());
  }

  @Test
  void whatCannotBeWrittenBothersNobody() {
    preferences.isBroken = true;
    var dark = started(false);
    dark.set(true);
    assertTrue(dark.get());
  }

  /// The property after a start on a desktop that is dark or light.
  private BooleanProperty started(boolean isDesktopDark) {
    var dark = new SimpleBooleanProperty(isDesktopDark);
    new ThemeMemory(preferences).keep(dark);
    return dark;
  }

  static final class InMemory extends AbstractPreferences {
    private final Map<String, String> values = new HashMap<>();
    boolean isBroken;

    InMemory() {
      super(null, "");
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
      values.clear();
    }

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public void flush() throws BackingStoreException {
      if (isBroken) {
        throw new BackingStoreException("read-only");
      }
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
