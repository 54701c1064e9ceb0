package tenfold.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tenfold.experiment.Comparison.Difference;
import tenfold.experiment.Comparison.Difference.Verdict;
import tenfold.experiment.Comparison.Measure;
import tenfold.run.Experiment;
import tenfold.run.Result;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// Two designs against each other, and attempts on their board.
class ComparisonTest {
  private static final Scenario CRISIS = with(Gallery.scenario("growth-crisis").lasting(5, 15), "families=60");

  @Test
  void moreCoresAreShownToBeBetter() throws LaboratoryFailure {
    var comparison = compare(CRISIS, with(CRISIS, "Server.cores=8"), 6);
    assertTrue(comparison.differs());
    assertEquals(Verdict.BETTER, of(comparison, Measure.MEAN).verdict());
    assertEquals(Verdict.BETTER, of(comparison, Measure.GOODPUT).verdict());
    assertEquals(Verdict.SAME, of(comparison, Measure.ERRORS).verdict());
    assertEquals(Verdict.WORSE, of(compare(with(CRISIS, "Server.cores=8"), CRISIS, 6), Measure.MEAN).verdict());
    var mean = of(comparison, Measure.MEAN);
    assertEquals(mean.second().mean() - mean.first().mean(), mean.difference().mean(), 1e-9);
  }

  @Test
  void aDesignDoesNotDifferFromItself() throws LaboratoryFailure {
    var comparison = compare(CRISIS, CRISIS, 4);
    assertFalse(comparison.differs());
    assertTrue(comparison.differences().stream().allMatch(one -> one.verdict() == Verdict.SAME));
  }

  /// One run of each says nothing.
  @Test
  void oneRunShowsNothing() throws LaboratoryFailure {
    assertEquals(Verdict.NOT_SHOWN,
        of(compare(CRISIS, with(CRISIS, "Server.cores=8"), 1), Measure.MEAN).verdict());
  }

  /// The same luck takes most of the chance out: the interval of the difference is narrower than that of two
  /// independent designs, whose half-widths add in squares.
  @Test
  void theSameLuckNarrowsTheDifference() throws LaboratoryFailure {
    var mean = of(compare(CRISIS, with(CRISIS, "Server > Primary.roundTripMs=1"), 10), Measure.MEAN);
    assertTrue(mean.difference().halfWidth() < 0.7 * Math.hypot(mean.first().halfWidth(), mean.second().halfWidth()),
        mean.toString());
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws LaboratoryFailure {
    var experiments = List.of(new Experiment(CRISIS, 3, 1), new Experiment(with(CRISIS, "Server.cores=2"), 2, 1));
    assertEquals(new Laboratory(1, Laboratory.Watcher.NONE).summaries(experiments),
        new Laboratory(4, Laboratory.Watcher.NONE).summaries(experiments));
  }

  /// The watcher hears of every part of every run, and a cancelled laboratory gives nothing.
  @Test
  void progressIsToldAndCancelEndsTheRuns() throws LaboratoryFailure {
    var heard = new Heard();
    new Laboratory(2, heard).summaries(List.of(new Experiment(CRISIS, 4, 1)));
    assertEquals(4, heard.total);
    assertEquals(4, heard.done, 1e-6);
    var cancelled = new Laboratory[1];
    cancelled[0] = new Laboratory(2, new Heard() {
      @Override
      public synchronized void advance(double runs) {
        cancelled[0].cancel();
      }
    });
    assertThrows(CancellationException.class,
        () -> cancelled[0].summaries(List.of(new Experiment(CRISIS.lasting(0, 80_000), 2, 1))));
  }

  @Test
  void onlyWhatNothingBeatsIsBest() {
    var cheap = attempt("cheap", 400, 900, 100);
    var dear = attempt("dear", 800, 90, 200);
    var worse = attempt("worse", 900, 95, 199);
    var dead = attempt("dead", 300, Double.NaN, 0);
    assertEquals(List.of(cheap, dear, dead), Attempt.best(List.of(cheap, dear, worse, dead)));
    assertTrue(worse.isDominatedBy(dear));
    assertFalse(dear.isDominatedBy(worse));
    var twin = attempt("twin", 800, 91, 199);
    assertEquals(List.of(dear, twin), Attempt.best(List.of(dear, twin)), "as good as the same");
  }

  private static Attempt attempt(String name, double dollars, double p95Ms, double goodput) {
    return new Attempt(name, CRISIS, dollars, p95Ms, goodput);
  }

  private static Difference of(Comparison comparison, Measure measure) {
    return comparison.differences().get(measure.ordinal());
  }

  private static Comparison compare(Scenario one, Scenario other, int replications) throws LaboratoryFailure {
    var experiments = List.of(new Experiment(one, replications, 3), new Experiment(other, replications, 3));
    var runs = new ArrayList<List<Result>>();
    var summaries = new Laboratory(2, Laboratory.Watcher.NONE).measure(experiments, (experiment, results) -> {
      runs.add(results);
      return experiment.summary(results);
    });
    return Comparison.of(summaries.get(0), runs.get(0), summaries.get(1), runs.get(1));
  }

  private static Scenario with(Scenario scenario, String setting) {
    try {
      return Setting.of(scenario, setting).applied(scenario).getFirst();
    } catch (UnreadableSetting mistake) {
      throw new AssertionError(mistake);
    }
  }

  private static class Heard implements Laboratory.Watcher {
    private int total;
    private double done;

    @Override
    public synchronized void begin(int runs) {
      total = runs;
    }

    @Override
    public synchronized void advance(double runs) {
      done += runs;
    }
  }
}
