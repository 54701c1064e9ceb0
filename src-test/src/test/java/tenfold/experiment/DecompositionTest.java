package tenfold.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.experiment.Decomposition.Part;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Experiment;
import tenfold.scenario.Gallery;

/// What response times are made of, over families.
final class DecompositionTest {
  private static final int[] FAMILIES = {10, 150, 600};

  private final List<Experiment> experiments = IntStream.of(FAMILIES).mapToObj(families -> {
    var scenario = Gallery.scenario("growth-crisis");
    return new Experiment(scenario.with(scenario.topology().withFamilies(families)).lasting(20, 60), 3, 1);
  }).toList();

  /// The layers are the mean response time, whatever the load; the server is full with 600 families, and what it makes
  /// requests wait grows, while its work stays what it is.
  @Test
  void thePartsAddUpAndAFullNodeMakesWait() throws LaboratoryFailure {
    var columns = Decomposition.of(new Laboratory(2, Watcher.NONE), experiments);
    for (var column : columns) {
      double sum = column.layers().stream().mapToDouble(layer -> layer.ms().mean()).sum();
      assertEquals(column.meanMs().mean(), sum, 1e-6 * sum);
      assertEquals(1, column.layers().stream().mapToDouble(column::share).sum(), 1e-9);
      double waiting = column.layers().stream().filter(layer -> layer.part().doing() == Doing.WAITING)
          .mapToDouble(layer -> layer.ms().mean()).sum();
      assertEquals(waiting / sum, column.waitingShare().mean(), 0.05, "a mean of ratios is about the ratio of means");
      assertTrue(column.meanMs().halfWidth() > 0);
      assertTrue(column.sampled() > 300 && column.sampled() <= 3 * 600, column.sampled() + " sampled");
    }
    double[] waits = columns.stream().mapToDouble(column -> millis(column, Doing.WAITING)).toArray();
    assertTrue(waits[0] < waits[1] && 5 * waits[1] < waits[2], waits[0] + ", " + waits[1] + ", " + waits[2]);
    assertTrue(columns.getLast().waitingShare().mean() > 0.9, "nearly all is waiting");
    assertEquals(millis(columns.getFirst(), Doing.WORKING), millis(columns.getLast(), Doing.WORKING),
        0.5 * millis(columns.getFirst(), Doing.WORKING));
  }

  /// A sample that is fair has the mean of all: within five standard deviations, which a fair one misses in one of a
  /// million seeds. 150 families ask for more requests than a sample may have.
  @Test
  void theSampleIsFair() throws LaboratoryFailure {
    var experiment = experiments.get(1);
    var column = Decomposition.of(new Laboratory(1, Watcher.NONE), List.of(experiment)).getFirst();
    var all = experiment.run();
    assertTrue(all.answered() > 2L * column.sampled(), all.answered() + " answered");
    assertEquals(all.meanMs().mean(), column.meanMs().mean(), all.meanMs().mean() * 5 / Math.sqrt(column.sampled()));
  }

  @Test
  void theSameSeedGivesTheSameSample() throws LaboratoryFailure {
    var one = Decomposition.of(new Laboratory(1, Watcher.NONE), experiments.subList(0, 1));
    assertEquals(one, Decomposition.of(new Laboratory(2, Watcher.NONE), experiments.subList(0, 1)));
  }

  private static double millis(Decomposition column, Doing doing) {
    return column.layers().stream().filter(layer -> layer.part().equals(new Part("Server", doing)))
        .mapToDouble(layer -> layer.ms().mean()).sum();
  }
}
