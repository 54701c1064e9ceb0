package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/// What happened when, as in `[a@1, b@2]`, to be compared whole.
final class Timeline {
  private final Simulation simulation;
  private final List<String> marks = new ArrayList<>();

  Timeline(Simulation simulation) {
    this.simulation = simulation;
  }

  void mark(String what) {
    marks.add(what + "@" + simulation.nowNanos());
  }

  Runnable marking(String what) {
    return () -> mark(what);
  }

  int size() {
    return marks.size();
  }

  List<String> marks() {
    return List.copyOf(marks);
  }

  void mustBe(String... expected) {
    assertEquals(List.of(expected), marks);
  }
}
