package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.experiment.LaboratoryFailure;
import tenfold.lesson.Check.Report;
import tenfold.topology.Topology;

/// How surely the goals of each lesson tell its solution from its start and from wrong designs: a table over fifty
/// classes of families. With `-Plong` only; takes some six minutes for each lesson on two cores. `-Dtenfold.lessons=0`
/// walks those whose name begins so.
@EnabledIfSystemProperty(named = "tenfold.long", matches = "true")
final class FiftySeedsTest {
  private static final int SEEDS = 50;
  private static final int WRONG_MUST_FAIL = 48;

  @ParameterizedTest
  @MethodSource("tenfold.lesson.WantedLessons#lessons")
  void theGoalsTellRightFromWrong(Lesson lesson) throws LaboratoryFailure {
    int started = passed(lesson, lesson.lastStage(), lesson.start().topology(), Report::isPassed);
    var line = new StringBuilder(lesson.id() + ": start fails " + (SEEDS - started));
    boolean isTold = started == 0;
    for (var stage : lesson.stages()) {
      int solved = passed(lesson, stage, lesson.solutions().get(stage), report -> isSolved(lesson, report));
      line.append(", solution ").append(stage).append(" passes ").append(solved);
      isTold &= solved == SEEDS;
    }
    for (var wrong : lesson.wrong()) {
      int failed = SEEDS - passed(lesson, wrong.stage(), wrong.design(), Report::isPassed);
      line.append(", ").append(wrong.misconception()).append(" fails ").append(failed);
      isTold &= failed >= WRONG_MUST_FAIL;
    }
    System.out.println(line + " of " + SEEDS);
    assertTrue(isTold, line.toString());
  }

  private static int passed(Lesson lesson, String stage, Topology design, Predicate<Report> test)
      throws LaboratoryFailure {
    int passed = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      var check = new Check(Laboratory.withAllCores(Watcher.NONE), Check.REPLICATIONS, 7_919L * seed);
      var report = check.of(design, lesson.goals(stage));
      passed += test.test(report) ? 1 : 0;
    }
    return passed;
  }

  private static boolean isSolved(Lesson lesson, Report report) {
    report.verdicts().stream().filter(verdict -> !verdict.isMet()).forEach(verdict ->
        System.out.printf("%s: the solution misses %s: %s%s%n", lesson.id(), verdict.goal().id(),
            verdict.measured().map(Object::toString).orElse(""), verdict.reason()));
    return report.isPassed() && report.isGold();
  }
}
