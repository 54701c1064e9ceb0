package tenfold.app.look;

import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tenfold.component.ComponentSpec;

/// Pictograms (Feather, MIT licence).
public final class Icons {
  private Icons() {}

  /// The pictogram of a component.
  public static FontIcon of(ComponentSpec component) {
    return icon(Feather.findByDescription("fth-" + component.kind().icon()));
  }

  /// Style classes that give a component its hue: that of its kind, where that has one, else that of its group.
  public static List<String> hue(ComponentSpec component) {
    var kind = component.kind();
    return List.of("group-" + kind.group().name().toLowerCase(Locale.ROOT), "kind-" + kind.id());
  }

  /// A pictogram in the size and colour of the style sheet.
  public static FontIcon icon(Feather picture) {
    var icon = new FontIcon(picture);
    icon.getStyleClass().add("tf-icon");
    return icon;
  }
}
