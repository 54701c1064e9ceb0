package tenfold.app.look;

import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// What a scenario is called and says of itself on screen. Shipped ones, and copies of them that still have their
/// title, have those in the language of the window; what somebody has written stays as it is.
public final class ScenarioText {
  private ScenarioText() {}

  /// Its title.
  public static String title(Scenario scenario) {
    return words(scenario.title(), scenario.title(), "title");
  }

  /// What it is about.
  public static String description(Scenario scenario) {
    boolean isShipped = Texts.language() != Language.ENGLISH && Gallery.nameOfTitle(scenario.title())
        .filter(name -> Gallery.scenario(name).description().equals(scenario.description())).isPresent();
    return isShipped ? words(scenario.title(), scenario.description(), "description") : scenario.description();
  }

  private static String words(String title, String english, String part) {
    if (Texts.language() == Language.ENGLISH) {
      return english;
    }
    return Gallery.nameOfTitle(title).map(name -> Texts.getOr("scenario." + name + "." + part, english))
        .orElse(english);
  }
}
