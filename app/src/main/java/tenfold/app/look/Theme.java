package tenfold.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;

/// Light or dark: AtlantaFX's Primer under our own style sheet, and the shipped fonts.
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String[] FONTS = {
    "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf"
  };

  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty();

  /// Loads the fonts. Needs the JavaFX toolkit.
  public Theme() {
    for (var font : FONTS) {
      try (var stream = Theme.class.getResourceAsStream("/tenfold/app/fonts/" + font)) {
        Font.loadFont(Objects.requireNonNull(stream, font), 12);
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }
  }

  /// Whether the dark theme is on.
  public BooleanProperty darkProperty() {
    return dark;
  }

  /// Whether nothing shall move that can do without, as some people need it.
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /// Dresses a scene, now and whenever the theme changes.
  public void dress(Scene scene) {
    scene.getStylesheets().add(sheet());
    dark.subscribe(isDark -> {
      Application.setUserAgentStylesheet(
          isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
      scene.getRoot().pseudoClassStateChanged(DARK, isDark);
    });
  }

  /// Dresses a dialog in the theme that there is now.
  public void dress(DialogPane dialog) {
    dialog.getStyleClass().add("workbench");
    dialog.getStylesheets().add(sheet());
    dialog.pseudoClassStateChanged(DARK, dark.get());
  }

  private static String sheet() {
    return Objects.requireNonNull(Theme.class.getResource("/tenfold/app/tenfold.css")).toExternalForm();
  }
}
