package tenfold.app.look;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.LoadBalancer;
import tenfold.component.OutsideServices;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;

/// Pictograms (Feather, MIT licence).
public final class Icons {
  private Icons() {}

  /// The pictogram of a component.
  public static FontIcon of(ComponentSpec component) {
    return icon(switch (component) {
      case Families _ -> Feather.USERS;
      case LoadBalancer _ -> Feather.SHARE_2;
      case AppServer _ -> Feather.SERVER;
      case RedisCache _ -> Feather.ZAP;
      case DatabasePrimary _ -> Feather.DATABASE;
      case ReadReplica _ -> Feather.COPY;
      case OutsideServices _ -> Feather.GLOBE;
    });
  }

  /// A pictogram in the size and colour of the style sheet.
  public static FontIcon icon(Feather picture) {
    var icon = new FontIcon(picture);
    icon.getStyleClass().add("tf-icon");
    return icon;
  }
}
