package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.component.DatabasePrimary;
import tenfold.component.Parameter;
import tenfold.experiment.Setting;
import tenfold.lesson.Goal;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.Medal;
import tenfold.lesson.Rule;

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

  /// A rule on a name, as of the server that a database runs on.
  @Test
  void aRuleOnTextIsSaidToo() throws Exception {
    var host = Parameter.of(DatabasePrimary.class).stream().filter(one -> one.path().equals("host")).findFirst();
    var rule = new Rule.Value("database-primary", host.orElseThrow(), Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY, "Server");
    var goal = new Goal.Structural("near", Medal.BRONZE, "", 1, rule);
    assertEquals("Primary, On the cores of: Server", Quantities.wanted(goal));
    var start = LessonLibrary.shipped("20-ten-to-ten-million", "en").start();
    assertEquals(Optional.empty(), rule.fault(start.topology()));
    var moved = Setting.of(start, "Primary.host=Elsewhere").applied(start).getFirst().topology();
    assertEquals("Now, Primary: Elsewhere", Quantities.outcome(
        new Goal.Verdict(goal, false, Optional.empty(), rule.fault(moved), "", Optional.empty())));
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
