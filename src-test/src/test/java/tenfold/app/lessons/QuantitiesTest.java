package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.experiment.Setting;
import tenfold.lesson.Goal;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.Medal;

/// What is written in a lesson, as it is shown.
final class QuantitiesTest {
  /// The words of a link are shown without where it leads, also when they go over the end of a line.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[its bar](see:families=1000) | its bar",
      "[look at *this*](see:families=1000) | look at this",
      "[the%nsystem](open:crash.json) | the system",
      "![One server, one database](draw:start.json) | One server, one database",
  })
  void aLinkIsItsWords(String markdown, String words) {
    var paragraph = Parser.builder().build().parse(markdown.formatted()).getFirstChild();
    assertEquals(words, Quantities.inside(paragraph.getFirstChild()));
  }

  /// Two goals that are measured under different conditions say so.
  @ParameterizedTest
  @MethodSource("lessons")
  void noTwoGoalsReadTheSame(Lesson lesson) {
    for (var stage : lesson.stages()) {
      var said = lesson.goals(stage).stream().filter(goal -> goal.medal() == Medal.BRONZE)
          .map(goal -> Quantities.wanted(goal) + lesson.condition(goal).orElse("")).toList();
      assertEquals(said.stream().distinct().toList(), said);
    }
  }

  private static List<Lesson> lessons() {
    return LessonLibrary.shipped("en").lessons();
  }

  /// What a design must be is said in the words of the inspector, and so is what it is instead.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "09-one-database | maps | Server.handlers.localCache=true | Server, Cache in its own memory: off | "
          + "Now, Server: on",
      "13-ghost-name | far | Replicas.shipDelayMs=5 | Replica, Shipping: at least 100 ms | Now, Replicas: 5.0 ms",
      "15-three-cities | for-ever | Tokyo edge.maxTtlSeconds=60 | CDN edge, Time to live, at most: at least 86,400 s | "
          + "Now, Tokyo edge: 60 s",
  })
  void aRuleIsSaidAsTheInspectorSaysIt(String id, String goalId, String setting, String wanted, String instead)
      throws Exception {
    var lesson = LessonLibrary.shipped(id, "en");
    var goal = lesson.goals().stream().filter(Goal.Structural.class::isInstance).map(Goal.Structural.class::cast)
        .filter(one -> one.id().equals(goalId)).findFirst().orElseThrow();
    assertEquals(wanted, Quantities.wanted(goal));
    var design = Setting.of(lesson.start(), setting).applied(lesson.start()).getFirst().topology();
    assertEquals(instead, Quantities.outcome(
        new Goal.Verdict(goal, false, Optional.empty(), goal.rule().fault(design), "", Optional.empty())));
  }
}
