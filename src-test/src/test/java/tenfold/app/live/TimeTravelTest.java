package tenfold.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.app.live.EditHistory.Joining;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.Truth.Wrong;
import tenfold.run.Course;
import tenfold.run.Point;
import tenfold.run.Trace;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScheduledFault;

/// Looking back at a run, and going back to where one looks. Bounds of waiting only keep a broken build from hanging.
class TimeTravelTest {
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
  private final TimeTravel time = workbench.time();

  @AfterEach
  void close() {
    workbench.close();
  }

  /// What is shown is the picture of that instant, with the system of that instant; time stands still, and goes on
  /// where it was.
  @Test
  void lookingBackShowsThePast() {
    runUntil(2);
    int before = workbench.families();
    workbench.families(before * 3, Joining.ALONE);
    runUntil(5);
    time.lookBack(1.5);
    double shown = workbench.snapshotProperty().get().nowNanos() / 1e9;
    assertTrue(shown >= 1.5 && shown < 2, "the picture of " + shown + " s");
    assertEquals(before, workbench.families(), "the families of then");
    assertFalse(workbench.playingProperty().get());
    assertTrue(workbench.points().stream().allMatch(point -> point.seconds() <= shown));
    assertEquals(before * 3, workbench.document().scenario().topology().familyCount(), "what is saved is of now");
    time.lookAtNow();
    assertEquals(before * 3, workbench.families());
    assertTrue(workbench.playingProperty().get());
    assertTrue(workbench.snapshotProperty().get().nowNanos() / 1e9 >= 5);
  }

  /// A branch has the past of the run that it leaves: the fingerprint of its first picture is that of the picture that
  /// was looked back at.
  @Test
  void aBranchGoesOnFromThere() {
    runUntil(2);
    workbench.families(workbench.families() * 2, Joining.ALONE);
    runUntil(3);
    workbench.suffer(new ScheduledFault(0, "Server", 1, Fault.HANG));
    runUntil(6);
    time.lookBack(4);
    var past = workbench.snapshotProperty().get();
    workbench.speedProperty().set(0.01);
    time.branch();
    waitFor(() -> time.pastProperty().get().isEmpty());
    workbench.playingProperty().set(false);
    var course = courseOf(workbench);
    assertTrue(course.steps().size() >= 2, "the edit and the fault are of its past");
    var again = course.until(past.nowNanos()).replay(past.nowNanos(), () -> false, _ -> {}).orElseThrow();
    assertEquals(again.digest(), past.digest());
    assertTrue(workbench.points().stream().mapToDouble(Point::seconds).max().orElse(0) < 6, "what came after is gone");
    assertTrue(time.leftProperty().get().getLast().seconds() > past.nowNanos() / 1e9, "and kept to compare with");
  }

  /// "What if I had added the server here?": an edit of the past is made there.
  @Test
  void anEditOfThePastIsMadeThere() {
    runUntil(5);
    time.lookBack(2);
    double seconds = workbench.snapshotProperty().get().nowNanos() / 1e9;
    workbench.add(new AppServer(), 300, 300);
    assertTrue(time.rewindingProperty().get().isPresent(), "it is on its way back");
    waitFor(() -> time.pastProperty().get().isEmpty());
    assertEquals(2, workbench.topologyProperty().get().nodes(AppServer.class).size());
    waitFor(() -> courseOf(workbench).steps().size() == 1);
    double edited = courseOf(workbench).steps().getFirst().atNanos() / 1e9;
    assertTrue(edited >= seconds && edited < seconds + 1.5, "made at " + edited + ", looked at " + seconds);
    workbench.undo();
    assertEquals(1, workbench.topologyProperty().get().nodes(AppServer.class).size(), "and it can be undone");
  }

  /// What takes too long can be given up: the past is still looked at, and nothing has changed.
  @Test
  void goingBackCanBeGivenUp() {
    runUntil(4);
    time.lookBack(3);
    time.branch();
    time.stopRewinding();
    for (int i = 0; i < 50; i++) {
      workbench.pulse();
      sleep();
    }
    assertTrue(time.pastProperty().get().isPresent());
    time.lookAtNow();
    assertTrue(workbench.snapshotProperty().get().nowNanos() / 1e9 >= 4);
  }

  /// Whoever presses play while he looks back goes on from now.
  @Test
  void playGoesOnFromNow() {
    runUntil(3);
    time.lookBack(1);
    workbench.playingProperty().set(true);
    assertTrue(time.pastProperty().get().isEmpty());
    runUntil(4);
  }

  /// A step is one event; a step to the next request ends with one.
  @Test
  void stepsAreSmall() {
    runUntil(1);
    time.step(LiveRun.Step.EVENT);
    waitFor(() -> !workbench.playingProperty().get());
    long before = settled();
    time.step(LiveRun.Step.REQUEST);
    waitFor(() -> workbench.snapshotProperty().get().nowNanos() > before);
    assertTrue(settled() - before < 60_000_000_000L);
  }

  /// The slowest request of the whole run is found again after edits and faults, traced or not: number, beginning and
  /// end are those that it had.
  @Test
  void theSlowestOfAllIsTracedByRunningEverythingAgain() {
    workbench.speedProperty().set(20);
    runUntil(10);
    workbench.families(workbench.families() * 40, Joining.ALONE);
    runUntil(20);
    workbench.suffer(new ScheduledFault(0, "Server", 1, Fault.HANG));
    runUntil(60);
    workbench.playingProperty().set(false);
    settled();
    var slowest = workbench.snapshotProperty().get().extremes().slowest().orElseThrow();
    var found = exact(Sought.slowest(workbench.snapshotProperty().get().extremes()).orElseThrow());
    assertEquals(slowest.number(), found.number());
    assertEquals(slowest.endNanos(), found.endNanos());
    assertEquals(slowest.responseNanos(), found.endNanos() - found.startNanos());
    assertFalse(found.spans().isEmpty());

    time.lookBack(15);
    var then = workbench.snapshotProperty().get();
    var earlier = exact(Sought.p99(then.extremes()).orElseThrow());
    assertTrue(earlier.endNanos() <= then.nowNanos(), "of the stretch that is looked back at");
    assertEquals(then.extremes().p99().orElseThrow().responseNanos(), earlier.endNanos() - earlier.startNanos());
  }

  /// What takes too long can be given up, and another run ends it.
  @Test
  void tracingCanBeGivenUp() {
    runUntil(4);
    var slowest = Sought.slowest(workbench.snapshotProperty().get().extremes()).orElseThrow();
    time.traceExactly(slowest);
    assertTrue(time.retrace().searchProperty().get().isPresent());
    time.retrace().stop();
    assertTrue(time.retrace().searchProperty().get().isEmpty());
    time.traceExactly(slowest);
    workbench.restart();
    assertTrue(time.retrace().searchProperty().get().isEmpty());
    runUntil(1);
    assertTrue(time.askedProperty().get().isEmpty(), "nothing was found");
  }

  /// The request whose answer was wrong is found by who asked and when.
  @Test
  void theRequestOfAnIncidentIsTraced() {
    workbench.open(ScenarioDocument.of(Gallery.scenario("ghost-name")));
    workbench.speedProperty().set(100);
    waitFor(() -> workbench.snapshotProperty().get().wrong().count(Wrong.OLD_AFTER_SAVE) > 0);
    workbench.playingProperty().set(false);
    settled();
    var incident = workbench.snapshotProperty().get().wrong().incidents().stream()
        .filter(one -> one.what() == Wrong.OLD_AFTER_SAVE).findFirst().orElseThrow();
    var found = exact(Sought.of(incident).orElseThrow());
    assertEquals(incident.reader(), found.family());
    assertEquals(incident.atSeconds(), found.endNanos() / 1e9);
    assertEquals("GET /api/family/" + incident.family(), found.what());
  }

  private Trace exact(Sought sought) {
    time.traceExactly(sought);
    waitFor(() -> time.retrace().searchProperty().get().isEmpty());
    return ((Question.Exactly) time.askedProperty().get().orElseThrow()).found();
  }

  private long settled() {
    long last = -1;
    while (last != workbench.snapshotProperty().get().nowNanos()) {
      last = workbench.snapshotProperty().get().nowNanos();
      for (int i = 0; i < 10; i++) {
        sleep();
        workbench.pulse();
      }
    }
    return last;
  }

  private static Course courseOf(Workbench workbench) {
    return workbench.time().course();
  }

  private void runUntil(double seconds) {
    waitFor(() -> workbench.snapshotProperty().get() != null
        && workbench.snapshotProperty().get().nowNanos() / 1e9 >= seconds);
  }

  private void waitFor(BooleanSupplier condition) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      sleep();
      workbench.pulse();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
