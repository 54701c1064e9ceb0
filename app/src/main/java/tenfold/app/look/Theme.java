package tenfold.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;

/// Light, dark or high in contrast: AtlantaFX's Primer under our own style sheet, and the shipped fonts.
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("contrast");
  private static final String[] FONTS = {
    "Inter-Regular.otf", "Inter-Italic.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf"
  };

  private final ObjectProperty<Palette> palette;
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty();

  /// Loads the fonts and AtlantaFX, before any control is made: JavaFX would read its own look first else. Needs the
  /// JavaFX toolkit.
  public Theme(Palette first) {
    palette = new SimpleObjectProperty<>(first);
    palette.subscribe(chosen -> Application.setUserAgentStylesheet(chosen.isDark()
        ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS()));
    for (var font : FONTS) {
      try (var stream = Theme.class.getResourceAsStream("/tenfold/app/fonts/" + font)) {
        Font.loadFont(Objects.requireNonNull(stream, font), 12);
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }
  }

  /// The colours.
  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  /// Whether nothing shall move that can do without, as some people need it.
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /// Dresses a scene, now and whenever the theme changes.
  public void dress(Scene scene) {
    scene.getStylesheets().add(sheet());
    palette.subscribe(chosen -> {
      mark(scene.getRoot(), chosen);
      scene.setFill(Ink.BACKGROUND.color(chosen)); // Costs a tenth of what the background of a pane does.
    });
  }

  /// Dresses a dialog in the theme that there is now.
  public void dress(DialogPane dialog) {
    dialog.getStyleClass().add("workbench");
    dialog.getStylesheets().add(sheet());
    mark(dialog, palette.get());
  }

  private static void mark(Node root, Palette chosen) {
    root.pseudoClassStateChanged(DARK, chosen.isDark());
    root.pseudoClassStateChanged(CONTRAST, chosen == Palette.CONTRAST);
  }

  private static String sheet() {
    return Objects.requireNonNull(Theme.class.getResource("/tenfold/app/tenfold.css")).toExternalForm();
  }
}
