package tenfold.app.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts, by key.
public final class Texts {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("tenfold.app.messages", Locale.ENGLISH);

  private Texts() {}

  /// The text of that key, with its `{0}`, `{1}` … filled in. Numbers must come as text.
  public static String get(String key, Object... values) {
    var text = BUNDLE.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
  }

  /// The words for one of the values that a parameter can have.
  ///
  /// @param constant of an enum, or whether something is on
  public static String choice(Object constant) {
    if (constant instanceof Boolean isOn) {
      return get(isOn ? "choice.on" : "choice.off");
    }
    return get("choice." + ((Enum<?>) constant).getDeclaringClass().getSimpleName() + "." + constant);
  }

  /// The whole bundle, for FXML.
  public static ResourceBundle bundle() {
    return BUNDLE;
  }
}
