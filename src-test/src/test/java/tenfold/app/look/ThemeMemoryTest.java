package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// The chosen theme survives a start; preferences in memory stand for those of the user.
final class ThemeMemoryTest {
  private final InMemory preferences = new InMemory();

  @Test
  void theLastChoiceComesBack() {
    for (var choice : Palette.values()) {
      started(choice.next()).set(choice);
      assertEquals(choice, started(choice.next()).get());
    }
    var projector = new SimpleBooleanProperty();
    new ThemeMemory(preferences).keepSize(projector);
    projector.set(true);
    var again = new SimpleBooleanProperty();
    new ThemeMemory(preferences).keepSize(again);
    assertTrue(again.get());
  }

  @Test
  void withoutAChoiceTheDesktopDecides() {
    assertEquals(Palette.DARK, started(Palette.DARK).get());
    assertEquals(Palette.LIGHT, started(Palette.LIGHT).get());
  }

  @Test
  void whatCannotBeWrittenBothersNobody() {
    preferences.isBroken = true;
    var palette = started(Palette.LIGHT);
    palette.set(Palette.DARK);
    assertEquals(Palette.DARK, palette.get());
  }

  /// The property after a start on a desktop that is dark or light.
  private ObjectProperty<Palette> started(Palette desktop) {
    var palette = new SimpleObjectProperty<>(desktop);
    new ThemeMemory(preferences).keep(palette);
    return palette;
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
