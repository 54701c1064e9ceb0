package tenfold.app.inspector;

import java.util.List;
import java.util.stream.IntStream;
import tenfold.app.look.Texts;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// What to try with a scenario. A shipped scenario has hints of its own, and so has a copy of it that still has its
/// title; all others have general ones.
final class Hints {
  private Hints() {}

  static List<String> of(Scenario scenario) {
    return named(Gallery.nameOfTitle(scenario.title()).orElse("general"));
  }

  private static List<String> named(String name) {
    return IntStream.iterate(1, i -> Texts.bundle().containsKey(key(name, i)), i -> i + 1)
        .mapToObj(i -> Texts.get(key(name, i)))
        .toList();
  }

  private static String key(String name, int number) {
    return "hint." + name + "." + number;
  }
}
