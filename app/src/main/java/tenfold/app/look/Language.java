package tenfold.app.look;

import java.util.Locale;

/// A language that the window can have.
public enum Language {
  /// English, whose texts are complete by themselves.
  ENGLISH("English", "en"),
  /// Spanish as in Latin America.
  SPANISH("Español", "es");

  private final String label;
  private final String tag;

  Language(String label, String tag) {
    this.label = label;
    this.tag = tag;
  }

  /// What it calls itself.
  public String label() {
    return label;
  }

  /// Its name in pages, as in "es".
  public String tag() {
    return tag;
  }

  /// Chooses its texts. English has those of the root, since a language without a file of its own would fall back to
  /// that of the machine.
  Locale locale() {
    return this == ENGLISH ? Locale.ROOT : Locale.of(tag);
  }

  /// The language for who has chosen none: that of the machine where there are texts in it, else English.
  public static Language of(Locale machine) {
    return machine.getLanguage().equals(SPANISH.tag) ? SPANISH : ENGLISH;
  }
}
