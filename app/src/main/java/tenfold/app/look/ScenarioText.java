package tenfold.app.look;

import java.util.Map;
import java.util.stream.Collectors;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// What a scenario is called and says of itself on screen. Shipped ones, and copies of them that still have their
/// title or description, have those in the language of the window; what somebody has written stays as it is.
public final class ScenarioText {
  private static final Map<String, String> TITLES = Gallery.NAMES.stream()
      .collect(Collectors.toUnmodifiableMap(name -> Gallery.scenario(name).title(), name -> name));
  private static final Map<String, String> DESCRIPTIONS = Gallery.NAMES.stream()
      .collect(Collectors.toUnmodifiableMap(name -> Gallery.scenario(name).description(), name -> name));

  private ScenarioText() {}

  /// Its title.
  public static String title(Scenario scenario) {
    return words(TITLES, scenario.title(), "title");
  }

  /// What it is about.
  public static String description(Scenario scenario) {
    return words(DESCRIPTIONS, scenario.description(), "description");
  }

  private static String words(Map<String, String> names, String english, String part) {
    if (Texts.language() == Language.ENGLISH) {
      return english;
    }
    return Texts.getOr("scenario." + names.getOrDefault(english, "") + "." + part, english);
  }
}
