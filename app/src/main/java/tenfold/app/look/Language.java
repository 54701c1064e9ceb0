package tenfold.app.look;

import java.util.Locale;

/// A language that the window can have.
public enum Language {
  /// English, whose texts are complete by themselves.
  ENGLISH("English", Locale.ROOT),
  /// Spanish as in Latin America.
  SPANISH("Español", Locale.of("es"));

  private final String label;
  private final Locale locale;

  Language(String label, Locale locale) {
    this.label = label;
    this.locale = locale;
  }

  /// What it calls itself.
  public String label() {
    return label;
  }

  /// Chooses its texts. English has those of the root, since a language without a file of its own would fall back to
  /// that of the machine.
  Locale locale() {
    return locale;
  }

  /// The language for who has chosen none: that of the machine where there are texts in it, else English.
  public static Language of(Locale machine) {
    return machine.getLanguage().equals(SPANISH.locale.getLanguage()) ? SPANISH : ENGLISH;
  }
}
