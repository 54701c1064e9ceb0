package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.scenario.Scenario;

/// The links in the shipped lessons, in each language.
final class LessonLinksTest {
  private static final Pattern SEE = Pattern.compile("\\]\\(see:([^)\\s]+)\\)");
  private static final Pattern LOOK = Pattern.compile("\\]\\((?:see|open):");

  private static List<Lesson> lessons() {
    return Stream.of("en", "es").flatMap(language -> LessonLibrary.shipped(language).lessons().stream()).toList();
  }

  /// What a link changes is there to be changed: in a system that the lesson shows, or in one like those built in it.
  @ParameterizedTest
  @MethodSource("lessons")
  void everySettingOfALinkExists(Lesson lesson) {
    var systems = new ArrayList<>(lesson.scenarios().values());
    lesson.solutions().values().forEach(solution -> systems.add(lesson.start().with(solution)));
    var links = lesson.steps().stream().flatMap(LessonLinksTest::words).flatMap(words -> SEE.matcher(words).results())
        .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8)).toList();
    assertTrue(links.stream().allMatch(link -> systems.stream().anyMatch(system -> canSet(system, link))),
        () -> lesson.id() + ": " + links.stream()
            .filter(link -> systems.stream().noneMatch(system -> canSet(system, link))).toList());
  }

  private static boolean canSet(Scenario system, String setting) {
    try {
      return !Setting.of(system, setting).applied(system).isEmpty();
    } catch (UnreadableSetting mistake) {
      return false;
    }
  }

  /// Whoever believes what is not so can see that it is not: an experiment of half a minute, by a link.
  @ParameterizedTest
  @MethodSource("lessons")
  void everyMisconceptionHasItsExperiment(Lesson lesson) {
    assertEquals(List.of(), lesson.steps().stream().flatMap(LessonLinksTest::wrong)
        .filter(words -> !LOOK.matcher(words).find()).toList(), lesson.id());
  }

  /// What is said to whoever holds a misconception.
  private static Stream<String> wrong(Step step) {
    return switch (step) {
      case Step.Predict asked -> Stream.concat(
          asked.feedback().stream().filter(one -> one.misconception().isPresent()).map(Step.Feedback::text),
          told(asked.options()));
      case Step.Choose asked -> told(asked.options());
      case Step.Build built -> built.wrong().values().stream();
      case Step.Read _, Step.Reveal _ -> Stream.empty();
    };
  }

  private static Stream<String> told(List<Step.Option> options) {
    return options.stream().filter(one -> one.misconception().isPresent() && !one.isRight()).map(Step.Option::feedback);
  }

  /// All that a step says.
  private static Stream<String> words(Step step) {
    return switch (step) {
      case Step.Read read -> Stream.of(read.text());
      case Step.Predict asked -> Stream.concat(Stream.of(asked.text()), Stream.concat(
          asked.feedback().stream().map(Step.Feedback::text), asked.options().stream().map(Step.Option::feedback)));
      case Step.Choose asked -> Stream.concat(Stream.of(asked.text()),
          asked.options().stream().map(Step.Option::feedback));
      case Step.Build built -> Stream.of(Stream.of(built.text()), built.hints().stream(),
          built.conditions().values().stream(), built.wrong().values().stream()).flatMap(all -> all);
      case Step.Reveal told -> Stream.concat(Stream.of(told.text()), told.claims().values().stream());
    };
  }
}
