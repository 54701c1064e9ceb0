package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.experiment.LaboratoryFailure;
import tenfold.experiment.UnreadableSetting;
import tenfold.topology.Inspection;
import tenfold.topology.Topology;

/// Every shipped lesson can be taken, and its goals tell its solution from its start and from what is commonly thought.
final class LessonLibraryTest {
  private static final long FRESH_SEED = 20_261;

  private static final List<Lesson> LESSONS = LessonLibrary.shipped("en").lessons();

  static List<Lesson> lessons() {
    return LESSONS;
  }

  private static Check check(int replications) {
    return new Check(Laboratory.withAllCores(Watcher.NONE), replications, FRESH_SEED);
  }

  @Test
  void everyLessonCanBeRead() {
    assertEquals(List.of(), LessonLibrary.shipped("en").mistakes());
    assertEquals(List.of(), LessonLibrary.shipped("es").mistakes());
    assertEquals(LessonLibrary.FOLDERS, lessons().stream().map(Lesson::id).toList());
  }

  @Test
  void aCardSaysWhatTheLessonSays() {
    var mistakes = new ArrayList<String>();
    assertEquals(lessons().stream().map(lesson -> new LessonCard(lesson.id(), lesson.number(), lesson.title(),
        lesson.minutes(), lesson.steps().size(), lesson.goals().size(), lesson.forecast().isPresent())).toList(),
        LessonLibrary.cards("en", mistakes::add));
    assertEquals(List.of(), mistakes);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyLessonHasStepsAndAStartThatWorks(Lesson lesson) {
    assertEquals(List.of(), Inspection.problems(lesson.start().topology()), lesson.id());
    assertTrue(lesson.steps().stream().anyMatch(Step.Predict.class::isInstance), lesson.id());
    assertTrue(lesson.steps().stream().anyMatch(Step.Build.class::isInstance), lesson.id());
    assertTrue(lesson.steps().stream().anyMatch(Step.Reveal.class::isInstance), lesson.id());
    assertEquals(Collections.nCopies(lesson.stages().size(), 3), lesson.steps().stream()
        .filter(Step.Build.class::isInstance).map(step -> ((Step.Build) step).hints().size()).toList(), lesson.id());
    assertFalse(lesson.wrong().isEmpty(), lesson.id());
    assertFalse(lesson.sections().isEmpty(), lesson.id());
  }

  /// The text contradicts itself, or what is known, in 22 places; each is revealed in some lesson.
  @Test
  void everyNoteOnTheTextIsRevealedSomewhere() {
    var revealed = lessons().stream().flatMap(lesson -> lesson.notes().stream()).distinct().sorted().toList();
    assertEquals(IntStream.rangeClosed(1, 22).boxed().toList(), revealed);
  }

  /// A translation has other words and the same course.
  @ParameterizedTest
  @MethodSource("lessons")
  void theLessonInSpanishIsTheSameLesson(Lesson english) throws LessonMistake {
    var spanish = LessonLibrary.shipped(english.id(), "es");
    assertNotEquals(english.title(), spanish.title());
    assertEquals(course(english), course(spanish));
    assertEquals(english.goals(), spanish.goals());
    assertEquals(english.title(), LessonLibrary.shipped(english.id(), "fr").title());
  }

  private static List<String> course(Lesson lesson) {
    return lesson.steps().stream().map(step -> switch (step) {
      case Step.Read read -> "read " + read.isOptional();
      case Step.Predict asked -> asked.id() + asked.feedback().stream()
          .map(one -> one.below() + " " + one.misconception()).toList() + tags(asked.options());
      case Step.Choose asked -> "choose " + asked.wantsWords() + tags(asked.options());
      case Step.Build built -> "build " + built.stage() + built.hints().size()
          + built.conditions().keySet().stream().sorted().toList() + built.wrong().keySet().stream().sorted().toList();
      case Step.Reveal _ -> "reveal";
    }).toList();
  }

  private static List<String> tags(List<Step.Option> options) {
    return options.stream().map(option -> option.isRight() + " " + option.misconception()).toList();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyAnswerFindsItsFeedback(Lesson lesson) {
    for (var step : lesson.steps()) {
      if (step instanceof Step.Predict asked && !asked.feedback().isEmpty()) {
        var bounds = asked.feedback().stream().map(Step.Feedback::below).toList();
        assertEquals(bounds.stream().sorted().toList(), bounds, "bounds must rise");
        assertEquals(Double.POSITIVE_INFINITY, bounds.getLast(), "the last feedback is for all others");
      }
      var options = step instanceof Step.Predict asked ? asked.options()
          : step instanceof Step.Choose asked ? asked.options() : List.<Step.Option>of();
      options.forEach(option -> assertFalse(option.feedback().isEmpty(), lesson.id() + ": " + option.text()));
    }
  }

  /// All that a lesson can say, read aloud at 150 words a minute, takes less than the time that it gives itself, and
  /// that is 25 minutes at most: a student hears a part of the feedback only, and has to try things out.
  @ParameterizedTest
  @MethodSource("lessons")
  void theWordsFitIntoTheMinutes(Lesson lesson) throws IOException {
    assertTrue(lesson.minutes() <= 25, lesson.id());
    for (var language : List.of("", "_es")) {
      try (var file = Lesson.class.getResourceAsStream(lesson.id() + "/lesson" + language + ".md")) {
        var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        long words = text.substring(text.indexOf("\n---\n", 4)).split("\\s+").length;
        assertTrue(words <= 150 * lesson.minutes(), lesson.id() + language + " has " + words + " words");
      }
    }
  }

  /// One seed here, and three runs of what must fail; fifty seeds of five runs each in the long tests.
  @ParameterizedTest
  @MethodSource("lessons")
  void theSolutionPassesAndStartAndWrongDesignsDoNot(Lesson lesson) throws LaboratoryFailure {
    for (var stage : lesson.stages()) {
      var solved = check(Check.REPLICATIONS).of(lesson.solutions().get(stage), lesson.goals(stage));
      assertTrue(solved.isPassed() && solved.isGold(), lesson.id() + ": " + solved.verdicts());
      assertTrue(solved.requests() <= lesson.requests(), lesson.id() + " takes " + solved.requests() + " requests");
    }
    assertFailed(lesson, lesson.lastStage(), lesson.start().topology());
    for (var wrong : lesson.wrong()) {
      assertFailed(lesson, wrong.stage(), wrong.design());
    }
  }

  /// A wrong way is recognised by its sign, and only that.
  @ParameterizedTest
  @MethodSource("lessons")
  void signsTellWrongWays(Lesson lesson) {
    lesson.solutions().forEach((stage, solution) -> {
      assertEquals(Optional.empty(), lesson.wrongWay(stage, lesson.start().topology()), lesson.id());
      assertEquals(Optional.empty(), lesson.wrongWay(stage, solution), lesson.id());
    });
    lesson.wrong().stream().filter(Lesson.Wrong::isSigned)
        .forEach(way -> assertEquals(Optional.of(way), lesson.wrongWay(way.stage(), way.design()), lesson.id()));
  }

  private static void assertFailed(Lesson lesson, String stage, Topology design) throws LaboratoryFailure {
    var report = check(3).of(design, lesson.goals(stage));
    assertFalse(report.isPassed(), lesson.id() + ": " + report.verdicts());
    assertTrue(report.requests() * Check.REPLICATIONS / 3 <= lesson.requests(),
        lesson.id() + " takes " + report.requests() + " requests in three runs");
  }

  /// What the model is said to show is what it shows. The tolerances are those of two runs with a fixed seed, so that
  /// there is no false alarm.
  @ParameterizedTest
  @MethodSource("lessons")
  void everyClaimIsMeasured(Lesson lesson) throws LaboratoryFailure, UnreadableSetting {
    check(2).of(lesson.claims()).forEach((claim, measured) -> assertEquals(claim.model(), measured.mean(),
        claim.tolerance() * Math.max(Math.abs(claim.model()), 1e-9), lesson.id() + ", " + claim.id()));
  }

  /// A misconception that is attacked is met by feedback or by a wrong design.
  @ParameterizedTest
  @MethodSource("lessons")
  void everyTagIsOneOfTheCatalogue(Lesson lesson) {
    var tags = Stream.concat(lesson.wrong().stream().map(Lesson.Wrong::misconception), lesson.steps().stream()
        .flatMap(step -> step instanceof Step.Predict asked ? Stream.concat(
            asked.feedback().stream().flatMap(one -> one.misconception().stream()),
            asked.options().stream().flatMap(one -> one.misconception().stream()))
            : step instanceof Step.Choose asked ? asked.options().stream().flatMap(one -> one.misconception().stream())
            : Stream.<String>empty()));
    tags.filter(Objects::nonNull).forEach(tag ->
        assertTrue(tag.matches("M([1-9]|1\\d|2[0-2])"), lesson.id() + ": " + tag));
  }
}
