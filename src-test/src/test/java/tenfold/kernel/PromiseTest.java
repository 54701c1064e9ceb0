package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// A value that will be known later.
class PromiseTest {
  private final Simulation simulation = new Simulation(1);
  private final Timeline timeline = new Timeline(simulation);

  @Test
  void allWhoAwaitWakeInTheOrderInWhichTheyCame() {
    var answer = new Promise<String>(simulation);
    simulation.start("a", () -> timeline.mark("a got " + answer.await()));
    simulation.start("b", () -> timeline.mark("b got " + answer.await()));
    simulation.schedule(10, () -> answer.complete("42"));
    simulation.run(20);
    timeline.mustBe("a got 42@10", "b got 42@10");
  }

  @Test
  void theFirstSettlementWins() {
    var answer = new Promise<String>(simulation);
    simulation.start("a", () -> timeline.mark(answer.await()));
    simulation.schedule(10, () -> {
      answer.complete("first");
      answer.complete("second");
      answer.fail(new IllegalStateException("third"));
    });
    simulation.schedule(20, () -> answer.complete("fourth"));
    simulation.run(30);
    timeline.mustBe("first@10");
    assertEquals("first", answer.await());
  }

  @Test
  void aFailureIsThrownWhereItIsAwaited() {
    var failure = new IllegalStateException("no answer");
    var answer = new Promise<String>(simulation);
    simulation.start("a", () -> {
      assertSame(failure, assertThrows(IllegalStateException.class, answer::await));
      timeline.mark("a knows");
    });
    simulation.schedule(5, () -> {
      answer.fail(failure);
      answer.complete("too late");
    });
    simulation.run(10);
    timeline.mustBe("a knows@5");
    assertThrows(IllegalStateException.class, answer::await);
  }

  @Test
  void aSettledPromiseIsAwaitedWithoutWaiting() {
    var answer = new Promise<Integer>(simulation);
    assertFalse(answer.isSettled());
    answer.complete(7);
    assertTrue(answer.isSettled());
    assertEquals(7, answer.await());
  }

  /// A caller who gives up after 30 leaves a callee who works until 100: the two lines of a time-out.
  @Test
  void anAbandonedCalleeWorksOn() {
    var answer = new Promise<String>(simulation);
    simulation.start("callee", () -> {
      simulation.hold(100);
      answer.complete("late");
      timeline.mark("callee ends");
    });
    simulation.schedule(30, () -> answer.complete("gave up"));
    simulation.start("caller", () -> timeline.mark(answer.await()));
    simulation.run(200);
    timeline.mustBe("gave up@30", "callee ends@100");
  }

  @Test
  void anInterruptedWaiterDoesNotWakeAgain() {
    var answer = new Promise<String>(simulation);
    var process = simulation.start("a", () -> {
      try {
        answer.await();
      } finally {
        timeline.mark("a leaves");
      }
    });
    simulation.schedule(5, () -> process.interrupt(new IllegalStateException("crash")));
    simulation.schedule(10, () -> answer.complete("42"));
    simulation.run(20);
    timeline.mustBe("a leaves@5");
  }

  @Test
  void theEndOfAProcessCanBeAwaitedBeforeAndAfter() {
    var process = simulation.start("worker", () -> simulation.hold(10));
    simulation.start("before", () -> {
      process.end().await();
      timeline.mark("before");
    });
    simulation.schedule(20, () -> simulation.start("after", () -> {
      process.end().await();
      timeline.mark("after");
    }));
    simulation.run(30);
    timeline.mustBe("before@10", "after@20");
  }
}
