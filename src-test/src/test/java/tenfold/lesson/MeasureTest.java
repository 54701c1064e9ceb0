package tenfold.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.topology.Topology;

/// Numbers that lessons ask for, on systems whose answer is known.
final class MeasureTest {

  private static double mean(Measure measure, Topology design, World world) throws Exception {
    return new Check(Laboratory.withAllCores(Watcher.NONE), 2, 5).measure(design, measure, "", List.of(world))
        .getFirst().mean();
  }

  /// The only server is away for the ten seconds of its restart. A point looks four seconds back, so that the trouble
  /// is seen until the good answers after it outweigh the failures in that window.
  @Test
  void badSecondsAreThoseOfTheRestart() throws Exception {
    var lesson = LessonLibrary.shipped("20-ten-to-ten-million", "en");
    var world = new World(lesson.scenarios().get("town.json"), Optional.empty(), List.of());
    double bad = mean(Measure.BAD_SECONDS, lesson.start().topology(), world);
    assertTrue(bad >= 10 && bad <= 14.5, "bad seconds: " + bad);
    assertEquals(0, mean(Measure.BAD_SECONDS, lesson.solutions().get("town"), world));
  }

  /// With thresholds so near to each other that one server more is too much and one less too little, the scaler turns
  /// round with nearly each step; with a good policy it turns once, after the rush.
  @Test
  void turnsAreCounted() throws Exception {
    var lesson = LessonLibrary.shipped("17-auto-scaling", "en");
    var world = new World(lesson.start(), Optional.empty(), List.of());
    var nervous = lesson.wrong().stream().filter(way -> way.name().equals("wrong-nervous")).findFirst().orElseThrow();
    assertEquals(1, mean(Measure.TURNS, lesson.solutions().get(""), world));
    assertTrue(mean(Measure.TURNS, nervous.design(), world) > 10);
  }
}
