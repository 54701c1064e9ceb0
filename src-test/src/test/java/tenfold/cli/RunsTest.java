package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenfold.experiment.Sweep;
import tenfold.run.Experiment;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// Threads make experiments faster, and change nothing else.
final class RunsTest {

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws InputProblem {
    var alone = measure(1);
    var together = measure(4);
    assertEquals(alone.digest(), together.digest());
    assertEquals(alone.rows(), together.rows());
    assertEquals(alone.summaries().getFirst(), experiments().getFirst().run());
  }

  @Test
  void processorTimeIsMeasured() throws InputProblem {
    var report = measure(2);
    assertTrue(report.cpuSeconds() > 0 && report.cpuSeconds() < 100, report.toString());
    assertTrue(report.simulatedRequestsPerCpuSecond() > 100, report.toString());
  }

  private static Report measure(int threads) throws InputProblem {
    var progress = Progress.silent(Invocation.stream(new ByteArrayOutputStream()));
    return Report.measured("growth-crisis", scenario(), List.of(),
        experiments().stream().map(experiment -> new Sweep.Point(List.of(), experiment)).toList(), PriceList.standard(),
        new Runs(threads, progress));
  }

  private static List<Experiment> experiments() {
    var scenario = scenario();
    return Stream.of(10, 100)
        .map(families -> new Experiment(scenario.with(scenario.topology().withFamilies(families)), 3, 1))
        .toList();
  }

  private static Scenario scenario() {
    return Gallery.scenario("growth-crisis").lasting(1, 3);
  }
}
