package tenfold.app.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts, by key, in one language: English until another is chosen, which is done once, before there is
/// a window. Numbers are written the same in all of them.
public final class Texts {
  private static volatile Language language = Language.ENGLISH;
  private static volatile ResourceBundle bundle = bundle(Language.ENGLISH);

  private Texts() {}

  /// Gives all texts in that language from now on; what is on screen stays as it is.
  public static void speak(Language chosen) {
    language = chosen;
    bundle = bundle(chosen);
  }

  /// The language that the texts are in.
  public static Language language() {
    return language;
  }

  /// The text of that key, with its `{0}`, `{1}` … filled in. Numbers must come as text.
  public static String get(String key, Object... values) {
    var text = bundle.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
  }

  /// The text of that key where the language has one of its own.
  ///
  /// @param otherwise the text of all other languages
  static String getOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  /// The words for one of the values that a parameter can have.
  ///
  /// @param value a constant of an enum, true or false
  public static String choice(Object value) {
    var type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    return get("choice." + type.getSimpleName() + "." + value);
  }

  /// The whole bundle, for FXML.
  public static ResourceBundle bundle() {
    return bundle;
  }

  /// All texts in that language.
  public static ResourceBundle bundle(Language of) {
    return ResourceBundle.getBundle("tenfold.app.messages", of.locale());
  }
}
