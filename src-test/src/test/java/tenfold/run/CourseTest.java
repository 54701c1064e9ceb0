package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.component.Fault;
import tenfold.run.Course.Step;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScheduledFault;
import tenfold.topology.Wiring;

/// A run that was edited while it ran can be run again exactly.
class CourseTest {
  private static final long SECOND = 1_000_000_000;

  /// Whoever looks on at the first run, with whatever rhythm, at whatever instants it is stopped and edited: the second
  /// has the same fingerprint at every edit and at the end.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anEditedRunIsRunAgainExactly(long seed) {
    var random = new Random(seed);
    var scenario = crowded(seed % 2 == 0 ? "growth-crisis" : "sample-scaled");
    var run = new Replication(scenario, scenario.seed());
    run.watch(SECOND / 50 + random.nextInt(50_000_000), _ -> {});
    var course = new Course(scenario);
    var digests = new ArrayList<Long>();
    for (int i = 0; i < 12; i++) {
      pauseSomewhere(run, random);
      run.settle();
      var step = step(course, run.nowNanos(), random, i);
      run.take(step);
      run.sliceNanos(SECOND / 100 + random.nextInt(90_000_000));
      course = course.plus(step);
      digests.add(run.digest());
    }
    pauseSomewhere(run, random);
    run.settle();
    digests.add(run.digest());
    assertTrue(run.nowNanos() > SECOND / 10, "it went on for a while, not only " + run.nowNanos() + " ns");

    for (int i = 0; i < course.steps().size(); i++) {
      assertEquals(digests.get(i), replayed(course, course.steps().get(i).atNanos()).digest(), "step " + i);
    }
    assertEquals(digests.getLast(), replayed(course, run.nowNanos()).digest());
  }

  /// What was done afterwards does not reach back, and what is done instead makes another run of it.
  @Test
  void aBranchHasTheSamePast() {
    var scenario = Gallery.scenario("growth-crisis");
    var course = new Course(scenario).plus(new Step.Edit(5 * SECOND, more(scenario)));
    var before = replayed(course, 4 * SECOND);
    assertEquals(replayed(new Course(scenario), 4 * SECOND).digest(), before.digest());
    assertEquals(1, course.until(5 * SECOND).steps().size());
    assertTrue(course.until(5 * SECOND - 1).steps().isEmpty());
    assertNotEquals(replayed(new Course(scenario), 9 * SECOND).digest(), replayed(course, 9 * SECOND).digest());
    assertEquals(more(scenario), course.scenarioAt(5 * SECOND));
    assertEquals(scenario, course.scenarioAt(4 * SECOND));
  }

  /// It says how far it has come, and stops when told to.
  @Test
  void itCanBeCancelled() {
    var course = new Course(Gallery.scenario("growth-crisis"));
    var told = new ArrayList<Long>();
    assertFalse(course.replay(60 * SECOND, () -> told.size() >= 3, told::add).isPresent());
    assertEquals(3, told.size());
    assertTrue(told.getLast() < 60 * SECOND);
  }

  /// Step by step it is the same run.
  @Test
  void stepsLeadToTheSameRun() {
    var scenario = Gallery.scenario("growth-crisis");
    var run = new Replication(scenario, scenario.seed());
    run.watch(SECOND / 100, _ -> {});
    for (int i = 0; i < 20_000; i++) {
      run.step();
    }
    run.settle();
    assertTrue(run.nowNanos() > 0);
    assertEquals(replayed(new Course(scenario), run.nowNanos()).digest(), run.digest());
  }

  private static Scenario crowded(String name) {
    var scenario = Gallery.scenario(name);
    return scenario.with(scenario.topology().withFamilies(1_000));
  }

  private static void pauseSomewhere(Replication run, Random random) {
    int checks = 1 + random.nextInt(40);
    int[] left = {checks};
    run.advance(run.nowNanos() + 1_000 * SECOND, () -> --left[0] <= 0);
  }

  private static Step step(Course course, long now, Random random, int index) {
    var present = course.scenarioAt(now);
    return switch (index % 4) {
      case 0 -> new Step.Edit(now, more(present));
      case 1 -> new Step.Blow(now, new ScheduledFault(0, "Server", 1, Fault.CRASH));
      case 2 -> new Step.Edit(now, present.with(present.topology().withFamilies(200 + random.nextInt(1_000))));
      default -> new Step.Edit(now, present.with(
          List.of(new ScheduledFault(now / 1e9 + 0.05, "Primary", 0, Fault.HANG))));
    };
  }

  /// With a server more, and families for it.
  private static Scenario more(Scenario scenario) {
    var topology = scenario.topology();
    var like = topology.nodes().stream()
        .filter(node -> node.component().getClass() == tenfold.component.AppServer.class).findFirst().orElseThrow();
    return scenario.with(Wiring.add(topology, Wiring.newNode(topology, like.component(), 0, 0))
        .withFamilies(topology.familyCount() + 500));
  }

  private static Replication replayed(Course course, long nanos) {
    return course.replay(nanos, () -> false, _ -> {}).orElseThrow();
  }
}
